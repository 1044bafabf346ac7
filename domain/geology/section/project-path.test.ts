import { expect, test } from 'vitest';
import { curtainFrame } from './curtain.ts';
import { pointInBand, projectPath } from './project-path.ts';

const frame = curtainFrame([
  [0, 0],
  [100, 0],
]);

test('a vertical hole beside the line is laid into it at full length, with its distance', () => {
  const [stretch, ...more] = projectPath(frame, Float64Array.of(0, 40, -6, 50, 30, 40, -6, 20), 10);
  expect(more).toEqual([]);
  expect([...stretch!.line]).toEqual([40, 50, 40, 20]);
  expect([...stretch!.depth]).toEqual([0, 30]);
  expect([...stretch!.off]).toEqual([6, 6]);
});

test('an inclined hole is cut where it leaves the band, at the depth it does', () => {
  // Goes north by 20 over 40 m of hole: out of ± 10 half way.
  const [stretch] = projectPath(frame, Float64Array.of(0, 40, 0, 50, 40, 40, 20, 10), 10);
  expect([...stretch!.depth]).toEqual([0, 20]);
  expect([...stretch!.line]).toEqual([40, 50, 40, 30]);
  expect([...stretch!.off]).toEqual([0, -10]);
});

test('beyond the ends of the line nothing is laid into it', () => {
  expect(projectPath(frame, Float64Array.of(0, 120, 0, 50, 40, 120, 0, 10), 10)).toEqual([]);
  const [stretch] = projectPath(frame, Float64Array.of(0, 90, 0, 50, 40, 110, 0, 10), 10);
  expect([...stretch!.line]).toEqual([90, 50, 100, 30]);
});

test('a place beside the line is as far along it as its foot, and none beyond the band or the ends', () => {
  expect(pointInBand(frame, [40, 8], 10)).toBe(40);
  expect(pointInBand(frame, [40, 12], 10)).toBeNull();
  expect(pointInBand(frame, [-1, 0], 10)).toBeNull();
});

test('a hole that leaves the band and comes back is two stretches', () => {
  const path = Float64Array.of(0, 50, 0, 50, 20, 50, 20, 40, 40, 50, 0, 30);
  expect(projectPath(frame, path, 10).map(({ depth }) => [...depth])).toEqual([
    [0, 10],
    [30, 40],
  ]);
});

test('at a bend a hole is in both pieces, each along the whole line', () => {
  const bent = curtainFrame([
    [0, 0],
    [100, 0],
    [100, 100],
  ]);
  const stretches = projectPath(bent, Float64Array.of(0, 96, 4, 50, 30, 96, 4, 20), 10);
  expect(stretches.map(({ line }) => line[0])).toEqual([96, 104]);
});
