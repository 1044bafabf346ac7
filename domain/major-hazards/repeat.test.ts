import { expect, test } from 'vitest';
import type { MajorRepeatRule } from '../contracts/major-hazard.ts';
import { reachedDays, repeatOf } from './repeat.ts';

const RULE: MajorRepeatRule = {
  ...{ id: 'MAJOR_REPEAT', op: '>=', value: 2, months: 3 },
  ...{ jurisdiction: '测试', clause: '测试', status: 'test' },
};
const found = (
  on: string,
  whileProducing: boolean | null = true,
  state: 'confirmed' | 'unfounded' = 'confirmed',
) => ({
  ...{ id: on, found: { on, by: 'x' }, whileProducing, state },
});
const kinds = (
  days: readonly ReturnType<typeof found>[],
  day = '2026-06-30',
  since: string | null = '2020-01-01',
) => {
  const { kind, times, perhaps } = repeatOf(days, RULE, day, since);
  return `${kind} ${times}+${perhaps}`;
};

test('twice within three months is reached; the window moves with the day', () => {
  const two = [found('2026-03-31'), found('2026-06-01')];
  expect(kinds(two)).toBe('reached 2+0');
  expect(kinds(two, '2026-05-31')).toBe('not-reached 1+0');
  expect(kinds(two, '2026-07-01')).toBe('was-reached 1+0');
  expect(repeatOf(two, RULE, '2026-06-30', '2020-01-01')).toMatchObject({
    from: '2026-03-31',
    hazards: ['2026-03-31', '2026-06-01'],
  });
});

test('what came true is not forgotten when its months are over: the day is told, and what counted then', () => {
  const two = [found('2026-05-01'), found('2026-06-01'), found('2026-11-15', null)];
  expect(repeatOf(two, RULE, '2026-11-30', '2020-01-01')).toEqual({
    ...{ kind: 'was-reached', reachedOn: '2026-06-01', answer: null },
    ...{ times: 0, perhaps: 1, from: '2026-08-31' },
    hazards: ['2026-05-01', '2026-06-01', '2026-11-15'],
  });
  expect(kinds([found('2026-01-01'), found('2026-06-01')], '2026-11-30')).toBe('not-reached 0+0');
});

test('what one day found counts once; what was not producing or was nothing counts not', () => {
  expect(kinds([found('2026-06-01'), { ...found('2026-06-01'), id: 'b' }])).toBe('not-reached 1+0');
  expect(kinds([found('2026-06-01'), found('2026-06-02', false)])).toBe('not-reached 1+0');
  expect(kinds([found('2026-06-01'), found('2026-06-02', true, 'unfounded')])).toBe('not-reached 1+0');
});

test('where nobody said whether it was producing, it is not known, and never denied', () => {
  expect(kinds([found('2026-06-01'), found('2026-06-02', null)])).toBe('unknown 1+1');
  expect(repeatOf([found('2026-06-01')], null, '2026-06-30', '2020-01-01').kind).toBe('no-rule');
});

test('where nothing was kept of some of the months, nothing is denied', () => {
  expect(kinds([], '2026-06-30', null)).toBe('unknown 0+0');
  expect(kinds([], '2026-06-30', '2026-04-15')).toBe('unknown 0+0');
  expect(kinds([], '2026-06-30', '2026-03-31')).toBe('not-reached 0+0');
  const two = [found('2026-05-01'), found('2026-06-01')];
  expect(kinds(two, '2026-06-30', '2026-04-15')).toBe('reached 2+0');
});

test('what the county did about a day stands beside it and never takes it away; a later day wants an answer of its own', () => {
  const answer = (reachedOn: string) => ({
    ...{
      mine: 'm',
      reachedOn,
      decision: 'proposed' as const,
      on: '2026-06-10',
      by: '县应急局',
      to: '县人民政府',
    },
    ...{ report: 'a'.repeat(64), why: null, version: 7, writer: '周玉明', writtenOn: '2026-06-11' },
  });
  const two = [found('2026-05-01'), found('2026-06-01')];
  const told = (days: typeof two, on: string) => {
    const of = repeatOf(days, RULE, on, '2020-01-01', [answer('2026-05-20'), answer('2026-06-01')]);
    return [of.kind, of.reachedOn, of.answer?.reachedOn ?? null];
  };
  expect(told(two, '2026-06-30')).toEqual(['reached', '2026-06-01', '2026-06-01']);
  expect(told(two, '2026-11-30')).toEqual(['was-reached', '2026-06-01', '2026-06-01']);
  const again = [...two, found('2026-07-15')];
  expect(told(again, '2026-07-31')).toEqual(['reached', '2026-07-15', null]);
  expect(reachedDays(again, RULE, '2026-07-31')).toEqual(['2026-06-01', '2026-07-15']);
  expect(reachedDays(again, RULE, '2026-05-31')).toEqual([]);
});
