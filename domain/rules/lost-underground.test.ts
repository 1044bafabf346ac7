import { describe, expect, it } from 'vitest';
import { lostUnderground } from './lost-underground.ts';
import {
  IN_MAIN,
  MORNING,
  NOWHERE,
  ON_SURFACE,
  SECOND,
  subjects,
  type TinyPerson,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const run = (first: number, second: Partial<TinyPerson>) => {
  const watch = tinyWatcher();
  watch(tinySituation(MORNING, [{ tag: 'a', x: 10, spot: first }]));
  return lostUnderground(watch(tinySituation(MORNING + 70 * SECOND, [{ tag: 'a', x: 10, ...second }])));
};
const lost = { presence: 'lost', age: 70 } as const;

describe('lostUnderground', () => {
  it('finds who is not heard any more and was last seen underground', () => {
    expect(run(IN_MAIN!, lost).findings).toMatchObject([
      { subject: { id: 'a' }, since: MORNING, place: '主巷' },
    ]);
    expect(subjects(run(IN_MAIN!, { ...lost, spot: NOWHERE! }))).toEqual(['a']);
  });

  it('does not look for those lost in daylight, or only stale', () => {
    expect(subjects(run(ON_SURFACE!, { ...lost, spot: ON_SURFACE! }))).toEqual([]);
    expect(subjects(run(IN_MAIN!, { presence: 'stale', age: 30 }))).toEqual([]);
  });

  it('ends only by being heard again', () => {
    expect(run(IN_MAIN!, { presence: 'stale', age: 30 }).denies('a', null)).toBe(false);
    expect(run(IN_MAIN!, {}).denies('a', null)).toBe(true);
  });
});
