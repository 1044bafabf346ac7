import { useEffect } from 'react';
import { useSession } from '../../../mine/mine-session.ts';
import { useLive } from '../../live-store.ts';
import { useCameraOptions } from './camera-options.ts';
import { frustaOverlays, stretchesOverlay } from './camera-overlays.ts';
import type { Cameras } from './use-cameras.ts';

const VOLUMES = 'camera-views';
const OUTLINES = 'camera-view-outlines';
const STRETCHES = 'camera-seen-roadways';

/** Draws views and seen roadways into the scene while the panel is open; drawn anew only when something changed. */
export const useCameraOverlays = ({ table, states, surroundings }: Cameras): void => {
  const view = useSession((session) => session.view);
  const chosen = useLive(({ selected }) => (selected?.type === 'device' ? selected.id : null));
  const { frusta, stretches, proposals } = useCameraOptions();
  const around = surroundings.status === 'ready' ? surroundings.surroundings : null;

  useEffect(() => {
    if (!view || !around || !table) return;
    const shown = table.cameras
      .filter(({ camera }) => frusta === 'all' || (frusta === 'selected' && camera === chosen))
      .map((sight) => ({ sight, state: states.get(sight.camera) ?? ('unknown' as const) }));
    const { volumes, outlines } = frustaOverlays(around, shown, proposals ?? []);
    view.live.setOverlay(VOLUMES, volumes);
    view.live.setOverlay(OUTLINES, outlines);
  }, [view, around, table, states, frusta, chosen, proposals]);

  useEffect(() => {
    if (!view || !around || !table) return;
    const shown = table.cameras.map((sight) => ({
      sight,
      state: states.get(sight.camera) ?? ('unknown' as const),
    }));
    const overlay = stretches ? stretchesOverlay(around, shown, proposals ?? []) : null;
    view.live.setOverlay(STRETCHES, overlay);
  }, [view, around, table, states, stretches, proposals]);

  useEffect(
    () => () => {
      for (const id of [VOLUMES, OUTLINES, STRETCHES]) view?.live.setOverlay(id, null);
    },
    [view],
  );
};
