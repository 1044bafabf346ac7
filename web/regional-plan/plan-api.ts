import { useEffect, useState } from 'react';
import type { Language } from '../../domain/contracts/bilingual.ts';
import { type PlanChapter, type PlanText, planTextSchema } from '../../domain/contracts/regional-plan.ts';
import {
  type FreezePlan,
  type PlanComparison,
  type PlanFileType,
  type PlanList,
  type PlanVersion,
  type PlanView,
  planComparisonSchema,
  planListSchema,
  planVersionSchema,
  planViewSchema,
  type WritePlanText,
} from '../../domain/contracts/regional-plan-api.ts';
import { type Fetched, type FetchFailure, fetchJson } from '../shell/fetch-json.ts';

const plansOf = (county: string): string => `/api/counties/${encodeURIComponent(county)}/plans`;
const query = (values: Readonly<Record<string, string | null>>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};
const sent = (method: 'PUT' | 'POST', body: object) => (url: string) =>
  fetch(url, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** The gateway's regional plans, as domain/contracts/regional-plan-api.ts says. `on`: YYYY-MM-DD, null: today. Nothing here throws but an abort. */
export const planApi = {
  list: (county: string, signal: AbortSignal): Promise<Fetched<PlanList>> =>
    fetchJson(plansOf(county), planListSchema, { signal }),
  view: (county: string, plan: string, on: string | null, signal: AbortSignal): Promise<Fetched<PlanView>> =>
    fetchJson(`${plansOf(county)}/${plan}${query({ on })}`, planViewSchema, { signal }),
  compare: (
    county: string,
    from: string,
    to: string,
    signal: AbortSignal,
  ): Promise<Fetched<PlanComparison>> =>
    fetchJson(`${plansOf(county)}/compare${query({ from, to })}`, planComparisonSchema, { signal }),
  write: (
    county: string,
    year: number,
    chapter: PlanChapter,
    text: WritePlanText,
  ): Promise<Fetched<PlanText>> =>
    fetchJson(`${plansOf(county)}/${year}/texts/${chapter}`, planTextSchema, { fetch: sent('PUT', text) }),
  freeze: (county: string, year: number, wanted: FreezePlan): Promise<Fetched<PlanVersion>> =>
    fetchJson(`${plansOf(county)}/${year}/freeze`, planVersionSchema, { fetch: sent('POST', wanted) }),
  figureUrl: (county: string, plan: string, id: string, language: Language, on: string | null): string =>
    `${plansOf(county)}/${plan}/figure${query({ id, language, on })}`,
  fileUrl: (
    county: string,
    plan: string,
    type: PlanFileType,
    language: Language,
    on: string | null,
  ): string => `${plansOf(county)}/${plan}/file.${type}${query({ language, on })}`,
};

export type Answer<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

/**
 * What is asked for, anew for each `key`; null: nothing is. The same key asked again by `reload` keeps what is shown until the
 * answer has come.
 */
export const useAnswer = <T>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<Fetched<T>>,
): { readonly answer: Answer<T>; readonly reload: () => void } => {
  const [told, setTold] = useState<{ readonly key: string | null; readonly answer: Answer<T> }>({
    key: null,
    answer: { status: 'loading' },
  });
  const [attempt, setAttempt] = useState(0);
  // biome wants every outer value listed; `ask` is what `key` names.
  const [held] = useState<{ ask: typeof ask }>({ ask });
  held.ask = ask;
  useEffect(() => {
    if (key === null) return;
    const stop = new AbortController();
    // Another try of a failed one shows that it is tried.
    if (attempt > 0)
      setTold((before) =>
        before.answer.status === 'failed' ? { key, answer: { status: 'loading' } } : before,
      );
    held.ask(stop.signal).then(
      (fetched) => {
        if (stop.signal.aborted) return;
        setTold({
          key,
          answer: fetched.ok
            ? { status: 'open', value: fetched.value }
            : { status: 'failed', failure: fetched.failure },
        });
      },
      () => {}, // only an abort rejects: something else is asked for
    );
    return () => stop.abort();
  }, [key, attempt, held]);
  return {
    answer: told.key === key ? told.answer : { status: 'loading' },
    reload: () => setAttempt((n) => n + 1),
  };
};
