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

  it('finds water in a drift that was dry, and tells it from nothing', () => {
    const broken = run(60, (m) => (m < 40 ? 0 : 400));
    expect(broken.findings).toMatchObject([{ judged: { value: 400, bound: 0, unit: 'm3/h' } }]);
    const dry = run(60, () => 0);
    expect([subjects(dry), dry.denies('w', null)]).toEqual([[], true]);
    expect(subjects(run(60, (m) => (m < 40 ? 400 : 0)))).toEqual(['w']);
  });

  it('does not take what a dry gauge shows now and then for water, and still finds water in it', () => {
    // A reading every minute for four hours: nothing, now and then a tenth.
    const noise = (m: number) => (m % 3 === 0 ? 0.1 : 0);
    for (let minutes = 60; minutes < 240; minutes += 7) expect(subjects(run(minutes, noise))).toEqual([]);
    expect(subjects(run(100, (m) => (m < 90 ? noise(m) : 400)))).toEqual(['w']);
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
});
