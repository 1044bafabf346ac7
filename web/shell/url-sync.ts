import type { StoreApi } from 'zustand';
import { type DroppedPart, formatUrl, parseUrl, type UrlField } from './url-state.ts';
import type { ViewState } from './view-state.ts';

/** Browsers refuse more than about 100 history writes in 10 s; the camera alone moves 60 times a second. */
const WRITE_EVERY_MS = 400;

/** What of `window` the sync needs. */
export interface AddressBar {
  readonly location: { readonly search: string; readonly pathname: string };
  readonly history: Pick<History, 'replaceState' | 'pushState'>;
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

export interface UrlSync {
  /** Writes what is pending at once: before a link is copied or the page is left. */
  flush(): void;
  stop(): void;
}

/** Whether something was opened or closed between the two. From one to the next of a list is no step: one may hold a key down. */
const opened = (before: unknown, after: unknown): boolean => (before === null) !== (after === null);

/** What the back button undoes. */
const isStep = (before: ViewState, after: ViewState): boolean => {
  if ((before.mine ?? before.county) === null) return false;
  if (after.mine !== before.mine && before.mine !== null) return true;
  if (after.county !== before.county && before.county !== null) return true;
  if (after.workspace !== before.workspace || after.regionTab !== before.regionTab) return true;
  if (after.ledgerPage !== before.ledgerPage || opened(before.openHazard, after.openHazard)) return true;
  if (opened(before.day, after.day)) return true;
  // What is typed into a search is one wish, however many letters it has.
  const { text: typed, ...query } = before.ledgerQuery;
  const { text: types, ...next } = after.ledgerQuery;
  if (opened(typed || null, types || null) || JSON.stringify(query) !== JSON.stringify(next)) return true;
  const { text: sought, ...duties } = before.dutyQuery;
  const { text: seeks, ...others } = after.dutyQuery;
  return opened(sought || null, seeks || null) || JSON.stringify(duties) !== JSON.stringify(others);
};

/**
 * Keeps the address bar and the store the same: changes replace the present entry, throttled; opening another mine,
 * county or screen, and opening, closing or filtering what is in them, makes a new entry, so that the browser's back button returns to the
 * one before.
 */
export const startUrlSync = (
  store: Pick<StoreApi<ViewState>, 'getState' | 'setState' | 'subscribe'>,
  fields: readonly UrlField[],
  bar: AddressBar,
  onDropped: (dropped: readonly DroppedPart[]) => void,
): UrlSync => {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let fromHistory = false;
  const address = (state: ViewState) => `${bar.location.pathname}${formatUrl(state, fields)}`;

  const write = (state: ViewState) => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    bar.history.replaceState(null, '', address(state));
  };

  const unsubscribe = store.subscribe((state, before) => {
    if (fromHistory) return;
    if (isStep(before, state)) {
      write(before);
      bar.history.pushState(null, '', address(state));
      return;
    }
    timer ??= setTimeout(() => write(store.getState()), WRITE_EVERY_MS);
  });

  const onPopState = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { state, dropped } = parseUrl(bar.location.search, fields);
    const { language, theme } = store.getState();
    fromHistory = true;
    // Going back to a mine is not a wish to read in another language.
    store.setState({ ...state, language, theme });
    fromHistory = false;
    if (dropped.length > 0) onDropped(dropped);
  };
  bar.addEventListener('popstate', onPopState);

  return {
    flush: () => write(store.getState()),
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      unsubscribe();
      bar.removeEventListener('popstate', onPopState);
    },
  };
};
