import { HAZARD_STATES, type HazardState } from '../../../domain/contracts/hazard.ts';
import type { Corroboration } from '../../../domain/hazards/cross-validation.ts';
import type { LedgerRow } from '../ledger-row.ts';

export interface CategoryCounts {
  readonly category: string;
  readonly open: number;
  readonly closed: number;
  /** Of the open ones. */
  readonly by: Readonly<Record<Corroboration, number>>;
}

/** What the ledger holds on the shown day. */
export interface StockCounts {
  readonly open: number;
  readonly lacking: number;
  readonly incomplete: number;
  readonly overdue: number;
  readonly withoutDeadline: number;
  readonly states: Readonly<Record<HazardState, number>>;
  /** The one with most open hazards first. */
  readonly categories: readonly CategoryCounts[];
}

const NONE: Readonly<Record<Corroboration, number>> = {
  proven: 0,
  inferred: 0,
  contradicted: 0,
  unverified: 0,
  refuted: 0,
};

export const stockCounts = (rows: readonly LedgerRow[]): StockCounts => {
  const open = rows.filter(({ version }) => version.hazard.state !== 'closed');
  const count = (keeps: (row: LedgerRow) => boolean): number => open.filter(keeps).length;
  const states = Object.fromEntries(HAZARD_STATES.map((state) => [state, 0])) as Record<HazardState, number>;
  const categories = new Map<string, { open: number; closed: number; by: Record<Corroboration, number> }>();
  for (const { version, standing } of rows) {
    const { state, category } = version.hazard;
    states[state]++;
    const of = categories.get(category) ?? { open: 0, closed: 0, by: { ...NONE } };
    if (state === 'closed') of.closed++;
    else {
      of.open++;
      of.by[standing.crossValidation.status]++;
    }
    categories.set(category, of);
  }
  return {
    open: open.length,
    lacking: count(({ standing }) => standing.lacksCorroboration),
    incomplete: count(({ standing }) => standing.missing.length > 0),
    overdue: count(({ standing }) => (standing.overdue ?? 0) > 0),
    withoutDeadline: count(({ standing }) => standing.overdue === null),
    states,
    categories: [...categories]
      .map(([category, of]) => ({ category, ...of }))
      .sort((a, b) => b.open - a.open || b.closed - a.closed),
  };
};
