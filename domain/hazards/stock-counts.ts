import { HAZARD_STATES, type HazardState } from '../contracts/hazard.ts';
import type { HazardRow, StockCounts } from '../contracts/ledger-list.ts';
import { CORROBORATIONS, type Corroboration } from './cross-validation.ts';

const zeros = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

/** What the ledger holds on the day of its rows. */
export const stockCounts = (rows: readonly HazardRow[]): StockCounts => {
  const counts = {
    ...{ open: 0, lacking: 0, inDoubt: 0, incomplete: 0, overdue: 0, withoutDeadline: 0, moved: 0 },
  };
  const states: Record<HazardState, number> = zeros(HAZARD_STATES);
  const categories = new Map<string, { open: number; closed: number; by: Record<Corroboration, number> }>();
  for (const row of rows) {
    states[row.state]++;
    const of = categories.get(row.category) ?? { open: 0, closed: 0, by: zeros(CORROBORATIONS) };
    categories.set(row.category, of);
    if (row.inDoubt) counts.inDoubt++;
    if (row.lacksCorroboration) counts.lacking++;
    if (row.state === 'closed') {
      of.closed++;
      continue;
    }
    of.open++;
    of.by[row.corroboration]++;
    counts.open++;
    if (row.movedDeadline !== null) counts.moved++;
    if (row.missing.length > 0) counts.incomplete++;
    if (row.overdue === null) counts.withoutDeadline++;
    else if (row.overdue > 0) counts.overdue++;
  }
  return {
    all: rows.length,
    ...counts,
    states,
    categories: [...categories]
      .map(([category, of]) => ({ category, ...of }))
      .sort((a, b) => b.open - a.open || b.closed - a.closed),
  };
};
