import type { Judgement, RuleFinding } from './finding.ts';
import type { MineWatch } from './mine-watch.ts';
import { isFresh } from './people-watch.ts';
import { deviceFinding, type RuleDevice } from './rule-device.ts';

export interface ReaderToWatch {
  readonly device: RuleDevice;
  /** Row of the reader's surroundings in the place membership. */
  readonly number: number;
}

export interface SilentReaderLimits {
  readonly gateways: readonly RuleDevice[];
  readonly readers: readonly ReaderToWatch[];
  readonly seconds: number;
}

/**
 * A field gateway that is not heard (one that is not listed: heard since the start, and no more), or a reader that hears nobody though people were close to it all the time. A reader
 * alone in an empty roadway has nothing to say: of it nothing is known, and nothing is raised or cleared.
 * Remembers since when each reader has had people near, so one of these is made for the life of a mine.
 */
export const createSilentReader = ({
  gateways,
  readers,
  seconds,
}: SilentReaderLimits): ((watch: MineWatch) => Judgement) => {
  const peopleSince = new Map<string, number>();
  const watchedNumbers = new Uint8Array(readers.reduce((most, { number }) => Math.max(most, number + 1), 0));
  for (const { number } of readers) watchedNumbers[number] = 1;
  return (watch) => {
    const { situation, startedAt, isWarm, people } = watch;
    const { time, readersHeard } = situation;
    const states = new Map(situation.gateways.map((state) => [state.gateway, state]));
    const findings: RuleFinding[] = [];
    const denied = new Set<string>();
    const judge = (device: RuleDevice, lastHeard: number, isSilent: boolean): void => {
      if (!isSilent) denied.add(device.id);
      else
        findings.push(
          deviceFinding(device, lastHeard + seconds * 1000, {
            value: Math.floor((time - lastHeard) / 1000),
            bound: seconds,
            unit: 's',
          }),
        );
    };
    const declared = new Set(gateways.map(({ id }) => id));
    const undeclared = [...states.keys()]
      .filter((id) => !declared.has(id))
      .map((id): RuleDevice => ({ id, kind: 'gateway', name: null, enu: null }));
    for (const gateway of [...gateways, ...undeclared]) {
      const state = states.get(gateway.id);
      const lastHeard = state?.lastReceivedAt || null;
      // Nobody expects one that is not listed and has not come since the start: a test of last year is silent for good.
      if (lastHeard === null && !declared.has(gateway.id)) {
        if (isWarm) denied.add(gateway.id);
        continue;
      }
      const since = lastHeard ?? startedAt;
      judge(gateway, since, (state?.silent ?? true) && time - since > seconds * 1000);
    }
    if (!readersHeard) return { findings, denies: (id) => denied.has(id) };
    const crowded = new Uint8Array(watchedNumbers.length);
    const { hitCount, hitPlace, hitRow } = people;
    for (let i = 0; i < hitCount; i++)
      if (watchedNumbers[hitPlace[i]!] && isFresh(people.rows[hitRow[i]!]!)) crowded[hitPlace[i]!] = 1;
    for (const { device, number } of readers) {
      const heard = readersHeard.get(device.id) ?? Number.NEGATIVE_INFINITY;
      const since = crowded[number] ? (peopleSince.get(device.id) ?? time) : null;
      if (since === null) peopleSince.delete(device.id);
      else peopleSince.set(device.id, since);
      if (time - heard <= seconds * 1000) {
        judge(device, heard, false);
        continue;
      }
      if (since === null) continue;
      const silentFrom = Math.max(since, heard);
      if (time - silentFrom > seconds * 1000) judge(device, silentFrom, true);
    }
    return { findings, denies: (id) => denied.has(id) };
  };
};
