import { describe, expect, it } from 'vitest';
import { crossingOf, enclosesNothing, sizeOfPlace } from './drawn-outline.ts';

type Position = [number, number];
const closed = (corners: Position[]): Position[] => [...corners, corners[0]!];

describe('the size of a drawn place', () => {
  it('is in metres on the ellipsoid: a minute of latitude at 45° is 1852.2 m', () => {
    const { length } = sizeOfPlace({
      kind: 'line',
      line: [
        [117, 45 - 1 / 120],
        [117, 45 + 1 / 120],
      ],
    })!;
    expect(length).toBeCloseTo(1852.2, 1);
  });

  it('takes holes away, and says nothing of what is not whole', () => {
    const square = (x: number, y: number, a: number) =>
      closed([
        [x, y],
        [x + a, y],
        [x + a, y + a],
        [x, y + a],
      ]);
    const whole = sizeOfPlace({ kind: 'polygon', rings: [square(117, 35, 0.01)] })!;
    const holed = sizeOfPlace({
      kind: 'polygon',
      rings: [square(117, 35, 0.01), square(117.002, 35.002, 0.005)],
    })!;
    // 0.01° by 0.01° at 35°: 912.9 m by 1109.5 m
    expect(whole.area! / 1e6).toBeCloseTo(1.0128, 3);
    expect(holed.area! / whole.area!).toBeCloseTo(0.75, 4);
    expect(holed.length).toBeCloseTo(whole.length, 1);
    expect(sizeOfPlace({ kind: 'polygon', rings: [[[117, 35]]] })).toBeNull();
    expect(sizeOfPlace({ kind: 'line', line: [[117, Number.NaN]] })).toBeNull();
    expect(sizeOfPlace({ kind: 'point', at: [117, 35] })).toBeNull();
  });
});

describe('an outline', () => {
  it.each([
    [
      'a square',
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      null,
    ],
    [
      'a corner on the line between its neighbours',
      [
        [0, 0],
        [1, 0],
        [2, 0],
        [2, 1],
        [0, 1],
      ],
      null,
    ],
    [
      'a bow tie',
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
      ],
      [1, 3],
    ],
    [
      'a corner on another side',
      [
        [0, 0],
        [4, 0],
        [4, 2],
        [2, 0],
        [0, 2],
      ],
      [1, 3],
    ],
    [
      'a spike',
      [
        [0, 0],
        [2, 0],
        [2, 2],
        [2, 1],
        [0, 1],
      ],
      [2, 3],
    ],
    [
      'a corner twice',
      [
        [0, 0],
        [1, 1],
        [2, 0],
        [2, 2],
        [1, 1],
        [0, 2],
      ],
      [1, 4],
    ],
    [
      'a triangle',
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      null,
    ],
  ] as [string, Position[], [number, number] | null][])('of %s', (_, corners, crossing) => {
    expect(crossingOf(closed(corners))).toEqual(crossing);
  });

  it('on one line encloses nothing', () => {
    expect(
      enclosesNothing(
        closed([
          [117, 35],
          [117.1, 35],
          [117.05, 35],
        ]),
      ),
    ).toBe(true);
    expect(
      enclosesNothing(
        closed([
          [117, 35],
          [117.0001, 35],
          [117, 35.0001],
        ]),
      ),
    ).toBe(false);
  });
});

it('takes a corner that is written twice in a row for one, and counts corners as they are written', () => {
  const [a, b, c, d]: Position[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ];
  expect(crossingOf(closed([a, b, b, c, d]))).toBeNull();
  expect(crossingOf(closed([a, a, c, b, d]))).toEqual([2, 4]);
});

it('does not hold every side of a wound outline against every other', () => {
  // 2 900 sides, each over the whole width: what is looked at is bounded, and what is drawn by hand is far below it.
  const zigzag = Array.from({ length: 2_900 }, (_, i): Position => [i % 2, i / 2_900]);
  expect(crossingOf([...zigzag, zigzag[0]!])).toBeNull();
  const round = Array.from(
    { length: 2_900 },
    (_, i): Position => [Math.cos((2 * Math.PI * i) / 2_900), Math.sin((2 * Math.PI * i) / 2_900)],
  );
  expect(crossingOf(closed(round))).toBeNull();
  expect(crossingOf(closed([...round.slice(0, 2_000), [0.1, 1.5], ...round.slice(2_000)]))).not.toBeNull();
});
