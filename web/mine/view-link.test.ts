import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';
import type { MineView } from '../engines/mine-view.ts';
import { type LiveState, NO_LIVE } from '../live/live-store.ts';
import { DEFAULT_VIEW, forMine, type ViewState } from '../shell/view-state.ts';
import { type MineSession, NEW_SESSION } from './mine-session.ts';
import { tinyCatalog, tinyLayer } from './test-data/tiny-catalog.ts';
import { linkView } from './view-link.ts';

const pose = { target: [1, 2, 3] as const, heading: 10, pitch: -5, range: 50 };
const goaf = { layerId: 'goafs', featureId: '7', properties: { id: '7' } };
const ref = { layerId: 'goafs', featureId: '7' };

/** An engine that only remembers what it was asked for. */
const recordingEngine = () => {
  const calls: unknown[][] = [];
  const engine = new Proxy({} as MineView, {
    get:
      (_target, name) =>
      (...args: unknown[]) =>
        void calls.push([name, ...args]),
  });
  return { engine, take: () => calls.splice(0) };
};

const start = (state: Partial<ViewState> = {}) => {
  const view = createStore<ViewState>(() => ({ ...DEFAULT_VIEW, mine: 'a', ...state }));
  const session = createStore<MineSession>(() => NEW_SESSION);
  const live = createStore<LiveState>(() => NO_LIVE);
  const link = linkView(view, session, live);
  const { engine, take } = recordingEngine();
  const catalog = tinyCatalog([tinyLayer(), tinyLayer({ id: 'planned', shownAtStart: false })]);
  const unbind = link.bind(engine, catalog);
  return { view, session, live, events: link.events, take, unbind };
};

describe('the link between the stores and an engine', () => {
  it('tells a new engine everything the link says', () => {
    const { take } = start({
      layers: { goafs: { visible: true, opacity: 0.4 } },
      seeThrough: 0.8,
      exaggeration: 2,
      selected: ref,
      isolated: ref,
    });
    expect(take()).toEqual([
      ['setLayer', 'goafs', { visible: true, opacity: 0.4 }],
      ['setLayer', 'planned', { visible: false, opacity: 1 }],
      ['setGroundSeeThrough', 0.8],
      ['setCertainBelow', 5],
      ['setExaggeration', 2],
      ['setSelected', ref],
      ['setIsolated', ref],
      ['flyHome'],
    ]);
  });

  it('leaves the camera where the link put it', () => {
    expect(
      start({ pose, exaggeration: 2 })
        .take()
        .map(([name]) => name),
    ).not.toContain('flyHome');
  });

  it('passes on only what changed', () => {
    const { view, take } = start();
    take();
    view.setState({ layers: { planned: { visible: true, opacity: 1 } } });
    view.setState({ exaggeration: 3, language: 'en' });
    view.setState({ certainBelow: 2.5 });
    expect(take()).toEqual([
      ['setLayer', 'planned', { visible: true, opacity: 1 }],
      ['setExaggeration', 3],
      ['setCertainBelow', 2.5],
    ]);
  });

  it('never sends the engine’s own camera back to it, but moves it for the back button', () => {
    const { view, events, take } = start();
    take();
    events.camera({ ...pose, range: 50.001 });
    expect(view.getState().pose).toEqual(pose);
    expect(take()).toEqual([]);
    view.setState({ pose: { ...pose, range: 9 } });
    view.setState({ pose: null });
    expect(take()).toEqual([['flyTo', { ...pose, range: 9 }], ['flyHome']]);
  });

  it('shows the picked feature, and forgets its attributes when another is selected by the link', () => {
    const { view, session, events, take } = start();
    take();
    events.select(goaf);
    expect(view.getState().selected).toEqual(ref);
    expect(session.getState().card).toBe(goaf);
    expect(take()).toEqual([['setSelected', ref]]);
    events.select({ ...goaf, properties: { id: '7', area: 1 } });
    expect(take()).toEqual([]);
    view.setState({ selected: { layerId: 'goafs', featureId: '8' } });
    expect(session.getState().card).toBeNull();
  });

  it('remembers the attributes of what is shown alone while another is selected', () => {
    const { view, session, events } = start();
    events.select(goaf);
    expect(session.getState().isolatedFeature).toBeNull();
    view.setState({ isolated: ref });
    events.select({ ...goaf, featureId: '8' });
    expect(session.getState().isolatedFeature).toBe(goaf);
    view.setState({ isolated: null });
    expect(session.getState().isolatedFeature).toBeNull();
  });

  it('learns the attributes of what a link shows alone when they arrive', () => {
    const { session, events } = start({ selected: ref, isolated: ref });
    expect(session.getState().isolatedFeature).toBeNull();
    events.select(goaf);
    expect(session.getState().isolatedFeature).toBe(goaf);
  });

  it('keeps one failure a layer, and takes any other for the whole picture', () => {
    const { session, events } = start();
    events.failure({ kind: 'layer-failed', layerId: 'goafs', detail: 'first' });
    events.failure({ kind: 'layer-failed', layerId: 'goafs', detail: 'second' });
    expect(session.getState().failedLayers.map(({ detail }) => detail)).toEqual(['second']);
    expect(session.getState().stopped).toBeNull();
    events.failure({ kind: 'context-lost', detail: 'x' });
    expect(session.getState().stopped).toEqual({ kind: 'context-lost', detail: 'x' });
  });

  it('lets the engine of the mine before write nothing into the next, nor be moved by it', () => {
    const { view, events, take } = start({ pose });
    take();
    view.setState(forMine('b'));
    events.camera(pose);
    events.select(goaf);
    expect(view.getState()).toEqual({ ...DEFAULT_VIEW, mine: 'b' });
    expect(take()).toEqual([]);
  });

  it('takes the choice of a live thing from the engine, and the end of following', () => {
    const { live, events } = start();
    live.setState({ following: true });
    events.selectEntity({ type: 'entity', handle: 7 });
    expect(live.getState()).toMatchObject({ selected: { type: 'entity', handle: 7 }, following: false });
    live.setState({ following: true });
    events.followEnded();
    expect(live.getState().following).toBe(false);
  });

  it('is silent once unbound', () => {
    const { view, take, unbind } = start();
    take();
    unbind();
    view.setState({ exaggeration: 5 });
    expect(take()).toEqual([]);
  });
});
