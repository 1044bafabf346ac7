import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { hazardFaces, hazardStrokes } from './hazard-look.ts';

const LINES: readonly (readonly Vec3[])[] = [
  [
    [0, 0, 0],
    [100, 0, 0],
  ],
];

describe('the look of a drawn hazard', () => {
  it('is whole where it is proven, dashed where it is inferred, and crossed where methods disagree', () => {
    const strokes = (status: 'proven' | 'inferred' | 'unverified' | 'contradicted') =>
      hazardStrokes({ lines: LINES, tie: null }, status, [0, 0, 0]);
    const length = (status: 'proven' | 'inferred' | 'unverified') =>
      strokes(status).reduce((sum, [a, b]) => sum + Math.abs(b[0] - a[0]), 0);
    expect(length('proven')).toBeCloseTo(100, 6);
    expect(length('inferred')).toBeLessThan(70);
    expect(length('unverified')).toBeLessThan(length('inferred'));
    expect(strokes('contradicted').length).toBeGreaterThan(strokes('proven').length);
  });

  it('fills its faces in the pattern of how well it is known, all of them in one', () => {
    const face = {
      points: [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
      ] as const,
      triangles: [0, 1, 2],
    };
    const overlay = hazardFaces([{ faces: [face] }, { faces: [face] }], 'inferred', [1, 2, 3])!;
    expect(overlay).toMatchObject({ kind: 'triangles', marked: 'inferred', sliced: true });
    expect([...overlay.indices]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(hazardFaces([{ faces: [] }], 'proven', [1, 2, 3])).toBeNull();
  });
});
