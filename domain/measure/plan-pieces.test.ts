import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaInPlan } from '../geometry/plan-polygon.ts';
import { type ConvexPlan, forPieces, planArea, quadraturePlaces } from './plan-pieces.ts';

const CELLS = { east: -13, north: 7, cell: 20 };
/** A star about the middle: concave, never crossing itself. */
const star = fc
  .array(fc.double({ min: 5, max: 150, noNaN: true }), { minLength: 3, maxLength: 14 })
  .map((radii) =>
    radii.map((radius, i): readonly [number, number] => {
      const angle = (i / radii.length) * 2 * Math.PI;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    }),
  );
const piecesOf = (ring: readonly (readonly [number, number])[]): ConvexPlan[] => {
  const found: ConvexPlan[] = [];
  forPieces(ring, CELLS, (piece) => found.push(piece));
  return found;
};

describe('a ring in pieces', () => {
  test('fills the ring, and each piece lies in one cell', () => {
    fc.assert(
      fc.property(star, (ring) => {
        const pieces = piecesOf(ring);
        const sum = pieces.reduce((total, piece) => total + planArea(piece), 0);
        expect(sum).toBeCloseTo(areaInPlan([ring]), 6);
        for (const piece of pieces)
          for (const axis of [0, 1]) {
            const first = axis === 0 ? CELLS.east : CELLS.north;
            const values = [0, 2, 4].map((i) => (piece[i + axis]! - first) / CELLS.cell);
            expect(Math.max(...values) - Math.floor(Math.min(...values) + 1e-9)).toBeLessThan(1 + 1e-9);
          }
      }),
    );
  });

  test('may run either way round', () => {
    const ring = [
      [0, 0],
      [0, 50],
      [70, 0],
    ] as const;
    for (const one of [ring, [...ring].reverse()])
      expect(piecesOf(one).reduce((sum, piece) => sum + planArea(piece), 0)).toBeCloseTo(1750, 9);
  });

  test('places inside a triangle sum quadratics exactly', () => {
    const triangle = [0, 0, 3, 0, 0, 3];
    const mean = quadraturePlaces(triangle).reduce((sum, [x, y]) => sum + (x * y) / 3, 0);
    // ∫xy over it is 81/24, its area 4.5.
    expect(mean * 4.5).toBeCloseTo(81 / 24, 12);
  });
});
