import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { coverageTable } from './coverage-table.ts';
import { createSurroundings, freeOverGround, isFree, standpoint, type Terrain } from './line-of-sight.ts';
import { cameraAt, networkOf } from './small-mine.test-kit.ts';

const sightOf = (
  lines: Parameters<typeof networkOf>[0],
  camera: ReturnType<typeof cameraAt>,
  terrain: Terrain | null = null,
) =>
  coverageTable(createSurroundings(networkOf(lines), terrain), {
    devices: [camera],
    keyPlaces: [],
    workPlaces: [],
  }).cameras[0]!;

describe('a camera in a roadway', () => {
  it('sees a straight drift to its end', () => {
    const sight = sightOf(
      {
        A: [
          [0, 0, 0],
          [100, 0, 0],
        ],
      },
      cameraAt('K', [1, 0, 2.5], 90),
    );
    expect(sight.stands).toBe('roadway');
    expect(sight.stretches).toEqual([{ edge: 'A/1', from: 3, to: 100 }]);
    expect(sight.metres).toBeCloseTo(97);
  });

  it('sees to its range and no further', () => {
    const sight = sightOf(
      {
        A: [
          [0, 0, 0],
          [100, 0, 0],
        ],
      },
      cameraAt('K', [1, 0, 2.5], 90, { range: 40 }),
    );
    expect(sight.stretches).toEqual([{ edge: 'A/1', from: 3, to: 41 }]);
  });

  it('sees nothing behind it', () => {
    const sight = sightOf(
      {
        A: [
          [0, 0, 0],
          [100, 0, 0],
        ],
      },
      cameraAt('K', [50, 0, 2.5], 270),
    );
    expect(sight.stretches).toEqual([{ edge: 'A/1', from: 0, to: 48 }]);
  });

  it('does not see round a bend', () => {
    const sight = sightOf(
      {
        A: [
          [0, 0, 0],
          [50, 0, 0],
          [50, 80, 0],
        ],
      },
      cameraAt('K', [1, 0, 2.5], 90, { hfov: 120 }),
    );
    expect(sight.stretches).toHaveLength(1);
    // The first metres round the corner are in the mouth of the bend; the drift beyond it is not seen.
    expect(sight.stretches[0]!.to).toBeGreaterThanOrEqual(50);
    expect(sight.stretches[0]!.to).toBeLessThanOrEqual(52);
  });

  it('sees a gentle bend as far as the inner wall lets it', () => {
    // 10° after 40 m. A line from the outer side of the drift can run 4 m to the inner side at most.
    const turn = (10 * Math.PI) / 180;
    const end = [40 + 100 * Math.cos(turn), 100 * Math.sin(turn), 0] as const;
    const sight = sightOf({ A: [[0, 0, 0], [40, 0, 0], end] }, cameraAt('K', [1, 0, 2.5], 90));
    const last = sight.stretches.at(-1)!.to;
    // From (1, 0) past the inner corner at (40 − 2·tan 5°, 2) the ray leaves the far drift's centre line at x where
    // (x − 40)·tan 10° = (x − 1)·2/38.83: x = 56.4, which is 16.6 m along it.
    expect(last).toBeGreaterThan(55);
    expect(last).toBeLessThan(58);
  });

  it('sees into a junction, and of the side drift only its mouth', () => {
    const lines = {
      A: [
        [0, 0, 0],
        [50, 0, 0],
        [100, 0, 0],
      ],
      B: [
        [50, 0, 0],
        [50, 60, 0],
      ],
    } as const;
    const sight = sightOf(lines, cameraAt('K', [1, 0, 2.5], 90, { hfov: 120 }));
    const main = sight.stretches.filter(({ edge }) => edge.startsWith('A/'));
    const side = sight.stretches.filter(({ edge }) => edge.startsWith('B/'));
    expect(main.reduce((sum, { from, to }) => sum + to - from, 0)).toBeGreaterThan(94);
    expect(side).toHaveLength(1);
    expect(side[0]!.from).toBe(0);
    expect(side[0]!.to).toBeLessThanOrEqual(3);
  });

  it('standing in the junction, looks down the side drift it faces', () => {
    const lines = {
      A: [
        [0, 0, 0],
        [50, 0, 0],
        [100, 0, 0],
      ],
      B: [
        [50, 0, 0],
        [50, 60, 0],
      ],
    } as const;
    const sight = sightOf(lines, cameraAt('K', [50, -1.5, 2.5], 0, { hfov: 40 }));
    expect(sight.stretches.map(({ edge }) => edge)).toEqual(['B/1']);
    expect(sight.stretches[0]!.to).toBe(60);
  });

  it('does not see the drift above through the rock, nor up a raise from the drift below it', () => {
    const lines = {
      A: [
        [0, 0, 0],
        [50, 0, 0],
        [100, 0, 0],
      ],
      R: [
        [50, 0, 0],
        [50, 0, 40],
      ],
      B: [
        [0, 0, 40],
        [50, 0, 40],
        [100, 0, 40],
      ],
    } as const;
    const sight = sightOf(lines, cameraAt('K', [10, 0, 2.5], 90, { vfov: 120 }));
    expect(sight.stretches.some(({ edge }) => edge.startsWith('B/'))).toBe(false);
    const raise = sight.stretches.filter(({ edge }) => edge.startsWith('R/'));
    expect(Math.max(0, ...raise.map(({ to }) => to))).toBeLessThanOrEqual(5);
  });

  it('looks up a raise from its foot', () => {
    const lines = {
      A: [
        [0, 0, 0],
        [50, 0, 0],
        [100, 0, 0],
      ],
      R: [
        [50, 0, 0],
        [50, 0, 40],
      ],
    } as const;
    const sight = sightOf(lines, cameraAt('K', [50, 0, 1], 0, { tilt: 90, hfov: 60 }));
    expect(sight.stretches).toEqual([{ edge: 'R/1', from: expect.any(Number), to: 40 }]);
    expect(sight.stretches[0]!.from).toBeLessThanOrEqual(4);
  });

  it('does not see through the rock between two parallel drifts', () => {
    const sight = sightOf(
      {
        A: [
          [0, 0, 0],
          [100, 0, 0],
        ],
        B: [
          [0, 8, 0],
          [100, 8, 0],
        ],
      },
      cameraAt('K', [1, 0, 2.5], 70),
    );
    expect(sight.stretches.map(({ edge }) => edge)).toEqual(['A/1']);
  });

  it('drawn in the wall is taken to hang on it, and says by how much it was moved', () => {
    const sight = sightOf(
      {
        A: [
          [0, 0, 0],
          [100, 0, 0],
        ],
      },
      cameraAt('K', [1, 2.4, 2], 90),
    );
    expect(sight.stands).toBe('roadway');
    expect(sight.movedBy).toBeGreaterThan(0.4);
    expect(sight.movedBy).toBeLessThan(0.8);
    expect(sight.metres).toBeGreaterThan(90);
  });
});

