import { expect, test } from 'vitest';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import { curtainSection } from '../../domain/geology/section/curtain.ts';
import { layeredModel } from '../../domain/geology/small-model.test-kit.ts';
import { cutFace } from './cut-face.ts';

const areaOf = ({ positions, indices }: { positions: Float64Array; indices: Uint32Array }): number => {
  let sum = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => positions.subarray(indices[i + k]! * 3, indices[i + k]! * 3 + 3));
    // In the section's plane: east and up.
    sum += Math.abs((b![0]! - a![0]!) * (c![2]! - a![2]!) - (c![0]! - a![0]!) * (b![2]! - a![2]!)) / 2;
  }
  return sum;
};
const LINE = [
  [10, 300],
  [790, 300],
] as const;

test('the triangles fill the section: ground to floor along the whole line', () => {
  const model = layeredModel();
  const face = cutFace(curtainSection(LINE, model, []), [], model)!;
  expect(areaOf(face)).toBeCloseTo(780 * 340, 0);
  expect(face.away).toEqual({ normal: [0, -1, 0], through: [10, 300, 0] });
  for (let i = 1; i < face.positions.length; i += 3) expect(face.positions[i]).toBe(300);
});

test('a hollow body is drawn with its hole, in front of the rock', () => {
  const cube = (low: number, high: number): number[] =>
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) => [k & 1, k & 2, k & 4].map((bit) => (bit ? high : low)));
  const faces = [
    0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 1, 5, 0, 5, 4, 2, 6, 7, 2, 7, 3, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7,
    5,
  ];
  const body: GeologicalBody = {
    layerId: 'ore',
    featureId: 'O1',
    kind: 'ore',
    name: { zh: '矿体', en: 'ore' },
    colour: '#a23b3b',
    provenance: 'measured',
    mesh: {
      positions: Float64Array.from([...cube(-50, 50), ...cube(-20, 20)]),
      indices: Uint32Array.from([...faces, ...faces.map((index) => index + 8)]),
    },
    closed: true,
  };
  const face = cutFace(
    curtainSection(
      [
        [-100, 0],
        [100, 0],
      ],
      null,
      [body],
    ),
    [body],
    null,
  )!;
  expect(areaOf(face)).toBeCloseTo(100 * 100 - 40 * 40, 6);
  // South of the plane, where one looks from.
  expect(face.positions[1]!).toBeLessThan(0);
  expect([...face.colours.subarray(0, 3)]).toEqual([0xa2, 0x3b, 0x3b]);
});

test('a cut that meets nothing has no face', () =>
  expect(cutFace(curtainSection(LINE, null, []), [], null)).toBeNull());
