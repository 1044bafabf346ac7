import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isInView, rayThrough, viewCone } from './view-cone.ts';

const view = { at: [10, 20, 30], azimuth: 90, tilt: 0, hfov: 90, vfov: 60, range: 50 } as const;

describe('view cone', () => {
  const east = viewCone(view);
  it('sees ahead, up to its range and no further', () => {
    expect(isInView(east, 59.9, 20, 30)).toBe(true);
    expect(isInView(east, 60.1, 20, 30)).toBe(false);
    expect(isInView(east, 9, 20, 30)).toBe(false);
    expect(isInView(east, 10, 20, 30), 'its own place').toBe(false);
  });

  it('ends at half its angles: 45° to the side, 30° up and down', () => {
    expect(isInView(east, 20, 20 - 9.99, 30)).toBe(true);
    expect(isInView(east, 20, 20 - 10.01, 30)).toBe(false);
    const rise = 10 * Math.tan(Math.PI / 6);
    expect(isInView(east, 20, 20, 30 + rise - 0.01)).toBe(true);
    expect(isInView(east, 20, 20, 30 - rise - 0.01)).toBe(false);
  });

  it('tilts downward with a negative tilt', () => {
    const down = viewCone({ ...view, azimuth: 0, tilt: -90 });
    expect(isInView(down, 10, 20, 0)).toBe(true);
    expect(isInView(down, 10, 60, 30)).toBe(false);
  });

  it('takes 180° as everything ahead', () => {
    const wide = viewCone({ ...view, hfov: 180 });
    expect(isInView(wide, 10.5, 40, 30)).toBe(true);
    expect(isInView(wide, 9.5, 40, 30)).toBe(false);
  });

  it.each([
    { hfov: 0 },
    { hfov: 181 },
    { vfov: -1 },
    { range: 0 },
    { range: Number.NaN },
    { azimuth: Number.NaN },
  ])('refuses %o', (wrong) => {
    expect(() => viewCone({ ...view, ...wrong })).toThrow(RangeError);
  });
});

test('every ray of the picture lies in the view, and turning the camera turns what it sees', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: 5, max: 170, noNaN: true }),
      fc.double({ min: 5, max: 170, noNaN: true }),
      fc.double({ min: -0.999, max: 0.999, noNaN: true }),
      fc.double({ min: -0.999, max: 0.999, noNaN: true }),
      (azimuth, tilt, hfov, vfov, x, y) => {
        const cone = viewCone({ at: [1, 2, 3], azimuth, tilt, hfov, vfov, range: 40 });
        const ray = rayThrough(cone, x, y);
        expect(Math.hypot(...ray)).toBeCloseTo(1, 9);
        const at = (far: number) => [1 + ray[0] * far, 2 + ray[1] * far, 3 + ray[2] * far] as const;
        expect(isInView(cone, ...at(39.9))).toBe(true);
        expect(isInView(cone, ...at(40.1))).toBe(false);
        const turned = viewCone({
          at: [1, 2, 3],
          azimuth: azimuth + 180,
          tilt: -tilt,
          hfov,
          vfov,
          range: 40,
        });
        expect(isInView(turned, ...at(20))).toBe(false);
      },
    ),
  );
});
