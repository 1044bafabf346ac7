import { describe, expect, it } from 'vitest';
import { isBack, passes, readingThreshold } from './reading-threshold.ts';
import {
  HOUR,
  MORNING,
  subjects,
  tinyReading,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const co = {
  metric: 'air.co',
  op: '>=',
  value: 24,
  unit: 'ppm',
  hysteresis: 2,
  devices: new Set<string>(),
} as const;
const deviceOf = (id: string) => ({ id, kind: 'air', name: `测点${id}`, enu: [1, 2, 3] as const });
const judge = (value: number, o: { age?: number; devices?: Set<string>; metric?: string } = {}) =>
  readingThreshold(
    tinyWatcher()(
      tinySituation(MORNING, [], {
        readings: [tinyReading('s1', o.metric ?? 'air.co', value, MORNING - (o.age ?? 0))],
      }),
    ),
    { ...co, devices: o.devices ?? co.devices },
    deviceOf,
  );

describe('readingThreshold', () => {
  it('finds a value at the bound where the rule says at least, and tells both', () => {
    expect(judge(24).findings).toMatchObject([
      {
        subject: { id: 's1', name: '测点s1' },
        judged: { value: 24, bound: 24, unit: 'ppm' },
        since: MORNING,
        enu: [1, 2, 3],
      },
    ]);
    expect(subjects(judge(23.9))).toEqual([]);
  });

  it('denies only once the value is back by the hysteresis', () => {
    expect([judge(23).denies('s1', null), judge(21.9).denies('s1', null)]).toEqual([false, true]);
    expect([
      passes(19, { op: '<', value: 20 }),
      isBack(20.5, { ...co, op: '<', value: 20, hysteresis: 1 }),
    ]).toEqual([true, false]);
    expect(isBack(21, { ...co, op: '<', value: 20, hysteresis: 1 })).toBe(true);
  });

  it('knows nothing by an old reading, another metric or another device', () => {
    for (const judged of [
      judge(10, { age: HOUR }),
      judge(10, { metric: 'air.nox' }),
      judge(10, { devices: new Set(['s2']) }),
    ])
      expect([subjects(judged), judged.denies('s1', null)]).toEqual([[], false]);
    expect(subjects(judge(99, { age: HOUR }))).toEqual([]);
  });
});
