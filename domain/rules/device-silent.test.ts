import { describe, expect, it } from 'vitest';
import { deviceSilent } from './device-silent.ts';
import {
  MINUTE,
  MORNING,
  subjects,
  tinyReading,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const pump = { id: 'p1', kind: 'pump', name: '泵', enu: null };
const judge = (silentMinutes: number | null, watchedMinutes = 60) => {
  const watch = tinyWatcher();
  watch(tinySituation(MORNING - watchedMinutes * MINUTE));
  const readings =
    silentMinutes === null ? [] : [tinyReading('p1', 'pump.on', true, MORNING - silentMinutes * MINUTE)];
  return deviceSilent(watch(tinySituation(MORNING, [], { readings })), [pump], 10);
};

describe('deviceSilent', () => {
  it('finds a device that has said nothing for too long', () => {
    expect(judge(11).findings).toMatchObject([
      { judged: { value: 11, bound: 10, unit: 'min' }, since: MORNING - MINUTE },
    ]);
    expect([subjects(judge(10)), judge(10).denies('p1', null)]).toEqual([[], true]);
  });

  it('finds one that never said anything, once it has had the time', () => {
    expect(subjects(judge(null))).toEqual(['p1']);
    const early = judge(null, 5);
    expect([subjects(early), early.denies('p1', null)]).toEqual([[], false]);
  });

  it('does not take its own absence for the device’s silence', () => {
    const justBack = judge(60, 5);
    expect([subjects(justBack), justBack.denies('p1', null)]).toEqual([[], false]);
    expect(subjects(judge(60, 11))).toEqual(['p1']);
  });
});
