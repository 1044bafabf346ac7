import { expect, test } from 'vitest';
import type { RegisterMine } from '../contracts/county.ts';
import { dutySchema } from '../contracts/county-duties.ts';
import { countyDuties, looksAt } from './county-duties.ts';
import { NOTHING_FOUND } from './facts-of-mine.ts';

const duty = (id: string, due: object, more: object = {}) =>
  dutySchema.parse({
    ...{
      id,
      name: { zh: id, en: id },
      jurisdiction: '演示',
      clause: '演示设定',
      status: 'demo setting',
      due,
    },
    ...more,
  });
const DUTIES = [
  duty('drill', { kind: 'every', months: 6, event: 'emergencyDrill' }, { weight: 2 }),
  duty(
    'seals',
    { kind: 'always', requires: { fact: 'electronicSeals', op: '=', value: true } },
    { mineStates: ['suspended'], onlyWhere: { fact: 'suspendedMonths', op: '>', value: 6 }, weight: 4 },
  ),
];
const mine = (id: string, state: RegisterMine['state'], duties: RegisterMine['duties']): RegisterMine => ({
  ...{ id, name: { zh: id, en: id }, town: null, at: [0, 0], type: 'open-pit', state, duties },
  ...{ grade: null, risk: null, warning: null, owner: null, leader: null, minerals: [], right: null },
  ...{
    ground: null,
    recorded: [],
    disasterGrades: {},
    disasterKinds: null,
    size: null,
    bundle: false,
    provenance: 'synthetic',
  },
  history: [{ from: '2026-01-30', state, grade: null }],
});
const judge = (mines: readonly RegisterMine[]) =>
  countyDuties({
    duties: DUTIES,
    mines: mines.map((one) => ({ mine: one, found: NOTHING_FOUND })),
    on: '2026-11-30',
    today: '2026-11-30',
    register: { asOf: '2026-11-20', goodForDays: null },
  });

test('a duty looks at its condition and at what fulfils it', () => {
  expect(DUTIES.map(looksAt)).toEqual([['emergencyDrill'], ['suspendedMonths', 'electronicSeals']]);
});

test('what matters comes first, with what each state rests on', () => {
  const rows = judge([
    mine('well', 'producing', { facts: {}, events: { emergencyDrill: '2026-10-01' } }),
    mine('sealed-not', 'suspended', {
      facts: { electronicSeals: false },
      events: { emergencyDrill: '2026-10-01' },
    }),
    mine('silent', 'producing', { facts: {}, events: {} }),
  ]);
  expect(rows.map(({ mine: id, score }) => [id, score])).toEqual([
    ['sealed-not', 4],
    ['silent', 1],
    ['well', 0],
  ]);
  expect(rows[0].states.map(({ kind }) => kind)).toEqual(['met', 'missed']);
  expect(rows[0].facts).toEqual({
    emergencyDrill: { value: '2026-10-01', source: 'register', doubt: null },
    suspendedMonths: { value: 10, source: 'history', doubt: null },
    electronicSeals: { value: false, source: 'register', doubt: null },
  });
  expect(rows[1].facts['emergencyDrill']).toEqual({ value: null, source: null, doubt: 'not-reported' });
  expect(rows[1].parts).toEqual([{ duty: 'drill', because: 'unknown', points: 1 }]);
});
