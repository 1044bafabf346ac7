import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { type EntityFrame, type EntityKind, entityState } from '../../../domain/contracts/live/entity.ts';
import { cutRegion } from '../../../domain/geology/slice/cut-region.ts';
import { createMineView } from '../../../web/engines/cesium/index.ts';
import type { EntityRef, MineView, Overlay } from '../../../web/engines/mine-view.ts';
import type { LivePage, PageEvent, WalkerStates } from './live-page.ts';

/** The demo mine with synthetic people on its roadways, for tests: the engine alone, told everything by the test. */

type Point = readonly [number, number, number];
interface Network {
  readonly edges: readonly { readonly line: readonly Point[]; readonly kind?: 'shaft' }[];
}

const MINE = 'qingshi-iron';

const json = async <T>(path: string): Promise<T> => (await (await fetch(path)).json()) as T;

/** Point `metres` along a line, and the heading there (256 a turn). */
const walk = (line: readonly Point[], metres: number): { at: Point; heading: number } => {
  let left = metres;
  for (let i = 1; ; i++) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
    if (left > length && i < line.length - 1) {
      left -= length;
      continue;
    }
    const t = Math.min(1, left / Math.max(length, 1e-6));
    const turn = Math.atan2(b[0] - a[0], b[1] - a[1]) / (2 * Math.PI);
    return {
      at: [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t],
      heading: Math.round(((turn + 1) % 1) * 256) & 255,
    };
  }
};

const lengthOf = (line: readonly Point[]): number =>
  line.reduce((sum, b, i) => {
    const a = line[Math.max(0, i - 1)]!;
    return sum + Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
  }, 0);

const catalog = await json<Catalog>(`/bundles/${MINE}/catalog.json`);
const { edges } = await json<Network>(`/bundles/${MINE}/network.json`);
const lines = edges
  .filter(({ kind }) => kind !== 'shaft')
  .map(({ line }) => ({ line, length: lengthOf(line) }))
  .filter(({ length }) => length > 30);

/** Metres. */
const CUT_REACH = 5000;

const events: PageEvent[] = [];
let view: MineView | null = null;
let ready = false;
const live = (): MineView => {
  if (!view) throw new Error('no view is open');
  return view;
};

const kindOfRow = (row: number): EntityKind => (row % 12 === 7 ? 'vehicle' : 'person');

const frameOf = (count: number, tick: number, states: WalkerStates): EntityFrame => {
  const handle = new Uint32Array(count);
  const position = new Int32Array(count * 3);
  const heading = new Uint8Array(count);
  const state = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const { line, length } = lines[row % lines.length]!;
    const start = (row * 37.7) % length;
    const speed = kindOfRow(row) === 'vehicle' ? 4 : 1.3;
    const place = walk(line, (start + tick * speed) % length);
    handle[row] = 1000 + row;
    position.set(
      place.at.map((metres) => Math.round(metres * 100)),
      row * 3,
    );
    heading[row] = place.heading;
    state[row] = entityState({
      presence: 'fresh',
      kind: kindOfRow(row),
      headingKnown: true,
      ...states[1000 + row],
    });
  }
  return {
    mine: MINE,
    tick,
    time: 1_700_000_000_000 + tick * 1000,
    source: 'live',
    synthetic: true,
    entities: {
      count,
      handle,
      position,
      heading,
      state,
      age: new Uint32Array(count),
      spot: new Uint16Array(count),
    },
  };
};

const page: LivePage = {
  events,
  ready: () => ready,
  open({ theme, reducedMotion, scale }) {
    view?.destroy();
    ready = false;
    view = createMineView({
      container: document.getElementById('scene')!,
      catalog,
      bundleUrl: new URL(`/bundles/${MINE}/`, location.href).href,
      initialPose: null,
      theme,
      reducedMotion,
      resolutionScale: scale,
      events: {
        hover: () => {},
        select: (feature) => events.push(['select', feature?.featureId ?? null]),
        selectEntity: (ref) => events.push(['selectEntity', ref]),
        hoverEntity: (ref) => events.push(['hoverEntity', ref]),
        hoverCut: () => {},
        selectCut: () => {},
        placed: () => {},
        aimed: () => {},
        followEnded: () => events.push(['followEnded']),
        cursor: () => {},
        camera: () => {},
        loading: ({ firstPicture, pending }) => {
          ready = firstPicture && pending === 0;
        },
        failure: ({ kind, detail }) => events.push(['failure', kind, detail]),
      },
    });
  },
  people(count, tick, states) {
    live().live.setFrame(frameOf(count, tick, states), 1000);
  },
  noPeople: () => live().live.setFrame(null, 1000),
  place(handle, count, tick) {
    const { position } = frameOf(count, tick, {}).entities;
    const row = handle - 1000;
    return [0, 1, 2].map((axis) => position[row * 3 + axis]! / 100) as [number, number, number];
  },
  devices: (devices) => live().live.setDevices(devices),
  names: (names) =>
    live().live.setLabels((ref: EntityRef) =>
      ref.type === 'entity' ? (names[ref.handle] ?? null) : (names[ref.id] ?? null),
    ),
  select: (ref) => live().live.setSelectedEntity(ref),
  follow: (ref) => live().live.follow(ref),
  flyToEntity: (ref) => live().live.flyToEntity(ref),
  overlay(id, overlay) {
    const made: Overlay | null = overlay && {
      ...overlay,
      positions: Float64Array.from(overlay.positions),
      indices: Uint32Array.from(overlay.indices),
      colours: Uint8Array.from(overlay.colours),
    };
    live().live.setOverlay(id, made);
  },
  cutAbove: (up) =>
    live().slice.setRegion(up === null ? null : cutRegion({ kind: 'level', up, flipped: false }, CUT_REACH)),
  layer: (id, visible, opacity) => live().setLayer(id, { visible, opacity }),
  seeThrough: (amount) => live().setGroundSeeThrough(amount),
  exaggerate: (factor) => live().setExaggeration(factor),
  fly: (pose) => live().flyTo(pose),
  home: () => live().flyHome(),
  pose: () => live().pose(),
  retry: () => live().retry(),
};
Object.assign(window, { livePage: page });
