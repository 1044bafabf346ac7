import { expect, test } from 'vitest';
import { sheetFaces } from './sheet-faces.ts';

const sheet = {
  type: 'sheet' as const,
  trace: [
    [117, 35],
    [117, 35.01],
    [117.01, 35.02],
  ] as [number, number][],
  dipDirection: 90,
  dip: 45,
  top: 100,
  bottom: -100,
};

test('a fault goes down along its dip, a face a piece of its trace', () => {
  const faces = sheetFaces(sheet);
  expect(faces).toHaveLength(2);
  const [start, , , below] = faces[0]!;
  expect(start).toEqual([117, 35, 100]);
  expect(below![2]).toBe(-100);
  // 200 m down at 45° is 200 m east
  expect((below![0] - 117) * 111_195 * Math.cos((35 * Math.PI) / 180)).toBeCloseTo(200, 6);
  expect(below![1]).toBeCloseTo(35, 9);
});

test('without a known dip it stands upright', () => {
  expect(sheetFaces({ ...sheet, dip: null })[0]![3]).toEqual([117, 35, -100]);
});
