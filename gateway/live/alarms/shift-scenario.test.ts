import { describe, expect, it } from 'vitest';
import { ALARM_KINDS, type AlarmKind } from '../../../domain/contracts/live/alarm.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import { type SlopeSituation, slopeKey } from '../../../domain/rules/mine-situation.ts';
import {
  HOUR,
  IN_MAIN,
  MINUTE,
  NOWHERE,
  ON_SURFACE,
  SECOND,
  type TinyPerson,
  tinyDevice,
  tinyGateway,
  tinyMine,
  tinyReading,
  tinySituation,
  tinyWorkPlace,
} from '../../../domain/rules/tiny-rule-mine.test-kit.ts';
import { createAlarms } from './alarms.ts';
import { countingIds, memoryAlarmStore } from './memory-alarm-store.test-kit.ts';

/** One whole day shift, a picture every two seconds, every rule at work. */

const START = Date.parse('2026-06-01T05:30+08:00');
const SHIFT_START = Date.parse('2026-06-01T06:00+08:00');
const SHIFT_END = Date.parse('2026-06-01T14:00+08:00');
const CREW = 16;

const RULES = [
  { id: 'SOS', check: 'sos', urgency: 'sos', raiseAfterSeconds: 0, clearAfterSeconds: 30 },
  { id: 'OVER', check: 'over-number', raiseAfterSeconds: 10, clearAfterSeconds: 30 },
  { id: 'OVERSTAY', check: 'overstay' },
  { id: 'ZONE', check: 'restricted-zone' },
  { id: 'STILL', check: 'still-alone' },
  { id: 'NOT_OUT', check: 'not-out' },
  { id: 'LOST', check: 'lost-underground', raiseAfterSeconds: 0 },
  { id: 'SILENT', check: 'silent-reader' },
  { id: 'UNREGISTERED', check: 'unregistered-tag' },
  { id: 'CAMERA', check: 'camera-offline' },
  { id: 'BLIND', check: 'work-place-blind' },
  { id: 'FORECAST', check: 'slope-forecast' },
  {
    id: 'CO_24',
    check: 'reading-threshold',
    metric: 'air.co',
    op: '>=',
    value: 24,
    unit: 'ppm',
    hysteresis: 1,
  },
  {
    id: 'INFLOW_20',
    check: 'reading-change',
    metric: 'water.inflow',
    op: '>=',
    value: 20,
    unit: '%',
    change: 'percent',
    raiseAfterSeconds: 30,
  },
  { id: 'DEVICE', check: 'device-silent' },
  { id: 'SEAL', check: 'seal-broken' },
];

const mine = tinyMine(
  {
    gateways: [{ id: 'g1', name: { zh: '分站', en: 'g1' } }],
    devices: [
      tinyDevice('r1', 'reader', 100, { range: 80 }),
      tinyDevice('c1', 'camera', 100),
      tinyDevice('c2', 'camera', 700),
      tinyDevice('s1', 'air', 100),
      tinyDevice('w1', 'water', 900),
      tinyDevice('f1', 'seal', 0),
      tinyDevice('p1', 'pump', 900),
    ],
    workPlaces: [tinyWorkPlace('face', 700, 60, { maxPersons: 9 }), tinyWorkPlace('yard', 100, 60)],
    restrictedZones: [
      {
        id: 'magazine',
        name: { zh: '炸药库', en: 'magazine' },
        roadways: ['cross'],
        allowedTeams: ['爆破队'],
      },
    ],
    slopes: [{ id: 'east', name: { zh: '东帮', en: 'east' } }],
    shifts: [{ id: '白班', start: '06:00', end: '14:00' }],
    thresholds: [
      {
        id: 'fast',
        metric: 'slope.speed-24h',
        op: '>=',
        value: 10,
        unit: 'mm/d',
        warning: 'yellow',
        jurisdiction: '本矿',
        clause: '—',
        status: 'mine setting',
      },
    ],
    settings: {
      source: '矿长',
      overstayMinutes: 600,
      notOutMinutes: 30,
      stillMinutes: 10,
      aloneMetres: 60,
      deviceSilentMinutes: 10,
      changeWindowMinutes: { INFLOW_20: 60 },
    },
  },
  RULES,
);

/** The same noise in every run, about normal, standard deviation 1. */
const noiseOf = (seed: number): (() => number) => {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => (next() + next() + next() + next() - 2) * Math.sqrt(3);
};
let noise = noiseOf(7);

