import type { BoreholeLog, LogInterval, LogValue } from '../boreholes/borehole-log.ts';
import type { Language } from '../contracts/bilingual.ts';
import type { CatalogProperty } from '../contracts/catalog.ts';
import { spreadLabels } from './spread-labels.ts';
import { wrapText } from './text-width.ts';

/** What a table beside a column says of one interval. */
export interface ColumnRow {
  readonly interval: LogInterval;
  /** Millimetres on paper; rows follow one another without gap. */
  readonly top: number;
  readonly bottom: number;
  readonly rock: readonly string[];
  readonly description: readonly string[];
  /** Height of letters, millimetres. */
  readonly size: number;
}

export interface ColumnTable {
  readonly rows: readonly ColumnRow[];
  /** False: the table has no room for everything, and the letters are smaller than they should be. */
  readonly fits: boolean;
}

const SIZE = 2.2;
const LEADING = 1.35;
/** Above and below the letters of a row, together. */
const PADDING = 0.8;

/** A value of a column as people read it; null where there is none. */
export const valueText = (
  { type, unit, decimals, values }: CatalogProperty,
  value: LogValue | undefined,
  language: Language,
): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (type === 'string')
    return values?.[String(value)]?.[language] ?? String(value).replace(/\s*\n\s*/g, ' ');
  const number =
    typeof value === 'number' && decimals !== undefined ? value.toFixed(decimals) : String(value);
  return unit ? `${number} ${unit}` : number;
};
const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

const descriptionOf = (log: BoreholeLog, { values }: LogInterval, language: Language): string =>
  log.intervalColumns
    .flatMap((column) => {
      const text = valueText(column, values[column.id], language);
      if (text === null) return [];
      return column.type === 'string' ? text : `${column.name[language]} ${text}`;
    })
    .join(language === 'zh' ? '；' : '; ');

/**
 * Rows of the table beside a column: as near to their intervals as their letters allow.
 * @param o.top, bottom of the table, millimetres on paper; y goes up
 */
export const columnRows = (
  log: BoreholeLog,
  o: {
    readonly top: number;
    readonly bottom: number;
    /** Where a depth lies on the paper. */
    readonly y: (depth: number) => number;
    readonly rockWidth: number;
    readonly descriptionWidth: number;
    readonly language: Language;
  },
): ColumnTable => {
  const room = o.top - o.bottom;
  const texts = log.intervals.map((interval) => ({
    interval,
    rock: wrapText(interval.rock[o.language], SIZE, o.rockWidth),
    description: wrapText(descriptionOf(log, interval, o.language), SIZE, o.descriptionWidth),
  }));
  const heights = texts.map(
    ({ rock, description }) => Math.max(1, rock.length, description.length) * SIZE * LEADING + PADDING,
  );
  const wanted = heights.reduce((sum, height) => sum + height, 0);
  const shrink = Math.min(1, room / wanted);
  const sizes = heights.map((height) => height * shrink);
  // Measured downwards, so that they rise.
  const middles = spreadLabels(
    log.intervals.map(({ from, to }) => o.top - (o.y(from) + o.y(to)) / 2),
    sizes,
    [0, room],
  );
  const places =
    middles ?? sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0) + sizes[i]! / 2);
  const borders = places.map((at, i) => {
    if (i === 0) return 0;
    return (places[i - 1]! + sizes[i - 1]! / 2 + at - sizes[i]! / 2) / 2;
  });
  // The last row ends with the hole, or where its letters do.
  const end = Math.min(
    room,
    Math.max(o.top - o.y(log.depth), (places.at(-1) ?? 0) + (sizes.at(-1) ?? 0) / 2),
  );
  return {
    fits: shrink === 1,
    rows: texts.map(({ interval, rock, description }, i) => ({
      interval,
      top: o.top - borders[i]!,
      bottom: o.top - (borders[i + 1] ?? end),
      rock,
      description,
      size: SIZE * shrink,
    })),
  };
};
