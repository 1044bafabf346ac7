import type { CatalogProperty } from '../../domain/contracts/catalog.ts';

/** Digits are grouped the same way in both languages, so one locale serves: 12,345.67. */
const LOCALE = 'en-US';

/**
 * A number for reading, as text without its unit; null for what is not a finite number, which is shown as unknown.
 * With `decimals`, exactly that many; without, at most 3, but never so few that a small value looks like zero.
 * Four-digit numbers without a unit stay ungrouped: they may be years.
 */
export const formatNumber = (
  value: number,
  { decimals, unit, integer = false }: { decimals?: number; unit?: string; integer?: boolean } = {},
): string | null => {
  if (!Number.isFinite(value)) return null;
  const grouping = { useGrouping: unit ? 'always' : 'min2', signDisplay: 'negative' } as const;
  if (decimals !== undefined) {
    return new Intl.NumberFormat(LOCALE, {
      ...grouping,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value);
  }
  if (integer) return new Intl.NumberFormat(LOCALE, { ...grouping, maximumFractionDigits: 0 }).format(value);
  const small = value !== 0 && Math.abs(value) < 0.01;
  return new Intl.NumberFormat(LOCALE, {
    ...grouping,
    ...(small ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 3 }),
  }).format(value);
};

/** A count of things: always grouped, never a decimal. */
export const formatCount = (count: number): string => new Intl.NumberFormat(LOCALE).format(count);

/** A number of a property-table column, by the column's own decimals and unit. */
export const formatPropertyNumber = (
  value: number,
  { type, decimals, unit }: Pick<CatalogProperty, 'type' | 'decimals' | 'unit'>,
): string | null => formatNumber(value, { decimals, unit, integer: type === 'integer' });

/** A unit as it is printed; contracts write it in plain letters. */
export const unitSign = (unit: string): string => unit.replace(/\bm3\b/, 'm³');

/** Grouping of survey coordinates: a thin space every three digits, as on maps: 39 512 345.68. */
export const formatCoordinate = (value: number, decimals: number): string => {
  if (!Number.isFinite(value)) return '—';
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u2009');
  const zero = Number(`${whole}.${part ?? 0}`) === 0;
  return `${value < 0 && !zero ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
};
