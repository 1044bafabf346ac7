import { describe, expect, it } from 'vitest';
import { crossSection } from './cross-section.ts';

const span = (section: readonly (readonly [number, number])[], k: 0 | 1): [number, number] => {
  const values = section.map((p) => p[k]);
  return [Math.min(...values), Math.max(...values)];
};
const area = (section: readonly (readonly [number, number])[]): number =>
  section.reduce((sum, [x, y], i) => {
    const [u, v] = section[(i + 1) % section.length]!;
    return sum + (x * v - u * y) / 2;
  }, 0);

describe('crossSection', () => {
  it.each(['arch', 'rectangle', 'circle'] as const)(
    '%s fills its width and height, counter-clockwise',
    (shape) => {
      const section = crossSection(shape, 4, 3.5, 'floor');
      expect(span(section, 0)[0]).toBeCloseTo(-2, 12);
      expect(span(section, 0)[1]).toBeCloseTo(2, 12);
      expect(span(section, 1)[0]).toBeCloseTo(0, 12);
      expect(span(section, 1)[1]).toBeCloseTo(3.5, 12);
      expect(area(section)).toBeGreaterThan(0.7 * 14);
      expect(span(crossSection(shape, 4, 3.5, 'centre'), 1)[0]).toBeCloseTo(-1.75, 12);
    },
  );

  it('has an arch of walls and a half-round roof', () => {
    expect(area(crossSection('arch', 4, 5, 'floor'))).toBeCloseTo(
      12 + (8 * 4 * Math.sin(Math.PI / 8)) / 2,
      9,
    );
    expect(crossSection('arch', 8, 3, 'floor').every(([, up]) => up >= 0 && up <= 3)).toBe(true);
  });

  it.each([
    [0, 3],
    [4, -1],
    [Number.NaN, 2],
    [4, Number.POSITIVE_INFINITY],
  ])('refuses %d × %d', (width, height) => {
    expect(() => crossSection('arch', width, height, 'floor')).toThrow(RangeError);
  });
});
