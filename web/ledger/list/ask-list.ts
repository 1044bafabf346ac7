import type { LedgerQuery } from '../../../domain/hazards/ledger-query.ts';
import { setView, useView } from '../../shell/view-store.ts';

/** What is asked of the list: it is in the link, and stays while one looks at a card or at another screen. */
export const useLedgerQuery = (): LedgerQuery => useView(({ ledgerQuery }) => ledgerQuery);

export const setLedgerQuery = (patch: Partial<LedgerQuery>): void =>
  setView({ ledgerQuery: { ...useView.getState().ledgerQuery, ...patch } });
