import { PRESENCES, type Presence } from '../../../domain/contracts/live/entity.ts';
import type { PersonRow } from './people-rows.ts';

/** How many of each presence; they always add up to `total`. */
export type Tally = Readonly<Record<Presence, number>> & { readonly total: number };

export type CountBy = 'level' | 'place' | 'team';

export interface CountRow {
  /** null: level, place or team is not known. */
  readonly key: string | null;
  readonly name: string | null;
  readonly tally: Tally;
}

const zero = () => ({ fresh: 0, stale: 0, lost: 0, unknown: 0, total: 0 });

export const tallyOf = (rows: Iterable<PersonRow>): Tally => {
  const tally = zero();
  for (const { presence } of rows) {
    tally[presence]++;
    tally.total++;
  }
  return tally;
};

/** What a row is counted under; `surface` and `shaft` are keys of their own, for neither has a level. */
export const groupOf = (row: PersonRow, by: CountBy): { key: string | null; name: string | null } => {
  if (by === 'team') return { key: row.team, name: row.team };
  const { spot } = row;
  if (!spot || spot.kind === 'unknown') return { key: null, name: null };
  if (by === 'place') return { key: spot.id, name: spot.name };
  if (spot.level !== null) return { key: `level ${spot.level}`, name: spot.level };
  return { key: spot.kind === 'surface' ? 'surface' : 'between', name: null };
};

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** One row a group, largest first, those of which nothing is known last; the tallies add up to that of `rows`. */
export const countRows = (rows: readonly PersonRow[], by: CountBy): CountRow[] => {
  const groups = new Map<string | null, { name: string | null; tally: ReturnType<typeof zero> }>();
  for (const row of rows) {
    const { key, name } = groupOf(row, by);
    let group = groups.get(key);
    if (!group) {
      group = { name, tally: zero() };
      groups.set(key, group);
    }
    group.tally[row.presence]++;
    group.tally.total++;
  }
  return [...groups]
    .map(([key, { name, tally }]) => ({ key, name, tally }))
    .sort(
      (a, b) =>
        Number(a.key === null) - Number(b.key === null) ||
        b.tally.total - a.tally.total ||
        collator.compare(a.name ?? '', b.name ?? ''),
    );
};

/** The sum every count table ends in, and whether it is the roster's: shown, so that a fault cannot hide. */
export const addsUp = (counts: readonly CountRow[], whole: Tally): boolean =>
  [...PRESENCES, 'total' as const].every(
    (key) => counts.reduce((sum, { tally }) => sum + tally[key], 0) === whole[key],
  );
