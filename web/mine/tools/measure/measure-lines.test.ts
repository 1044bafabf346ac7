import { expect, test } from 'vitest';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { measureLines } from './measure-lines.ts';

const A: Vec3 = [0, 0, 0];
const B: Vec3 = [10, 0, 5];
const C: Vec3 = [0, 10, 0];

test('a distance has its horizontal and its vertical part beside it, before the second point is taken too', () => {
  for (const lines of [
    measureLines({ kind: 'distance', points: [A, B] }, null),
    measureLines({ kind: 'distance', points: [A] }, B),
  ])
    expect(lines).toEqual({
      main: [[A, B]],
      help: [
        [A, [10, 0, 0]],
        [[10, 0, 0], B],
      ],
    });
});

test('an area is closed once it is one, a path never', () => {
  expect(measureLines({ kind: 'area', points: [A, B, C] }, null).main).toHaveLength(3);
  expect(measureLines({ kind: 'area', points: [A, B] }, C)).toEqual({ main: [[A, B]], help: [[B, C]] });
  expect(measureLines({ kind: 'path', points: [A, B, C] }, null).main).toHaveLength(2);
});

test('the sign of an attitude lies in its plane, its long stroke level, its short one down', () => {
  const { help } = measureLines({ kind: 'attitude', points: [A, B, C] }, null);
  const [strike, dip] = help as [[Vec3, Vec3], [Vec3, Vec3]];
  expect(strike[0][2]).toBeCloseTo(strike[1][2], 12);
  expect(dip[1][2]).toBeLessThan(dip[0][2]);
  // The plane rises to the east: up = e / 2.
  for (const [e, , u] of [...strike, ...dip]) expect(u).toBeCloseTo(e / 2, 12);
  expect(measureLines({ kind: 'attitude', points: [A, C, [0, 20, 0]] }, null).help).toEqual([]);
});

test('a block stands between its levels', () => {
  const { main, help } = measureLines({ kind: 'block', points: [A, B, C], low: -20, high: 30 }, null);
  expect([main.length, help.length]).toEqual([6, 3]);
  expect(new Set(main.flat().map(([, , up]) => up))).toEqual(new Set([-20, 30]));
});
