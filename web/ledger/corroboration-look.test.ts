import { describe, expect, it } from 'vitest';
import { CORROBORATION_LOOKS, CORROBORATIONS, HATCH_SIZE, hatchImage } from './corroboration-look.ts';

describe('how well a hazard is known, to the eye', () => {
  it('differs without colour: each has its own pattern and its own sign', () => {
    const looks = CORROBORATIONS.map((one) => CORROBORATION_LOOKS[one]);
    expect(new Set(looks.map(({ pattern }) => pattern)).size).toBe(looks.length);
    expect(new Set(looks.map(({ sign }) => sign)).size).toBe(looks.length);
    expect(CORROBORATIONS.length).toBe(Object.keys(CORROBORATION_LOOKS).length);
  });

  it('covers an area the more the better it is known', () => {
    const covered = (of: keyof typeof CORROBORATION_LOOKS): number => {
      const { data } = hatchImage(CORROBORATION_LOOKS[of], 'dark');
      return data.filter((value, at) => at % 4 === 3 && value > 200).length / HATCH_SIZE ** 2;
    };
    expect(covered('proven')).toBe(1);
    expect(covered('inferred')).toBeCloseTo(1 / 3, 2);
    expect(covered('unverified')).toBeLessThan(covered('inferred'));
    expect(covered('refuted')).toBe(0);
  });

  it('repeats without a seam', () => {
    const { data, width } = hatchImage(CORROBORATION_LOOKS.inferred, 'light');
    const stroke = (x: number, y: number) => data[((y % width) * width + (x % width)) * 4 + 3]! > 200;
    for (let x = 0; x < width * 2; x++) expect(stroke(x + 1, 0)).toBe(stroke(x, 1));
  });
});
