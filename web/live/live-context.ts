import type { EntityRef } from '../engines/mine-view.ts';
import { useSession } from '../mine/mine-session.ts';
import { setView } from '../shell/view-store.ts';
import type { LiveClient } from './live-client.ts';
import { setLive } from './live-store.ts';

/** The client of the open mine; null where it has no live side. Set by use-live.ts alone. */
let client: LiveClient | null = null;
export const setLiveClient = (next: LiveClient | null): void => {
  client = next;
};
export const liveClient = (): LiveClient | null => client;

/** Chooses a live thing, in the scene and in the lists; a chosen feature gives way to it. */
export const selectLive = (ref: EntityRef | null): void => {
  if (ref) setView({ selected: null });
  setLive({ selected: ref, following: false });
};

export const flyToLive = (ref: EntityRef): void => {
  selectLive(ref);
  useSession.getState().view?.live.flyToEntity(ref);
};
