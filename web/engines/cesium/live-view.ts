import type { Corroboration } from '../../../domain/hazards/cross-validation.ts';
import {
  type Aim,
  type CameraPose,
  GROUND_PICKABLE_BELOW,
  type LayerAppearance,
  type MineViewOptions,
} from '../mine-view.ts';
import { applyTheme, createWidget } from './create-widget.ts';
import { positionReader } from './cursor-position.ts';
import { cornersOf, framing, homePoints, homeView } from './home-view.ts';
import { createLayerTileset, type LayerTileset } from './layer-tileset.ts';
import type { LiveMemory } from './live/live-memory.ts';
import { createLiveThings, type LiveThings } from './live/live-scene.ts';
import { createMineStage, type MineStage } from './mine-stage.ts';
import { createOrbitCamera, type OrbitCamera } from './orbit-camera.ts';
import { constrain } from './orbit-motion.ts';
import { describeFeature, featureAt, type Sight } from './picking.ts';
import { watchPointer } from './pointer-watch.ts';
import { startRenderLoop } from './render-loop.ts';
import { createSelectionReport } from './selection-report.ts';
import { createSliceView, type SliceMemory, type SliceView } from './slice/slice-view.ts';
import type { Vec3 } from './vector.ts';

export interface FeatureRef {
  readonly layerId: string;
  readonly featureId: string;
}

/** Everything the view has been told, apart from any engine object: what a rebuilt picture is made from. */
export interface ViewMemory {
  readonly layers: Map<string, LayerAppearance>;
  seeThrough: number;
  /** Metres. */
  certainBelow: number;
  exaggeration: number;
  selected: FeatureRef | null;
  isolated: FeatureRef | null;
  /** By layer: which features are drawn. */
  readonly kept: Map<string, (featureId: string) => boolean>;
  readonly marked: Map<string, (featureId: string) => Corroboration | null>;
  /** The pointer is reported as rays. */
  aiming: boolean;
  theme: 'light' | 'dark';
  reducedMotion: boolean;
  /** True ENU; null = home. */
  pose: CameraPose | null;
  readonly live: LiveMemory;
  readonly slice: SliceMemory;
}

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
/** How long a wanted feature may take to arrive with its tile before the flight to it is given up. */
const FEATURE_WAIT_MS = 10_000;
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
  const idleCursor = (): string => (memory.slice.placing || memory.aiming ? 'crosshair' : '');
  let alive = true;
  let firstPicture = false;
  let progress = '';
  let hovered: FeatureRef | null = null;
  let wanted: { feature: FeatureRef; until: number } | null = null;

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
        seekWanted();
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
      dragging(active) {
        pointer.setPaused(active);
        canvas.style.cursor = active ? 'grabbing' : idleCursor();
      },
      clicked(x, y) {
        if (memory.aiming) {
          events.aimed(aimAt(x, y), true);
          return;
        }
        if (memory.slice.placing) {
          const place = pointAt(x, y);
          events.placed(place && readPosition(place, stage.exaggeration(), stage.pivotUp).enu);
          return;
        }
        const thing = things.at(x, y);
        events.selectEntity(thing);
        if (thing) return;
        const feature = featureAt(sight(), x, y);
        selection.clicked(feature);
        const cut = feature ? null : slice.at(x, y);
        if (cut) events.selectCut(cut);
      },
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

  const aimAt = (x: number, y: number): Aim => ({
    ray: slice.rayAt(x, y),
    pixel: (2 * stage.tanHalfHeight()) / (canvas.clientHeight || 1),
    stretch: stage.exaggeration(),
    x,
    y,
  });

  const setHovered = (next: FeatureRef | null): void => {
    if (hovered?.layerId === next?.layerId && hovered?.featureId === next?.featureId) return;
    if (hovered) layerOf(hovered.layerId)?.style.setHovered(null);
    if (next) layerOf(next.layerId)?.style.setHovered(next.featureId);
    hovered = next;
    canvas.style.cursor = next ? 'pointer' : idleCursor();
    requestFrame();
  };
  const pointer = watchPointer(
    canvas,
    (x, y) => {
      if (memory.aiming) {
        events.aimed(aimAt(x, y), false);
        return;
      }
      const thing = things.at(x, y);
      things.setHovered(thing);
      events.hoverEntity(thing, { x, y });
      const place = thing && things.drawnPlace(thing);
      if (place) {
        // A live thing lies over whatever it is in, and is meant before it.
        setHovered(null);
        canvas.style.cursor = 'pointer';
        events.hover(null, { x, y });
        events.hoverCut(null, { x, y });
        events.cursor(readPosition(place, stage.exaggeration(), stage.pivotUp));
        return;
      }
      canvas.style.cursor = hovered ? 'pointer' : idleCursor();
      const feature = featureAt(sight(), x, y);
      setHovered(feature);
      events.hover(feature, { x, y });
      // Nothing is found behind the cap, so what is found lies before it.
      const cut = feature ? null : slice.at(x, y);
      events.hoverCut(cut, { x, y });
      // A thing thinner than a pixel is found by the wider probe above but missed by the ray.
      const point =
        (feature && pointAt(x, y, feature.layerId)) ?? (cut ? stage.drawnPoint(cut.enu) : pointAt(x, y));
      events.cursor(point ? readPosition(point, stage.exaggeration(), stage.pivotUp) : null);
    },
    () => {
      if (memory.aiming) events.aimed(null, false);
      setHovered(null);
      things.setHovered(null);
      events.hoverEntity(null, { x: 0, y: 0 });
      events.hover(null, { x: 0, y: 0 });
      events.hoverCut(null, { x: 0, y: 0 });
      events.cursor(null);
    },
  );

  const frameBox = async ({ layerId, featureId }: FeatureRef): Promise<boolean> => {
    const layer = layerOf(layerId);
    const box = layer ? await stage.boundsOf(layer, featureId) : null;
    if (!box || !alive) return false;
    const { heading, pitch } = camera.pose();
    // A view from straight above hides what a void looks like; the direction of the view is kept otherwise.
    const tilt = Math.min(Math.max(pitch, -50), 20);
    camera.fly(
      constrain(
        framing(cornersOf(box), heading, tilt, stage.tanHalfHeight(), stage.aspect()),
        stage.limits(),
      ),
    );
    return true;
  };
  /** A link may name a feature whose tile is not there yet: fly once it arrives. */
  const seekWanted = (): void => {
    if (!wanted) return;
    const { feature, until } = wanted;
    if (performance.now() > until) wanted = null;
    else if ((layerOf(feature.layerId)?.style.placesOf(feature.featureId).length ?? 0) > 0) {
      wanted = null;
      void frameBox(feature);
    }
  };

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
    applyPlacing() {
      if (memory.aiming) {
        setHovered(null);
        things.setHovered(null);
        events.hoverEntity(null, { x: 0, y: 0 });
        events.hover(null, { x: 0, y: 0 });
        events.hoverCut(null, { x: 0, y: 0 });
      }
      canvas.style.cursor = idleCursor();
    },
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
      void frameBox(feature).then((found) => {
        const layer = layerOf(feature.layerId);
        if (found || !layer || !alive) return;
        wanted = { feature, until: performance.now() + FEATURE_WAIT_MS };
        const { heading, pitch } = camera.pose();
        const whole = stage.drawn(layer.layer.extent);
        camera.fly(
          constrain(
            framing(cornersOf(whole), heading, pitch, stage.tanHalfHeight(), stage.aspect()),
            stage.limits(),
          ),
        );
      });
    },
    home,
    destroy() {
      alive = false;
      loop.stop();
      pointer.destroy();
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
