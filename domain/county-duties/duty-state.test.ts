import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Duty, type DutyFacts, dutySchema } from '../contracts/county-duties.ts';
import { dutyState } from './duty-state.ts';

const duty = (due: unknown, more: Record<string, unknown> = {}): Duty =>
  dutySchema.parse({
    id: 'D',
    name: { zh: '义务', en: 'duty' },
    jurisdiction: '演示',
    clause: '演示设定',
    status: 'demo setting',
    due,
    ...more,
  });
const mine = (more: Partial<DutyFacts> = {}): DutyFacts => ({
  mine: 'm',
  type: 'underground-metal',
  state: 'producing',
  size: 'small',
  facts: {},
  events: {},
  ...more,
});
const CAMERAS = {
  kind: 'by',
  date: '2026-12-31',
  requires: { fact: 'cameraShare', op: '>=', value: 30, unit: '%' },
};
const TODAY = '2026-11-29';

test.each([
  ['met before its day', { facts: { cameraShare: 31 } }, TODAY, { kind: 'met', until: null }],
  [
    'not met, and there is time',
    { facts: { cameraShare: 20 } },
    TODAY,
    { kind: 'due', on: '2026-12-31', days: 32 },
  ],
  [
    'not met on the very day',
    { facts: { cameraShare: 20 } },
    '2026-12-31',
    { kind: 'due', on: '2026-12-31', days: 0 },
  ],
  [
    'not met the day after',
    { facts: { cameraShare: 20 } },
    '2027-01-01',
    { kind: 'missed', since: '2026-12-31', days: 1 },
  ],
  ['nobody counted', {}, TODAY, { kind: 'unknown', missing: ['cameraShare'] }],
  [
    'somebody wrote yes where a number belongs',
    { facts: { cameraShare: true } },
    TODAY,
    { kind: 'unknown', missing: ['cameraShare'] },
  ],
] as const)('a duty by a day: %s', (_, more, today, state) => {
  expect(dutyState(duty(CAMERAS), mine(more as Partial<DutyFacts>), today)).toEqual(state);
});

test.each([
  ['done lately', '2026-10-01', { kind: 'met', until: '2027-04-01' }],
  ['due within the notice', '2026-06-10', { kind: 'due', on: '2026-12-10', days: 11 }],
  ['too long ago', '2026-01-31', { kind: 'missed', since: '2026-07-31', days: 121 }],
  ['at the end of a long month', '2026-08-31', { kind: 'met', until: '2027-02-28' }],
  ['written for a day to come', '2026-12-24', { kind: 'unknown', missing: ['drill'] }],
] as const)('a duty every half year: %s', (_, drill, state) => {
  expect(
    dutyState(duty({ kind: 'every', months: 6, event: 'drill' }), mine({ events: { drill } }), TODAY),
  ).toEqual(state);
});

test.each([
  ['done this year in time', '2026-09-30', { kind: 'met', until: '2027-09-30' }],
  ['done late counts for its year and not for the next', '2026-10-01', { kind: 'met', until: '2027-09-30' }],
  [
    'done late last year is not done this year',
    '2025-12-23',
    { kind: 'missed', since: '2026-09-30', days: 60 },
  ],
  ['done last year only', '2025-08-01', { kind: 'missed', since: '2026-09-30', days: 60 }],
  ['never said', null, { kind: 'unknown', missing: ['survey'] }],
] as const)('a duty once a year: %s', (_, survey, state) => {
  const yearly = duty({ kind: 'yearly', month: 9, day: 30, event: 'survey' });
  expect(dutyState(yearly, mine({ events: { survey } }), TODAY)).toEqual(state);
});

test.each([
  ['early in one month and late in the next: every month done', '2026-04-03', '2026-05-27', 'due'],
  ['its month is over', '2026-05-31', '2026-07-01', 'missed'],
  ['on the last day it may be done', '2026-05-31', '2026-06-30', 'due'],
  ['done in this month', '2026-05-01', '2026-05-31', 'met'],
] as const)('a duty of every calendar month: %s', (_, survey, today, kind) => {
  const monthly = duty({ kind: 'monthly', event: 'survey' }, { noticeDays: 7 });
  expect(dutyState(monthly, mine({ events: { survey } }), today).kind).toBe(kind);
});

