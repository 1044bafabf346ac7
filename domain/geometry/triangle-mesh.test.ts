import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metres } from '../units/quantities.ts';
import { boxContains, boxOfPositions, boxSize, unionBox } from './bounds.ts';
import { box, merged, moved, real, torus, turnedInsideOut } from './sample-solids.test-kit.ts';
import {
  edgeReport,
  orientOutward,
  signedVolume,
  surfaceArea,
  type TriangleMesh,
  weldVertices,
} from './triangle-mesh.ts';

const soup = ({ positions, indices }: TriangleMesh): TriangleMesh => ({
  positions: Float64Array.from([...indices].flatMap((i) => [...positions.subarray(i * 3, i * 3 + 3)])),
  indices: Uint32Array.from(indices, (_, i) => i),
});
const cube = box([0, 0, 0], [2, 3, 4]);

describe('a box', () => {
  it('has its volume, area, bounds and edges', () => {
    expect(signedVolume(cube)).toBeCloseTo(24, 12);
    expect(surfaceArea(cube)).toBeCloseTo(52, 12);
    expect(boxSize(boxOfPositions(cube.positions))).toEqual([2, 3, 4]);
    expect(edgeReport(cube)).toEqual({
      open: 0,
      nonManifold: 0,
      misoriented: 0,
      components: 1,
      closed: true,
    });
  });

  it('keeps its volume to the millilitre at national-grid distance', () => {
    expect(signedVolume(moved(cube, [39_512_345.5, 4_012_345.25, -300]))).toBeCloseTo(24, 6);
  });

  it('without a triangle has three open edges and is not closed', () => {
    const open = { positions: cube.positions, indices: cube.indices.slice(3) };
    expect(edgeReport(open)).toMatchObject({ open: 3, closed: false });
  });

  it('with a fin has a non-manifold edge', () => {
    const fin = merged(cube, {
      positions: Float64Array.from([9, 9, 9]),
      indices: Uint32Array.from([0, 0, 0]),
    });
    fin.indices.set([0, 2, 8], fin.indices.length - 3);
    expect(edgeReport(fin)).toMatchObject({ nonManifold: 1, open: 2, closed: false });
  });
});

describe('weldVertices', () => {
  it('closes a soup of triangles again, whatever the tolerance', () => {
    fc.assert(
      fc.property(real(0, 0.1), fc.integer({ min: 3, max: 12 }), (tolerance, sides) => {
        const solid = torus(30, 8, sides, sides + 3);
        const welded = weldVertices(soup(solid).positions, soup(solid).indices, metres(tolerance));
        expect(edgeReport(welded).closed).toBe(true);
        expect(welded.positions.length).toBe(solid.positions.length);
        expect(welded.collapsedTriangles).toBe(0);
        expect(signedVolume(welded)).toBeCloseTo(signedVolume(solid), 6);
      }),
    );
  });

  it('joins what lies across a cell border and no more than the tolerance', () => {
    const mesh = (gap: number) => ({
      positions: Float64Array.from([0.999, 0, 0, 5, 0, 0, 0, 5, 0, 0.999 + gap, 0, 0, 0, -5, 0, 5, -5, 0]),
      indices: Uint32Array.from([0, 1, 2, 3, 4, 5]),
    });
    const count = (gap: number) =>
      weldVertices(mesh(gap).positions, mesh(gap).indices, metres(1)).positions.length;
    expect(count(0.9)).toBe(15);
    expect(count(1.1)).toBe(18);
  });

  it('counts triangles that collapse and leaves no vertex unused', () => {
    const sliver = {
      positions: Float64Array.from([0, 0, 0, 1e-4, 0, 0, 0, 1, 0, 3, 0, 0, 0, 3, 3]),
      indices: Uint32Array.from([0, 1, 2, 0, 3, 4]),
    };
    const welded = weldVertices(sliver.positions, sliver.indices, metres(0.001));
    expect(welded.collapsedTriangles).toBe(1);
    expect(welded.positions.length).toBe(9);
  });

  it('takes 0 and −0 for one', () => {
    const mesh = {
      positions: Float64Array.from([0, 0, 0, 1, 0, 0, 0, 1, 0, -0, 0, -0, 1, 1, 1, 2, 2, 5]),
      indices: Uint32Array.from([0, 1, 2, 3, 4, 5]),
    };
    expect(weldVertices(mesh.positions, mesh.indices, metres(0)).positions.length).toBe(15);
  });
});

describe('orientOutward', () => {
  it('puts any mixture of turned triangles right', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 384, maxLength: 384 }), (flips) => {
        const solid = torus(30, 8);
        const indices = solid.indices.slice();
        for (let t = 0; t < indices.length / 3; t++)
          if (flips[t]) indices.set([solid.indices[t * 3 + 2]!, solid.indices[t * 3 + 1]!], t * 3 + 1);
        const right = orientOutward({ positions: solid.positions, indices });
        expect(edgeReport(right).misoriented).toBe(0);
        expect(signedVolume(right)).toBeCloseTo(signedVolume(solid), 6);
      }),
      { numRuns: 30 },
    );
  });

  it('faces a cavity inward, and a body in the cavity outward again', () => {
    const nest = merged(
      box([0, 0, 0], [10, 10, 10]),
      box([2, 2, 2], [8, 8, 8]),
      turnedInsideOut(box([4, 4, 4], [6, 6, 6])),
    );
    expect(signedVolume(orientOutward(nest))).toBeCloseTo(1000 - 216 + 8, 9);
    const apart = merged(cube, turnedInsideOut(moved(cube, [20, 0, 0])));
    expect(signedVolume(orientOutward(apart))).toBeCloseTo(48, 9);
    expect(edgeReport(nest).components).toBe(3);
  });

  it('gives back the mesh itself where nothing was wrong', () => {
    expect(orientOutward(cube)).toBe(cube);
  });
});

it('a union of boxes contains both', () => {
  const [a, b] = [boxOfPositions(cube.positions), boxOfPositions(moved(cube, [5, -9, 2]).positions)];
  expect(boxContains(unionBox(a, b), a)).toBe(true);
  expect(boxContains(unionBox(a, b), b)).toBe(true);
  expect(boxContains(a, b)).toBe(false);
});
