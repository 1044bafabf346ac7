import {
  ENTITY_STATE,
  type EntityFrame,
  type EntityKind,
  kindOf,
  type Presence,
  presenceOf,
  type RosterEntry,
  type Spot,
} from '../../../domain/contracts/live/entity.ts';

/** One person or vehicle as the list shows it. */
export interface PersonRow {
  readonly handle: number;
  /** The tag's id. */
  readonly tag: string;
  /** False: the tag is on no list. It is shown and counted all the same. */
  readonly registered: boolean;
  readonly name: string | null;
  readonly team: string | null;
  readonly role: string | null;
  readonly shift: string | null;
  readonly kind: EntityKind;
  readonly presence: Presence;
  readonly sos: boolean;
  readonly alarmed: boolean;
  readonly heightGuessed: boolean;
  /** Row of the frame; −1: not in it. */
  readonly at: number;
  /** null: not known where. */
  readonly spot: Spot | null;
  /** Seconds since the position was true; null: never heard. */
  readonly age: number | null;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Roster order by name, then tag; computed once a roster, not once a picture. */
const ranks = new WeakMap<ReadonlyMap<number, RosterEntry>, ReadonlyMap<number, number>>();
const rankOf = (roster: ReadonlyMap<number, RosterEntry>): ReadonlyMap<number, number> => {
  const known = ranks.get(roster);
  if (known) return known;
  const sorted = [...roster.values()].sort(
    (a, b) => collator.compare(a.name ?? `￿${a.id}`, b.name ?? `￿${b.id}`) || collator.compare(a.id, b.id),
  );
  const rank = new Map(sorted.map(({ handle }, at) => [handle, at]));
  ranks.set(roster, rank);
  return rank;
};

/**
 * Everyone on the roster and everyone in the picture, each once: who is on the list and was never heard is `unknown`;
 * a tag in the picture that no list knows is shown without a name. SOS first, then alarmed, then by name.
 * @param frame null: no picture, so all are unknown
 */
export const peopleRows = (
  frame: EntityFrame | null,
  roster: ReadonlyMap<number, RosterEntry>,
  spots: readonly Spot[],
): PersonRow[] => {
  const rank = rankOf(roster);
  const rows: PersonRow[] = [];
  const seen = new Set<number>();
  const columns = frame?.entities;
  for (let at = 0; at < (columns?.count ?? 0); at++) {
    const { handle, state, spot, age } = columns!;
    const id = handle[at]!;
    const entry = roster.get(id);
    const bits = state[at]!;
    const presence = presenceOf(bits);
    seen.add(id);
    rows.push({
      handle: id,
      tag: entry?.id ?? '',
      registered: entry !== undefined && entry.name !== null,
      name: entry?.name ?? null,
      team: entry?.team ?? null,
      role: entry?.role ?? null,
      shift: entry?.shift ?? null,
      kind: entry?.kind ?? kindOf(bits),
      presence,
      sos: (bits & ENTITY_STATE.SOS) !== 0,
      alarmed: (bits & ENTITY_STATE.ALARMED) !== 0,
      heightGuessed: (bits & ENTITY_STATE.HEIGHT_GUESSED) !== 0,
      at,
      spot: presence === 'unknown' || spot[at] === 0 ? null : (spots[spot[at]!] ?? null),
      age: presence === 'unknown' ? null : age[at]!,
    });
  }
  for (const entry of roster.values()) {
    if (seen.has(entry.handle)) continue;
    rows.push({
      handle: entry.handle,
      tag: entry.id,
      registered: entry.name !== null,
      name: entry.name,
      team: entry.team,
      role: entry.role,
      shift: entry.shift,
      kind: entry.kind,
      presence: 'unknown',
      sos: false,
      alarmed: false,
      heightGuessed: false,
      at: -1,
      spot: null,
      age: null,
    });
  }
  const urgency = (row: PersonRow) => (row.sos ? 0 : row.alarmed ? 1 : 2);
  const place = ({ handle }: PersonRow) => rank.get(handle) ?? Number.MAX_SAFE_INTEGER;
  return rows.sort((a, b) => urgency(a) - urgency(b) || place(a) - place(b) || a.handle - b.handle);
};

/** Whether someone counts as down in the mine; null: not known. Who is on no known place is not taken for being out. */
export const isUnderground = ({ presence, spot }: PersonRow): boolean | null => {
  if (presence === 'unknown' || !spot || spot.kind === 'unknown') return null;
  return spot.underground === undefined ? spot.kind !== 'surface' : spot.underground;
};

/** Words of the search; each must be found in the name, tag, team or role. */
export const matchesSearch = (row: PersonRow, search: string): boolean => {
  const text = `${row.name ?? ''} ${row.tag} ${row.team ?? ''} ${row.role ?? ''}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
};
