import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../geometry/bounds.ts';
import { box, merged, moved, real, torus } from '../geometry/sample-solids.test-kit.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';
import { bendMesh, circleSection } from '../geometry/tube.ts';
import { crossSection } from '../workings/cross-section.ts';
import { type Body, lineBody, meshBody } from './body.ts';
import { isEnclosed } from './enclosed.ts';
import { nearestOfFlat, nothingNearer } from './flat-distance.ts';
import { createHeading, faceOf, type Heading, middleAt, piecesAt } from './heading.ts';
import { type ChainageRange, chainagesWithin, distanceAt, leastDistance } from './heading-clearance.ts';
import { createTriangleTree } from './triangle-tree.ts';

const roadway = crossSection('rectangle', 4, 3, 'floor');
const straight = createHeading(
  [
    [0, 0, 0],
    [200, 0, 0],
  ],
  roadway,
);

/** The face, and the corners of bends, against every triangle, without tree or Newton. */
function bruteAt(heading: Heading, chainage: number, body: Body): number {
  const pair = nothingNearer();
  const all = body.tree.corners;
  for (const piece of piecesAt(heading, chainage)) {
    const face = faceOf(heading, piece, chainage);
    for (let t = 0; t < all.length; t += 9) nearestOfFlat(face, 0, face.length / 3, all, t, 3, pair);
  }
  for (const bend of heading.bends)
    if (chainage >= bend.from && chainage <= bend.to)
      for (let s = 0; s < bend.body.tree.corners.length; s += 9)
        for (let t = 0; t < all.length; t += 9) nearestOfFlat(bend.body.tree.corners, s, 3, all, t, 3, pair);
  if (body.closed && isEnclosed(body.tree, middleAt(heading, chainage))) return 0;
  return Math.max(0, Math.sqrt(pair.square) - body.radius);
}

