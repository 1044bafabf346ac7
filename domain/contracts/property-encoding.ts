import type { CatalogProperty } from './catalog.ts';

/**
 * How a column of the catalog is stored in the property tables of the GLBs, and how to read it back. Chosen so
 * that three readers agree: loaders.gl throws on BOOLEAN, three's reader turns a declared noData without a
 * default into 0 (unknown must never look like 0), and NaN cannot be written in JSON. Hence every number column
 * declares an impossible value as both `noData` and `default`, and a truth value is the text "true" or "false".
 */
export const NO_DATA = { float64: -1e300, int32: -2147483648, string: '' } as const;

export type TableValue = string | number | boolean | null;

/**
 * A value as a reader of property tables returns it → the value the survey gave; null where it gave none.
 * Accepts what Cesium (undefined for no data), three and loaders.gl (the sentinel itself) return.
 */
export const fromPropertyTable = (type: CatalogProperty['type'], stored: unknown): TableValue => {
  if (stored === undefined || stored === null || stored === NO_DATA.string) return null;
  if (type === 'string') return String(stored);
  if (type === 'boolean') return stored === 'true' ? true : stored === 'false' ? false : null;
  const value = Number(stored);
  if (!Number.isFinite(value) || value === NO_DATA.float64) return null;
  // Integers too large for 32 bits are stored as float64, so an integer column may hold either sentinel.
  if (type === 'integer' && value === NO_DATA.int32) return null;
  return value;
};
