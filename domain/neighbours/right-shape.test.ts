import { describe, expect, it } from 'vitest';
import { signedVolume } from '../geometry/triangle-mesh.ts';
import { rightShape } from './right-shape.ts';

const ring = [
  [0, 0],
  [100, 0],
  [100, 100],
  [50, 40],
  [0, 100],
] as const;
const hole = [
  [40, 10],
  [60, 10],
  [60, 20],
  [40, 20],
] as const;

describe('rightShape', () => {
  it('is a closed body with its faces outward, also around a hole', () => {
    const shape = rightShape(
      { id: 'r', polygon: [ring, hole], lower: -50, upper: 10 },
      { lowest: -900, highest: 900 },
    );
    expect(shape).toMatchObject({ type: 'mesh', closed: true });
    if (shape.type === 'mesh') expect(signedVolume(shape.mesh)).toBeCloseTo((7000 - 200) * 60, 6);
  });

  it('goes to the end of the county where the licence gives no height', () => {
    const shape = rightShape(
      { id: 'r', polygon: [ring], lower: null, upper: 0 },
      { lowest: -900, highest: 900 },
    );
    if (shape.type === 'mesh') expect(signedVolume(shape.mesh)).toBeCloseTo(7000 * 900, 6);
  });

  it('says which right has no height', () => {
    expect(() =>
      rightShape({ id: 'R7', polygon: [ring], lower: 5, upper: 5 }, { lowest: 0, highest: 1 }),
    ).toThrow(/R7/);
  });
});
