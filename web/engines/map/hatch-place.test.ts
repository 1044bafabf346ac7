import { expect, it } from 'vitest';
import { hatchOrigin, METRES_A_UNIT, metresAPixel } from './hatch-place.ts';

/** The three families of hazard-pattern.glsl, of a spacing. */
const phases = ([x, y, z]: readonly number[], spacing: number): number[] =>
  [x! + y! + 1.7 * z!, x! - y! - 1.2 * z!, 1.2 * y! - 0.3 * x! - 1.7 * z!].map((along) => along / spacing);
/** How far two phases are from the same place of a stripe. */
const apart = (a: number, b: number): number => Math.abs(a - b - Math.round(a - b));

it.each([1.9, 1.9 * 8, 1.9 * 4096])(
  'the pattern stays on the ground where the middle of the map moves: %d m',
  (spacing) => {
    const point = [421.31, 306.77, 0.002];
    const seen = [
      [421.3, 306.75, 0],
      [421.312, 306.771, 0],
    ].map((origin) => {
      const from = hatchOrigin(origin);
      return phases(
        from.map((metres, axis) => metres + (point[axis]! - origin[axis]!) * METRES_A_UNIT),
        spacing,
      );
    });
    for (const family of [0, 1, 2]) expect(apart(seen[0]![family]!, seen[1]![family]!)).toBeLessThan(1e-6);
  },
);

it('keeps numbers a graphics card tells apart', () => {
  for (const metres of hatchOrigin([500, 500, 0.01])) expect(Math.abs(metres)).toBeLessThan(100_000);
});

it('a pixel is half as many metres a zoom nearer, and on a finer screen', () => {
  const one = metresAPixel({ zoom: 14, pixelRatio: 1, depth: 1 });
  expect(one).toBeCloseTo(4.777, 3);
  expect(metresAPixel({ zoom: 15, pixelRatio: 2, depth: 1 })).toBeCloseTo(one / 4, 9);
});
