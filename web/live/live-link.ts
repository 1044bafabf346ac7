import type { StoreApi } from 'zustand';
import type { EntityRef } from '../engines/mine-view.ts';
import type { ViewState } from '../shell/view-state.ts';
import type { LiveClient } from './live-client.ts';
import type { LiveState } from './live-store.ts';

type Store<T> = Pick<StoreApi<T>, 'getState' | 'setState' | 'subscribe'>;

/** `panel=none` in the link: the column was closed. */
export const NO_PANEL = 'none';

const sameRef = (a: EntityRef | null, b: EntityRef | null): boolean =>
  a === b ||
  (a?.type === 'entity' && b?.type === 'entity' && a.handle === b.handle) ||
  (a?.type === 'device' && b?.type === 'device' && a.id === b.id);

/**
 * Keeps the link and the live store the same, both ways: the moment shown, the open panel, who is chosen. Handles live
 * only as long as the gateway runs, so the link names the tag; it is found once the roster is there.
 */
export const linkLive = (
  view: Store<ViewState>,
  live: Store<LiveState>,
  client: Pick<LiveClient, 'showPast' | 'backToLive'>,
  firstPanel: string,
): (() => void) => {
  const { mine } = view.getState();
  const foreign = () => view.getState().mine !== mine;
  const second = (time: number) => Math.floor(time / 1000) * 1000;

  const refOf = ({ who, device }: ViewState): EntityRef | null => {
    if (device !== null) return { type: 'device', id: device };
    if (who === null) return null;
    for (const entry of live.getState().roster.values())
      if (entry.id === who) return { type: 'entity', handle: entry.handle };
    return null;
  };
  const panelOf = ({ panel }: ViewState) => (panel === NO_PANEL ? null : (panel ?? firstPanel));

  const toLive = (state: ViewState, before: ViewState | null) => {
    if (!before || state.panel !== before.panel) {
      if (panelOf(state) !== live.getState().panel) live.setState({ panel: panelOf(state) });
    }
    if (!before || state.who !== before.who || state.device !== before.device) {
      const wanted = refOf(state);
      if (!sameRef(wanted, live.getState().selected)) live.setState({ selected: wanted, following: false });
    }
    const { clock } = live.getState();
    const shown = clock.mode === 'history' ? second(clock.time) : null;
    if (state.time === shown || state.time === before?.time) return;
    if (state.time === null) client.backToLive();
    else client.showPast(state.time);
  };

  const toLink = (state: LiveState, before: LiveState) => {
    const patch: { -readonly [K in 'time' | 'panel' | 'who' | 'device']?: ViewState[K] } = {};
    if (state.clock !== before.clock) {
      const time = state.clock.mode === 'history' ? second(state.clock.time) : null;
      if (time !== view.getState().time) patch.time = time;
    }
    if (state.panel !== before.panel && state.panel !== panelOf(view.getState())) {
      patch.panel = state.panel === null ? NO_PANEL : state.panel === firstPanel ? null : state.panel;
    }
    if (!sameRef(state.selected, before.selected)) {
      const { selected } = state;
      const who = selected?.type === 'entity' ? (state.roster.get(selected.handle)?.id ?? null) : null;
      const device = selected?.type === 'device' ? selected.id : null;
      if (who !== view.getState().who || device !== view.getState().device)
        Object.assign(patch, { who, device });
    }
    // A tag of the link is looked for again when the roster comes, and after the gateway gave new handles.
    if (state.roster !== before.roster && view.getState().who !== null) {
      const wanted = refOf(view.getState());
      if (wanted && !sameRef(wanted, state.selected)) live.setState({ selected: wanted });
    }
    if (Object.keys(patch).length > 0) view.setState(patch);
  };

  toLive(view.getState(), null);
  const ends = [
    view.subscribe((state, before) => {
      if (!foreign()) toLive(state, before);
    }),
    live.subscribe((state, before) => {
      if (!foreign()) toLink(state, before);
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
};
