import {
  type EntityFrame,
  type EntityKind,
  entityState,
  type Presence,
  type RosterEntry,
  type Spot,
} from '../../../domain/contracts/live/entity.ts';

export interface TestEntity {
  readonly handle: number;
  readonly presence?: Presence;
  readonly kind?: EntityKind;
  readonly sos?: boolean;
  readonly age?: number;
  readonly spot?: number;
  /** ENU metres. */
  readonly position?: readonly [number, number, number];
}

export const testFrame = (
  entities: readonly TestEntity[],
  o: { time?: number; tick?: number; source?: EntityFrame['source']; mine?: string } = {},
): EntityFrame => ({
  mine: o.mine ?? 'a',
  tick: o.tick ?? 1,
  time: o.time ?? 1_800_000_000_000,
  source: o.source ?? 'live',
  synthetic: false,
  entities: {
    count: entities.length,
    handle: Uint32Array.from(entities, ({ handle }) => handle),
    position: Int32Array.from(
      entities.flatMap(({ position = [0, 0, 0] }) => position.map((metres) => Math.round(metres * 100))),
    ),
    heading: new Uint8Array(entities.length),
    state: Uint8Array.from(entities, ({ presence = 'fresh', kind = 'person', sos = false }) =>
      entityState({ presence, kind, sos }),
    ),
    age: Uint32Array.from(entities, ({ age = 0 }) => age),
    spot: Uint16Array.from(entities, ({ spot = 0 }) => spot),
  },
});

export const testEntry = (handle: number, o: Partial<RosterEntry> = {}): RosterEntry => ({
  handle,
  id: `T-${handle}`,
  kind: 'person',
  name: `Name ${handle}`,
  team: null,
  role: null,
  shift: null,
  ...o,
});

export const testRoster = (entries: readonly RosterEntry[]): ReadonlyMap<number, RosterEntry> =>
  new Map(entries.map((entry) => [entry.handle, entry]));

export const SPOTS: readonly Spot[] = [
  { id: '', name: '', level: null, kind: 'unknown' },
  { id: 'r1', name: 'Haulage', level: '-50', kind: 'roadway' },
  { id: 'r2', name: 'Vent drift', level: '-110', kind: 'roadway' },
  { id: 'shaft', name: 'Main shaft', level: null, kind: 'roadway' },
  { id: 'surface', name: 'Surface', level: null, kind: 'surface' },
];
