import type { BoreholeLog } from '../boreholes/borehole-log.ts';
import type { CatalogProperty } from '../contracts/catalog.ts';

/** More than these have no room beside a column. */
const MOST = 4;

/** The elements a hole was assayed for, most often measured first. */
export const assayColumns = ({ assays, assayColumns: columns }: BoreholeLog): CatalogProperty[] => {
  const counted = columns
    .filter(({ type }) => type === 'number' || type === 'integer')
    .map((column) => ({
      column,
      count: assays.filter(({ values }) => typeof values[column.id] === 'number').length,
    }));
  return counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST)
    .map(({ column }) => column);
};
