import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../geometry/bounds.ts';
import { box, merged, moved, real, torus, turnedInsideOut } from '../geometry/sample-solids.test-kit.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';
import { lineBody, meshBody } from './body.ts';
import { bodyDistance } from './body-distance.ts';
import { nearestOfFlat, nothingNearer } from './flat-distance.ts';

const triangles = (mesh: TriangleMesh): Float64Array[] =>
  Array.from({ length: mesh.indices.length / 3 }, (_, t) =>
    Float64Array.from(
      [0, 1, 2].flatMap((c) => [
        ...mesh.positions.subarray(mesh.indices[t * 3 + c]! * 3, mesh.indices[t * 3 + c]! * 3 + 3),
      ]),
    ),
  );

/** All pairs, without a tree. */
const brute = (a: TriangleMesh, b: TriangleMesh): number => {
  const pair = nothingNearer();
  for (const p of triangles(a)) for (const q of triangles(b)) nearestOfFlat(p, 0, 3, q, 0, 3, pair);
  return Math.sqrt(pair.square);
};

const soup = fc
  .array(fc.tuple(...Array.from({ length: 9 }, () => real(-30, 30))), { minLength: 1, maxLength: 60 })
  .map(
    (rows): TriangleMesh => ({
      positions: Float64Array.from(rows.flat()),
      indices: Uint32Array.from({ length: rows.length * 3 }, (_, i) => i),
    }),
  );
const shift = fc.tuple(real(-80, 80), real(-80, 80), real(-80, 80));

describe('bodyDistance', () => {
  it('finds what comparing every pair of triangles finds', () => {
    fc.assert(
      fc.property(soup, soup, shift, (a, raw, by) => {
        const b = moved(raw, by);
        const found = bodyDistance(meshBody(a, false), meshBody(b, false))!;
        expect(found.distance).toBeCloseTo(brute(a, b), 9);
        const apart = Math.hypot(...found.here.map((v, k) => v - found.there[k]!));
        expect(apart).toBeCloseTo(found.distance, 9);
      }),
    );
  });

  it('answers null exactly where nothing is within the bound', () => {
    fc.assert(
      fc.property(soup, soup, shift, real(0, 60), (a, raw, by, within) => {
        const b = moved(raw, by);
        const truth = brute(a, b);
        fc.pre(Math.abs(truth - within) > 1e-6);
        const found = bodyDistance(meshBody(a, false), meshBody(b, false), within);
        if (truth > within) expect(found).toBeNull();
        else expect(found!.distance).toBeCloseTo(truth, 9);
      }),
    );
    const [left, right] = [
      meshBody(box([0, 0, 0], [1, 1, 1]), true),
      meshBody(box([4, 0, 0], [5, 1, 1]), true),
    ];
    expect(bodyDistance(left, right, 3)!.distance).toBe(3);
    expect(bodyDistance(left, right, 2.999)).toBeNull();
  });

  it('knows boxes whose distance can be written down', () => {
    fc.assert(
      fc.property(shift, ([x, y, z]) => {
        const gap = [x, y, z].map((v) => Math.max(0, v - 4, -v - 4));
        fc.pre(gap.some((g) => g > 0));
        const found = bodyDistance(
          meshBody(box([-2, -2, -2], [2, 2, 2]), true),
          meshBody(box([x - 2, y - 2, z - 2], [x + 2, y + 2, z + 2]), true),
        )!;
        expect(found.distance).toBeCloseTo(Math.hypot(...gap), 10);
        expect(found.relation).toBe('apart');
      }),
    );
  });

  it('says cut, within and around, and a distance of 0 with them', () => {
    const room = meshBody(box([0, 0, 0], [10, 10, 10]), true);
    const inner = meshBody(box([4, 4, 4], [5, 5, 5]), true);
    const across = meshBody(box([8, 4, 4], [12, 5, 5]), true);
    expect(bodyDistance(inner, room)).toMatchObject({ distance: 0, relation: 'within' });
    expect(bodyDistance(room, inner)).toMatchObject({ distance: 0, relation: 'around' });
    expect(bodyDistance(across, room)).toMatchObject({ distance: 0, relation: 'cut' });
    // An open surface encloses nothing: the rock on both sides of a fault is rock.
    expect(bodyDistance(inner, meshBody(box([0, 0, 0], [10, 10, 10]), false))).toMatchObject({
      distance: 4,
      relation: 'apart',
    });
  });

  it('finds the one part of a body that lies inside, even beyond the bound', () => {
    const pieces = merged(box([60, 60, 60], [61, 61, 61]), box([4, 4, 4], [5, 5, 5]));
    const found = bodyDistance(meshBody(pieces, true), meshBody(box([0, 0, 0], [10, 10, 10]), true), 1);
    expect(found).toMatchObject({ distance: 0, relation: 'within' });
    expect(found!.here[0]).toBeLessThan(10);
  });

  it('measures from the skin of lines with a radius', () => {
    const hole = lineBody(
      [
        [0, 0, 0],
        [0, 0, -100],
      ],
      0.5,
    );
    const shaft = lineBody(
      [
        [10, 0, -20],
        [10, 0, -60],
      ],
      2,
    );
    const found = bodyDistance(hole, shaft)!;
    expect(found.distance).toBeCloseTo(7.5, 12);
    expect(found.here[0]).toBeCloseTo(0.5, 12);
    expect(found.there[0]).toBeCloseTo(8, 12);
    expect(
      bodyDistance(
        hole,
        lineBody(
          [
            [2, 0, -20],
            [2, 0, -60],
          ],
          2,
        ),
      ),
    ).toMatchObject({
      distance: 0,
      relation: 'cut',
    });
    expect(bodyDistance(lineBody([[5, 0, 0]], 0), hole)!.distance).toBeCloseTo(4.5, 12);
  });

  it('refuses what is nowhere', () => {
    expect(() => meshBody({ positions: new Float64Array(), indices: new Uint32Array() }, true)).toThrow(
      /without triangles/,
    );
    expect(() => lineBody([], 1)).toThrow(/without triangles/);
    expect(() => lineBody([[0, 0, Number.NaN]], 1)).toThrow(/not a number/);
    expect(() => lineBody([[0, 0, 0]], -1)).toThrow(/radius/);
  });

  it('does not care how the solid faces', () => {
    const ring = torus(20, 6);
    const ball: Vec3 = [20, 0, 0];
    for (const solid of [ring, turnedInsideOut(ring)])
      expect(bodyDistance(lineBody([ball], 1), meshBody(solid, true))).toMatchObject({ relation: 'within' });
  });
});
