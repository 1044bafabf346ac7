import { describe, expect, it } from 'vitest';
import { notOut } from './not-out.ts';
import {
  ON_SURFACE,
  subjects,
  type TinyPerson,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const limits = {
  minutes: 30,
  timeZone: '+08:00',
  shifts: [
    { id: '白班', start: '06:00', end: '14:00' },
    { id: '夜班', start: '22:00', end: '06:00' },
  ],
};
const at = (clock: string) => Date.parse(`2026-06-${clock}+08:00`);

const run = (...steps: (readonly [clock: string, person: Partial<TinyPerson>])[]) => {
  const watch = tinyWatcher();
  let last = watch(tinySituation(at(steps[0]![0]) - 1));
  for (const [clock, person] of steps)
    last = watch(tinySituation(at(clock), [{ tag: 'a', x: 10, shift: '白班', ...person }]));
  const judged = notOut(last, limits);
  return [subjects(judged), judged.denies('a', null)];
};
const surface = { spot: ON_SURFACE! };

describe('notOut', () => {
  it('finds who is still underground so long after the end of the own shift', () => {
    expect(run(['01T05:30', surface], ['01T05:50', {}], ['01T14:31', {}])).toEqual([['a'], false]);
    expect(run(['01T05:30', surface], ['01T05:50', {}], ['01T14:30', {}])).toEqual([[], true]);
    expect(run(['01T05:30', surface], ['01T05:50', {}], ['01T14:31', surface])).toEqual([[], true]);
  });

  it('does so across midnight', () => {
    const shift = '夜班';
    expect(
      run(['01T21:00', { shift, ...surface }], ['01T21:40', { shift }], ['02T05:59', { shift }]),
    ).toEqual([[], true]);
    expect(
      run(['01T21:00', { shift, ...surface }], ['01T21:40', { shift }], ['02T06:31', { shift }]),
    ).toEqual([['a'], false]);
  });

  it('does not count who came early for the next shift', () => {
    expect(run(['01T04:00', surface], ['01T05:00', {}], ['01T05:30', {}])).toEqual([[], true]);
  });

  it('counts the lost as not out', () => {
    const lost = { presence: 'lost', age: 7200 } as const;
    expect(run(['01T05:30', surface], ['01T05:50', {}], ['01T14:31', lost])).toEqual([['a'], false]);
  });

  it('takes an entry it did not see for one before the end, unless the next shift is nearer', () => {
    expect(run(['01T14:20', {}], ['01T14:31', {}])).toEqual([['a'], false]);
    expect(run(['01T05:00', {}], ['01T05:30', {}])).toEqual([[], false]);
  });

  it('does not take those for late whom it finds at work in the middle of their shift', () => {
    expect(run(['01T06:55', {}], ['01T07:30', {}])).toEqual([[], false]);
    expect(run(['01T06:55', {}], ['01T14:31', {}])).toEqual([['a'], false]);
  });

  it('cannot judge who has no shift', () => {
    expect(run(['01T05:30', surface], ['01T05:50', { shift: null }], ['01T23:00', { shift: null }])).toEqual([
      [],
      false,
    ]);
  });
});
