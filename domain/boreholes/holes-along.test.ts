import { expect, test } from 'vitest';
import { holesAlong } from './holes-along.ts';

const at = (hole: string, east: number, north: number) => ({ hole, plan: [east, north] as const });

test('holes near a line come in its order, each at its nearest stretch; the others stay away', () => {
  const line = [
    [0, 0],
    [100, 0],
    [100, 100],
  ] as const;
  const found = holesAlong(
    [at('end', 95, 80), at('start', 10, -5), at('corner', 104, -3), at('far', 50, 60)],
    line,
    20,
  );
  expect(found.map(({ hole, chainage, offset }) => [hole, chainage, offset])).toEqual([
    ['start', 10, 5],
    ['corner', 100, 5],
    ['end', 180, 5],
  ]);
});

test('a line of one place has nothing along it', () =>
  expect(
    holesAlong(
      [at('a', 0, 0)],
      [
        [0, 0],
        [0, 0],
      ],
      9,
    ),
  ).toEqual([]));
