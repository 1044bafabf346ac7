import { type CameraPose, GROUND_PICKABLE_BELOW, type MineViewOptions } from '../mine-view.ts';
import { applyTheme, createWidget } from './create-widget.ts';
import { positionReader } from './cursor-position.ts';
import { createFeatureFlight } from './feature-flight.ts';
import { homePoints, homeView } from './home-view.ts';
import { createLayerTileset, type LayerTileset } from './layer-tileset.ts';
import { createLiveThings, type LiveThings } from './live/live-scene.ts';
import { createMineStage, type MineStage } from './mine-stage.ts';
import { createOrbitCamera, type OrbitCamera } from './orbit-camera.ts';
import { constrain } from './orbit-motion.ts';
import { describeFeature, featureAt, type Sight } from './picking.ts';
import { startRenderLoop } from './render-loop.ts';
import { createScenePointer } from './scene-pointer.ts';
import { createSelectionReport } from './selection-report.ts';
import { createSliceView, type SliceView } from './slice/slice-view.ts';
import type { Vec3 } from './vector.ts';
import type { FeatureRef, ViewMemory } from './view-memory.ts';

/** One life of the engine, from its canvas to its last tile. */
export interface LiveView {
  readonly camera: OrbitCamera;
  readonly stage: MineStage;
  readonly layers: readonly LayerTileset[];
  readonly things: LiveThings;
  readonly slice: SliceView;
  /** Brings the picture to what the memory says. */
  applyLayers(): void;
  applySelection(): void;
  applyExaggeration(): void;
  applyTheme(): void;
  applyPlacing(): void;
  flyToFeature(feature: FeatureRef): void;
  home(): CameraPose;
  destroy(): void;
}

/** While one feature is isolated the ground stays as a faint reminder of where up is. */
const ISOLATED_SEE_THROUGH = 0.94;
const WARM_UP_DELAY_MS = 60;

