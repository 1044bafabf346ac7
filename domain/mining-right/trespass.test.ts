import fc from 'fast-check';
import Module from 'manifold-3d';
import { beforeAll, describe, expect, it } from 'vitest';
import { extrudePolygon } from '../geometry/polygon3.ts';
import {
  box,
  merged,
  moved,
  radii,
  real,
  star,
  torus,
  turnedInsideOut,
} from '../geometry/sample-solids.test-kit.ts';
import { signedVolume, type TriangleMesh } from '../geometry/triangle-mesh.ts';
import type { MiningRight } from './right-prism.ts';
import { trespass } from './trespass.ts';

const square = (half: number): MiningRight['polygon'] => [
  [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ],
];
const right = (parts: Partial<MiningRight> = {}): MiningRight => ({
  id: 'R',
  polygon: square(50),
  lower: -100,
  upper: 0,
  ...parts,
});

let manifold: Awaited<ReturnType<typeof Module>>;
beforeAll(async () => {
  manifold = await Module();
  manifold.setup();
});

/** The referee: another program's boolean of the two bodies. It works in single precision. */
function refereeInside(mesh: TriangleMesh, prism: TriangleMesh): number {
  const solid = ({ positions, indices }: TriangleMesh) =>
    new manifold.Manifold(
      new manifold.Mesh({ numProp: 3, vertProperties: Float32Array.from(positions), triVerts: indices }),
    );
  const [a, b] = [solid(mesh), solid(prism)];
  const both = a.intersect(b);
  const volume = both.volume();
  for (const one of [a, b, both]) one.delete();
  return volume;
}

describe('trespass', () => {
  it('tells plan from height', () => {
    const working = box([40, -10, -120], [60, 10, 20]);
    expect(trespass(working, right())).toEqual({
      volume: expect.closeTo(56_000, 6),
      inside: expect.closeTo(20_000, 6),
      beyondInPlan: expect.closeTo(28_000, 6),
      above: expect.closeTo(4_000, 6),
      below: expect.closeTo(4_000, 6),
      heightsKnown: true,
    });
    expect(trespass(working, right({ lower: null, upper: null }))).toMatchObject({
      inside: expect.closeTo(28_000, 6),
      above: 0,
      below: 0,
      heightsKnown: false,
    });
  });

  it('is nothing where a working keeps within, and everything where it lies wholly outside', () => {
    const inner = box([-49.5, -50, -100], [49.5, 50, 0]);
    expect(trespass(inner, right())).toMatchObject({ beyondInPlan: 0, above: 0, below: 0 });
    const outer = moved(torus(20, 5), [300, 300, -50]);
    expect(trespass(outer, right())).toMatchObject({ inside: 0, above: 0, below: 0 });
    expect(trespass(box([0, 0, 10], [1, 1, 11]), right())).toMatchObject({
      above: expect.closeTo(1, 9),
      inside: 0,
    });
  });

  it('agrees with an independent boolean within a thousandth, whatever goaf and right', () => {
    fc.assert(
      fc.property(
        radii,
        radii,
        real(-60, 60),
        real(-40, 40),
        real(5, 40),
        real(-30, 0),
        real(5, 40),
        (outline, goaf, x, y, height, low, thick) => {
          const border = star(outline, () => 0).map(([u, v]): [number, number] => [u, v]);
          const limits = right({ polygon: [border], lower: low, upper: low + height });
          const panel = star(goaf, (u, v) => 0.2 * u - 0.1 * v).map(
            ([u, v, w]) => [u + x, v + y, w - 20] as const,
          );
          const solid = extrudePolygon([panel], [0, 0, thick]);
          const prism = extrudePolygon([border.map(([u, v]) => [u, v, low] as const)], [0, 0, height]);
          const truth = refereeInside(solid, prism);
          const volume = signedVolume(solid);
          const found = trespass(solid, limits);
          expect(Math.abs(found.inside - truth)).toBeLessThan(1e-3 * volume);
          expect(found.inside + found.beyondInPlan + found.above + found.below).toBeCloseTo(volume, 6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes rings with holes, cavities, and rights with a piece cut out of them', () => {
    const ring = moved(torus(30, 8, 24, 48), [20, 0, -50]);
    const cut = right({
      polygon: [...square(50), ...square(15)],
      lower: -55,
      upper: -45,
    });
    const outer = box([-50, -50, -55], [50, 50, -45]);
    const hole = box([-15, -15, -56], [15, 15, -44]);
    const truth = refereeInside(ring, outer) - refereeInside(ring, box([-15, -15, -55], [15, 15, -45]));
    expect(hole.positions.length).toBe(24);
    expect(Math.abs(trespass(ring, cut).inside - truth)).toBeLessThan(1e-3 * truth);
    const hollow = merged(box([0, 0, -20], [10, 10, -10]), turnedInsideOut(box([2, 2, -18], [8, 8, -12])));
    expect(trespass(hollow, right())).toMatchObject({
      inside: expect.closeTo(1000 - 216, 6),
      beyondInPlan: 0,
    });
  });

  it('keeps its digits far from the origin', () => {
    const far = [8_000, -6_000, 900] as const;
    const working = moved(box([40, -10, -120], [60, 10, 20]), far);
    const polygon = [square(50)[0]!.map(([x, y]): [number, number] => [x + far[0], y + far[1]])];
    expect(trespass(working, right({ polygon, lower: 800, upper: 900 })).inside).toBeCloseTo(20_000, 5);
  });

  it('refuses what cannot be told', () => {
    expect(() => trespass(turnedInsideOut(box([0, 0, 0], [1, 1, 1])), right())).toThrow(/face outward/);
    const bow: MiningRight['polygon'] = [
      [
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ],
    ];
    expect(() => trespass(box([0, 0, 0], [1, 1, 1]), right({ polygon: bow }))).toThrow(
      /crosses or touches itself/,
    );
  });
});
