import { describe, expect, test } from 'vitest';
import { dutySchema } from '../contracts/county-duties.ts';
import type { DutyStateTold, MineDutiesRow } from '../contracts/county-duties-view.ts';
import type { MineQuery } from '../contracts/county-statistics.ts';
import { type DutyQuery, listRow, NEW_DUTY_QUERY, queryDuties } from './duty-query.ts';

const duties = ['plans', 'drill'].map((id) =>
  dutySchema.parse({
    ...{ id, name: { zh: id, en: id }, jurisdiction: '演示', clause: '演示', status: 'demo setting' },
    due: { kind: 'every', months: 3, event: id },
  }),
);
const met: DutyStateTold = { kind: 'met', until: null };
const unknown: DutyStateTold = { kind: 'unknown', missing: ['x'] };
const missed = (days: number | null): DutyStateTold => ({ kind: 'missed', since: null, days });
const due = (days: number): DutyStateTold => ({ kind: 'due', on: '2026-12-31', days });
const row = (
  mine: string,
  score: number,
  states: DutyStateTold[],
  more: Partial<MineDutiesRow> = {},
): MineDutiesRow => ({
  ...{
    mine,
    name: { zh: mine, en: mine },
    town: 'upper',
    type: 'open-pit',
    size: null,
    leader: null,
    bundle: false,
  },
  ...{ state: 'producing', grade: null, risk: null, score, parts: [], states, facts: {} },
  ...more,
});
const MINES = [
  row('birch', 3, [missed(4), met]),
  row('alder', 2, [missed(null), unknown], { town: 'lower', grade: 'D' }),
  row('cedar', 0, [due(9), met]),
  row('dogwood', 0, [due(2), met], { name: { zh: '茱萸', en: 'Dogwood' } }),
];
const ask = (query: Partial<DutyQuery>, filter: MineQuery = {}) =>
  queryDuties(
    { duties, mines: MINES },
    filter,
    { ...NEW_DUTY_QUERY, ...query },
    new Intl.Collator('en'),
    'en',
  );
const ids = (...asked: Parameters<typeof ask>) => ask(...asked).rows.map(({ mine }) => mine);

test('warnings, of now and of no row here, leave out nothing', () =>
  expect(ids({}, { warning: ['red'] })).toHaveLength(MINES.length));

test('a row of the list says what its score is for in two sums, and is slim', () => {
  const parts = [
    { duty: 'plans', because: 'missed', points: 2 },
    { duty: 'drill', because: 'unknown', points: 0.5 },
  ] as const;
  const slim = listRow({ ...MINES[0]!, parts: [...parts], score: 2.5 });
  expect(slim).toMatchObject({
    score: 2.5,
    points: { missed: { count: 1, points: 2 }, unknown: { count: 1, points: 0.5 } },
  });
  expect(Object.keys(slim)).not.toContain('facts');
});

describe('queryDuties', () => {
  test('sorts by what matters, by name, or by one duty, the worst first', () => {
    expect(ids({})).toEqual(['birch', 'alder', 'cedar', 'dogwood']);
    expect(ids({ sort: 'name', descending: false })).toEqual(['alder', 'birch', 'cedar', 'dogwood']);
    expect(ids({ sort: 'plans' })).toEqual(['alder', 'birch', 'dogwood', 'cedar']);
    expect(ids({ sort: 'plans', descending: false })).toEqual(['cedar', 'dogwood', 'birch', 'alder']);
  });

  test('leaves the duties, states, names and mines that are asked for', () => {
    expect(ask({ duties: ['drill'] }).columns).toEqual([1]);
    expect(ids({ kinds: ['unknown'] })).toEqual(['alder']);
    expect(ids({ kinds: ['unknown'], duties: ['plans'] })).toEqual([]);
    expect(ids({ text: '茱' })).toEqual(['dogwood']);
    expect(ids({}, { town: ['lower'] })).toEqual(['alder']);
    expect(ids({}, { grade: ['unknown'] })).toEqual(['birch', 'cedar', 'dogwood']);
  });

  test('counts cells whatever state is asked for, so that another can be chosen', () => {
    expect(ask({ kinds: ['unknown'] }).counts).toEqual({
      ...{ missed: 2, due: 2, unknown: 1, met: 3, 'not-applicable': 0 },
    });
    expect(ask({ duties: ['drill'] }).counts).toMatchObject({ missed: 0, unknown: 1, met: 3 });
  });
});
