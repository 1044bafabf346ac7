import type { StoreApi } from 'zustand';
import { presenceOf } from '../../../domain/contracts/live/entity.ts';
import type { EntityRef, LiveScene } from '../../engines/mine-view.ts';
import type { LiveState } from '../live-store.ts';
import { deviceMarks } from './device-marks.ts';

/** Longer than this between two pictures, ms, and the newer stands at once: nobody glides through the gap. */
const LONGEST_MIX_MS = 2500;

/** How long the scene mixes towards a new picture, ms. */
export const mixPeriod = (state: Pick<LiveState, 'frame' | 'clock'>, before: LiveState['frame']): number => {
  const { frame, clock } = state;
  if (!frame || !before || frame.source !== before.source || frame.mine !== before.mine) return 0;
  const passed = frame.time - before.time;
  if (passed <= 0) return 0;
  if (clock.mode === 'live') return passed <= LONGEST_MIX_MS ? passed : 0;
  return clock.speed > 0 ? passed / clock.speed : 0;
};

/**
 * Shows in the scene what the live store holds, until the returned function is called.
 * @param labelOf what may be written beside a thing
 */
export const linkScene = (
  scene: LiveScene,
  store: Pick<StoreApi<LiveState>, 'getState' | 'subscribe'>,
  labelOf: (ref: EntityRef, state: LiveState) => string | null,
): (() => void) => {
  const showDevices = (state: LiveState) => {
    if (!state.setup) return scene.setDevices([]);
    const { readings, alarms, now, known, lostSince, clock } = state;
    scene.setDevices(
      deviceMarks(state.setup, {
        readings,
        alarms,
        now,
        known: known.readings && known.alarms && (clock.mode === 'history' || lostSince === null),
      }),
    );
  };
  const start = store.getState();
  scene.setLabels((ref) => labelOf(ref, store.getState()));
  scene.setFrame(start.frame, 0);
  scene.setSelectedEntity(start.selected);
  showDevices(start);

  const unsubscribe = store.subscribe((state, before) => {
    if (state.frame !== before.frame) scene.setFrame(state.frame, mixPeriod(state, before.frame));
    if (
      state.setup !== before.setup ||
      state.readings !== before.readings ||
      state.alarms !== before.alarms ||
      state.known !== before.known ||
      (state.lostSince === null) !== (before.lostSince === null)
    )
      showDevices(state);
    if (state.selected !== before.selected) scene.setSelectedEntity(state.selected);
    if (state.following !== before.following) scene.follow(state.following ? state.selected : null);
  });
  return () => {
    unsubscribe();
    scene.setFrame(null, 0);
    scene.setDevices([]);
    scene.setSelectedEntity(null);
  };
};

/** Name, and how old the place is where it is not fresh. */
export const labelText = (
  ref: EntityRef,
  { roster, frame, setup }: LiveState,
  o: {
    readonly deviceName: (name: { zh: string; en: string }) => string;
    readonly unnamed: string;
    readonly ago: (seconds: number) => string;
  },
  rowOf: (handle: number) => number,
): string | null => {
  if (ref.type === 'device') {
    const device = setup?.devices.find(({ id }) => id === ref.id);
    return device ? o.deviceName(device.name) : null;
  }
  const entry = roster.get(ref.handle);
  const name = entry?.name ?? (entry ? `${o.unnamed} ${entry.id}` : o.unnamed);
  const row = rowOf(ref.handle);
  if (!frame || row < 0 || presenceOf(frame.entities.state[row]!) === 'fresh') return name;
  return `${name} · ${o.ago(frame.entities.age[row]!)}`;
};