const soup = fc
  .array(
    fc.tuple(
      ...Array.from({ length: 3 }, () => real(-60, 60)),
      ...Array.from({ length: 6 }, () => real(-15, 15)),
    ),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((rows): Body => {
    const positions = rows.flatMap((r) => [...r.slice(0, 3), ...r.slice(3).map((v, i) => v + r[i % 3]!)]);
    const mesh: TriangleMesh = {
      positions: Float64Array.from(positions),
      indices: Uint32Array.from({ length: rows.length * 3 }, (_, i) => i),
    };
    return meshBody(mesh, false);
  });
const ring = fc
  .tuple(real(-40, 40), real(-40, 40), real(-20, 20), real(12, 40), real(2, 10))
  .map(([x, y, z, major, minor]): Body => meshBody(moved(torus(major, minor), [x, y, z]), true));
const hole = fc
  .tuple(
    fc.array(fc.tuple(real(-60, 60), real(-60, 60), real(-60, 60)), { minLength: 1, maxLength: 6 }),
    real(0, 3),
  )
  .map(([line, radius]): Body => lineBody(line, radius));
const obstacle = fc.oneof(soup, ring, hole);
const heading = fc
  .tuple(
    fc.array(fc.tuple(real(-70, 70), real(-70, 70), real(-25, 25)), { minLength: 2, maxLength: 5 }),
    fc.constantFrom(roadway, crossSection('arch', 4.2, 3.8, 'floor'), circleSection(1.2, 8).toReversed()),
  )
  .filter(([line]) => Math.hypot(...line[0]!.map((v, k) => v - line[1]![k]!)) > 1)
  .map(([line, section]) => createHeading(line, section));

const holds = (stretches: readonly ChainageRange[], chainage: number): boolean =>
  stretches.some(({ from, to }) => chainage >= from && chainage <= to);
/** Whether a chainage is so near to the end of a stretch that it may be told either way. */
const nearEnd = (stretches: readonly ChainageRange[], chainage: number): boolean =>
  stretches.some(({ from, to }) => Math.abs(chainage - from) < 1e-3 || Math.abs(chainage - to) < 1e-3);

describe('chainagesWithin', () => {
  it('is where every face is, one by one, within the distance, to the millimetre', () => {
    fc.assert(
      fc.property(heading, obstacle, fc.oneof(real(0, 40), fc.constant(0)), (h, body, distance) => {
        const stretches = chainagesWithin(h, body, distance);
        for (let i = 0; i <= 60; i++) {
          const chainage = (h.length * i) / 60;
          if (nearEnd(stretches, chainage)) continue;
          const truth = bruteAt(h, chainage, body);
          expect(holds(stretches, chainage), `${chainage}: ${truth} against ${distance}`).toBe(
            truth <= distance + 1e-9,
          );
        }
      }),
      { numRuns: 120 },
    );
  });

  it('ends where the distance is exactly the one asked for', () => {
    fc.assert(
      fc.property(heading, obstacle, real(0.5, 40), (h, body, distance) => {
        // At bends the distance may jump: the face turns, and its corner is counted as a whole.
        const jump = (chainage: number) =>
          h.bends.some(({ from, to }) => chainage > from - 1e-6 && chainage < to + 1e-6);
        for (const { from, to } of chainagesWithin(h, body, distance))
          for (const end of [from, to]) {
            if (end === 0 || end >= h.length - 1e-9 || jump(end)) continue;
            expect(bruteAt(h, end, body)).toBeCloseTo(distance, 6);
          }
      }),
      { numRuns: 120 },
    );
  });

  it('enters 20 m before a wall ahead and never leaves', () => {
    const goaf = meshBody(box([120, -30, -10], [180, 30, 10]), true);
    expect(chainagesWithin(straight, goaf, 20)).toEqual([
      { from: expect.closeTo(100, 9), to: expect.closeTo(200, 9) },
    ]);
    expect(chainagesWithin(straight, goaf, 0)).toEqual([
      { from: expect.closeTo(120, 8), to: expect.closeTo(180, 8) },
    ]);
    expect(chainagesWithin(straight, goaf, 500)).toEqual([{ from: 0, to: 200 }]);
  });

  it('passes a borehole on the chord of its circle', () => {
    // 12 m beside the wall of the roadway, 1 m thick: within 14 m while √(15² − 12²) = 9 m before and after.
    const well = lineBody(
      [
        [80, 14, -50],
        [80, 14, 50],
      ],
      1,
    );
    const [only, ...more] = chainagesWithin(straight, well, 14);
    expect(more).toEqual([]);
    expect(only!.from).toBeCloseTo(71, 9);
    expect(only!.to).toBeCloseTo(89, 9);
  });

  it('grazes at exactly the distance, and not a nanometre further off', () => {
    const well = lineBody(
      [
        [80, 14, -50],
        [80, 14, 50],
      ],
      0,
    );
    const graze = chainagesWithin(straight, well, 12);
    expect(graze).toHaveLength(1);
    expect(graze[0]!.from).toBeCloseTo(80, 3);
    expect(graze[0]!.to).toBeCloseTo(80, 3);
    expect(chainagesWithin(straight, well, 12 - 1e-8)).toEqual([]);
  });

  it('keeps two bodies of one mesh apart and joins them when the distance does', () => {
    const two = meshBody(merged(box([40, -2, 0], [50, 2, 3]), box([90, -2, 0], [99, 2, 3])), true);
    expect(
      chainagesWithin(straight, two, 10).map(({ from, to }) => [Math.round(from), Math.round(to)]),
    ).toEqual([
      [30, 60],
      [80, 109],
    ]);
    expect(chainagesWithin(straight, two, 20)).toHaveLength(1);
  });

  it('counts the corner of a bend, which no square face reaches', () => {
    const bent = createHeading(
      [
        [0, 0, 0],
        [50, 0, 0],
        [50, 50, 0],
      ],
      roadway,
    );
    // The outer corner of the mitre is at (52, −2).
    const pin = lineBody([[53, -3, 1.5]], 0);
    expect(bent.bends).toHaveLength(1);
    const corner = chainagesWithin(bent, pin, 1.5);
    expect(corner).toHaveLength(1);
    expect(corner[0]!.from).toBeCloseTo(48, 9);
    expect(corner[0]!.to).toBeCloseTo(52, 9);
    expect(chainagesWithin(bent, pin, 1.41)).toEqual([]);
    expect(distanceAt(bent, 50, pin)).toBeCloseTo(Math.SQRT2, 12);
  });

  it('says where a heading runs wholly inside', () => {
    const cavern = meshBody(box([-50, -50, -50], [90, 50, 50]), true);
    expect(chainagesWithin(straight, cavern, 0)).toEqual([{ from: 0, to: expect.closeTo(90, 8) }]);
    expect(chainagesWithin(straight, meshBody(box([-500, -500, -500], [900, 500, 500]), true), 5)).toEqual([
      { from: 0, to: 200 },
    ]);
  });

  it('refuses a distance that is none', () => {
    const well = lineBody([[0, 0, 0]], 0);
    expect(() => chainagesWithin(straight, well, -1)).toThrow(/0 or more metres/);
    expect(() => chainagesWithin(straight, well, Number.NaN)).toThrow(/0 or more metres/);
    expect(() => distanceAt(straight, 201, well)).toThrow(/not on the heading/);
  });
});

describe('leastDistance', () => {
  it('is the least of all faces and corners', () => {
    fc.assert(
      fc.property(heading, obstacle, (h, body) => {
        const found = leastDistance(h, body)!;
        let least = Infinity;
        for (let i = 0; i <= 200; i++) least = Math.min(least, bruteAt(h, (h.length * i) / 200, body));
        expect(found.distance).toBeLessThanOrEqual(least + 1e-6);
        expect(found.distance).toBeGreaterThan(least - h.length / 200 - 0.5);
        expect(Math.hypot(...found.here.map((v, k) => v - found.there[k]!))).toBeCloseTo(
          found.relation === 'apart'
            ? found.distance
            : Math.hypot(...found.here.map((v, k) => v - found.there[k]!)),
          6,
        );
        const around = h.bends.some(({ from, to }) => found.chainage >= from && found.chainage <= to);
        if (!around && found.relation === 'apart')
          expect(distanceAt(h, found.chainage, body)).toBeCloseTo(found.distance, 6);
      }),
      { numRuns: 40 },
    );
  });

  it('is within a distance exactly where some stretch is', () => {
    fc.assert(
      fc.property(heading, obstacle, real(0, 40), (h, body, distance) => {
        const least = leastDistance(h, body)!.distance;
        fc.pre(Math.abs(least - distance) > 1e-6);
        expect(chainagesWithin(h, body, distance).length > 0).toBe(least < distance);
        expect(leastDistance(h, body, undefined, distance) !== null).toBe(least < distance);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps to its stretch', () => {
    const goaf = meshBody(box([120, -30, -10], [180, 30, 10]), true);
    expect(leastDistance(straight, goaf, { from: 10, to: 60 })).toMatchObject({
      distance: expect.closeTo(60, 9),
      chainage: expect.closeTo(60, 9),
      relation: 'apart',
    });
    expect(leastDistance(straight, goaf, { from: 130, to: 140 })).toMatchObject({
      distance: 0,
      relation: 'within',
    });
    expect(leastDistance(straight, goaf)).toMatchObject({ distance: 0, relation: 'cut' });
    expect(leastDistance(straight, goaf, { from: 0, to: 200 }, 0)).toMatchObject({ relation: 'cut' });
    expect(leastDistance(straight, goaf, { from: 0, to: 60 }, 59)).toBeNull();
  });
});

describe('createHeading', () => {
  it('has chainages over its bends, and passes over points on one spot', () => {
    const line: Vec3[] = [
      [0, 0, 0],
      [0, 0, 0],
      [30, 0, 0],
      [30, 40, 0],
    ];
    const h = createHeading(line, roadway);
    expect(h.length).toBe(70);
    expect(h.pieces.map(({ start }) => start)).toEqual([0, 30]);
    expect(h.bends).toHaveLength(1);
    expect(
      createHeading(
        [
          [0, 0, 0],
          [10, 0, 0],
          [20, 0, 0],
        ],
        roadway,
      ).bends,
    ).toEqual([]);
  });

  it('holds the whole of the swept volume: no point of a bend lies outside', () => {
    // The corner body reaches to the mitre.
    const [a, b] = createHeading(
      [
        [0, 0, 0],
        [50, 0, 0],
        [90, 30, -8],
      ],
      roadway,
    ).pieces;
    const tree = createTriangleTree(bendMesh(a!, b!, roadway));
    expect(tree.box.max[0]).toBeGreaterThan(50.5);
  });

  it('refuses a line without length and sections that are not convex', () => {
    expect(() =>
      createHeading(
        [
          [1, 1, 1],
          [1, 1, 1],
        ],
        roadway,
      ),
    ).toThrow(/no length/);
    const notch = [
      [0, 0],
      [4, 0],
      [2, 1],
      [4, 3],
      [0, 3],
    ] as const;
    expect(() =>
      createHeading(
        [
          [0, 0, 0],
          [9, 0, 0],
        ],
        notch,
      ),
    ).toThrow(/convex/);
    const star = [0, 2, 4, 1, 3].map((i) => [Math.cos(i * 1.2566), Math.sin(i * 1.2566)] as const);
    expect(() =>
      createHeading(
        [
          [0, 0, 0],
          [9, 0, 0],
        ],
        star,
      ),
    ).toThrow(/convex/);
  });
});
