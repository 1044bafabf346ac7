import { describe, expect, it } from 'vitest';
import type { Threshold } from '../../../../domain/contracts/live/live-manifest.ts';
import type { ListedRule } from '../../../../domain/contracts/live/rule-list.ts';
import type { SetupDevice } from '../../../../domain/contracts/live/setup.ts';
import type { Reading } from '../../../../domain/contracts/live/viewer.ts';
import { readingKey } from '../../live-store.ts';
import { boundsOfRules, deviceReadings } from './reading-rows.ts';

const device = (id: string, kind: string): SetupDevice => ({
  id,
  kind,
  name: { zh: id, en: id },
  enu: [0, 0, 0],
});
const co: Threshold = {
  id: 'co',
  metric: 'air.co',
  devices: [],
  op: '>=',
  value: 24,
  unit: 'ppm',
  hysteresis: 0,
  jurisdiction: '全国',
  clause: '矿安〔2023〕60号',
  status: 'public copy',
};
const setup = {
  devices: [device('AIR-1', 'air'), device('W-1', 'water'), device('CAM', 'camera'), device('AIR-2', 'air')],
  thresholds: [co],
  slopes: [],
  presence: { staleAfter: 10, lostAfter: 60, readerSilentAfter: 30 },
};
const readings = (...list: Reading[]) =>
  new Map(list.map((reading) => [readingKey(reading.device, reading.metric), reading]));
const NOW = 1_000_000;
const reading = (id: string, metric: string, value: number | boolean, age = 0): Reading => ({
  device: id,
  metric,
  value,
  at: NOW - age,
  receivedAt: NOW - age,
});

describe('deviceReadings', () => {
  it('groups by kind, what is over its bound first, and leaves cameras to their own panel', () => {
    const found = deviceReadings(setup, readings(reading('AIR-2', 'air.co', 30)), NOW);
    expect(found.map(({ device: { id }, over }) => [id, over])).toEqual([
      ['W-1', false],
      ['AIR-2', true],
      ['AIR-1', false],
    ]);
  });

  it('shows what was never heard as unknown, not as zero and not as fine', () => {
    const [water] = deviceReadings(setup, new Map(), NOW);
    expect(water!.rows.map(({ metric, reading: value, age }) => [metric, value, age])).toEqual([
      ['water.level', null, null],
      ['water.inflow', null, null],
    ]);
  });

  it('leaves out a metric the device does not have', () => {
    const [water] = deviceReadings(setup, readings(reading('W-1', 'water.level', -170.2)), NOW);
    expect(water!.rows.map(({ metric }) => metric)).toEqual(['water.level']);
  });

  it('says that an old value is old, and that it was over when it was true', () => {
    const found = deviceReadings(setup, readings(reading('AIR-1', 'air.co', 24, 31_000)), NOW);
    const row = found.find(({ device: { id } }) => id === 'AIR-1')!.rows[0]!;
    expect(row).toMatchObject({ old: true, age: 31_000 });
    expect(row.bounds).toEqual([{ threshold: co, over: true }]);
  });

  it('shows rain and cracks of slope gauges, and leaves displacements to the slope panel', () => {
    const pit = {
      ...setup,
      devices: [device('BP-1', 'slope'), device('RAIN', 'slope')],
      slopes: [
        {
          id: 'S',
          name: { zh: 'S', en: 'S' },
          kind: 'slope' as const,
          stations: ['BP-1'],
          rain: 'RAIN',
          outline: [],
        },
      ],
    };
    const found = deviceReadings(
      pit,
      readings(reading('RAIN', 'slope.rain', 2), reading('BP-1', 'slope.e', 5)),
      NOW,
    );
    expect(found.map(({ device: { id }, rows }) => [id, rows.map(({ metric }) => metric)])).toEqual([
      ['RAIN', ['slope.rain']],
    ]);
  });

  it("holds the bounds of the county's running rules against it, each number once", () => {
    const rule = {
      ...{ id: 'CO_24', origin: 'county', check: 'reading-threshold', urgency: 'alarm', metric: 'air.co' },
      ...{ jurisdiction: '济宁', clause: 'JN矿 20', status: 'source document', note: null },
      bounds: [{ kind: 'value', op: '>=', value: 24, upTo: null, unit: 'ppm', from: 'rule' }],
      ...{ reason: null, needs: null },
    } as const satisfies ListedRule;
    const off = { ...rule, id: 'CO_5', reason: 'not-active' } as const;
    const change = { ...rule, id: 'CO_UP', check: 'reading-change' } as const;
    const ofCounty = boundsOfRules([rule, off, change, { ...rule, id: 'X', origin: 'mine' }]);
    expect(ofCounty.map(({ id }) => id)).toEqual(['CO_24']);
    const over = (thresholds: Threshold[]) => {
      const found = deviceReadings(
        { ...setup, thresholds },
        readings(reading('AIR-1', 'air.co', 80)),
        NOW,
        ofCounty,
      );
      const air = found.find(({ device: { id } }) => id === 'AIR-1')!;
      return [air.over, air.rows[0]!.bounds.map(({ threshold }) => threshold.clause)];
    };
    expect(over([])).toEqual([true, ['JN矿 20']]);
    expect(over([co])).toEqual([true, [co.clause]]);
  });

  it('holds a bound only against the devices it names', () => {
    const only = { ...setup, thresholds: [{ ...co, devices: ['AIR-2'] }] };
    const found = deviceReadings(only, readings(reading('AIR-1', 'air.co', 99)), NOW);
    expect(found.find(({ device: { id } }) => id === 'AIR-1')!.over).toBe(false);
  });
});
