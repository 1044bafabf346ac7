import { useEffect } from 'react';
import { create } from 'zustand';
import { sessionSchema } from '../../../domain/contracts/session.ts';
import { fetchJson } from '../../shell/fetch-json.ts';

const useLedger = create<{ readonly isKept: boolean | null }>(() => ({ isKept: null }));
let isAsked = false;

/**
 * Whether this gateway keeps a ledger: without a database it has neither accounts nor hazards, and a map that asked for their tiles
 * would be answered 404 for each.
 */
export const useHasLedger = (): boolean => {
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    fetchJson('/api/session', sessionSchema).then(
      (fetched) => useLedger.setState({ isKept: fetched.ok && fetched.value.kind === 'accounts' }),
      () => {}, // only an abort rejects, and none is given
    );
  }, []);
  return useLedger(({ isKept }) => isKept === true);
};
