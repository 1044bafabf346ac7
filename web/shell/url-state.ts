import { DEFAULT_VIEW, type ViewState } from './view-state.ts';

/** The grammar's version; written first in every link. See docs/url-state.md. */
export const URL_VERSION = 1;

/**
 * One key of the link's query. `write` gives null where the state is as a fresh page has it; `read` gives null
 * where the text does not follow the grammar. Reading what was written gives the same state again. `before` is what the keys before this
 * one said: several may hold parts of one thing.
 */
export interface UrlField {
  readonly key: string;
  write(state: ViewState): string | null;
  read(text: string, before?: ViewState): Partial<ViewState> | null;
}

/** A part of a link that could not be used, as it was written. */
export interface DroppedPart {
  readonly key: string;
  readonly value: string;
  readonly reason: 'not-understood' | 'repeated' | 'newer-version';
}

export interface ParsedUrl {
  readonly state: ViewState;
  readonly dropped: readonly DroppedPart[];
}

/**
 * Reads a query string. Never throws: a part that does not follow the grammar falls back to the default and is
 * listed in `dropped`; keys of others are ignored.
 */
export const parseUrl = (search: string, fields: readonly UrlField[]): ParsedUrl => {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const seen = new Set<string>();
  const dropped: DroppedPart[] = [];
  let state = DEFAULT_VIEW;
  for (const [key, value] of new URLSearchParams(search)) {
    if (key === 'v') {
      if (value !== String(URL_VERSION)) {
        const newer = /^\d+$/.test(value) && Number(value) > URL_VERSION;
        dropped.push({ key, value, reason: newer ? 'newer-version' : 'not-understood' });
      }
      continue;
    }
    const field = byKey.get(key);
    if (!field) continue;
    if (seen.has(key)) {
      dropped.push({ key, value, reason: 'repeated' });
      continue;
    }
    seen.add(key);
    const patch = field.read(value, state);
    if (patch) state = { ...state, ...patch };
    else dropped.push({ key, value, reason: 'not-understood' });
  }
  return { state, dropped };
};

/** Writes the query string of a state, `?v=1&…`, keys in the order of `fields`. */
export const formatUrl = (state: ViewState, fields: readonly UrlField[]): string => {
  const query = new URLSearchParams({ v: String(URL_VERSION) });
  for (const field of fields) {
    const text = field.write(state);
    if (text !== null) query.append(field.key, text);
  }
  return `?${query.toString()}`;
};