/**
 * Where somebody of the crew is: in at the portal (x = 0) between half past five and six, to the own place, to and fro
 * there with pauses of some minutes, out by two; positions three decimetres wrong, a few seconds unheard now and then.
 */
const worker = (i: number, time: number): TinyPerson => {
  const tag = `p${i}`;
  const base = { tag, shift: '白班', team: '采掘队' } as const;
  const inAt = SHIFT_START - 20 * MINUTE + i * 20 * SECOND;
  const outAt = SHIFT_END - 15 * MINUTE + i * 20 * SECOND;
  const inside = Math.min(time - inAt, outAt - time) / SECOND;
  if (inside < 0) return { ...base, x: -30 + noise() * 0.3, spot: ON_SURFACE! };
  // Pairs: nobody works for long out of reach of another. Eight at the face at most.
  const home = i < 8 ? 690 : 60 + ((i - 8) >> 1) * 50;
  const t = (time - START) / SECOND + i * 97;
  const pace = Math.abs((Math.floor(t / 2) % 40) - 20) * (Math.floor(t / 400) % 2);
  const x = Math.min(home, inside * 1.2) + pace * 0.5 + (i % 2) * 4 + noise() * 0.3;
  const unheard = t % 1800 < 14 ? Math.floor(t % 1800) : 0;
  return {
    ...base,
    x: unheard ? home : x,
    y: noise() * 0.3,
    age: unheard,
    presence: unheard > 10 ? 'stale' : 'fresh',
    spot: t % 500 < 3 ? NOWHERE! : IN_MAIN!,
  };
};

const plant = (time: number): Reading[] => [
  tinyReading('c1', 'camera.online', true, time),
  tinyReading('c2', 'camera.online', true, time),
  tinyReading('s1', 'air.co', 22.5 + Math.max(-3, Math.min(3, noise())) * 0.4, time),
  tinyReading('w1', 'water.inflow', 100 + noise() * 2, time),
  tinyReading('f1', 'seal.closed', true, time),
  tinyReading('p1', 'pump.on', Math.floor(time / HOUR) % 2 === 0, time),
];

interface Scene {
  people: TinyPerson[];
  readings: Reading[];
  readerHeardAt: number;
  gatewayHeardAt: number;
  slopes: SlopeSituation;
}
const CALM = new Set([slopeKey('slope-warning', 'fast', 'east'), slopeKey('slope-forecast', null, 'east')]);
const peaceful = (time: number): Scene => ({
  people: Array.from({ length: CREW }, (_, i) => worker(i, time)),
  readings: plant(time),
  readerHeardAt: time,
  gatewayHeardAt: time,
  slopes: { findings: [], denied: CALM },
});

const run = async (
  from: number,
  to: number,
  change: (scene: Scene, second: number) => void = () => {},
  every = 2 * SECOND,
) => {
  const memory = memoryAlarmStore();
  let now = from;
  noise = noiseOf(7);
  const alarms = createAlarms({
    ...mine,
    mine: { type: 'underground-metal', state: 'producing', seesWorkPlaces: true },
    store: memory.store,
    clock: () => now,
    idSource: countingIds(),
  });
  await alarms.load();
  const coverage = new Map([
    ['face', ['c2']],
    // Either will do: an offline one alone is no place that nobody sees.
    ['yard', ['c1', 'c2']],
  ]);
  for (; now < to; now += every) {
    const scene = peaceful(now);
    change(scene, (now - from) / SECOND);
    const { people, readings, readerHeardAt, gatewayHeardAt, slopes } = scene;
    alarms.tick(
      tinySituation(now, people, {
        readings,
        slopes,
        coverage,
        readersHeard: new Map([['r1', readerHeardAt]]),
        gateways: [tinyGateway('g1', gatewayHeardAt, now - gatewayHeardAt > 30 * SECOND)],
      }),
    );
  }
  await alarms.close();
  expect(alarms.health()).toMatchObject({ broken: [], waiting: 0, givenUp: 0 });
  expect(alarms.ruleStates().filter(({ running }) => !running)).toEqual([]);
  return [...memory.rows.values()];
};

