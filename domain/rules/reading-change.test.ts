import { describe, expect, it } from 'vitest';
import { createReadingChange } from './reading-change.ts';
import {
  MINUTE,
  MORNING,
  subjects,
  tinyReading,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const inflow = {
  metric: 'water.inflow',
  op: '>=',
  value: 20,
  unit: '%',
  hysteresis: 0,
  change: 'percent',
  windowMinutes: 60,
} as const;
const deviceOf = (id: string) => ({ id, kind: 'water', name: id, enu: null });

const run = (
  minutes: number,
  valueAt: (minute: number) => number,
  rule: Parameters<typeof createReadingChange>[0] = inflow,
) => {
  const watch = tinyWatcher();
  const change = createReadingChange(rule, deviceOf);
  let last = change.judge(watch(tinySituation(MORNING)));
  for (let m = 0; m <= minutes; m++) {
    const time = MORNING + m * MINUTE;
    last = change.judge(
      watch(tinySituation(time, [], { readings: [tinyReading('w', rule.metric, valueAt(m), time)] })),
    );
  }
  return last;
};

describe('createReadingChange', () => {
  it('finds a rise or a fall of so much over the window', () => {
    expect(run(60, (m) => 100 + m / 3).findings).toMatchObject([{ judged: { bound: 20, unit: '%' } }]);
    expect(subjects(run(60, (m) => 100 - m / 3))).toEqual(['w']);
    const steady = run(60, (m) => 100 + m / 4);
    expect([subjects(steady), steady.denies('w', null)]).toEqual([[], true]);
  });

  it('does not see a change slower than the window', () => {
    expect(subjects(run(600, (m) => 100 + m / 10))).toEqual([]);
  });

  it('knows nothing before it has half a window, unless it is given what was kept', () => {
    const early = run(20, (m) => (m < 10 ? 100 : 200));
    expect([subjects(early), early.denies('w', null)]).toEqual([[], false]);
    const change = createReadingChange(inflow, deviceOf);
    change.seed([tinyReading('w', 'water.inflow', 100, MORNING - 50 * MINUTE)]);
    const readings = [tinyReading('w', 'water.inflow', 125, MORNING)];
    expect(subjects(change.judge(tinyWatcher()(tinySituation(MORNING, [], { readings }))))).toEqual(['w']);
  });

  it('judges by the unit where the rule does: more than 5 ppm of CO', () => {
    const co = { ...inflow, metric: 'air.co', op: '>', value: 5, unit: 'ppm', change: 'absolute' } as const;
    expect(subjects(run(60, (m) => m / 12, co))).toEqual([]);
    expect(subjects(run(60, (m) => m / 11, co))).toEqual(['w']);
  });

  it('cannot tell a per cent of nothing', () => {
    const judged = run(60, (m) => (m < 60 ? 0 : 10));
    expect([subjects(judged), judged.denies('w', null)]).toEqual([[], false]);
  });
});
