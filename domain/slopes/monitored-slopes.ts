import type { SlopeHeightRule } from '../contracts/live/rule-book.ts';
import type { SetupSlope } from '../contracts/live/setup.ts';

/** One rule held against one slope. */
export interface SlopeDuty {
  readonly rule: SlopeHeightRule;
  /**
   * `required`: the rule asks for monitoring; `not-required`: it does not; `unknown`: the height it is measured by is
   * not known; `disputed`: the rule does not say which height it means, and the two heights answer differently.
   */
  readonly answer: 'required' | 'not-required' | 'unknown' | 'disputed';
  /** Metres: the height that was judged; null where none was. */
  readonly height: number | null;
}

export interface SlopeMonitoring {
  readonly slope: SetupSlope;
  readonly duties: readonly SlopeDuty[];
  /** How many of its stations are known to work. */
  readonly workingStations: number;
  readonly stations: number;
  /** What the official must see: `missing` where a duty holds and no station works. */
  readonly state: 'monitored' | 'missing' | 'no-duty' | 'unknown';
}

const meets = (height: number, { op, value }: SlopeHeightRule): boolean =>
  op === '>' ? height > value : height >= value;

const answerOf = (slope: SetupSlope, rule: SlopeHeightRule): Omit<SlopeDuty, 'rule'> => {
  const { designHeight = null, currentHeight = null } = slope;
  const single = (height: number | null): Omit<SlopeDuty, 'rule'> =>
    height === null
      ? { answer: 'unknown', height }
      : { answer: meets(height, rule) ? 'required' : 'not-required', height };
  if (rule.basis === 'design') return single(designHeight);
  if (rule.basis === 'current') return single(currentHeight);
  const known = [designHeight, currentHeight].filter((height) => height !== null);
  if (known.length === 0) return { answer: 'unknown', height: null };
  const highest = Math.max(...known);
  const met = known.filter((height) => meets(height, rule)).length;
  // Below the bound by the one height that is known, nothing is known of the other.
  if (met === 0) return { answer: known.length === 2 ? 'not-required' : 'unknown', height: highest };
  return { answer: met === known.length ? 'required' : 'disputed', height: highest };
};

/**
 * Which slopes and dumps must be monitored under which rule, and whether they are. The four thresholds of the source
 * documents differ in number and in which height they mean, so each is answered by itself.
 */
export function slopeMonitoring(
  slopes: readonly SetupSlope[],
  rules: readonly SlopeHeightRule[],
  isWorking: (device: string) => boolean | null,
): SlopeMonitoring[] {
  return slopes.map((slope) => {
    const duties = rules
      .filter(({ object }) => object === slope.kind)
      .map((rule) => ({ rule, ...answerOf(slope, rule) }));
    const working = slope.stations.map(isWorking);
    const workingStations = working.filter((state) => state === true).length;
    const duty = duties.some(({ answer }) => answer === 'required' || answer === 'disputed');
    const open = duties.some(({ answer }) => answer === 'unknown');
    const state =
      workingStations > 0
        ? 'monitored'
        : working.some((one) => one === null)
          ? 'unknown'
          : duty
            ? 'missing'
            : open
              ? 'unknown'
              : 'no-duty';
    return { slope, duties, workingStations, stations: slope.stations.length, state };
  });
}
