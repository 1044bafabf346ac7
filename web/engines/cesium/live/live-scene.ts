import { BoundingSphere, Cartesian3, type CesiumWidget } from '@cesium/engine';
import type { EntityRef, MineViewEvents } from '../../mine-view.ts';
import { cameraPosition } from '../camera-pose.ts';
import { contextOf } from '../engine-drawing.ts';
import type { MineStage } from '../mine-stage.ts';
import type { OrbitCamera } from '../orbit-camera.ts';
import { constrain } from '../orbit-motion.ts';
import type { SliceNow } from '../slice/slice-view.ts';
import type { Vec3 } from '../vector.ts';
import { deviceRows } from './device-rows.ts';
import { drawnBySoftware, rendererOf } from './drawn-by-software.ts';
import { createEntityMarks, type MarkFrame } from './entity-marks.ts';
import { type EntityRows, isUrgent, mixedPosition, NO_ROWS } from './entity-rows.ts';
import { type EntitySight, entityAt, largestScale } from './entity-sight.ts';
import { createFramePace } from './frame-pace.ts';
import type { Labelled } from './label-choice.ts';
import { createLabelLayer } from './label-layer.ts';
import { createLabelPlan } from './label-plan.ts';
import { type LiveMemory, sameRef } from './live-memory.ts';
import { createDrawnOverlay, type DrawnOverlay } from './overlay-draw.ts';

/** Live things in one life of the engine. Brings the picture to what the memory says. */
export interface LiveThings {
  applyFrame(): void;
  applyDevices(): void;
  applyLabels(): void;
  applySelected(): void;
  applyFollowed(): void;
  applyOverlay(id: string): void;
  applyTheme(theme: 'light' | 'dark'): void;
  applyReducedMotion(reduced: boolean): void;
  flyTo(ref: EntityRef): void;
  /** The person moved the pivot, or flew elsewhere. */
  endFollowing(): void;
  /** What is at a canvas point (CSS pixels). */
  at(x: number, y: number): EntityRef | null;
  /** Where a thing is drawn now, null where it is not in the picture. */
  drawnPlace(ref: EntityRef): Vec3 | null;
  setHovered(ref: EntityRef | null): void;
  /** Once an animation frame, before the engine decides whether to draw. @param now ms */
  beforeTick(now: number): void;
  /** Just before a picture is drawn. */
  prepareFrame(): void;
  destroy(): void;
}

export interface LiveStage {
  readonly widget: CesiumWidget;
  readonly stage: MineStage;
  readonly camera: OrbitCamera;
  readonly memory: LiveMemory;
  readonly events: Pick<MineViewEvents, 'followEnded'>;
  readonly reducedMotion: boolean;
  readonly theme: 'light' | 'dark';
  /** What is cut open now; written by the slice, read each frame. */
  readonly slice: SliceNow;
}

/** Metres from the eye to a thing one flies to. */
const CLOSE_RANGE = 60;
/** ms of one beat of an alarm. */
const BEAT_MS = 1400;
/** ms after a new picture before labels are chosen anew: not in the frame that uploads it. */
const LABEL_DELAY_MS = 150;
const NOWHERE: Labelled = { rows: 'entities', row: -1 };

