import { expect, test } from 'vitest';
import { type DutyFacts, dutySchema } from '../contracts/county-duties.ts';
import { byWhatMatters, mineStanding } from './mine-standing.ts';

const duty = (id: string, fact: string, weight: number) =>
  dutySchema.parse({
    id,
    name: { zh: id, en: id },
    jurisdiction: '演示',
    clause: '演示设定',
    status: 'demo setting',
    due: { kind: 'always', requires: { fact, op: '=', value: true } },
    weight,
  });
const DUTIES = [duty('seal', 'sealed', 4), duty('plans', 'plans', 2), duty('cameras', 'cameras', 1)];
const mine = (name: string, facts: DutyFacts['facts']): DutyFacts => ({
  mine: name,
  type: 'open-pit',
  state: 'producing',
  size: null,
  facts,
  events: {},
});
const standing = (name: string, facts: DutyFacts['facts']) =>
  mineStanding(DUTIES, mine(name, facts), '2026-11-29');

test('a score is the sum of its parts, and says what they are', () => {
  const { score, parts } = standing('a', { sealed: false, plans: true });
  expect(parts).toEqual([
    { duty: 'seal', because: 'missed', points: 4 },
    { duty: 'cameras', because: 'unknown', points: 0.5 },
  ]);
  expect(score).toBe(4.5);
});

test('the mine that reports nothing never stands better than one that reports all is well', () => {
  const order = byWhatMatters([
    standing('well', { sealed: true, plans: true, cameras: true }),
    standing('silent', {}),
    standing('bad', { sealed: false, plans: false, cameras: true }),
    standing('also-well', { sealed: true, plans: true, cameras: true }),
  ]).map(({ mine: name }) => name);
  expect(order).toEqual(['bad', 'silent', 'also-well', 'well']);
});

test('of equal scores the mine that is late longer comes first', () => {
  const { id, name, jurisdiction, clause, status } = duty('drill', 'x', 1);
  const due = { kind: 'every', months: 6, event: 'emergencyDrill' };
  const drill = dutySchema.parse({ id, name, jurisdiction, clause, status, due, weight: 1 });
  const of = (which: string, day: string) =>
    mineStanding([drill], { ...mine(which, {}), events: { emergencyDrill: day } }, '2026-11-29');
  const order = byWhatMatters([of('a', '2026-01-10'), of('b', '2021-01-10')]);
  expect(order.map(({ mine: which, score }) => [which, score])).toEqual([
    ['b', 1],
    ['a', 1],
  ]);
});