describe('a shift', () => {
  it('passes without a single alarm, noise and all', async () => {
    expect(await run(START, SHIFT_END + HOUR)).toEqual([]);
  });

  const QUIET = SHIFT_START + HOUR;
  const away = (tag: string, x: number, more: Partial<TinyPerson> = {}): TinyPerson => ({
    tag,
    x: x + noise() * 0.3,
    y: noise() * 0.3,
    shift: '白班',
    team: '采掘队',
    ...more,
  });
  /** Still at the face and walking about. */
  const late = (s: number) => away('p3', 690 + Math.abs((s % 60) - 30), { spot: IN_MAIN! });
  /** What goes wrong from the 100th second on, for how long (seconds), and who or what the one alarm is about. */
  const wrongs: Readonly<
    Record<
      AlarmKind,
      readonly [seconds: number, subject: string, change: (scene: Scene, s: number) => void, from?: number]
    >
  > = {
    sos: [60, 'p3', ({ people }) => Object.assign(people[3]!, { sos: true })],
    'over-number': [60, 'face', ({ people }) => people.push(away('x1', 700), away('x2', 702))],
    overstay: [
      60,
      'p3',
      ({ people }, s) => Object.assign(people[3]!, late(s), { shift: null }),
      SHIFT_END + 105 * MINUTE,
    ],
    'restricted-zone': [60, 'p3', ({ people }) => Object.assign(people[3]!, { x: 500, y: 100 })],
    'still-alone': [720, 'p3', ({ people }) => Object.assign(people[3]!, away('p3', 990))],
    'not-out': [60, 'p3', ({ people }, s) => Object.assign(people[3]!, late(s)), SHIFT_END + 29 * MINUTE],
    'lost-underground': [
      90,
      'p3',
      ({ people }, s) => Object.assign(people[3]!, { presence: 'lost', age: s }),
    ],
    'silent-reader': [
      60,
      'r1',
      (scene, s) => Object.assign(scene, { readerHeardAt: scene.readerHeardAt - s * SECOND }),
    ],
    'unregistered-tag': [60, 'x1', ({ people }) => people.push(away('x1', 300, { name: null }))],
    'camera-offline': [60, 'c1', ({ readings }) => Object.assign(readings[0]!, { value: false }), START],
    'work-place-blind': [
      60,
      'face',
      ({ readings }) => readings.push({ ...readings[1]!, metric: 'camera.obstructed', value: true }),
    ],
    'slope-warning': [60, 'east', (scene) => Object.assign(scene, { slopes: slope('slope-warning') })],
    'slope-forecast': [60, 'east', (scene) => Object.assign(scene, { slopes: slope('slope-forecast') })],
    'reading-threshold': [60, 's1', ({ readings }) => Object.assign(readings[2]!, { value: 40 })],
    'reading-change': [400, 'w1', ({ readings }) => Object.assign(readings[3]!, { value: 140 }), QUIET],
    'device-silent': [
      700,
      'p1',
      ({ readings }, s) => Object.assign(readings[5]!, { receivedAt: readings[5]!.receivedAt - s * SECOND }),
    ],
    'seal-broken': [60, 'f1', ({ readings }) => Object.assign(readings[4]!, { value: false })],
  };
  const slope = (check: 'slope-warning' | 'slope-forecast'): SlopeSituation => ({
    denied: new Set(),
    findings: [
      {
        ...{ check, threshold: check === 'slope-warning' ? 'fast' : null, warning: null },
        subject: { type: 'slope', id: 'east', name: '东帮' },
        ...{ scope: null, place: '东帮', enu: null, judged: null, since: null },
      },
    ],
  });

  it.each(ALARM_KINDS)('with one %s has one alarm', async (kind) => {
    const [seconds, subject, change, at = QUIET] = wrongs[kind];
    // Long enough before that what is remembered (entries, half a window of readings) is there.
    const isLate = kind === 'overstay' || kind === 'not-out';
    const before = isLate ? at - START : kind === 'reading-change' ? 40 * MINUTE : 5 * MINUTE;
    const wrongFrom = before / SECOND + 100;
    // Those who are to be late are kept in from before the shift ends.
    const changeFrom = isLate ? (SHIFT_END - 20 * MINUTE - START) / SECOND : wrongFrom;
    const alarms = await run(
      at - before,
      at + (100 + seconds) * SECOND,
      (scene, s) => {
        if (s >= changeFrom) change(scene, s - wrongFrom);
      },
      isLate ? 5 * SECOND : 2 * SECOND,
    );
    expect(alarms.map((alarm) => [alarm.kind, alarm.subject.id])).toEqual([[kind, subject]]);
    expect(alarms[0]).toMatchObject({ clearedAt: null, acknowledged: null });
  });
});
