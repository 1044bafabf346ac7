import {
  BoundingSphere,
  Cartesian3,
  CesiumWidget,
  Color,
  ConstantPositionProperty,
  type Entity,
  Matrix3,
  Matrix4,
  PointPrimitiveCollection,
  Transforms,
} from '@cesium/engine';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import { createWidget } from '../../../web/engines/cesium/create-widget.ts';
import { contextOf } from '../../../web/engines/cesium/engine-drawing.ts';
import { createMineView } from '../../../web/engines/cesium/index.ts';
import { createEntityMarks, type MarkFrame } from '../../../web/engines/cesium/live/entity-marks.ts';
import { createEntityPictures } from '../../../web/engines/cesium/live/entity-pictures.ts';
import { NO_ROWS } from '../../../web/engines/cesium/live/entity-rows.ts';
import { entityAt } from '../../../web/engines/cesium/live/entity-sight.ts';
import { createInstancedMarks } from './instanced-marks.ts';
import type { Contestant, Cost, EngineCost, InstancingPage, View } from './instancing-page.ts';
import { HALF_SIDE_CM, walkers } from './walkers.ts';

const container = document.getElementById('scene')!;
const enuToEcef = Transforms.eastNorthUpToFixedFrame(Cartesian3.fromDegrees(117.1, 35.3, 100));
const enuToWorld = Matrix4.getMatrix3(enuToEcef, new Matrix3());
/**
 * `over` looks down on all of them; `away` has all but a few behind it, so that software pixels do not stand in the way
 * of what is measured of the main thread.
 */
const EYES = {
  over: { at: [0, -3000, 2500], heading: 0, pitch: -0.7 },
  away: { at: [0, -1900, 100], heading: Math.PI, pitch: -0.2 },
} as const;

/** CSS pixels a metre covers at the nearest of them: from above all are far, and in their midst one may be near. */
const LARGEST_SCALE: Readonly<Record<View, number>> = { over: 0.35, away: 1e3 };

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
};
const heap = (): number => {
  (globalThis as unknown as { gc?: () => void }).gc?.();
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
};
const toWorld = (e: number, n: number, u: number, result?: Cartesian3): Cartesian3 => {
  const local = result ?? new Cartesian3();
  local.x = e;
  local.y = n;
  local.z = u;
  return Matrix4.multiplyByPoint(enuToEcef, local, local);
};

/** Counts what WebGL is asked to do. */
const counted = { draws: 0, uploads: 0 };
const gl2 = WebGL2RenderingContext.prototype;
for (const name of ['drawElements', 'drawArrays', 'drawElementsInstanced', 'drawArraysInstanced'] as const) {
  const plain = gl2[name] as (...args: unknown[]) => void;
  Object.assign(gl2, {
    [name](this: unknown, ...args: unknown[]) {
      // Two triangles are the engine's own copies of the whole picture; instances are counted by their last argument.
      const many = name.endsWith('Instanced') ? args.at(-1) : name === 'drawArrays' ? args[2] : args[1];
      if (Number(many) > 6) counted.draws++;
      plain.apply(this, args);
    },
  });
}
for (const name of ['bufferData', 'bufferSubData', 'texSubImage2D', 'texImage2D'] as const) {
  const plain = gl2[name] as (...args: unknown[]) => void;
  Object.assign(gl2, {
    [name](this: unknown, ...args: unknown[]) {
      counted.uploads++;
      plain.apply(this, args);
    },
  });
}

interface Drawn {
  take(frame: EntityFrame): void;
  share(share: number): void;
}

