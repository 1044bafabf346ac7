import {
  type EntityColumns,
  type EntityKind,
  PRESENCES,
  type Presence,
  presenceOf,
  type RosterEntry,
  type Spot,
} from '../contracts/live/entity.ts';

export type PresenceCount = Readonly<Record<Presence, number>>;

/** Every entry of the roster is in `total` once, and once in each of the three tables. */
export interface HeadCount {
  readonly total: PresenceCount;
  /** By the level's name; null: where no level is known, the never heard included. */
  readonly byLevel: ReadonlyMap<string | null, PresenceCount>;
  /** By row of the spot table; 0: not known, the never heard included. */
  readonly bySpot: ReadonlyMap<number, PresenceCount>;
  /** null: of no team, or registered for nobody. */
  readonly byTeam: ReadonlyMap<string | null, PresenceCount>;
}

type Counting = Record<Presence, number>;
const none = (): Counting => ({ fresh: 0, stale: 0, lost: 0, unknown: 0 });

/**
 * Counts heads by how well they are known. Who is on the roster and not in the picture was never heard: unknown. Who is
 * stale or lost counts where last seen, for there the search begins. Rows that no entry stands for are not counted.
 * @param kind only entries of this kind
 */
export const countHeads = (
  entities: EntityColumns,
  roster: Iterable<RosterEntry>,
  spots: readonly Spot[],
  kind: EntityKind,
): HeadCount => {
  const rows = new Map<number, number>();
  for (let row = 0; row < entities.count; row++) rows.set(entities.handle[row]!, row);
  const total = none();
  const byLevel = new Map<string | null, Counting>();
  const bySpot = new Map<number, Counting>();
  const byTeam = new Map<string | null, Counting>();
  const add = <K>(table: Map<K, Counting>, key: K, presence: Presence): void => {
    const counts = table.get(key) ?? none();
    counts[presence]++;
    table.set(key, counts);
  };
  for (const entry of roster) {
    if (entry.kind !== kind) continue;
    const row = rows.get(entry.handle);
    const presence = row === undefined ? 'unknown' : presenceOf(entities.state[row]!);
    const told = row === undefined || presence === 'unknown' ? 0 : entities.spot[row]!;
    const spot = told < spots.length ? told : 0;
    total[presence]++;
    add(bySpot, spot, presence);
    add(byLevel, spots[spot]?.level ?? null, presence);
    add(byTeam, entry.team, presence);
  }
  return { total, byLevel, bySpot, byTeam };
};

export const headsOf = (counts: PresenceCount): number =>
  PRESENCES.reduce((sum, presence) => sum + counts[presence], 0);
