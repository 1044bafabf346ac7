import { create } from 'zustand';
import { type LedgerQuery, NEW_QUERY } from './ledger-query.ts';

/** What is asked of the list; kept while one looks at a card or at another screen. */
export const useLedgerQuery = create<LedgerQuery>(() => NEW_QUERY);

export const setLedgerQuery = (patch: Partial<LedgerQuery>): void => useLedgerQuery.setState(patch);
