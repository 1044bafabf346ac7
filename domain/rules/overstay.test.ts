import { describe, expect, it } from 'vitest';
import { overstay } from './overstay.ts';
import {
  IN_MAIN,
  MINUTE,
  MORNING,
  ON_SURFACE,
  subjects,
  type TinyPerson,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const stayed = (...steps: (readonly [minutes: number, person: Partial<TinyPerson>])[]) => {
  const watch = tinyWatcher();
  let last = watch(tinySituation(MORNING - 1));
  for (const [minutes, person] of steps)
    last = watch(tinySituation(MORNING + minutes * MINUTE, [{ tag: 'a', x: 10, ...person }]));
  return overstay(last, 480);
};

describe('overstay', () => {
  it('finds who is underground longer than allowed, with since when', () => {
    const { findings } = stayed([0, { spot: ON_SURFACE! }], [10, {}], [491, {}]);
    expect(findings).toMatchObject([
      {
        subject: { id: 'a' },
        judged: { value: 481, bound: 480, unit: 'min' },
        since: MORNING + 490 * MINUTE,
      },
    ]);
    const inTime = stayed([0, { spot: ON_SURFACE! }], [10, {}], [490, {}]);
    expect([subjects(inTime), inTime.denies('a', null)]).toEqual([[], true]);
  });

  it('goes on for who is lost, and ends in daylight', () => {
    expect(subjects(stayed([0, {}], [481, { presence: 'lost', age: 3600 }]))).toEqual(['a']);
    const out = stayed([0, {}], [481, { spot: ON_SURFACE! }]);
    expect([subjects(out), out.denies('a', null)]).toEqual([[], true]);
  });

  it('cannot deny a stay whose beginning nobody saw', () => {
    expect(stayed([0, { spot: IN_MAIN! }], [5, {}]).denies('a', null)).toBe(false);
  });
});
