import type { LegendKey } from './layer-draft.ts';

/** Light to dark, readable on both themes and without red-green contrast. */
const RAMP = ['#f2d9a0', '#eda758', '#d9703b', '#b03a48', '#6d1f58'] as const;
const QUANTILES = [0.5, 0.75, 0.9, 0.975] as const;

export interface ClassLegend {
  readonly keys: readonly string[];
  keyOf(value: number): LegendKey;
}

/** Rounds to one significant digit, so that the legend reads 0.3 and not 0.2999999993. */
const roundBreak = (value: number): number => (value === 0 ? 0 : Number(value.toPrecision(1)));

/**
 * Classes for a measured number (an assay): breaks are the 50th, 75th, 90th and 97.5th percentile of `values`
 * rounded to one significant digit, so a class says how unusual a value is in this mine. A constant column gives
 * one class. `values` must not be empty.
 */
export const createClassLegend = (
  property: { readonly id: string; readonly zh: string; readonly en: string; readonly unit?: string },
  values: readonly number[],
): ClassLegend => {
  const sorted = Float64Array.from(values).sort();
  const breaks = [
    ...new Set(QUANTILES.map((q) => roundBreak(sorted[Math.floor(q * (sorted.length - 1))]!))),
  ].filter((limit) => limit > sorted[0]! && limit <= sorted.at(-1)!);
  const unit = property.unit ? ` ${property.unit}` : '';
  const range = (place: number): string => {
    const low = breaks[place - 1];
    const high = breaks[place];
    if (low === undefined && high === undefined) return `${sorted[0]}${unit}`;
    if (low === undefined) return `< ${high}${unit}`;
    return high === undefined ? `≥ ${low}${unit}` : `${low} – ${high}${unit}`;
  };
  const entries = Array.from({ length: breaks.length + 1 }, (_, place): LegendKey => {
    const step = breaks.length === 0 ? 0 : (place * (RAMP.length - 1)) / breaks.length;
    return {
      key: `${property.id}-class-${place + 1}`,
      name: { zh: `${property.zh} ${range(place)}`, en: `${property.en} ${range(place)}` },
      colour: RAMP[Math.round(step)]!,
    };
  });
  return {
    keys: entries.map((entry) => entry.key),
    keyOf: (value) => entries[breaks.filter((limit) => value >= limit).length]!,
  };
};
