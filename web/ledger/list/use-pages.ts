import { useCallback, useEffect, useRef, useState } from 'react';
import { ROWS_A_PAGE } from '../../../domain/contracts/ledger-list.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { type LedgerScope, ledgerRoutes, type PageQuestion } from '../ledger-routes.ts';
import { reloadLedger, useLedgerAttempt } from '../ledger-store.ts';
import { createPages, type ListItem, pageOf } from './pages.ts';

export type ListState =
  | { readonly status: 'loading' }
  | {
      readonly status: 'open';
      /** Hazards of the ledger, and those of them that are as asked for. */
      readonly all: number;
      readonly kept: number;
      readonly items: readonly ListItem[];
      /** What is asked for now has not come yet: these are of the question before. */
      readonly stale: boolean;
    }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

/** Whoever types asks with what it became. */
const TYPING_MS = 150;

/**
 * The list that is asked for; its rows come in pages, where they are in sight.
 * @param find the hazard whose page is wanted first
 * @returns the list, and what is told which of it is in sight
 */
export const usePages = (
  { of, id }: LedgerScope,
  question: PageQuestion,
  find: string | null,
): readonly [ListState, (drawn: readonly ListItem[]) => void] => {
  const attempt = useLedgerAttempt();
  const [state, setState] = useState<ListState>({ status: 'loading' });
  const read = useRef<((page: number) => void) | null>(null);
  const found = useRef(find);
  found.current = find;
  const typed = useRef(question.query.text);
  const key = JSON.stringify([attempt, question]);

  useEffect(() => {
    const stop = new AbortController();
    const [, asked] = JSON.parse(key) as [number, PageQuestion];
    const pages = createPages();
    const fetchPage = async (page: number, first: string | null): Promise<void> => {
      const wanted = { ...asked, from: page * ROWS_A_PAGE, find: first };
      const fetched = await ledgerRoutes.page({ of, id }, wanted, stop.signal);
      if (!fetched.ok) {
        setState({ status: 'failed', failure: fetched.failure });
        return;
      }
      const { all, kept } = fetched.value;
      // Somebody wrote meanwhile: what is counted is read anew as well.
      if (!pages.take(fetched.value)) reloadLedger();
      setState({ status: 'open', all, kept, items: pages.items(), stale: false });
    };
    const quietly = (work: Promise<void>): void => void work.catch(() => {}); // only an abort rejects
    read.current = (page) => {
      if (pages.wants(page)) quietly(fetchPage(page, null));
    };
    setState((now) => (now.status === 'open' ? { ...now, stale: true } : { status: 'loading' }));
    const { text } = asked.query;
    const typing = typed.current !== text;
    typed.current = text;
    const timer = setTimeout(() => quietly(fetchPage(0, found.current)), typing ? TYPING_MS : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
      read.current = null;
    };
  }, [of, id, key]);

  const inSight = useCallback((drawn: readonly ListItem[]): void => {
    for (const item of drawn) if (typeof item === 'number') read.current?.(pageOf(item));
  }, []);
  return [state, inSight];
};