const contest = (widget: CesiumWidget, contestant: Contestant, view: View): Drawn => {
  const { scene } = widget;
  if (contestant === 'empty') return { take: () => {}, share: () => {} };
  if (contestant === 'points') {
    const points = scene.primitives.add(new PointPrimitiveCollection()) as PointPrimitiveCollection;
    const at = new Cartesian3();
    return {
      take({ entities: { count, position } }) {
        for (let row = 0; row < count; row++) {
          toWorld(position[row * 3]! / 100, position[row * 3 + 1]! / 100, position[row * 3 + 2]! / 100, at);
          if (points.length <= row) points.add({ position: at, pixelSize: 8, color: Color.WHITE, id: row });
          else points.get(row).position = at;
        }
      },
      share: () => {},
    };
  }
  if (contestant === 'entities') {
    const made: Entity[] = [];
    return {
      take({ entities: { count, position } }) {
        widget.entities.suspendEvents();
        for (let row = 0; row < count; row++) {
          const at = toWorld(
            position[row * 3]! / 100,
            position[row * 3 + 1]! / 100,
            position[row * 3 + 2]! / 100,
          );
          const known = made[row];
          if (known) (known.position as ConstantPositionProperty).setValue(at);
          else
            made.push(
              widget.entities.add({
                position: new ConstantPositionProperty(at),
                point: { pixelSize: 8, color: Color.WHITE },
              }),
            );
        }
        widget.entities.resumeEvents();
      },
      share: () => {},
    };
  }
  const sphere = new BoundingSphere(toWorld(0, 0, 0), (HALF_SIDE_CM / 100) * 2);
  const pictures = createEntityPictures();
  const context = contextOf(scene);
  const frame = (share: number): MarkFrame => ({
    eye: EYES[view].at,
    exaggeration: 1,
    share,
    beat: -1,
    pixel: 1,
    largestScale: LARGEST_SCALE[view],
  });
  if (contestant === 'pulled') {
    const marks = createEntityMarks(context, enuToWorld, sphere);
    scene.primitives.add(marks);
    return {
      take(picture) {
        const change = pictures.take(picture, 1000, 0);
        marks.setRows(pictures.rows, NO_ROWS, change);
      },
      share: (share) => marks.setFrame(frame(share)),
    };
  }
  const marks = createInstancedMarks(context, enuToWorld, sphere);
  scene.primitives.add(marks);
  return {
    take(picture) {
      const { rows } = pictures.take(picture, 1000, 0);
      marks.setRows(pictures.rows, rows);
    },
    share: (share) => marks.setFrame(frame(share)),
  };
};

const FRAMES_A_TICK = 4;
/** Share of the pictures that only warm up. */
const WARMING = 0.3;

const bare = async (contestant: Contestant, count: number, ticks: number, view: View): Promise<Cost> => {
  const widget = createWidget(container, 1);
  widget.resize();
  const { scene } = widget;
  scene.camera.setView({
    destination: toWorld(EYES[view].at[0], EYES[view].at[1], EYES[view].at[2]),
    orientation: { heading: EYES[view].heading, pitch: EYES[view].pitch, roll: 0 },
  });
  const gl = widget.canvas.getContext('webgl2')!;
  const pixel = new Uint8Array(4);
  const finish = (): void => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  const draw = (): void => {
    scene.requestRender();
    widget.render();
  };
  const next = walkers(count);
  for (let i = 0; i < 3; i++) draw();
  finish();
  const heapBefore = heap();
  const drawn = contest(widget, contestant, view);
  const between: number[] = [];
  const atTick: number[] = [];
  const finished: number[] = [];
  let draws = 0;
  let uploads = 0;
  for (let tick = 0; tick < ticks; tick++) {
    const picture = next(tick);
    await new Promise((rested) => setTimeout(rested, 0));
    const began = performance.now();
    drawn.take(picture);
    drawn.share(0);
    draw();
    const took = performance.now() - began;
    finish();
    // The first pictures build everything, compile and fill caches.
    const warm = tick >= ticks * WARMING;
    if (warm) atTick.push(took);
    for (let i = 1; i < FRAMES_A_TICK; i++) {
      const before = { ...counted };
      const start = performance.now();
      drawn.share(i / FRAMES_A_TICK);
      draw();
      const end = performance.now();
      finish();
      if (!warm) continue;
      between.push(end - start);
      finished.push(performance.now() - start);
      draws = counted.draws - before.draws;
      uploads = Math.max(uploads, counted.uploads - before.uploads);
    }
  }
  return {
    betweenMs: median(between),
    tickMs: median(atTick),
    finishedMs: median(finished),
    drawsPerFrame: draws,
    uploadsBetween: uploads,
    heapMB: (heap() - heapBefore) / 1e6,
  };
};

