import { useCallback, useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import {
  type CountyDuties,
  countyDutiesSchema,
  DUTY_ROWS_A_PAGE,
  type DutyPage,
  dutyPageSchema,
} from '../../../domain/contracts/county-duties-view.ts';
import type { MineQuery } from '../../../domain/contracts/county-statistics.ts';
import type { DutyQuery } from '../../../domain/county-duties/duty-query.ts';
import { type Fetched, type FetchFailure, fetchJson } from '../../shell/fetch-json.ts';
import { countyApi } from '../county-files.ts';
import { createDutyPages, type DutyItem, dutyPageOf } from './duty-pages.ts';

/** What the table is asked for with. */
export interface DutyQuestion {
  readonly county: string;
  /** null: today. */
  readonly on: string | null;
  readonly mines: MineQuery;
  readonly query: DutyQuery;
  readonly language: 'zh' | 'en';
}

export type DutiesState =
  | { readonly status: 'loading' }
  | {
      readonly status: 'open';
      /** What the last page says of the whole table. */
      readonly view: DutyPage;
      readonly items: readonly DutyItem[];
      /** What is asked for now has not come yet. */
      readonly refreshing: boolean;
    }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

/** Counts the tries; a new number asks afresh. */
const useAttempt = create<{ readonly attempt: number }>(() => ({ attempt: 0 }));
export const reloadDuties = (): void => useAttempt.setState(({ attempt }) => ({ attempt: attempt + 1 }));

/** Whoever types asks with what it became. */
const TYPING_MS = 150;

const onDay = (on: string | null): string => (on === null ? '' : `?${new URLSearchParams({ on })}`);

/** As dutyPageQuerySchema has it. */
const pageAddress = (
  { county, on, mines, query, language }: DutyQuestion,
  more: { readonly page: number; readonly find: string | null; readonly stamp: string | null },
): string => {
  const asked = new URLSearchParams({ sort: query.sort, descending: String(query.descending), language });
  if (on !== null) asked.set('on', on);
  if (query.text.trim() !== '') asked.set('text', query.text.trim());
  for (const id of query.duties) asked.append('duty', id);
  for (const kind of query.kinds) asked.append('kind', kind);
  for (const [key, values] of Object.entries(mines))
    if (key !== 'warning' && values) asked.set(key, values.join(','));
  if (more.page > 0) asked.set('from', String(more.page * DUTY_ROWS_A_PAGE));
  if (more.find !== null) asked.set('find', more.find);
  if (more.stamp !== null) asked.set('stamp', more.stamp);
  return `${countyApi(county)}/duties/page?${asked}`;
};

/**
 * The table that is asked for; its rows come in pages, where they are in sight.
 * @param find the mine whose page is wanted first
 * @returns the table, and what is told which rows are in sight
 */
export const useDutyTable = (
  question: DutyQuestion,
  find: string | null,
): readonly [DutiesState, (first: number, end: number) => void] => {
  const attempt = useAttempt((store) => store.attempt);
  const [state, setState] = useState<DutiesState>({ status: 'loading' });
  const read = useRef<((page: number) => void) | null>(null);
  const found = useRef(find);
  found.current = find;
  const typed = useRef(question.query.text);
  const key = JSON.stringify([attempt, question]);
  useEffect(() => {
    const stop = new AbortController();
    const [, asked] = JSON.parse(key) as [number, DutyQuestion];
    const pages = createDutyPages();
    const fetchPage = async (page: number, first: string | null): Promise<void> => {
      const address = pageAddress(asked, { page, find: first, stamp: pages.stamp() });
      const fetched = await fetchJson(address, dutyPageSchema, { signal: stop.signal });
      if (!fetched.ok) {
        setState({ status: 'failed', failure: fetched.failure });
        return;
      }
      pages.take(fetched.value);
      setState({ status: 'open', view: fetched.value, items: pages.items(), refreshing: false });
    };
    const quietly = (work: Promise<void>): void => void work.catch(() => {}); // only an abort rejects
    read.current = (page) => {
      if (pages.stamp() !== null && pages.wants(page)) quietly(fetchPage(page, null));
    };
    // What is on the screen stays until the answer has come, if it is of this county: a day more or less moves few cells.
    setState((now) =>
      now.status === 'open' && now.view.county === asked.county
        ? { ...now, refreshing: true }
        : { status: 'loading' },
    );
    const typing = typed.current !== asked.query.text;
    typed.current = asked.query.text;
    const timer = setTimeout(() => quietly(fetchPage(0, found.current)), typing ? TYPING_MS : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
      read.current = null;
    };
  }, [key]);
  const inSight = useCallback((first: number, end: number): void => {
    for (let page = dutyPageOf(first); page <= dutyPageOf(Math.max(first, end - 1)); page++)
      read.current?.(page);
  }, []);
  return [state, inSight];
};

/** All of every mine, for what goes out whole: megabytes where a county has thousands of mines. */
export const wholeDuties = (county: string, on: string | null): Promise<Fetched<CountyDuties>> =>
  fetchJson(`${countyApi(county)}/duties${onDay(on)}`, countyDutiesSchema);

/** All of one mine: the parts of its score, and what is known of it; null: it has not come, or none is asked for. */
export const useMineDuties = (
  county: string,
  mine: string | null,
  on: string | null,
): Fetched<CountyDuties> | null => {
  const attempt = useAttempt((store) => store.attempt);
  const key = mine === null ? null : JSON.stringify([attempt, county, mine, on]);
  const [state, setState] = useState<{ readonly of: string; readonly got: Fetched<CountyDuties> } | null>(
    null,
  );
  useEffect(() => {
    if (key === null) return;
    const [, ...of] = JSON.parse(key) as [number, string, string, string | null];
    const stop = new AbortController();
    const address = `${countyApi(of[0])}/mines/${encodeURIComponent(of[1])}/duties${onDay(of[2])}`;
    fetchJson(address, countyDutiesSchema, { signal: stop.signal }).then(
      (got) => {
        if (!stop.signal.aborted) setState({ of: key, got });
      },
      () => {}, // only an abort rejects: another mine was chosen
    );
    return () => stop.abort();
  }, [key]);
  // Another mine's parts must not stand here until its own have come.
  return state?.of === key ? state.got : null;
};
