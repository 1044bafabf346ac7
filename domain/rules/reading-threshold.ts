import type { Reading } from '../contracts/live/viewer.ts';
import type { Judgement } from './finding.ts';
import { isCurrent, type MineWatch } from './mine-watch.ts';
import { deviceFinding, type RuleDevice } from './rule-device.ts';

export interface Bound {
  readonly op: '>=' | '>' | '<=' | '<';
  readonly value: number;
  readonly unit: string;
  /** By how much the value must come back before the alarm may clear. */
  readonly hysteresis: number;
}

export interface ReadingThreshold extends Bound {
  /** kind.metric */
  readonly metric: string;
  /** Empty: every device. */
  readonly devices: ReadonlySet<string>;
}

export const passes = (value: number, { op, value: bound }: Pick<Bound, 'op' | 'value'>): boolean =>
  op === '>=' ? value >= bound : op === '>' ? value > bound : op === '<=' ? value <= bound : value < bound;

/** The value is back on the good side by at least the hysteresis. In between nothing is raised and nothing clears. */
export const isBack = (value: number, { op, value: bound, hysteresis }: Bound): boolean => {
  const eased = op === '>=' || op === '>' ? bound - hysteresis : bound + hysteresis;
  return !passes(value, { op, value: eased });
};

/** A reading beyond its bound. A device that reports no more keeps its last answer. */
export const readingThreshold = (
  watch: MineWatch,
  threshold: ReadingThreshold,
  deviceOf: (id: string) => RuleDevice,
): Judgement => {
  const { metric, devices, value: bound, unit } = threshold;
  const judgeable = (reading: Reading): reading is Reading & { value: number } =>
    typeof reading.value === 'number' &&
    (devices.size === 0 || devices.has(reading.device)) &&
    isCurrent(watch, reading);
  const readings = watch.ofMetric(metric).filter(judgeable);
  return {
    findings: readings
      .filter(({ value }) => passes(value, threshold))
      .map(({ device, value, at }) => deviceFinding(deviceOf(device), at, { value, bound, unit })),
    denies: (id) => readings.some(({ device, value }) => device === id && isBack(value, threshold)),
  };
};
