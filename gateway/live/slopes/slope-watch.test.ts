import { expect, test } from 'vitest';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';
import type { AcceptedReadings } from '../ports.ts';
import { watchSlopes } from './slope-watch.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 1);

const setup = (thresholds: LiveSetup['thresholds'] = []): LiveSetup => ({
  mine: 'pit',
  provenance: 'synthetic',
  timeZone: '+08:00',
  presence: { staleAfter: 10, lostAfter: 60, readerSilentAfter: 30 },
  devices: [
    { id: 'BP-1', name: { zh: '一号点', en: 'Point 1' }, enu: [1, 2, 3], kind: 'slope' },
    { id: 'RD-1', name: { zh: '雷达点', en: 'Radar point' }, enu: [4, 5, 6], kind: 'slope' },
    { id: 'GW-1', name: { zh: '水位', en: 'Level' }, enu: [0, 0, 0], kind: 'water' },
  ],
  workPlaces: [],
  keyPlaces: [],
  restrictedZones: [],
  shifts: [],
  thresholds,
  slopes: [
    { id: 'east', name: { zh: '东帮', en: 'East wall' }, kind: 'slope', stations: ['BP-1'], outline: [] },
  ],
  rules: { 'hyalite-rules': 1, county: 'demo', rules: [], cameraCoverage: [], slopeHeights: [] },
});

const fast: LiveSetup['thresholds'] = [
  {
    id: 'fast',
    metric: 'slope.speed-24h',
    devices: [],
    op: '>=',
    value: 10,
    unit: 'mm/d',
    hysteresis: 0,
    warning: 'yellow',
    jurisdiction: 'demo',
    clause: 'demo setting',
    status: 'mine setting',
  },
];

const noFirst = { firstHour: async () => null };
const nothing = { ...noFirst, binned: async () => ({ time: new Float64Array(), values: [] }) };

const reading = (at: number, device: string, values: Record<string, number>): AcceptedReadings => ({
  county: 'c',
  mine: 'pit',
  gateway: 'g',
  kind: 'slope',
  receivedAt: at,
  at,
  skewMs: 0,
  late: false,
  bytes: 100,
  message: { v: 1, boot: 'b', seq: 0, at, sent: at, readings: [{ device, values }] },
});

test('a station over a configured bound is found, with its slope, value and colour; one below is not', async () => {
  const watch = await watchSlopes(setup(fast), nothing, START);
  for (let hour = 0; hour <= 48; hour++) {
    watch.take(reading(START + hour * HOUR, 'BP-1', { e: hour, n: 0, u: 0 }));
    watch.take(reading(START + hour * HOUR, 'RD-1', { los: hour * 0.1 }));
  }
  const found = watch.answers(START + 48 * HOUR).findings;
  expect(found.map(({ kind, station, slope, warning }) => [kind, station, slope, warning])).toEqual([
    ['slope-warning', 'BP-1', 'east', 'yellow'],
  ]);
  expect(found[0]!.judged!.value).toBeCloseTo(24, 6);
});

test('a radar point is judged along its line of sight', async () => {
  const watch = await watchSlopes(setup(fast), nothing, START);
  for (let hour = 0; hour <= 48; hour++) watch.take(reading(START + hour * HOUR, 'RD-1', { los: -hour }));
  expect(watch.answers(START + 48 * HOUR).findings.map(({ station }) => station)).toEqual(['RD-1']);
});

test('what was kept before a restart counts: an accelerating slope is still forecast', async () => {
  const hours = Array.from({ length: 38 * 24 }, (_, i) => i);
  const s = (hour: number) => 120 * Math.log(40 / (40 - hour / 24));
  const kept = {
    ...noFirst,
    binned: async (_mine: string, device: string) =>
      device === 'BP-1'
        ? {
            time: Float64Array.from(hours, (hour) => START + hour * HOUR),
            values: [
              Float64Array.from(hours, (hour) => s(hour)),
              new Float64Array(hours.length),
              new Float64Array(hours.length),
              new Float64Array(hours.length).fill(Number.NaN),
            ],
          }
        : { time: new Float64Array(), values: [] },
  };
  const now = START + 38 * 24 * HOUR;
  const watch = await watchSlopes(setup(), kept, now);
  const [found, ...others] = watch.answers(now).findings;
  expect(others).toEqual([]);
  expect(found!.kind).toBe('slope-forecast');
  expect(Math.abs(found!.failure!.at - (START + 40 * 24 * HOUR))).toBeLessThan(24 * HOUR);
});

test('displacement counts from the first hour ever kept, however long before what motion is worked out of', async () => {
  const bound = { ...fast[0]!, id: 'TH-D', metric: 'slope.displacement', value: 500, unit: 'mm' };
  const now = START + 400 * 24 * HOUR;
  const kept = {
    ...nothing,
    firstHour: async (_mine: string, device: string) =>
      device === 'BP-1' ? { time: START, values: [10, 0, 0, Number.NaN] } : null,
  };
  for (const [store, found] of [
    [kept, ['BP-1']],
    [nothing, []],
  ] as const) {
    const watch = await watchSlopes(setup([bound]), store, now);
    for (let hour = 0; hour <= 48; hour++)
      watch.take(reading(now + hour * HOUR, 'BP-1', { e: 600 + hour * 0.01, n: 0, u: 0 }));
    expect(watch.answers(now + 48 * HOUR).findings.map(({ station }) => station)).toEqual(found);
  }
});

test('without a store that answers it starts with nothing, and warns of nothing it does not know', async () => {
  const no = () => Promise.reject(new Error('the database does not answer'));
  const down = { binned: no, firstHour: no };
  const watch = await watchSlopes(setup(fast), down, START);
  expect(watch.answers(START)).toEqual({ findings: [], denied: new Set() });
  expect(watch.series('BP-1')!.time.length).toBe(0);
  expect(watch.series('GW-1')).toBeNull();
});

test('an alarm of a station ends by what its fixes say, not by its rain gauge or by silence', async () => {
  const watch = await watchSlopes(setup(fast), nothing, START);
  const denied = (hour: number) => [...watch.answers(START + hour * HOUR).denied];
  const forecast = 'slope-forecast  BP-1';
  for (let hour = 0; hour <= 48; hour++)
    watch.take(reading(START + hour * HOUR, 'BP-1', { e: hour, n: 0, u: 0 }));
  expect(denied(48)).toEqual([forecast]);
  // The receiver dies, its rain gauge and crack meter go on under the same id.
  for (let hour = 49; hour <= 90; hour++) {
    watch.take(reading(START + hour * HOUR, 'BP-1', { rain: 1, crack: 2 }));
    // A forecast needs fixes of four usual intervals at most.
    expect([hour, denied(hour)]).toEqual([hour, hour <= 52 ? [forecast] : []]);
  }
  for (let hour = 91; hour <= 130; hour++)
    watch.take(reading(START + hour * HOUR, 'BP-1', { e: 90 + 0.01 * (hour % 3), n: 0, u: 0 }));
  expect(watch.answers(START + 130 * HOUR).findings).toEqual([]);
  expect(denied(130)).toContain('slope-warning fast BP-1');
});
