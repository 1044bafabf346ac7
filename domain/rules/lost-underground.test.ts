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

  it('after a start gives people as old as the pause a minute to be heard again', () => {
    const watch = tinyWatcher();
    const old = { tag: 'a', x: 10, spot: IN_MAIN!, presence: 'lost', age: 3_600 } as const;
    const first = lostUnderground(watch(tinySituation(MORNING, [old])));
    expect([subjects(first), first.denies('a', null)]).toEqual([[], false]);
    const later = watch(tinySituation(MORNING + 61 * SECOND, [{ ...old, age: 3_661 }]));
    expect(subjects(lostUnderground(later))).toEqual(['a']);
  });
});
