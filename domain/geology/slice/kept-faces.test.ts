import { expect, test } from 'vitest';
import type { CutFace, CutSubject } from './cut-faces.ts';
import { keptFaces } from './kept-faces.ts';

const face = {
  areas: [{ unit: 2, block: 0, ring: Float64Array.of(0, 0, 1, 0, 1, 1) }],
  bodies: [{ body: 0 }, { body: 1 }],
  holes: [{ interval: 0 }],
} as unknown as CutFace;
const subject = {
  bodies: [
    { layerId: 'karst', featureId: 'K1' },
    { layerId: 'goafs', featureId: 'G1' },
  ],
  holes: [{ layerId: 'boreholes', featureId: 'ZK1 0–5' }],
} as unknown as CutSubject;

test('what a filter leaves out is not in the cut, what it keeps is', () => {
  const [kept] = keptFaces([face], subject, (layer) => layer === null || layer === 'goafs');
  expect(kept!.bodies.map(({ body }) => body)).toEqual([1]);
  expect(kept!.holes).toEqual([]);
  expect(kept!.areas[0]!.unit).toBe(2);
});

test('without what the strata rest on the rock is there and not known', () => {
  const [kept] = keptFaces([face], subject, (layer) => layer !== null);
  expect(kept!.areas.map(({ unit }) => unit)).toEqual([-1]);
  expect(kept!.bodies).toHaveLength(2);
});
