import { expect, test } from 'vitest';
import { metres } from '../../units/quantities.ts';
import { planeFault } from '../small-model.test-kit.ts';
import { type LoggedHole, observeBases } from './observations.ts';

const COLUMN = ['soil', 'lime', 'schist'];
const placeOf = (rock: string) =>
  rock === 'ore' ? ('interrupts' as const) : COLUMN.includes(rock) ? COLUMN.indexOf(rock) : undefined;

/** A vertical hole from up = 100, its log written as depth of the bottom and rock. */
const hole = (
  log: readonly (readonly [number, string | null])[],
  more: Partial<LoggedHole> = {},
): LoggedHole => ({
  id: 'ZK1',
  depth: metres(log.at(-1)![0]),
  at: (depth) => [10, 20, 100 - depth],
  stretches: log.map(([to, lithology], i) => ({
    from: metres(log[i - 1]?.[0] ?? 0),
    to: metres(to),
    lithology,
  })),
  fromSurface: true,
  ...more,
});
const seen = (holes: readonly LoggedHole[], faults: readonly ReturnType<typeof planeFault>[] = []) =>
  observeBases(holes, { units: 3, placeOf, faults, isCut: (unit) => unit > 0, nearFault: 3 });

test('a log gives contacts in space, and what it did not reach lies at its end or deeper', () => {
  const { contacts, absent, bounds, doubtful } = seen([
    hole([
      [8, 'soil'],
      [60, 'lime'],
      [75, 'schist'],
    ]),
  ]);
  expect(contacts).toEqual([
    { unit: 0, hole: 0, depth: 8, at: [10, 20, 92] },
    { unit: 1, hole: 0, depth: 60, at: [10, 20, 40] },
  ]);
  expect([absent, doubtful]).toEqual([[], []]);
  expect(bounds).toEqual([{ unit: 2, hole: 0, at: [10, 20, 25], side: 'at-or-below' }]);
});

test('a missing unit is absent where its neighbours touch, at the ground where the log begins below it', () => {
  const { contacts, absent } = seen([
    hole([
      [8, 'soil'],
      [75, 'schist'],
    ]),
    hole([
      [60, 'lime'],
      [70, 'schist'],
    ]),
  ]);
  expect(contacts.map(({ hole, unit }) => [hole, unit])).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(absent.map(({ hole, unit, depth }) => [hole, unit, depth])).toEqual([
    [0, 1, 8],
    [1, 0, 0],
  ]);
});

test('underground a hole says nothing of what was eroded: only that it began below the base', () => {
  const { absent, bounds } = seen([
    hole(
      [
        [60, 'lime'],
        [70, 'schist'],
      ],
      { fromSurface: false },
    ),
  ]);
  expect(absent).toEqual([]);
  expect(bounds[0]).toEqual({ unit: 0, hole: 0, at: [10, 20, 100], side: 'at-or-above' });
});

test('a contact within an ore body is listed, and known to lie between its skins', () => {
  const { contacts, bounds, doubtful } = seen([
    hole([
      [8, 'soil'],
      [60, 'lime'],
      [66, 'ore'],
      [75, 'schist'],
    ]),
  ]);
  expect(contacts.map(({ unit }) => unit)).toEqual([0]);
  expect(doubtful).toMatchObject([{ unit: 1, doubt: 'interrupted', from: 60, to: 66 }]);
  expect(bounds.filter(({ unit }) => unit === 1)).toEqual([
    { unit: 1, hole: 0, at: [10, 20, 40], side: 'at-or-below' },
    { unit: 1, hole: 0, at: [10, 20, 34], side: 'at-or-above' },
  ]);
});

test('a bed that a reverse fault repeats is two contacts, one in each block', () => {
  // The fault through (35, ·, 0) dips east: the hole begins above it and passes it 56.7 m up, 43.3 m down.
  const fault = planeFault(10 + 100 / Math.tan(Math.PI / 3) - 25);
  const log = [
    [8, 'soil'],
    [30, 'lime'],
    [43.3, 'schist'],
    [70, 'lime'],
    [90, 'schist'],
  ] as const;
  const { contacts, doubtful, bounds } = seen([hole(log)], [fault]);
  expect(contacts.map(({ unit, depth }) => [unit, depth])).toEqual([
    [0, 8],
    [1, 30],
    [1, 70],
  ]);
  expect(doubtful).toEqual([]);
  // The soil is younger than the fault: its log is read whole, and the lower piece says nothing of it.
  expect(bounds.filter(({ unit }) => unit === 0)).toEqual([]);
});

test('a contact where a fault sheet passes may be the fault: it is listed and not used', () => {
  const fault = planeFault(10 + 100 / Math.tan(Math.PI / 3) - 25);
  const log = [
    [8, 'soil'],
    [42, 'lime'],
    [90, 'schist'],
  ] as const;
  const { contacts, doubtful } = seen([hole(log)], [fault]);
  expect(contacts.map(({ unit }) => unit)).toEqual([0]);
  expect(doubtful).toMatchObject([{ unit: 1, doubt: 'at-fault', from: 42 }]);
});

test('a hole without a known rock says nothing', () => {
  expect(
    seen([
      hole([
        [8, 'mystery'],
        [20, null],
      ]),
    ]),
  ).toEqual({
    contacts: [],
    absent: [],
    bounds: [],
    deeper: [],
    doubtful: [],
  });
});
