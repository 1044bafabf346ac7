import type { Alarm } from '../contracts/live/alarm.ts';
import type { RuleFinding } from './finding.ts';
import { type MineWatch, rosterOf } from './mine-watch.ts';
import type { Remembered } from './people-watch.ts';

/** A finding about one tag where it was last known to be; null where the roster does not know the handle. */
export const personFinding = (
  watch: MineWatch,
  person: Remembered,
  more: Partial<RuleFinding> = {},
): RuleFinding | null => {
  const entry = rosterOf(watch, person);
  if (!entry) return null;
  const { entities, spots } = watch.situation;
  const spot = spots[entities.spot[person.row]!];
  return {
    subject: { type: 'entity', id: entry.id, name: entry.name },
    scope: null,
    place: spot && spot.kind !== 'unknown' ? spot.name : null,
    enu: [person.x, person.y, person.z],
    judged: null,
    since: null,
    ...more,
  };
};

const MINUTE = 60_000;

/** Minutes against a limit in minutes; told in whole minutes, judged exactly. */
export const judgedMinutes = (ms: number, bound: number): Alarm['judged'] => ({
  value: Math.floor(ms / MINUTE),
  bound,
  unit: 'min',
});
