import { CERTAIN_BELOW } from '../../../domain/contracts/deviation.ts';
import type { CreateMineView, MineView } from '../mine-view.ts';
import { webglRefusal } from './create-widget.ts';
import { levelled, planOf } from './home-view.ts';
import { emptyLiveMemory, sameRef } from './live/live-memory.ts';
import { type LiveView, openLiveView } from './live-view.ts';
import { constrain } from './orbit-motion.ts';
import { emptySliceMemory } from './slice/slice-view.ts';
import type { ViewMemory } from './view-memory.ts';

/**
 * The Mine workspace's view on CesiumJS. What it has been told is kept apart from the engine, so that after a lost
 * context or a render error the whole picture is built anew, at the same place, by `retry()`.
 */
export const createMineView: CreateMineView = (options) => {
  const { catalog, events } = options;
  const memory: ViewMemory = {
    layers: new Map(
      catalog.layers.map(({ id, shownAtStart }) => [id, { visible: shownAtStart, opacity: 1 }]),
    ),
    seeThrough: 0,
    certainBelow: CERTAIN_BELOW,
    exaggeration: 1,
    selected: null,
    isolated: null,
    kept: new Map(),
    marked: new Map(),
    aiming: false,
    theme: options.theme,
    reducedMotion: options.reducedMotion,
    pose: options.initialPose,
    live: emptyLiveMemory(),
    slice: emptySliceMemory(),
  };
  let live: LiveView | null = null;
  let destroyed = false;
  let broken = false;

  const close = (): void => {
    live?.destroy();
    live = null;
    options.container.replaceChildren();
  };
  const open = (): void => {
    broken = false;
    const refusal = webglRefusal();
    try {
      if (refusal === null) live = openLiveView({ ...options, events: watched }, memory);
    } catch (error) {
      options.container.replaceChildren();
      const detail = error instanceof Error ? error.message : String(error);
      // A projection the viewer does not know is no fault of the graphics.
      const kind = error instanceof RangeError ? 'render-error' : 'no-webgl';
      queueMicrotask(() => destroyed || events.failure({ kind, detail }));
      return;
    }
    if (refusal !== null)
      queueMicrotask(() => destroyed || events.failure({ kind: 'no-webgl', detail: refusal }));
  };
  const watched: typeof events = {
    ...events,
    failure(failure) {
      if (failure.kind !== 'layer-failed') broken = true;
      events.failure(failure);
    },
  };
  const near = (change: (view: LiveView) => void): void => {
    if (live && !destroyed) change(live);
  };
  open();

  const view: MineView = {
    live: {
      setFrame(frame, period) {
        memory.live.frame = frame;
        memory.live.period = period;
        near((v) => v.things.applyFrame());
      },
      setDevices(devices) {
        memory.live.devices = devices;
        near((v) => v.things.applyDevices());
      },
      setLabels(textOf) {
        memory.live.textOf = textOf;
        near((v) => v.things.applyLabels());
      },
      setSelectedEntity(ref) {
        if (sameRef(memory.live.selected, ref)) return;
        memory.live.selected = ref;
        near((v) => v.things.applySelected());
      },
      follow(ref) {
        if (sameRef(memory.live.followed, ref)) return;
        memory.live.followed = ref;
        near((v) => v.things.applyFollowed());
      },
      flyToEntity: (ref) => near((v) => v.things.flyTo(ref)),
      setOverlay(id, overlay) {
        if (overlay) memory.live.overlays.set(id, overlay);
        else if (!memory.live.overlays.delete(id)) return;
        near((v) => v.things.applyOverlay(id));
      },
    },
    slice: {
      setRegion(region) {
        if (memory.slice.region === region) return;
        memory.slice.region = region;
        near((v) => v.slice.applyRegion());
      },
      setCap(cap) {
        if (memory.slice.cap === cap) return;
        memory.slice.cap = cap;
        near((v) => v.slice.applyCap());
      },
      setPlacing(placing) {
        memory.slice.placing = placing;
        near((v) => v.applyPlacing());
      },
      screenOf: (point) => live?.slice.screenOf(point) ?? null,
      rayAt: (x, y) => live?.slice.rayAt(x, y) ?? null,
    },
    setLayer(layerId, appearance) {
      memory.layers.set(layerId, appearance);
      near((v) => v.applyLayers());
    },
    setGroundSeeThrough(amount) {
      memory.seeThrough = Math.min(1, Math.max(0, amount));
      near((v) => v.applyLayers());
    },
    setCertainBelow(bound) {
      memory.certainBelow = bound;
      near((v) => v.applyLayers());
    },
    setExaggeration(factor) {
      if (factor === memory.exaggeration || !(factor > 0)) return;
      memory.exaggeration = factor;
      near((v) => v.applyExaggeration());
    },
    setSelected(feature) {
      memory.selected = feature;
      near((v) => v.applySelection());
    },
    setKept(layerId, keeps) {
      if (keeps) memory.kept.set(layerId, keeps);
      else if (!memory.kept.delete(layerId)) return;
      near((v) => v.applyLayers());
    },
    setMarked(layerId, markOf) {
      if (markOf) memory.marked.set(layerId, markOf);
      else if (!memory.marked.delete(layerId)) return;
      near((v) => v.applyLayers());
    },
    setIsolated(feature) {
      memory.isolated = feature;
      near((v) => v.applyLayers());
    },
    setAiming(aiming) {
      if (memory.aiming === aiming) return;
      memory.aiming = aiming;
      near((v) => v.applyPlacing());
    },
    setTheme(theme) {
      memory.theme = theme;
      near((v) => v.applyTheme());
    },
    setReducedMotion(reduced) {
      memory.reducedMotion = reduced;
      near((v) => {
        v.camera.setReducedMotion(reduced);
        v.things.applyReducedMotion(reduced);
      });
    },
    flyTo: (pose) =>
      near((v) => {
        v.things.endFollowing();
        v.camera.fly(constrain(v.stage.toDrawn(pose), v.stage.limits()));
      }),
    flyToFeature: (feature) => near((v) => v.flyToFeature(feature)),
    flyHome: () =>
      near((v) => {
        v.things.endFollowing();
        v.camera.fly(v.home());
      }),
    levelView: () => near((v) => v.camera.fly(levelled(v.camera.pose()))),
    plan: () => near((v) => v.camera.fly(planOf(v.camera.pose()))),
    pose() {
      if (live) return live.stage.toTrue(live.camera.pose());
      // Nothing is drawn: the place last known, or the middle of the mine.
      return (
        memory.pose ?? {
          target: [0, 1, 2].map((i) => (catalog.extent.min[i]! + catalog.extent.max[i]!) / 2) as [
            number,
            number,
            number,
          ],
          heading: 0,
          pitch: -30,
          range: 1000,
        }
      );
    },
    retry() {
      if (destroyed) return;
      if (live && !broken) {
        for (const layer of live.layers) if (layer.failed) layer.rebuild();
        live.applyLayers();
        live.applySelection();
        return;
      }
      close();
      open();
    },
    destroy() {
      if (destroyed) return;
      destroyed = true;
      close();
    },
  };
  return view;
};