/** @throws RuntimeError of the engine where no context is to be had, RangeError where the projection is unknown */
export function openLiveView(options: MineViewOptions, memory: ViewMemory): LiveView {
  const { catalog, events } = options;
  const readPosition = positionReader(catalog);
  const widget = createWidget(options.container, options.resolutionScale);
  const { scene, canvas } = widget;
  canvas.tabIndex = 0;
  const stage = createMineStage(widget, catalog);
  const requestFrame = (): void => scene.requestRender();
  let alive = true;
  let firstPicture = false;
  let progress = '';

  const reportProgress = (): void => {
    let pending = 0;
    for (const layer of layers) pending += layer.pending;
    const next = `${pending} ${firstPicture}`;
    if (next === progress) return;
    progress = next;
    events.loading({ pending, firstPicture });
  };
  const layers = catalog.layers.map((layer) =>
    createLayerTileset(scene, layer, options.bundleUrl, {
      changed() {
        if (!alive) return;
        requestFrame();
        queueMicrotask(() => alive && reportProgress());
        flight.seek();
        selection.seek();
      },
      failed(layerId, detail) {
        if (alive) events.failure({ kind: 'layer-failed', layerId, detail });
      },
    }),
  );
  const layerOf = (id: string): LayerTileset | undefined => layers.find(({ layer }) => layer.id === id);
  const selection = createSelectionReport(
    ({ layerId, featureId }) => {
      const owner = layerOf(layerId);
      const place = owner?.style.placesOf(featureId)[0];
      return owner && place ? describeFeature(owner.layer, place.content.getFeature(place.row)) : null;
    },
    (feature) => alive && events.select(feature),
  );
  const seeThrough = (): number =>
    memory.isolated ? Math.max(memory.seeThrough, ISOLATED_SEE_THROUGH) : memory.seeThrough;
  const sight = (): Sight => ({ scene, layers, groundOpen: seeThrough() >= GROUND_PICKABLE_BELOW });

  const minePoints = homePoints(catalog.layers, catalog.extent);
  const home = (): CameraPose =>
    homeView(minePoints.map(stage.drawnPoint), stage.tanHalfHeight(), stage.aspect());
  stage.setExaggeration(memory.exaggeration, layers);
  widget.resize();
  const start = memory.pose ? stage.toDrawn(memory.pose) : home();

  const pointAt = (x: number, y: number, layerId: string | null = null): Vec3 | null =>
    stage.pointAt(camera.pose(), x, y, sight(), layerId);
  const camera = createOrbitCamera(
    {
      canvas,
      limits: stage.limits,
      pointAt: (x, y) => pointAt(x, y),
      rayAt: stage.rayAt,
      tanHalfHeight: stage.tanHalfHeight,
      moved(pose) {
        stage.placeCamera(pose);
        memory.pose = stage.toTrue(pose);
        requestFrame();
        events.camera(memory.pose);
      },
      dragging: (active) => pointer.dragging(active),
      clicked: (x, y) => pointer.clicked(x, y),
      home() {
        things.endFollowing();
        camera.fly(home());
      },
      panned: () => things.endFollowing(),
      held: () => memory.live.followed !== null,
    },
    constrain(start, stage.limits()),
    memory.reducedMotion,
  );
  stage.placeCamera(camera.pose());
  memory.pose = stage.toTrue(camera.pose());
  // So that a link has its place before anyone moves; later, as whoever opened this view is not listening yet.
  queueMicrotask(() => alive && events.camera(stage.toTrue(camera.pose())));

  const slice = createSliceView(widget, stage, camera, layers, memory.slice);
  const things = createLiveThings({
    widget,
    stage,
    camera,
    memory: memory.live,
    events,
    reducedMotion: memory.reducedMotion,
    theme: memory.theme,
    slice: slice.now,
  });

  const pointer = createScenePointer({
    ...{ canvas, memory, events, stage, things, slice, selection, layerOf, sight, pointAt, requestFrame },
    readPosition,
  });
  const flight = createFeatureFlight(stage, camera, layerOf);

  const onPreUpdate = (): void => camera.tick(performance.now());
  const onPreRender = (): void => {
    stage.prepareFrame(camera.pose(), layers);
    slice.prepareFrame();
    things.prepareFrame();
  };
  const onPostRender = (): void => {
    if (firstPicture || !layers.every(({ settled }) => settled)) return;
    firstPicture = true;
    reportProgress();
    // The first pick compiles a shader for every material; better now than under the user's first click.
    setTimeout(() => {
      if (alive) featureAt(sight(), canvas.clientWidth / 2, canvas.clientHeight / 2);
    }, WARM_UP_DELAY_MS);
  };
  const onContextLost = (event: Event): void => {
    event.preventDefault();
    loop.stop();
    if (alive) events.failure({ kind: 'context-lost', detail: 'webglcontextlost' });
  };
  scene.preUpdate.addEventListener(onPreUpdate);
  scene.preRender.addEventListener(onPreRender);
  scene.postRender.addEventListener(onPostRender);
  canvas.addEventListener('webglcontextlost', onContextLost);

  const loop = startRenderLoop(
    widget,
    (now) => things.beforeTick(now),
    (detail) => {
      if (alive) events.failure({ kind: 'render-error', detail });
    },
  );

  const view: LiveView = {
    camera,
    stage,
    layers,
    things,
    slice,
    applyPlacing: () => pointer.applyPlacing(),
    applyLayers() {
      for (const layer of layers) {
        layer.setAppearance(memory.layers.get(layer.layer.id)!);
        layer.setSuppressed(
          memory.isolated !== null &&
            memory.isolated.layerId !== layer.layer.id &&
            layer.layer.kind !== 'terrain',
        );
        layer.setSeeThrough(seeThrough());
        layer.material.setCertainBelow(memory.certainBelow);
        layer.style.setKept(memory.kept.get(layer.layer.id) ?? null);
        layer.style.setMarked(memory.marked.get(layer.layer.id) ?? null);
        layer.style.setIsolated(
          memory.isolated?.layerId === layer.layer.id ? memory.isolated.featureId : null,
        );
      }
      requestFrame();
    },
    applySelection() {
      for (const layer of layers)
        layer.style.setSelected(
          memory.selected?.layerId === layer.layer.id ? memory.selected.featureId : null,
        );
      selection.chosen(memory.selected);
      requestFrame();
    },
    applyExaggeration() {
      const pose = stage.toTrue(camera.pose());
      stage.setExaggeration(memory.exaggeration, layers);
      camera.jump(constrain(stage.toDrawn(pose), stage.limits()));
    },
    applyTheme() {
      applyTheme(widget, memory.theme);
      things.applyTheme(memory.theme);
      for (const { material } of layers) material.setTheme(memory.theme);
      requestFrame();
    },
    flyToFeature(feature) {
      things.endFollowing();
      flight.flyTo(feature);
    },
    home,
    destroy() {
      alive = false;
      loop.stop();
      pointer.destroy();
      flight.destroy();
      camera.destroy();
      things.destroy();
      slice.destroy();
      canvas.removeEventListener('webglcontextlost', onContextLost);
      for (const layer of layers) layer.destroy();
      if (!widget.isDestroyed()) widget.destroy();
    },
  };
  view.applyTheme();
  view.applyLayers();
  view.applySelection();
  return view;
}
