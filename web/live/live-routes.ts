import type { z } from 'zod';
import { alarmSchema } from '../../domain/contracts/live/alarm.ts';
import { entityDetailSchema, undergroundSchema } from '../../domain/contracts/live/entity-detail.ts';
import {
  alarmListSchema,
  historySchema,
  readingListSchema,
  trackSchema,
} from '../../domain/contracts/live/history.ts';
import {
  holdListSchema,
  incidentHoldSchema,
  type MakeHold,
} from '../../domain/contracts/live/incident-hold.ts';
import { ruleListSchema } from '../../domain/contracts/live/rule-list.ts';
import { liveSetupSchema } from '../../domain/contracts/live/setup.ts';
import { type ReturnTag, tagReturnSchema } from '../../domain/contracts/live/tag-return.ts';
import { type Fetched, fetchJson } from '../shell/fetch-json.ts';

/** The gateway's routes of one mine's live side; times in ms. Nothing here throws but an abort. */
export const liveRoutes = (mine: string) => {
  const base = `/api/mines/${encodeURIComponent(mine)}`;
  const get = <S extends z.ZodType>(
    path: string,
    schema: S,
    signal?: AbortSignal,
  ): Promise<Fetched<z.output<S>>> => fetchJson(`${base}${path}`, schema, signal ? { signal } : {});
  const send = <S extends z.ZodType>(
    method: 'POST' | 'DELETE',
    path: string,
    body: object,
    schema: S,
  ): Promise<Fetched<z.output<S>>> =>
    fetchJson(`${base}${path}`, schema, {
      fetch: (url) =>
        globalThis.fetch(url, {
          method,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
    });
  const query = (o: Record<string, string | number>) =>
    new URLSearchParams(Object.entries(o).map(([key, value]) => [key, String(value)])).toString();
  return {
    setup: (signal?: AbortSignal) => get('/live', liveSetupSchema, signal),
    history: (signal?: AbortSignal) => get('/history', historySchema, signal),
    alarms: (from: number, to: number, signal?: AbortSignal) =>
      get(`/alarms?${query({ from: Math.floor(from), to: Math.ceil(to) })}`, alarmListSchema, signal),
    readingsAt: (at: number, signal?: AbortSignal) =>
      get(`/readings?${query({ at: Math.floor(at) })}`, readingListSchema, signal),
    track: (tag: string, from: number, to: number, signal?: AbortSignal) =>
      get(`/track?${query({ tag, from: Math.floor(from), to: Math.ceil(to) })}`, trackSchema, signal),
    /** @param at ms: of that moment of the past; null: of now */
    entity: (tag: string, at: number | null, signal?: AbortSignal) =>
      get(
        `/entity?${query({ tag, ...(at === null ? {} : { at: Math.floor(at) }) })}`,
        entityDetailSchema,
        signal,
      ),
    underground: (signal?: AbortSignal) => get('/underground', undergroundSchema, signal),
    acknowledge: (id: string, answer: { readonly by: string; readonly note: string }) =>
      send('POST', `/alarms/${encodeURIComponent(id)}/acknowledge`, answer, alarmSchema),
    rules: (signal?: AbortSignal) => get('/rules', ruleListSchema, signal),
    returnTag: (wanted: ReturnTag) => send('POST', '/tag-returns', wanted, tagReturnSchema),
    holds: (signal?: AbortSignal) => get('/holds', holdListSchema, signal),
    hold: (wanted: MakeHold) => send('POST', '/holds', wanted, incidentHoldSchema),
    releaseHold: (id: string, by: string) =>
      send('DELETE', `/holds/${encodeURIComponent(id)}`, { by }, incidentHoldSchema),
  };
};

export type LiveRoutes = ReturnType<typeof liveRoutes>;
