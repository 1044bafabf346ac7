import {
  type CountyDuties,
  DUTY_KINDS,
  type DutyListRow,
  type DutyStateKind,
  type MineDutiesRow,
} from '../contracts/county-duties-view.ts';
import type { MineQuery } from '../contracts/county-statistics.ts';
import { isMeant } from '../county/mine-query.ts';
import type { ScorePart } from './mine-standing.ts';

/** What is asked of the table, besides which mines. */
export interface DutyQuery {
  readonly text: string;
  /** Ids of the duties shown; empty: all. */
  readonly duties: readonly string[];
  /** Mines with one of these in a duty shown; empty: all. */
  readonly kinds: readonly DutyStateKind[];
  /** `score`, `name`, or the id of a duty. */
  readonly sort: string;
  readonly descending: boolean;
}
export const NEW_DUTY_QUERY: DutyQuery = {
  text: '',
  duties: [],
  kinds: [],
  sort: 'score',
  descending: true,
};

/** The table as it is shown: columns by their place in `view.duties`, and rows. */
export interface DutyTable {
  readonly columns: readonly number[];
  readonly rows: readonly MineDutiesRow[];
  /** Of all rows but for `kinds`, over the columns shown. */
  readonly counts: Readonly<Record<DutyStateKind, number>>;
}

/** Which of two cells is the worse: by state, then by how long it is missed or how soon it is due. */
export const worseFirst = (
  a: MineDutiesRow['states'][number],
  b: MineDutiesRow['states'][number],
): number => {
  const order = DUTY_KINDS.indexOf(a.kind) - DUTY_KINDS.indexOf(b.kind);
  if (order !== 0) return order;
  // Owed always and not done has no day: it stands before what is late since one.
  if (a.kind === 'missed' && b.kind === 'missed')
    return (b.days ?? Number.MAX_SAFE_INTEGER) - (a.days ?? Number.MAX_SAFE_INTEGER);
  if (a.kind === 'due' && b.kind === 'due') return a.days - b.days;
  return 0;
};

/** What the query leaves of the table, sorted; equal mines stand as the server sorted them, what matters first. */
export const queryDuties = (
  { duties, mines }: Pick<CountyDuties, 'duties' | 'mines'>,
  asked: MineQuery,
  query: DutyQuery,
  collator: Intl.Collator,
  language: 'zh' | 'en',
): DutyTable => {
  const columns = duties.flatMap(({ id }, i) =>
    query.duties.length === 0 || query.duties.includes(id) ? [i] : [],
  );
  const text = query.text.trim().toLowerCase();
  const named = ({ mine, name }: MineDutiesRow): boolean =>
    text === '' || [mine, name.zh, name.en].some((one) => one.toLowerCase().includes(text));
  // Warnings are of now and of no row here: they leave out nothing, and the screen says so.
  const { warning: _ofMap, ...meant } = asked;
  const kept = mines.filter((row) => isMeant(row, { ...row, warning: null }, meant) && named(row));
  const counts = { missed: 0, due: 0, unknown: 0, met: 0, 'not-applicable': 0 };
  for (const { states } of kept) for (const i of columns) counts[states[i]!.kind]++;
  const shown =
    query.kinds.length === 0
      ? kept
      : kept.filter(({ states }) => columns.some((i) => query.kinds.includes(states[i]!.kind)));
  const column = duties.findIndex(({ id }) => id === query.sort);
  const compare =
    query.sort === 'name'
      ? (a: MineDutiesRow, b: MineDutiesRow) => collator.compare(a.name[language], b.name[language])
      : column >= 0
        ? (a: MineDutiesRow, b: MineDutiesRow) => worseFirst(b.states[column]!, a.states[column]!)
        : (a: MineDutiesRow, b: MineDutiesRow) => a.score - b.score;
  const sign = query.descending ? -1 : 1;
  return { columns, counts, rows: shown.toSorted((a, b) => sign * compare(a, b)) };
};

/** Points of a mine by what they are for. */
export const pointsOf = (parts: readonly ScorePart[]): DutyListRow['points'] => {
  const of = (because: ScorePart['because']) => {
    const some = parts.filter((part) => part.because === because);
    return { count: some.length, points: some.reduce((sum, { points }) => sum + points, 0) };
  };
  return { missed: of('missed'), unknown: of('unknown') };
};

/** A mine as the table shows it. */
export const listRow = ({ leader, size, bundle, parts, facts, ...row }: MineDutiesRow): DutyListRow => ({
  ...row,
  points: pointsOf(parts),
});
