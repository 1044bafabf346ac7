import { describe, expect, it } from 'vitest';
import { createOverstayInPlace } from './overstay-in-place.ts';
import {
  MORNING,
  SECOND,
  type TinyPerson,
  tinyPlace,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const place = tinyPlace('blast', 100, 20);

const run = (...steps: (readonly [seconds: number, person: Partial<TinyPerson>])[]) => {
  const watch = tinyWatcher([place]);
  const judge = createOverstayInPlace([{ number: 0, place, minutes: 10 }]);
  let last = judge(watch(tinySituation(MORNING - 1)));
  for (const [seconds, person] of steps)
    last = judge(watch(tinySituation(MORNING + seconds * SECOND, [{ tag: 'a', x: 100, ...person }])));
  return last;
};

describe('createOverstayInPlace', () => {
  it('finds who stays longer in the place than allowed', () => {
    expect(run([0, { x: 10 }], [30, {}], [631, {}]).findings).toMatchObject([
      { subject: { id: 'a' }, scope: 'blast', place: '处blast', since: MORNING + 630 * SECOND },
    ]);
    const inTime = run([0, { x: 10 }], [30, {}], [630, {}]);
    expect([inTime.findings, inTime.denies('a', 'blast')]).toEqual([[], true]);
  });

  it('takes a short step out for noise and a long one for leaving', () => {
    const noisy = run([0, { x: 10 }], [30, {}], [400, { x: 125 }], [430, {}], [631, {}]);
    expect(noisy.findings).toHaveLength(1);
    const left = run([0, { x: 10 }], [30, {}], [400, { x: 125 }], [461, { x: 125 }], [480, {}], [631, {}]);
    expect(left.findings).toEqual([]);
  });

  it('does not let somebody leave by being lost', () => {
    expect(run([0, {}], [700, { presence: 'lost', age: 650 }]).findings).toHaveLength(1);
  });
});