export function createLiveThings(options: LiveStage): LiveThings {
  const { widget, stage, camera, memory, events } = options;
  const { pictures } = memory;
  const { scene, canvas } = widget;
  const context = contextOf(scene);
  // Written in place: to another object the engine would answer with new commands.
  const sphere = new BoundingSphere();
  const marks = createEntityMarks(context, stage.enuToWorld, sphere, drawnBySoftware(rendererOf(canvas)));
  const overlays = new Map<string, DrawnOverlay>();
  const layer = createLabelLayer(widget.container as HTMLElement);
  const plan = createLabelPlan(layer);
  const pace = createFramePace();
  let devices: EntityRows = NO_ROWS;
  let deviceRow = new Map<string, number>();
  let reduced = options.reducedMotion;
  let hovered: EntityRef | null = null;
  let devicesUrgent = false;
  /** Share of the picture on the screen. */
  let share = 1;
  let drawnFrame: MarkFrame | null = null;
  /** ms, of the animation frame under way. */
  let clock = performance.now();
  /** Corners of everything drawn. */
  let drawnBox: readonly [Vec3, Vec3] | null = null;
  let boundsBefore: readonly (readonly number[])[] = [];

  const placeOf = (ref: EntityRef | null): Labelled => {
    if (!ref) return NOWHERE;
    return ref.type === 'entity'
      ? { rows: 'entities', row: pictures.rowOf(ref.handle) }
      : { rows: 'devices', row: deviceRow.get(ref.id) ?? -1 };
  };
  const rowsOf = (name: Labelled['rows']): EntityRows => (name === 'entities' ? pictures.rows : devices);
  const refOf = ({ rows, row }: Labelled): EntityRef =>
    rows === 'entities'
      ? { type: 'entity', handle: pictures.handleOf(row) }
      : { type: 'device', id: memory.devices[row]!.id };
  const textureRow = ({ rows, row }: Labelled): number =>
    row < 0 ? -1 : rows === 'entities' ? row : marks.deviceBase + row;
  const sight = (): EntitySight => ({
    pose: camera.pose(),
    tanHalfHeight: stage.tanHalfHeight(),
    width: canvas.clientWidth,
    height: canvas.clientHeight,
    exaggeration: stage.exaggeration(),
    pivotUp: stage.pivotUp,
    slice: options.slice.region,
  });
  const drawnPlace = (ref: EntityRef, at: number): Vec3 | null => {
    const { rows, row } = placeOf(ref);
    if (row < 0) return null;
    const place: [number, number, number] = [0, 0, 0];
    mixedPosition(rowsOf(rows), row, at, place);
    return stage.drawnPoint(place);
  };
  const requestFrame = (): void => scene.requestRender();

  /** Everything drawn lies in it, or the engine's near and far planes cut it off. */
  const measure = (): void => {
    const low: [number, number, number] = [Infinity, Infinity, Infinity];
    const high: [number, number, number] = [-Infinity, -Infinity, -Infinity];
    const take = (point: ArrayLike<number>, scale: number, reach: number): void => {
      for (let axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis]!, point[axis]! * scale - reach);
        high[axis] = Math.max(high[axis]!, point[axis]! * scale + reach);
      }
    };
    const { rows, bounds } = pictures;
    if (bounds) {
      take(bounds.min, 0.01, 10);
      take(bounds.max, 0.01, 10);
      // Those on their way are between two pictures.
      for (const corner of boundsBefore) take(corner, 0.01, 10);
      boundsBefore = [bounds.min, bounds.max];
    }
    for (let row = 0; row < devices.count; row++)
      take(devices.position.subarray(row * 3, row * 3 + 3), 0.01, 10);
    for (const { origin, radius } of overlays.values()) take(origin, 1, radius);
    if (!(low[0] <= high[0]) || rows.count + devices.count + overlays.size === 0) return;
    const a = stage.drawnPoint(low);
    const b = stage.drawnPoint(high);
    sphere.center = Cartesian3.clone(
      stage.toEcef([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2]),
      sphere.center,
    );
    sphere.radius = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]) / 2 + 50;
    drawnBox = [a, b];
  };

  const pick = (): void => {
    const selected = placeOf(memory.selected);
    marks.setPicked(textureRow(selected), textureRow(placeOf(hovered)));
  };
  const endFollowing = (): void => {
    if (!memory.followed) return;
    memory.followed = null;
    events.followEnded();
  };
  const showRows = (changed: { readonly rows: boolean; readonly states: boolean }): void => {
    marks.setRows(pictures.rows, devices, changed);
    measure();
    pick();
    plan.stir(clock, reduced ? 0 : LABEL_DELAY_MS);
    requestFrame();
  };
  const showDevices = (): void => {
    devices = deviceRows(memory.devices);
    deviceRow = new Map(memory.devices.map(({ id }, row) => [id, row]));
    devicesUrgent = devices.state.some(isUrgent);
  };
  const showOverlay = (id: string): void => {
    const old = overlays.get(id);
    if (old) scene.primitives.remove(old);
    overlays.delete(id);
    const wanted = memory.overlays.get(id);
    if (!wanted) return;
    const made = createDrawnOverlay(context, wanted, stage.enuToWorld, sphere);
    if (drawnFrame) made.setFrame(drawnFrame);
    overlays.set(id, made);
    scene.primitives.add(made);
  };

  pictures.setStill(reduced);
  pictures.take(memory.frame, memory.period, clock);
  marks.setTheme(options.theme);
  layer.setTheme(options.theme);
  scene.primitives.add(marks);
  showDevices();
  for (const id of memory.overlays.keys()) showOverlay(id);
  showRows({ rows: true, states: true });

  return {
    applyFrame() {
      const change = pictures.take(memory.frame, memory.period, performance.now());
      if (memory.frame && !change.rows && !change.positions && !change.headings && !change.states) return;
      if (memory.followed?.type === 'entity' && pictures.rowOf(memory.followed.handle) < 0) endFollowing();
      share = pictures.shareAt(performance.now());
      const target = memory.followed && drawnPlace(memory.followed, share);
      if (target) camera.carry(target);
      showRows(change);
    },
    applyDevices() {
      showDevices();
      if (memory.followed?.type === 'device' && !deviceRow.has(memory.followed.id)) endFollowing();
      showRows({ rows: true, states: true });
    },
    applyLabels() {
      plan.stir(clock, 0);
      requestFrame();
    },
    applySelected() {
      pick();
      plan.stir(clock, 0);
      requestFrame();
    },
    applyFollowed() {
      const { followed } = memory;
      if (!followed) return;
      const target = drawnPlace(followed, share);
      if (target) camera.fly(constrain({ ...camera.pose(), target }, stage.limits()));
    },
    applyOverlay(id) {
      showOverlay(id);
      measure();
      requestFrame();
    },
    applyTheme(theme) {
      marks.setTheme(theme);
      layer.setTheme(theme);
      plan.stir(clock, 0);
      requestFrame();
    },
    applyReducedMotion(next) {
      reduced = next;
      pictures.setStill(next);
      requestFrame();
    },
    flyTo(ref) {
      const target = drawnPlace(ref, share);
      if (!target) return;
      const { heading, pitch } = camera.pose();
      const tilt = Math.min(Math.max(pitch, -50), -12);
      camera.fly(constrain({ target, heading, pitch: tilt, range: CLOSE_RANGE }, stage.limits()));
    },
    endFollowing,
    at(x, y) {
      const view = sight();
      const selected = placeOf(memory.selected);
      const hits = (['entities', 'devices'] as const).flatMap((rows) => {
        const hit = entityAt(view, rowsOf(rows), share, x, y, selected.rows === rows ? selected.row : -1);
        return hit ? [{ ...hit, rows }] : [];
      });
      const best = hits.sort((a, b) => a.score - b.score)[0];
      return best ? refOf(best) : null;
    },
    drawnPlace: (ref) => drawnPlace(ref, share),
    setHovered(ref) {
      if (sameRef(ref, hovered)) return;
      hovered = ref;
      pick();
      plan.stir(clock, 0);
      requestFrame();
    },
    beforeTick(now) {
      clock = now;
      pace.next(now);
      const moving = pictures.moved && share < 1;
      const urgent = !reduced && (pictures.urgent || devicesUrgent);
      if (!pace.due(now, moving ? 'moving' : urgent ? 'pulsing' : 'nothing')) {
        if (plan.waiting(now)) requestFrame();
        return;
      }
      share = pictures.shareAt(now);
      const target = memory.followed && drawnPlace(memory.followed, share);
      // Before the engine draws: moving the camera asks for another frame, and while drawing it would never end.
      if (target) camera.carry(target);
      requestFrame();
    },
    prepareFrame() {
      pace.drawn(clock);
      share = pictures.shareAt(clock);
      const view = sight();
      drawnFrame = {
        largestScale: drawnBox ? largestScale(view, drawnBox) : 0,
        eye: stage.truePoint(cameraPosition(view.pose)) as [number, number, number],
        exaggeration: stage.exaggeration(),
        share,
        beat: reduced ? -1 : (clock % BEAT_MS) / BEAT_MS,
        pixel: canvas.clientHeight > 0 ? canvas.height / canvas.clientHeight : 1,
        slice: options.slice.uniforms,
      };
      marks.setFrame(drawnFrame);
      for (const overlay of overlays.values()) overlay.setFrame(drawnFrame);
      plan.show(clock, {
        sight: view,
        entities: pictures.rows,
        devices,
        share,
        selected: placeOf(memory.selected),
        hovered: placeOf(hovered),
        textOf: (item) => memory.textOf(refOf(item)),
      });
    },
    destroy() {
      layer.destroy();
      if (scene.isDestroyed()) return;
      scene.primitives.remove(marks);
      for (const overlay of overlays.values()) scene.primitives.remove(overlay);
    },
  };
}
