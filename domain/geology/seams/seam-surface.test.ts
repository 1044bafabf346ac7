import { expect, test } from 'vitest';
import { metres } from '../../units/quantities.ts';
import { heightAt } from '../horizon-height.ts';
import { type SeamPoint, seamSurface } from './seam-surface.ts';

const grid = { east: metres(0), north: metres(0), cell: metres(25), columns: 41, rows: 33 };
/** A seam that dips 12° and rolls a little. */
const seam = (e: number, n: number) => -300 - 0.21 * e + 5 * Math.sin(n / 180);

/** The outline of a panel, a point every 5 m. */
const panel = (number: number, east: number, north: number): SeamPoint[] =>
  Array.from({ length: 64 }, (_, i) => {
    const [side, step] = [Math.floor(i / 16), (i % 16) * 5];
    const [e, n] = [
      [east + step, north],
      [east + 80, north + step],
      [east + 80 - step, north + 80],
      [east, north + 80 - step],
    ][side]! as [number, number];
    return { at: [e, n, seam(e, n)], panel: number };
  });
const PANELS = Array.from({ length: 24 }, (_, i) =>
  panel(i, 60 + ((i * 211) % 800), 60 + ((i * 137) % 560)),
).flat();

test('the floor runs through the panels and between them, and says how well', () => {
  const { floor, fit, values, residual } = seamSurface(PANELS, grid, { reach: 300, trend: 1 })!;
  expect(values).toBeLessThan(PANELS.length / 3);
  expect(residual.rms).toBeLessThan(0.5);
  let inside = 0;
  let nodes = 0;
  for (let n = 100; n < 600; n += 50)
    for (let e = 100; e < 800; e += 50) {
      const error = heightAt(grid, floor.up, e, n) - seam(e, n);
      expect(Math.abs(error)).toBeLessThan(3);
      nodes++;
      if (Math.abs(error) < 1.96 * heightAt(grid, floor.deviation, e, n) + 0.1) inside++;
    }
  expect(inside / nodes).toBeGreaterThan(0.85);
  // Panels are left out whole.
  expect(fit.crossValidation!.groups).toBe(24);
});

test('beyond the reach of the panels it is unknown', () => {
  const { floor } = seamSurface(panel(0, 100, 100), grid, { reach: 60, trend: 1 })!;
  expect(heightAt(grid, floor.up, 140, 140)).not.toBeNaN();
  expect(heightAt(grid, floor.up, 700, 500)).toBeNaN();
});

test('two places are no seam', () => {
  const at = (e: number): SeamPoint => ({ at: [e, 10, -5], panel: 1 });
  expect(seamSurface([at(10), at(400)], grid, { reach: 50, trend: 1 })).toBeNull();
});
