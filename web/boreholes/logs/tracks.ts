import type { BoreholeLog, LogValue } from '../../../domain/boreholes/borehole-log.ts';
import type { CatalogProperty } from '../../../domain/contracts/catalog.ts';

/** A number along a hole, drawn as bars beside its log. */
export interface Track {
  readonly column: CatalogProperty;
  readonly bars: readonly { readonly from: number; readonly to: number; readonly value: number }[];
  /** Bars are as long as their share of this. */
  readonly most: number;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, LogValue>>;
}

/** Every number of the samples, then of the log itself, that this hole has anywhere. Nothing stands in for what was not measured. */
export const tracksOf = (
  log: Pick<BoreholeLog, 'assays' | 'assayColumns' | 'intervals' | 'intervalColumns'>,
): Track[] => [...numbersOf(log.assayColumns, log.assays), ...numbersOf(log.intervalColumns, log.intervals)];

const numbersOf = (columns: readonly CatalogProperty[], stretches: readonly Stretch[]): Track[] =>
  columns.flatMap((column): Track[] => {
    if (column.type !== 'number' && column.type !== 'integer') return [];
    const bars = stretches.flatMap(({ from, to, values }) => {
      const value = values[column.id];
      return typeof value === 'number' ? [{ from, to, value }] : [];
    });
    const most = bars.reduce((sum, { value }) => Math.max(sum, value), 0);
    return bars.length > 0 ? [{ column, bars, most }] : [];
  });
