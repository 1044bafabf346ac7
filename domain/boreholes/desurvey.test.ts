import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degrees, metres } from '../units/quantities.ts';
import { desurvey, type SurveyStation } from './desurvey.ts';

const collar = { easting: metres(39_512_345.678), northing: metres(4_012_345.678), height: metres(180.5) };
const station = (depth: number, azimuth: number, dip: number): SurveyStation => ({
  depth: metres(depth),
  azimuth: degrees(azimuth),
  dip: degrees(dip),
});
const real = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const stations = fc
  .array(fc.tuple(real(1, 60), real(0, 360), real(-90, -20)), { minLength: 1, maxLength: 12 })
  .map((rows) => {
    let depth = 0;
    return rows.map(([step, azimuth, dip], i) => {
      depth += i === 0 ? 0 : step;
      return station(depth, azimuth, dip);
    });
  });

/**
 * The independent computation: the direction turns about a fixed axis (Rodrigues) at a steady rate between two
 * stations; it is summed by Gauss-Legendre steps, with none of the closed formulas of the code under test.
 */
function summed(rows: readonly SurveyStation[], depth: number): number[] {
  const unit = ({ azimuth, dip }: SurveyStation): number[] => {
    const [a, d] = [(azimuth / 180) * Math.PI, (dip / 180) * Math.PI];
    return [Math.sin(a) * Math.cos(d), Math.cos(a) * Math.cos(d), Math.sin(d)];
  };
  const cross = (a: number[], b: number[]) => [
    a[1]! * b[2]! - a[2]! * b[1]!,
    a[2]! * b[0]! - a[0]! * b[2]!,
    a[0]! * b[1]! - a[1]! * b[0]!,
  ];
  const dot = (a: number[], b: number[]) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
  const sum = [0, 0, 0];
  rows.forEach((row, i) => {
    const after = rows[i + 1];
    const end = Math.min(depth, after?.depth ?? depth);
    if (end <= row.depth) return;
    const t = unit(row);
    const axis = after ? cross(t, unit(after)) : [0, 0, 0];
    const size = Math.hypot(...axis);
    const angle = after ? Math.atan2(size, dot(t, unit(after))) : 0;
    const k = size > 0 ? axis.map((v) => v / size) : [0, 0, 1];
    const kt = cross(k, t);
    const steps = 400;
    const h = (end - row.depth) / steps;
    for (let step = 0; step < steps; step++)
      for (const node of [-1 / Math.sqrt(3), 1 / Math.sqrt(3)]) {
        const s = (step + 0.5 + node / 2) * h;
        const turned = after && size > 0 ? (angle * s) / (after.depth - row.depth) : 0;
        for (let c = 0; c < 3; c++)
          sum[c]! += (h / 2) * (t[c]! * Math.cos(turned) + kt[c]! * Math.sin(turned));
      }
  });
  return sum;
}

describe('desurvey', () => {
  it('agrees with a summed direction to 1 mm at every depth', () => {
    fc.assert(
      fc.property(stations, real(0, 1.3), (rows, share) => {
        const total = rows.at(-1)!.depth + 50;
        const hole = desurvey({ collar, stations: rows, totalDepth: metres(total) });
        const at = hole.at(metres(total * share));
        const [east, north, up] = summed(rows, total * share);
        expect(
          Math.hypot(
            at.easting - collar.easting - east!,
            at.northing - collar.northing - north!,
            at.height - collar.height - up!,
          ),
        ).toBeLessThan(1e-3);
      }),
      { numRuns: 60 },
    );
  });

  it('follows a quarter circle exactly', () => {
    const length = 100;
    const r = length / (Math.PI / 2);
    const hole = desurvey({
      collar,
      stations: [station(0, 90, -90), station(length, 90, 0)],
      totalDepth: metres(length),
    });
    expect(hole.at(metres(length)).easting - collar.easting).toBeCloseTo(r, 6);
    expect(hole.at(metres(length)).height - collar.height).toBeCloseTo(-r, 9);
    expect(hole.at(metres(length / 2)).height - collar.height).toBeCloseTo(-r * Math.SQRT1_2, 9);
    expect(hole.bendBetween(metres(25), metres(75))).toBeCloseTo(Math.PI / 4, 12);
    expect(hole.tangentAt(metres(length / 2))[0]).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('is as long as it is drilled, and smooth', () => {
    fc.assert(
      fc.property(stations, (rows) => {
        const total = metres(rows.at(-1)!.depth + 20);
        const hole = desurvey({ collar, stations: rows, totalDepth: total });
        for (let k = 0; k <= 40; k++) {
          const depth = metres((total * k) / 40);
          const [a, b] = [hole.at(depth), hole.at(metres(depth + 1e-3))];
          expect(Math.hypot(b.easting - a.easting, b.northing - a.northing, b.height - a.height)).toBeCloseTo(
            1e-3,
            7,
          );
          expect(Math.hypot(...hole.tangentAt(depth))).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('goes straight down without stations, and straight on after the last one', () => {
    const plumb = desurvey({ collar, stations: [], totalDepth: metres(80) });
    expect(plumb.at(metres(80))).toEqual({ ...collar, height: 100.5 });
    expect(plumb.breakpoints).toEqual([0, 80]);
    const hole = desurvey({ collar, stations: [station(10, 0, -45)], totalDepth: metres(100) });
    expect(hole.at(metres(100)).northing - collar.northing).toBeCloseTo(100 * Math.SQRT1_2, 6);
    expect(hole.bendBetween(metres(0), metres(100))).toBe(0);
  });

  it('cuts an interval finely enough for a chord error', () => {
    fc.assert(
      fc.property(stations, real(0.005, 1), (rows, error) => {
        const total = metres(rows.at(-1)!.depth + 5);
        const hole = desurvey({ collar, stations: rows, totalDepth: total });
        const depths = hole.depthsBetween(metres(0), total, metres(error));
        expect([depths[0], depths.at(-1)]).toEqual([0, total]);
        for (let i = 1; i < depths.length; i++) {
          expect(depths[i]!).toBeGreaterThan(depths[i - 1]!);
          const [a, m, b] = [depths[i - 1]!, metres((depths[i - 1]! + depths[i]!) / 2), depths[i]!].map((d) =>
            hole.at(d),
          );
          const off = Math.hypot(
            m!.easting - (a!.easting + b!.easting) / 2,
            m!.northing - (a!.northing + b!.northing) / 2,
            m!.height - (a!.height + b!.height) / 2,
          );
          expect(off).toBeLessThanOrEqual(error * 1.01 + 1e-7);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('names the depth of a station it cannot use', () => {
    const run =
      (...rows: SurveyStation[]) =>
      () =>
        desurvey({ collar, stations: rows, totalDepth: metres(99) });
    expect(run(station(0, 0, -60), station(30, 0, -60), station(30, 1, -60))).toThrow(
      /30 does not follow the one at 30/,
    );
    expect(run(station(40, 0, -60), station(30, 0, -60))).toThrow(/30 does not follow the one at 40/);
    expect(run(station(-1, 0, -60))).toThrow(/-1/);
    expect(run(station(10, Number.NaN, -60))).toThrow(/depth 10 .*NaN/);
    expect(run(station(0, 0, -90), station(25, 0, 90))).toThrow(/straight back at depth 25/);
    expect(() => desurvey({ collar, stations: [], totalDepth: metres(-3) })).toThrow(RangeError);
    expect(() => desurvey({ collar, stations: [], totalDepth: metres(3) }).at(metres(-1))).toThrow(
      RangeError,
    );
  });
});
