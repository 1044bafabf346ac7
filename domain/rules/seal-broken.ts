import type { Judgement } from './finding.ts';
import { currentReading, type MineWatch } from './mine-watch.ts';
import { deviceFinding, type RuleDevice } from './rule-device.ts';

/** An electronic seal that reports itself open. */
export const sealBroken = (watch: MineWatch, seals: readonly RuleDevice[]): Judgement => {
  const closed = (id: string) => currentReading(watch, id, 'seal.closed');
  return {
    findings: seals.flatMap((seal) => {
      const reading = closed(seal.id);
      return reading?.value === false ? [deviceFinding(seal, reading.at)] : [];
    }),
    denies: (id) => closed(id)?.value === true,
  };
};
