import {
  type EntityKind,
  entityState,
  type Presence,
  type RosterEntry,
  type Spot,
} from '../contracts/live/entity.ts';
import { type LiveManifest, liveManifestSchema } from '../contracts/live/live-manifest.ts';
import { type RuleBook, ruleBookSchema } from '../contracts/live/rule-book.ts';
import type { LiveSetup } from '../contracts/live/setup.ts';
import type { GatewayState, Reading } from '../contracts/live/viewer.ts';
import type { RoadwayNetwork } from '../contracts/network.ts';
import type { RuleFinding } from './finding.ts';
import { type MineSituation, readingKey } from './mine-situation.ts';
import { createMineWatch, type MineWatch } from './mine-watch.ts';
import { createNetworkIndex } from './network-index.ts';
import { createPeopleWatch } from './people-watch.ts';
import { createPlaceMembership, type RulePlace } from './place-membership.ts';

/** 2026-06-01 08:00 at +08:00, a Monday morning. */
export const MORNING = Date.UTC(2026, 5, 1, 0, 0, 0);
export const SECOND = 1000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

type P = [number, number, number];
const NODES: P[] = [
  [0, 0, 0],
  [500, 0, 0],
  [1000, 0, 0],
  [500, 300, 0],
  [0, 0, -50],
  [1000, 0, -50],
];
const edge = (id: string, roadway: string, from: number, to: number) => ({
  id,
  roadway,
  from,
  to,
  line: [NODES[from]!, NODES[to]!],
  length: Math.hypot(...NODES[from]!.map((v, k) => v - NODES[to]![k]!)),
  type: 'drift',
  width: 4,
  height: 3,
});

/** A main drift of 1 km along x, a cross-cut of 300 m at its middle, a drift 50 m below, and a raise between their ends. */
export const TINY_NETWORK: RoadwayNetwork = {
  format: 'hyalite-network/1',
  nodes: NODES.map((at, id) => ({ id, at, degree: 0 })),
  edges: [
    edge('main/1', 'main', 0, 1),
    edge('main/2', 'main', 1, 2),
    edge('cross/1', 'cross', 1, 3),
    edge('low/1', 'low', 4, 5),
    edge('raise/1', 'raise', 2, 5),
  ],
  components: [{ nodes: 6, length: 2350 }],
};

export const SPOTS: readonly Spot[] = [
  { id: '', name: '', level: null, kind: 'unknown' },
  { id: 'main', name: '主巷', level: '0 m', kind: 'roadway' },
  { id: 'surface', name: '地表', level: null, kind: 'surface' },
];
export const [NOWHERE, IN_MAIN, ON_SURFACE] = [0, 1, 2];

export interface TinyPerson {
  readonly tag: string;
  readonly x: number;
  readonly y?: number;
  readonly z?: number;
  readonly presence?: Presence;
  readonly kind?: EntityKind;
  readonly sos?: boolean;
  /** Seconds. */
  readonly age?: number;
  /** Metres, by the tag. */
  readonly acc?: number;
  /** Seconds, by the tag. */
  readonly still?: number;
  readonly spot?: number;
  /** null: nobody is registered for the tag. */
  readonly name?: string | null;
  readonly team?: string | null;
  readonly shift?: string | null;
}

/** Every tag keeps its handle through a test. */
const handles = new Map<string, number>();
const handleOf = (tag: string): number => {
  const known = handles.get(tag) ?? handles.size + 1;
  handles.set(tag, known);
  return known;
};

export const tinyReading = (
  device: string,
  metric: string,
  value: number | boolean,
  at: number,
): Reading => ({
  device,
  metric,
  value,
  at,
  receivedAt: at,
});

export const tinyGateway = (gateway: string, lastReceivedAt: number, silent = false): GatewayState => ({
  gateway,
  lastReceivedAt,
  skewMs: 0,
  messages: 1,
  duplicates: 0,
  late: 0,
  missing: 0,
  silent,
});