describe('what is not known', () => {
  const drift = {
    A: [
      [0, 0, 0],
      [100, 0, 0],
    ],
  } as const;
  it.each(['azimuth', 'tilt', 'hfov', 'vfov', 'range'] as const)(
    'a camera without %s sees nothing that counts, and says what is missing',
    (field) => {
      const sight = sightOf(drift, cameraAt('K', [1, 0, 2.5], 90, { [field]: undefined }));
      expect(sight).toMatchObject({ missing: [field], cone: null, stretches: [], metres: 0 });
    },
  );

  it('a camera in the rock or above unknown ground sees nothing that counts', () => {
    for (const at of [
      [50, 30, 0],
      [50, 0, 60],
    ] as const) {
      const sight = sightOf(drift, cameraAt('K', at, 180, { tilt: -45 }));
      expect(sight).toMatchObject({ stands: 'unknown', stretches: [], metres: 0 });
    }
  });

  it('a camera above known ground stands on the surface, one below it does not', () => {
    const surroundings = createSurroundings(networkOf(drift), () => 50);
    expect(standpoint(surroundings, [50, 0, 60]).in).toBe('surface');
    expect(standpoint(surroundings, [50, 30, 20]).in).toBe('unknown');
  });
});

describe('over the ground', () => {
  const ridge: Terrain = (east) => (east > 400 ? null : east > 90 && east < 110 ? 30 : 0);
  it('sight ends at a ridge and runs on above it', () => {
    expect(freeOverGround(ridge, [0, 0, 10], [1, 0, 0], 300)).toBe(90);
    expect(freeOverGround(ridge, [0, 0, 31], [1, 0, 0], 300)).toBe(300);
  });
  it('sight ends where the ground is not known', () => {
    expect(freeOverGround(ridge, [0, 0, 31], [1, 0, 0], 900)).toBe(400);
  });
});

test('sight lines are as free one way as the other, and stay in the hollow all the way', () => {
  const coordinate = fc.double({ min: -60, max: 60, noNaN: true });
  const line = fc.array(fc.tuple(coordinate, coordinate, fc.double({ min: -2, max: 2, noNaN: true })), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), (lines, i, k) => {
      const network = networkOf(Object.fromEntries(lines.map((one, at) => [`L${at}`, one])));
      const { space, cells } = createSurroundings(network);
      if (cells.count === 0 || i % cells.count === k % cells.count) return;
      const point = (cell: number) => [0, 1, 2].map((axis) => cells.look[cell * 3 + axis]!);
      const [a, b] = [point(i % cells.count), point(k % cells.count)] as [
        [number, number, number],
        [number, number, number],
      ];
      const near = space.near(a, 400);
      const there = isFree(space, a, ...b, near);
      expect(isFree(space, b, ...a, space.near(b, 400))).toBe(there);
      // Every point of a free line is itself in the hollow.
      if (there)
        for (let t = 0.05; t < 1; t += 0.1) {
          const between = a.map((value, axis) => value + (b[axis]! - value) * t) as [number, number, number];
          expect(space.inside(between)!.movedBy).toBeLessThan(0.2);
        }
    }),
    { numRuns: 200 },
  );
});
