import { unitOfMetric } from '../contracts/live/messages.ts';
import type { Reading } from '../contracts/live/viewer.ts';
import type { Judgement, RuleFinding } from './finding.ts';
import { isCurrent, type MineWatch } from './mine-watch.ts';
import { type Bound, isBack, passes } from './reading-threshold.ts';
import { deviceFinding, type RuleDevice } from './rule-device.ts';

export interface ReadingChange extends Bound {
  /** kind.metric */
  readonly metric: string;
  /** `percent`: of what the value was before; `absolute`: in the metric's unit. */
  readonly change: 'absolute' | 'percent';
  readonly windowMinutes: number;
}

/** Readings kept a window: enough to find "then" within two per cent of it. */
const KEPT_PER_WINDOW = 64;
/** With less than half a window of readings nobody can say what has changed over it. */
const LEAST_SHARE = 0.5;

interface Past {
  readonly at: number[];
  readonly value: number[];
}

/**
 * How much a reading has changed, up or down, against the oldest one within the window. Remembers a window of readings a
 * device, so one of these is made for the life of a mine. `seed` gives it what was kept from before a restart.
 */
export const createReadingChange = (
  rule: ReadingChange,
  deviceOf: (id: string) => RuleDevice,
): { judge(watch: MineWatch): Judgement; seed(readings: readonly Reading[]): void } => {
  const windowMs = rule.windowMinutes * 60_000;
  const pasts = new Map<string, Past>();
  const pastOf = (device: string): Past => {
    const known = pasts.get(device);
    if (known) return known;
    const past = { at: [], value: [] };
    pasts.set(device, past);
    return past;
  };
  const keep = ({ device, at, value }: Reading): void => {
    if (typeof value !== 'number') return;
    const past = pastOf(device);
    const last = past.at.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (at - last < windowMs / KEPT_PER_WINDOW) return;
    past.at.push(at);
    past.value.push(value);
    while (past.at.length > 0 && past.at[0]! < at - windowMs) {
      past.at.shift();
      past.value.shift();
    }
  };
  /**
   * Change over the window; null where the past is too short. In per cent of nothing any change is Infinity: water that
   * breaks into a dry roadway is what such a rule is for. What a dry gauge shows now and then is noise: of nothing the most it
   * showed in the older half of the window counts as before.
   */
  const changeOf = ({ device, at, value }: Reading): number | null => {
    const past = pasts.get(device);
    if (!past || typeof value !== 'number') return null;
    const first = past.at.findIndex((time) => time >= at - windowMs);
    if (first < 0 || at - past.at[first]! < windowMs * LEAST_SHARE) return null;
    const before = past.value[first]!;
    if (rule.change === 'absolute') return Math.abs(value - before);
    if (value === before) return 0;
    if (before !== 0) return (Math.abs(value - before) / Math.abs(before)) * 100;
    let noise = 0;
    for (let i = first; i < past.at.length && past.at[i]! < at - windowMs * LEAST_SHARE; i++)
      noise = Math.max(noise, Math.abs(past.value[i]!));
    return Math.max(0, Math.abs(value) / noise - 1) * 100;
  };
  /** From nothing there is no percentage: then the value itself is told, against 0. */
  const judgedChange = ({ value }: Reading, change: number): RuleFinding['judged'] =>
    Number.isFinite(change)
      ? { value: change, bound: rule.value, unit: rule.unit }
      : { value: Number(value), bound: 0, unit: unitOfMetric(rule.metric) ?? '' };
  return {
    seed: (readings) => {
      for (const reading of readings) if (reading.metric === rule.metric) keep(reading);
    },
    judge: (watch) => {
      const findings: RuleFinding[] = [];
      const denied = new Set<string>();
      for (const reading of watch.ofMetric(rule.metric)) {
        keep(reading);
        const change = isCurrent(watch, reading) ? changeOf(reading) : null;
        if (change === null) continue;
        if (isBack(change, rule)) denied.add(reading.device);
        if (!passes(change, rule)) continue;
        findings.push(deviceFinding(deviceOf(reading.device), reading.at, judgedChange(reading, change)));
      }
      return { findings, denies: (id) => denied.has(id) };
    },
  };
};