/** A mine without layers, four kilometres across. */
const emptyMine = (): Catalog =>
  ({
    layers: [],
    extent: { min: [-2000, -2000, -400], max: [2000, 2000, 300] },
    frame: {
      enuToEcef: Matrix4.toArray(enuToEcef),
      origin: { longitude: 117.1, latitude: 35.3, ellipsoidHeight: 100 },
    },
    survey: {
      proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
      axes: ['east', 'north'],
      zonePrefix: null,
      units: 'm',
      geoidSeparation: { metres: 0 },
    },
  }) as unknown as Catalog;

const engine = async (count: number, ticks: number): Promise<EngineCost> => {
  // What the app's own loop spends: everything it does in an animation frame, drawn frames only.
  const spent: { at: number; ms: number }[] = [];
  const plain = CesiumWidget.prototype.render;
  let drew = false;
  let watched: CesiumWidget | null = null;
  CesiumWidget.prototype.render = function (this: CesiumWidget) {
    if (!watched) {
      watched = this;
      this.scene.postRender.addEventListener(() => {
        drew = true;
      });
    }
    drew = false;
    const start = performance.now();
    plain.call(this);
    if (drew) spent.push({ at: start, ms: performance.now() - start });
  };
  const nothing = (): void => {};
  const view = createMineView({
    container,
    catalog: emptyMine(),
    bundleUrl: `${location.origin}/`,
    initialPose: { target: [0, -1950, 100], heading: 180, pitch: -10, range: 50 },
    theme: 'dark',
    reducedMotion: false,
    resolutionScale: 1,
    events: {
      hover: nothing,
      select: nothing,
      selectEntity: nothing,
      hoverEntity: nothing,
      followEnded: nothing,
      cursor: nothing,
      camera: nothing,
      loading: nothing,
      failure: ({ detail }) => {
        throw new Error(detail);
      },
    },
  });
  view.live.setLabels((ref) => (ref.type === 'entity' ? `张建国 ${ref.handle}` : null));
  const next = walkers(count);
  const rest = (ms: number): Promise<void> => new Promise((rested) => setTimeout(rested, ms));
  await rest(500);
  const take: number[] = [];
  const atTick: number[] = [];
  const between: number[] = [];
  let frames = 0;
  for (let tick = 0; tick < ticks; tick++) {
    const picture = next(tick);
    await rest(50);
    const began = performance.now();
    view.live.setFrame(picture, 1000);
    const took = performance.now() - began;
    await rest(950);
    const drawnSince = spent.filter(({ at }) => at >= began);
    if (tick < 2) continue;
    take.push(took);
    frames += drawnSince.length;
    atTick.push(took + (drawnSince[0]?.ms ?? Number.NaN));
    between.push(...drawnSince.slice(1).map(({ ms }) => ms));
  }
  const pictures = createEntityPictures();
  pictures.take(next(0), 1000, 0);
  pictures.take(next(1), 1000, 0);
  const pose = view.pose();
  const picks = Array.from({ length: 15 }, (_, i) => {
    const start = performance.now();
    entityAt(
      { pose, tanHalfHeight: 0.577, width: 640, height: 360, exaggeration: 1, pivotUp: 300 },
      pictures.rows,
      0.5,
      100 + i * 30,
      180,
      -1,
    );
    return performance.now() - start;
  });
  view.destroy();
  CesiumWidget.prototype.render = plain;
  return {
    betweenMs: median(between),
    tickMs: median(atTick),
    takeMs: median(take),
    pickMs: median(picks),
    framesPerSecond: frames / (ticks - 2),
  };
};

const page: InstancingPage = { bare, engine };
Object.assign(window, { instancing: page });
