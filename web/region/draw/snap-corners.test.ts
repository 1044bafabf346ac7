import { expect, it } from 'vitest';
import { snapCorners } from './snap-corners.ts';

const hazard = (id: string, longitude: number) => ({
  id,
  place: {
    kind: 'line' as const,
    line: [
      [longitude, 31],
      [longitude, 32],
    ] as [number, number][],
  },
});
const AROUND = {
  mines: [{ right: null }],
  features: [
    {
      shape: {
        type: 'line' as const,
        line: [
          [117, 30, -50],
          [117, 29, -60],
        ] as [number, number, number][],
        radius: 1,
      },
    },
  ],
  hazards: [hazard('own', 118), hazard('other', 119)],
};

it('takes corners from all around a drawn hazard, and not from where it was itself', () => {
  expect(snapCorners({ ...AROUND, own: 'own' })).toEqual([
    [117, 30],
    [117, 29],
    [119, 31],
    [119, 32],
  ]);
  expect(snapCorners({ ...AROUND, own: null })).toHaveLength(6);
});
