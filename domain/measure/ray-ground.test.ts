import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GridSpec } from '../geology/geological-model.ts';
import { heightAt } from '../geology/horizon-height.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { metres } from '../units/quantities.ts';
import { groundHit } from './ray-ground.ts';

const grid: GridSpec = { east: metres(-50), north: metres(20), cell: metres(10), columns: 31, rows: 21 };
const hills = Float64Array.from({ length: grid.columns * grid.rows }, (_, k) => {
  const [i, j] = [k % grid.columns, Math.floor(k / grid.columns)];
  return 60 * Math.sin(i / 3) * Math.cos(j / 4) + 3 * ((i * 7 + j * 13) % 5);
});
const field = { grid, up: hills };

describe('a ray and the ground', () => {
  test('straight down it is the height there', () => {
    const at = groundHit(field, { origin: [33, 47, 500], direction: [0, 0, -2] })!;
    expect(500 - 2 * at).toBeCloseTo(heightAt(grid, hills, 33, 47), 9);
  });

  test('beside the grid, from above it upwards, or where nobody knows, there is none', () => {
    expect(groundHit(field, { origin: [-500, 47, 500], direction: [0, 0, -1] })).toBeNull();
    expect(groundHit(field, { origin: [33, 47, 500], direction: [0.1, 0.1, 1] })).toBeNull();
    const unknown = { grid, up: hills.map(() => Number.NaN) };
    expect(groundHit(unknown, { origin: [33, 47, 500], direction: [0, 0, -1] })).toBeNull();
  });

  test('finds the first place where a ray followed in small steps goes under', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(number(-80, 280), number(0, 240), number(90, 300)),
        fc.tuple(number(-45, 245), number(25, 215), number(-90, 60)),
        (origin, to) => {
          const direction = [0, 1, 2].map((k) => to[k]! - origin[k]!) as unknown as Vec3;
          const over = (t: number): number =>
            origin[2] +
            direction[2] * t -
            heightAt(grid, hills, origin[0] + direction[0] * t, origin[1] + direction[1] * t);
          const hit = groundHit(field, { origin, direction });
          if (hit !== null) expect(Math.abs(over(hit))).toBeLessThan(1e-6);
          const step = 1e-3;
          // Into the side of the grid, below its edge, is no meeting of the surface.
          for (let t = step; t < (hit ?? 3) - step; t += step)
            if (over(t) < -1e-6 && over(t - step) > 1e-6) throw new Error(`under at ${t}, hit ${hit}`);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('what is taken away is seen through', () => {
    const ray = { origin: [33, 47, -500] as Vec3, direction: [0, 0, 1] as Vec3 };
    expect(groundHit(field, ray)).not.toBeNull();
    expect(groundHit(field, ray, () => false)).toBeNull();
  });
});
