import type { Judgement, RuleFinding } from './finding.ts';
import { currentReading, type MineWatch } from './mine-watch.ts';
import type { RulePlace } from './place-membership.ts';

/** A main work place. `number` is its row in the place membership. */
export interface WatchedWorkPlace {
  readonly number: number;
  readonly place: RulePlace;
}

/**
 * "No camera, no work": a work place none of whose cameras is known to be online and clear; a notice while nobody is in it,
 * for then nobody may go in. A camera nobody reports on shows nothing. A place that never had a camera is a gap of the coverage list, not an event.
 */
export const workPlaceBlind = (watch: MineWatch, workPlaces: readonly WatchedWorkPlace[]): Judgement => {
  const { people, situation, startedAt, readingCurrentMs } = watch;
  const { coverage, time } = situation;
  if (!coverage) return { findings: [], denies: () => false };
  const sees = (camera: string): boolean =>
    currentReading(watch, camera, 'camera.online')?.value === true &&
    currentReading(watch, camera, 'camera.obstructed')?.value !== true;
  const everHeard = (camera: string): boolean => situation.readings.has(`${camera} camera.online`);
  const findings: RuleFinding[] = [];
  const denied = new Set<string>();
  for (const { number, place } of workPlaces) {
    const cameras = coverage.get(place.id) ?? [];
    const online = cameras.filter(sees).length;
    const persons = people.present[number]!;
    if (online > 0) denied.add(place.id);
    const isEmpty = persons === 0 && people.lost[number] === 0;
    // Just started, a camera may only not have had its turn to report.
    const isTooEarly = time - startedAt < readingCurrentMs && !cameras.every(everHeard);
    if (cameras.length === 0 || online > 0 || isTooEarly) continue;
    findings.push({
      subject: { type: 'place', id: place.id, name: place.name },
      scope: null,
      place: place.name,
      enu: place.at,
      judged: { value: 0, bound: 1, unit: 'camera' },
      since: null,
      ...(isEmpty && { urgency: 'notice' }),
    });
  }
  return { findings, denies: (id) => denied.has(id) };
};
