import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';
import { DEFAULT_VIEW, type ViewState } from '../shell/view-state.ts';
import { linkLive } from './live-link.ts';
import { type LiveState, NO_LIVE } from './live-store.ts';
import { testEntry, testRoster } from './picture/frames.test-data.ts';

const T0 = 1_800_000_000_000;

const start = (view: Partial<ViewState> = {}) => {
  const viewStore = createStore<ViewState>(() => ({ ...DEFAULT_VIEW, mine: 'a', ...view }));
  const live = createStore<LiveState>(() => NO_LIVE);
  const calls: unknown[] = [];
  const client = {
    showPast: (time: number) => {
      calls.push(time);
      live.setState({ clock: { mode: 'history', time, speed: 0 } });
    },
    backToLive: () => {
      calls.push('live');
      live.setState({ clock: { mode: 'live' } });
    },
  };
  const end = linkLive(viewStore, live, client, 'people');
  return { view: viewStore, live, calls, end };
};

describe('link and live store', () => {
  it('a fresh page opens the first panel and stays live', () => {
    const { live, calls } = start();
    expect(live.getState().panel).toBe('people');
    expect(calls).toEqual([]);
  });

  it('a link’s panel, moment and tag are shown, the tag once the roster is there', () => {
    const { view, live, calls } = start({ panel: 'none', time: T0, who: 'T-7' });
    expect(live.getState().panel).toBeNull();
    expect(calls).toEqual([T0]);
    expect(view.getState().who).toBe('T-7');
    live.setState({ roster: testRoster([testEntry(7)]) });
    expect(live.getState().selected).toEqual({ type: 'entity', handle: 7 });
    live.setState({ roster: testRoster([testEntry(3, { id: 'T-7' })]) });
    expect(live.getState().selected).toEqual({ type: 'entity', handle: 3 });
    expect(view.getState().who).toBe('T-7');
  });

  it('writes what is chosen, opened and shown, without answering itself', () => {
    const { view, live, calls } = start();
    live.setState({ roster: testRoster([testEntry(7)]) });
    live.setState({ selected: { type: 'entity', handle: 7 } });
    live.setState({ panel: 'alarms' });
    live.setState({ clock: { mode: 'history', time: T0 + 400, speed: 0 } });
    expect(view.getState()).toMatchObject({ who: 'T-7', device: null, panel: 'alarms', time: T0 });
    live.setState({ selected: { type: 'device', id: 'SXT-01' } });
    expect(view.getState()).toMatchObject({ who: null, device: 'SXT-01' });
    live.setState({ selected: null, panel: null });
    expect(view.getState()).toMatchObject({ who: null, device: null, panel: 'none' });
    live.setState({ panel: 'people', clock: { mode: 'live' } });
    expect(view.getState()).toMatchObject({ panel: null, time: null });
    expect(calls).toEqual([]);
  });

  it('follows the back button', () => {
    const { view, live, calls } = start();
    view.setState({ time: T0, panel: 'alarms' });
    view.setState({ time: null, panel: null });
    expect(calls).toEqual([T0, 'live']);
    expect(live.getState().panel).toBe('people');
  });

  it('writes nothing into another mine, and nothing once ended', () => {
    const { view, live, end } = start();
    view.setState({ mine: 'b' });
    live.setState({ panel: 'alarms' });
    expect(view.getState().panel).toBeNull();
    view.setState({ mine: 'a' });
    end();
    live.setState({ panel: 'cameras' });
    expect(view.getState().panel).toBeNull();
  });
});