export const tinySituation = (
  time: number,
  people: readonly TinyPerson[] = [],
  more: Partial<Omit<MineSituation, 'readings'>> & { readonly readings?: readonly Reading[] } = {},
): MineSituation => {
  const count = people.length;
  const entities = {
    count,
    handle: Uint32Array.from(people, ({ tag }) => handleOf(tag)),
    position: Int32Array.from(
      people.flatMap(({ x, y = 0, z = 0 }) => [x, y, z].map((m) => Math.round(m * 100))),
    ),
    heading: new Uint8Array(count),
    state: Uint8Array.from(people, ({ presence = 'fresh', kind = 'person', sos = false }) =>
      entityState({ presence, kind, sos }),
    ),
    age: Uint32Array.from(people, ({ age = 0 }) => age),
    spot: Uint16Array.from(people, ({ spot = IN_MAIN! }) => spot),
  };
  const roster = new Map(
    people.map(
      ({ tag, kind = 'person', name = `人${tag}`, team = null, shift = null }): [number, RosterEntry] => [
        handleOf(tag),
        { handle: handleOf(tag), id: tag, kind, name, team, role: null, shift },
      ],
    ),
  );
  return {
    synthetic: true,
    spots: SPOTS,
    calls: new Map(),
    told: {
      accuracy: Float32Array.from(people, ({ acc = Number.NaN }) => acc),
      still: Float32Array.from(people, ({ still = Number.NaN }) => still),
    },
    gateways: [],
    readersHeard: null,
    coverage: null,
    slopes: null,
    ...more,
    time,
    entities,
    roster,
    readings: new Map((more.readings ?? []).map((each) => [readingKey(each.device, each.metric), each])),
  };
};

/** Takes situations one after the other, as the gateway does, and returns what a check may look at. */
export const tinyWatcher = (
  places: readonly RulePlace[] = [],
  network: RoadwayNetwork | null = TINY_NETWORK,
): ((situation: MineSituation) => MineWatch) => {
  const index = network && createNetworkIndex(network);
  return createMineWatch({
    people: createPeopleWatch(index, createPlaceMembership(index, places)),
    network: index,
  });
};

export const tinyPlace = (id: string, x: number, radius: number): RulePlace => ({
  id,
  name: `处${id}`,
  at: [x, 0, 0],
  radius,
  roadways: [],
});

export const subjects = ({ findings }: { readonly findings: readonly RuleFinding[] }): string[] =>
  findings.map(({ subject }) => subject.id).sort();

const name = (zh: string) => ({ zh, en: zh });

/** Placed where `e` says along the main drift: easting is x, northing y, height z. */
export const tinyMine = (
  manifestPart: Record<string, unknown>,
  rules: readonly Record<string, unknown>[],
  closeOut: Record<string, unknown> | undefined = undefined,
): { manifest: LiveManifest; setup: LiveSetup; network: RoadwayNetwork; book: RuleBook } => {
  const manifest = liveManifestSchema.parse({
    'hyalite-live': 1,
    mine: 'tiny',
    county: 'yunxiu',
    provenance: 'synthetic',
    rules: 'rules.yaml',
    ...manifestPart,
  });
  const book = ruleBookSchema.parse({
    'hyalite-rules': 1,
    county: 'yunxiu',
    ...(closeOut && { closeOut }),
    rules: rules.map((rule) => ({ jurisdiction: '—', clause: '—', status: 'test', ...rule })),
  });
  const at = ({
    e = 0,
    n = 0,
    h = 0,
  }: {
    e?: number | undefined;
    n?: number | undefined;
    h?: number | undefined;
  }): P => [e, n, h];
  const setup: LiveSetup = {
    mine: manifest.mine,
    provenance: manifest.provenance,
    timeZone: manifest.timeZone,
    presence: manifest.presence,
    devices: manifest.devices.map(({ id, kind, name, range, ...p }) => ({
      id,
      kind,
      name,
      enu: at(p),
      ...(range !== undefined && { range }),
    })),
    workPlaces: manifest.workPlaces.map(({ id, name, radius, main, maxPersons, maxMinutes, ...p }) => ({
      id,
      name,
      enu: at(p),
      radius,
      main,
      ...(maxPersons !== undefined && { maxPersons }),
      ...(maxMinutes !== undefined && { maxMinutes }),
    })),
    keyPlaces: [],
    restrictedZones: manifest.restrictedZones.map(({ id, name, radius, roadways, ...p }) => ({
      id,
      name,
      enu: radius === undefined ? null : at(p),
      radius: radius ?? null,
      roadways,
    })),
    shifts: manifest.shifts,
    thresholds: manifest.thresholds,
    slopes: [],
    rules: book,
  };
  return { manifest, setup, network: TINY_NETWORK, book };
};

export const tinyDevice = (id: string, kind: string, e = 0, more: Record<string, unknown> = {}) => ({
  id,
  kind,
  name: name(id),
  e,
  n: 0,
  h: 0,
  ...more,
});
export const tinyWorkPlace = (id: string, e: number, radius: number, more: Record<string, unknown> = {}) => ({
  id,
  name: name(id),
  e,
  n: 0,
  h: 0,
  radius,
  ...more,
});