test('whom it does not bind is said, with the reason; whose state nobody knows is unknown and not free of it', () => {
  const seal = duty(
    { kind: 'always', requires: { fact: 'sealed', op: '=', value: true } },
    {
      mineTypes: ['underground-metal'],
      mineStates: ['suspended'],
      onlyWhere: { fact: 'suspendedMonths', op: '>', value: 6 },
    },
  );
  const suspended = { state: 'suspended', facts: { suspendedMonths: 8, sealed: false } };
  expect(dutyState(seal, mine({ type: 'open-pit' }), TODAY)).toEqual({
    kind: 'not-applicable',
    reason: 'mine-type',
  });
  expect(dutyState(seal, mine(), TODAY)).toEqual({ kind: 'not-applicable', reason: 'mine-state' });
  expect(dutyState(seal, mine({ state: 'unknown' }), TODAY)).toEqual({ kind: 'unknown', missing: ['state'] });
  expect(dutyState(seal, mine({ ...suspended, facts: { suspendedMonths: 6 } }), TODAY)).toEqual({
    kind: 'not-applicable',
    reason: 'condition',
  });
  expect(dutyState(seal, mine({ ...suspended, facts: {} }), TODAY)).toEqual({
    kind: 'unknown',
    missing: ['suspendedMonths'],
  });
  expect(dutyState(seal, mine(suspended), TODAY)).toEqual({ kind: 'missed', since: null, days: null });
});

test('a duty of mines of some sizes: another size is free of it, a size that nobody registered leaves it unknown', () => {
  const levels = duty(
    { kind: 'always', requires: { fact: 'levels', op: '<', value: 4 } },
    { mineTypes: ['underground-metal'], mineStates: ['producing'], mineSizes: ['medium', 'small'] },
  );
  const five = { facts: { levels: 5 } };
  const unsized = { kind: 'unknown', missing: ['size'] };
  const notThisSize = { kind: 'not-applicable', reason: 'mine-size' };
  expect(dutyState(levels, mine({ ...five, size: 'small' }), TODAY).kind).toBe('missed');
  expect(dutyState(levels, mine({ ...five, size: 'large' }), TODAY)).toEqual(notThisSize);
  expect(dutyState(levels, mine({ ...five, size: null }), TODAY)).toEqual(unsized);
  // It is met by what is known, and still nobody can tell whether it binds.
  expect(dutyState(levels, mine({ facts: { levels: 2 }, size: null }), TODAY)).toEqual(unsized);
  // What frees a mine of any size frees this one; what is not known elsewhere does not bind a large one.
  const idle = mine({ size: null, state: 'suspended' });
  expect(dutyState(levels, idle, TODAY)).toEqual({ kind: 'not-applicable', reason: 'mine-state' });
  expect(dutyState(levels, mine({ size: 'large', state: 'unknown' }), TODAY)).toEqual(notThisSize);
  expect(() => duty(CAMERAS, { mineSizes: ['tiny'] })).toThrow();
});

test('a mine of which nothing is known has met nothing', () => {
  const dues = [
    CAMERAS,
    { kind: 'always', requires: { fact: 'x', op: '=', value: true } },
    { kind: 'every', months: 6, event: 'x' },
    { kind: 'monthly', event: 'x' },
    { kind: 'yearly', month: 4, day: 30, event: 'x' },
  ];
  fc.assert(
    fc.property(fc.constantFrom(...dues), fc.integer({ min: 0, max: 4000 }), (due, after) => {
      const today = new Date(Date.UTC(2024, 0, 1 + after)).toISOString().slice(0, 10);
      expect(dutyState(duty(due), mine(), today).kind).toBe('unknown');
    }),
  );
});
