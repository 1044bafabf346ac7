import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand';
import type { LedgerQuery } from '../../domain/hazards/ledger-query.ts';
import { LEDGER_FIELDS } from '../ledger/ledger-fields.ts';
import { REGION_FIELDS } from '../region/region-fields.ts';
import { SHELL_FIELDS } from './url-fields.ts';
import { type AddressBar, startUrlSync } from './url-sync.ts';
import { DEFAULT_VIEW, forMine, type ViewState } from './view-state.ts';

/** A browser's address bar and history as far as the sync uses them. */
const fakeBar = () => {
  const entries = ['?v=1'];
  let at = 0;
  const listeners = new Set<() => void>();
  const bar: AddressBar = {
    location: {
      pathname: '/',
      get search() {
        return entries[at]!;
      },
    },
    history: {
      replaceState: (_data, _title, url) => {
        entries[at] = String(url).slice(1);
      },
      pushState: (_data, _title, url) => {
        entries.splice(at + 1, entries.length, String(url).slice(1));
        at += 1;
      },
    },
    addEventListener: (_type, listener) => listeners.add(listener),
    removeEventListener: (_type, listener) => listeners.delete(listener),
  };
  const back = () => {
    at -= 1;
    for (const listener of listeners) listener();
  };
  return { bar, entries, back };
};

describe('url sync', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('writes many changes once, in place', () => {
    const store = createStore<ViewState>(() => ({ ...DEFAULT_VIEW, mine: 'a' }));
    const { bar, entries } = fakeBar();
    const replace = vi.spyOn(bar.history, 'replaceState');
    startUrlSync(store, SHELL_FIELDS, bar, () => {});
    for (let range = 1; range <= 100; range += 1) {
      store.setState({ pose: { target: [0, 0, 0], heading: 0, pitch: 0, range } });
    }
    vi.runAllTimers();
    expect(replace).toHaveBeenCalledTimes(1);
    expect(entries).toEqual(['?v=1&mine=a&cam=0.00_0.00_0.00_0.00_0.00_100.00']);
  });

  it('makes an entry for another mine, and goes back to the first with its camera', () => {
    const pose = { target: [1, 2, 3] as const, heading: 10, pitch: -5, range: 50 };
    const store = createStore<ViewState>(() => ({ ...DEFAULT_VIEW, mine: 'a' }));
    const { bar, entries, back } = fakeBar();
    startUrlSync(store, SHELL_FIELDS, bar, () => {});
    store.setState({ pose });
    store.setState(forMine('b'));
    store.setState({ language: 'en' });
    expect(entries).toEqual(['?v=1&mine=a&cam=1.00_2.00_3.00_10.00_-5.00_50.00', '?v=1&mine=b']);
    back();
    expect(store.getState()).toEqual({ ...DEFAULT_VIEW, mine: 'a', pose, language: 'en' });
    vi.runAllTimers();
    expect(entries).toHaveLength(2);
  });

  it('makes an entry where a card, a past day or a filter comes or goes, and none for each letter or the next row', () => {
    const store = createStore<ViewState>(() => ({ ...DEFAULT_VIEW, county: 'c' }));
    const { bar, entries, back } = fakeBar();
    startUrlSync(store, [...REGION_FIELDS, ...LEDGER_FIELDS], bar, () => {});
    const ask = (patch: Partial<LedgerQuery>) =>
      store.setState(({ ledgerQuery }) => ({ ledgerQuery: { ...ledgerQuery, ...patch } }));
    ask({ states: ['found'] });
    for (const text of ['a', 'ab', 'abc']) ask({ text });
    store.setState({ openHazard: { mine: 'm', hazard: '1' } });
    store.setState({ openHazard: { mine: 'm', hazard: '2' } });
    store.setState({ day: '2026-05-01' });
    store.setState({ day: '2026-05-02' });
    vi.runAllTimers();
    const list = '?v=1&county=c&find=abc&only=state.found';
    expect(entries).toEqual([
      '?v=1&county=c',
      '?v=1&county=c&only=state.found',
      list,
      `${list.replace('&find', '&hazard=m_2&find')}`,
      '?v=1&county=c&day=2026-05-02&hazard=m_2&find=abc&only=state.found',
    ]);
    back();
    back();
    expect(store.getState()).toMatchObject({ day: null, openHazard: null, ledgerQuery: { text: 'abc' } });
    back();
    expect(store.getState().ledgerQuery).toMatchObject({ text: '', states: ['found'] });
  });

  it('names the first mine opened without a new entry', () => {
    const store = createStore<ViewState>(() => DEFAULT_VIEW);
    const { bar, entries } = fakeBar();
    const sync = startUrlSync(store, SHELL_FIELDS, bar, () => {});
    store.setState({ mine: 'a' });
    sync.flush();
    expect(entries).toEqual(['?v=1&mine=a']);
  });

  it('stops when told to', () => {
    const store = createStore<ViewState>(() => ({ ...DEFAULT_VIEW, mine: 'a' }));
    const { bar, entries } = fakeBar();
    startUrlSync(store, SHELL_FIELDS, bar, () => {}).stop();
    store.setState({ mine: 'b' });
    vi.runAllTimers();
    expect(entries).toEqual(['?v=1']);
  });
});
