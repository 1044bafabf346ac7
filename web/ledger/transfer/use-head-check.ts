import { useState } from 'react';
import { type CheckedHead, type KeptChainHead, MOST_HEADS } from '../../../domain/contracts/ledger-heads.ts';
import { type HeadsFault, readKeptHeads } from '../../../domain/hazards/kept-heads-file.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { ledgerRoutes } from '../ledger-routes.ts';

export type HeadCheck =
  | { readonly status: 'none' }
  | { readonly status: 'faulty'; readonly faults: readonly HeadsFault[]; readonly usable: number }
  | { readonly status: 'checking'; readonly done: number; readonly all: number }
  | {
      readonly status: 'checked';
      readonly heads: readonly CheckedHead[];
      /** Chains of the ledger of which nothing was kept. */
      readonly uncovered: number;
    }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

const keyOf = ({ mine, ledger }: Pick<KeptChainHead, 'mine' | 'ledger'>): string => `${mine} ${ledger}`;

/** Holds heads that were kept outside against the ledger of a county, a hundred at a time. */
export const useHeadCheck = (county: string): readonly [HeadCheck, (text: string) => Promise<void>] => {
  const [state, setState] = useState<HeadCheck>({ status: 'none' });
  const check = async (text: string): Promise<void> => {
    const { heads, faults } = readKeptHeads(text);
    // Of a file that cannot be read whole nothing is said: what is left out might be what was altered.
    if (faults.length > 0) {
      setState({ status: 'faulty', faults, usable: heads.length });
      return;
    }
    const checked: CheckedHead[] = [];
    for (let at = 0; at < heads.length; at += MOST_HEADS) {
      setState({ status: 'checking', done: at, all: heads.length });
      const fetched = await ledgerRoutes.checkHeads(county, heads.slice(at, at + MOST_HEADS));
      if (!fetched.ok) {
        setState({ status: 'failed', failure: fetched.failure });
        return;
      }
      checked.push(...fetched.value);
    }
    const now = await ledgerRoutes.heads(county);
    if (!now.ok) {
      setState({ status: 'failed', failure: now.failure });
      return;
    }
    const covered = new Set(heads.map(keyOf));
    const uncovered = now.value.heads.filter((head) => !covered.has(keyOf(head))).length;
    setState({ status: 'checked', heads: checked, uncovered });
  };
  return [state, check];
};
