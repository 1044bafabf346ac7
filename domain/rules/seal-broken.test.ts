import { describe, expect, it } from 'vitest';
import { sealBroken } from './seal-broken.ts';
import {
  HOUR,
  MORNING,
  subjects,
  tinyReading,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const seal = { id: 'f1', kind: 'seal', name: '封条', enu: null };
const judge = (closed: boolean, age = 0) => {
  const readings = [tinyReading('f1', 'seal.closed', closed, MORNING - age)];
  return sealBroken(tinyWatcher()(tinySituation(MORNING, [], { readings })), [seal]);
};

describe('sealBroken', () => {
  it('finds an open seal and denies a closed one', () => {
    expect(subjects(judge(false))).toEqual(['f1']);
    expect([subjects(judge(true)), judge(true).denies('f1', null)]).toEqual([[], true]);
  });
  it('knows nothing by an old reading', () => {
    expect(judge(true, HOUR).denies('f1', null)).toBe(false);
  });
});
