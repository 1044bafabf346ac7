import { METRICS, type ReadingKind } from '../contracts/live/messages.ts';
import type { Judgement, RuleFinding } from './finding.ts';
import { readingKey } from './mine-situation.ts';
import { type MineWatch, trueAt } from './mine-watch.ts';
import { deviceFinding, type RuleDevice } from './rule-device.ts';

/**
 * When the device last said something of its own, ms by our clock; −Infinity where it never did. A gateway that repeats the
 * last value of a dead one with the time it was read is not its word.
 */
const lastHeard = ({ situation }: MineWatch, { id, kind }: RuleDevice): number => {
  let last = Number.NEGATIVE_INFINITY;
  for (const metric in METRICS[kind as ReadingKind]) {
    const reading = situation.readings.get(readingKey(id, `${kind}.${metric}`));
    if (reading) last = Math.max(last, trueAt(reading));
  }
  return last;
};

/** A device of live.yaml that has not reported for longer than the mine allows. Readers are judged by silent-reader. */
export const deviceSilent = (
  watch: MineWatch,
  devices: readonly RuleDevice[],
  minutes: number,
): Judgement => {
  const { situation, startedAt } = watch;
  const limit = minutes * 60_000;
  const findings: RuleFinding[] = [];
  const denied = new Set<string>();
  for (const device of devices) {
    const heard = lastHeard(watch, device);
    // Nobody listened before watching began: silence counts from then.
    const last = Math.max(heard, startedAt);
    const silentFor = situation.time - last;
    if (silentFor > limit)
      findings.push(
        deviceFinding(device, last + limit, {
          value: Math.floor(silentFor / 60_000),
          bound: minutes,
          unit: 'min',
        }),
      );
    else if (situation.time - heard <= limit) denied.add(device.id);
  }
  return { findings, denies: (id) => denied.has(id) };
};
