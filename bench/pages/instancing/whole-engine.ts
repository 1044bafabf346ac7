import { CesiumWidget, Matrix4 } from '@cesium/engine';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { createMineView } from '../../../web/engines/cesium/index.ts';
import { createEntityPictures } from '../../../web/engines/cesium/live/entity-pictures.ts';
import { entityAt } from '../../../web/engines/cesium/live/entity-sight.ts';
import { enuToEcef } from './contestants.ts';
import type { EngineCost } from './instancing-page.ts';
import { walkers } from './walkers.ts';

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
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

/** The app's own engine, run by its own loop. */
export const engine = async (count: number, ticks: number): Promise<EngineCost> => {
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
  const container = document.createElement('div');
  container.className = 'scene';
  document.body.append(container);
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
      hoverCut: nothing,
      selectCut: nothing,
      placed: nothing,
      aimed: nothing,
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
      { pose, tanHalfHeight: 0.577, width: 640, height: 360, exaggeration: 1, pivotUp: 300, slice: null },
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
