import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSurveySystem, type SurveySystemOptions } from './survey-system.ts';

const tmerc = (x0: number): string =>
  `+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=${x0} +y_0=0 +ellps=GRS80 +units=m +no_defs`;
const MINNESOTA =
  '+proj=lcc +lat_0=46.5 +lon_0=-93.1 +lat_1=47.0333333333333 +lat_2=48.6333333333333 +x_0=609601.219202438 +y_0=0 +ellps=clrk66';
const base: SurveySystemOptions = { proj: tmerc(39_500_000), axes: 'x-north-y-east', units: 'metre' };
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('file numbers', () => {
  it('take x for north where the file says so', () => {
    const chinese = createSurveySystem(base).fromFile(4_012_345, 39_512_345, -300);
    const western = createSurveySystem({ ...base, axes: 'x-east-y-north' }).fromFile(
      39_512_345,
      4_012_345,
      -300,
    );
    expect(chinese).toEqual({ easting: 39_512_345, northing: 4_012_345, height: -300 });
    expect(western).toEqual(chinese);
  });

  it('lose the zone number only where the projection has none', () => {
    const east = (proj: string) =>
      createSurveySystem({ ...base, proj, zonePrefix: 39 }).fromFile(4e6, 39_512_345.678, 0).easting;
    expect(east(tmerc(500_000))).toBeCloseTo(512_345.678, 7);
    expect(east(tmerc(39_500_000))).toBe(39_512_345.678);
    const [a, b] = [500_000, 39_500_000].map((x0) => {
      const system = createSurveySystem({ ...base, proj: tmerc(x0), zonePrefix: 39 });
      return system.toGeographic(system.fromFile(4e6, 39_512_345.678, 0));
    });
    expect(a!.longitude).toBeCloseTo(b!.longitude, 12);
  });

  it('come back as they were written, with every option at once', () => {
    const options = fc.record({
      axes: fc.constantFrom('x-north-y-east' as const, 'x-east-y-north' as const),
      units: fc.constantFrom('metre' as const, 'foot' as const, 'us-survey-foot' as const),
      zonePrefix: fc.constantFrom(undefined, 39),
      localGrid: fc.option(
        fc
          .record({
            angle: real(0, 6),
            scale: real(0.5, 2),
            tx: real(-1e6, 1e6),
            ty: real(0, 4e6),
            tz: real(-100, 100),
          })
          .map(({ angle, scale, tx, ty, tz }) => ({
            a: scale * Math.cos(angle),
            b: -scale * Math.sin(angle),
            c: scale * Math.sin(angle),
            d: scale * Math.cos(angle),
            tx,
            ty,
            tz,
          })),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(options, real(0, 5e6), real(0, 4e7), real(-2000, 9000), (o, x, y, z) => {
        const system = createSurveySystem({ ...base, proj: tmerc(500_000), ...o });
        const back = system.toFile(system.fromFile(x, y, z));
        expect(Math.hypot(back.x - x, back.y - y, back.z - z)).toBeLessThan(1e-6);
      }),
    );
  });

  it('refuse a local grid that has no way back', () => {
    const localGrid = { a: 1, b: 2, c: 2, d: 4, tx: 0, ty: 0, tz: 0 };
    expect(() => createSurveySystem({ ...base, localGrid })).toThrow(/no inverse/);
  });
});

describe('feet', () => {
  const feet = (proj: string, units: SurveySystemOptions['units'] = 'us-survey-foot') =>
    createSurveySystem({ proj, axes: 'x-east-y-north', units, areaOfUse: [-97.22, 46.64, -89.49, 49.38] });

  it('are turned to metres once, whether the projection speaks of feet or not', () => {
    for (const unit of ['+units=us-ft', '+to_meter=0.3048006096012192', '+units=m', '']) {
      const system = feet(`${MINNESOTA} ${unit} +no_defs`);
      const p = system.fromFile(2_296_000, 415_000, 1000);
      expect(p.easting).toBeCloseTo(2_296_000 * (1200 / 3937), 6);
      expect(p.height).toBeCloseTo(304.8006096, 6);
      expect(system.insideAreaOfUse(p)).toBe(true);
    }
  });

  it('of the projection are told to the caller, who may find them at odds with the file', () => {
    expect(feet(`${MINNESOTA} +units=us-ft`).crsUnit).toBe('us-survey-foot');
    expect(
      feet(`${MINNESOTA} +units=us-ft`, 'metre').insideAreaOfUse(
        feet(`${MINNESOTA} +units=us-ft`, 'metre').fromFile(2_296_000, 415_000, 0),
      ),
    ).toBe(false);
    expect(() => feet(`${MINNESOTA} +units=link`)).toThrow(/\+units=link/);
  });
});

describe('datums without their grids', () => {
  it.each(['+nadgrids=NTv2_0.gsb', '+datum=NAD27'])('%s falls back to a mean shift and says so', (datum) => {
    const system = createSurveySystem({
      proj: `${MINNESOTA} ${datum} +units=us-ft +no_defs`,
      axes: 'x-east-y-north',
      units: 'us-survey-foot',
    });
    const p = system.fromFile(2_296_000, 415_000, 0);
    const { longitude, latitude } = system.toGeographic(p);
    expect(longitude).toBeCloseTo(-91.8996, 3);
    expect(latitude).toBeCloseTo(47.6315, 3);
    expect(system.datumNote).toMatchObject({
      reason: 'grid-not-available',
      used: '+towgs84=-8,160,176',
      uncertaintyMetres: 10,
    });
  });

  it('come back to the micrometre though the shift is made without heights', () => {
    const system = createSurveySystem({
      proj: `${MINNESOTA} +datum=NAD27`,
      axes: 'x-east-y-north',
      units: 'metre',
    });
    fc.assert(
      fc.property(real(400_000, 900_000), real(10_000, 300_000), (x, y) => {
        const { longitude, latitude } = system.toGeographic(system.fromFile(x, y, 0));
        const back = system.toFile(system.fromGeographic(longitude, latitude, 0));
        expect(Math.hypot(back.x - x, back.y - y)).toBeLessThan(1e-6);
      }),
    );
  });

  it('say nothing where nothing is in doubt, and say so where no shift is known', () => {
    expect(createSurveySystem(base).datumNote).toBeNull();
    const xian80 = '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=IAU76 +units=m +no_defs';
    expect(createSurveySystem({ ...base, proj: xian80 }).datumNote).toMatchObject({
      reason: 'no-shift-known',
      subject: 'IAU76',
    });
  });
});

describe('on the globe', () => {
  const system = createSurveySystem({ ...base, areaOfUse: [115.5, 22.6, 118.5, 49.88] });

  it('tells swapped axes by the area of use', () => {
    expect(system.insideAreaOfUse(system.fromFile(4_012_345, 39_512_345, 0))).toBe(true);
    expect(system.insideAreaOfUse(system.fromFile(39_512_345, 4_012_345, 0))).toBe(false);
    expect(system.insideAreaOfUse(system.fromFile(Number.NaN, 39_512_345, 0))).toBe(false);
    expect(createSurveySystem(base).insideAreaOfUse(system.fromFile(0, 0, 0))).toBe('unknown');
  });

  it('agrees with the meridian convergence of the transverse Mercator', () => {
    // First term of the series, Δλ · sin φ; the next is a hundred thousand times smaller here.
    const p = system.fromFile(4_012_345, 39_550_000, 0);
    const { longitude, latitude } = system.toGeographic(p);
    const expected = (longitude - 117) * Math.sin((latitude / 180) * Math.PI);
    expect(system.convergenceDegrees(p)).toBeCloseTo(expected, 4);
    expect(system.convergenceDegrees(system.fromFile(4_012_345, 39_500_000, 0))).toBeCloseTo(0, 9);
  });

  it('leaves degrees alone where the survey is in longitude and latitude', () => {
    const geographic = createSurveySystem({
      proj: '+proj=longlat +ellps=GRS80 +no_defs',
      axes: 'x-east-y-north',
      units: 'foot',
    });
    expect(geographic.isGeographic).toBe(true);
    expect(geographic.fromFile(117, 36, 100)).toEqual({ easting: 117, northing: 36, height: 30.48 });
    expect(geographic.toGeographic(geographic.fromFile(117, 36, 0))).toEqual({
      longitude: 117,
      latitude: 36,
    });
  });

  it('refuses a definition it does not understand', () => {
    expect(() => createSurveySystem({ ...base, proj: '+proj=nothing +ellps=GRS80' })).toThrow(RangeError);
  });
});
