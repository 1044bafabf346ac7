import type { PeopleBelow } from '../../../domain/contracts/county-live.ts';
import {
  type EntityColumns,
  kindOf,
  presenceOf,
  type RosterEntry,
} from '../../../domain/contracts/live/entity.ts';

/**
 * Counts the people of a picture that are not known to be above ground. Who is lost counts where last seen.
 * @param insideOf of a row: underground when last heard; null: not known
 */
export const peopleBelow = (
  { count, state }: EntityColumns,
  insideOf: (row: number) => boolean | null,
  roster: readonly RosterEntry[],
): PeopleBelow => {
  const below = { fresh: 0, stale: 0, lost: 0, unplaced: 0 };
  let heard = 0;
  for (let row = 0; row < count; row++) {
    if (kindOf(state[row]!) !== 'person') continue;
    heard++;
    const inside = insideOf(row);
    if (inside === false) continue;
    const presence = presenceOf(state[row]!);
    if (inside === null || presence === 'unknown') below.unplaced++;
    else below[presence]++;
  }
  let onRoster = 0;
  for (const { kind } of roster) if (kind === 'person') onRoster++;
  return { ...below, neverHeard: onRoster - heard };
};
