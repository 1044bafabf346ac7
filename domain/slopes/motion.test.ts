import { beforeAll, describe, expect, it } from 'vitest';
import { between, displacementSeries, fixOf, totalDisplacement } from './displacement-series.ts';
import { accelerationOf, alongMotion, fixNoise, motionOf } from './motion.ts';
import { salmonFalls, salmonFallsMissing } from './salmon-falls.test-data.ts';

const DAY = 86_400_000;
const days = (count: number, at: (day: number) => readonly [number, number, number]) =>
  displacementSeries(
    Array.from({ length: count }, (_, day) => {
      const [east, north, up] = at(day);
      return { at: day * DAY, east, north, up };
    }),
  );

describe('displacementSeries', () => {
  it('sorts, takes the last of two fixes at one moment and leaves out what is no number', () => {
    const fix = (at: number, east: number) => ({ at, east, north: 0, up: 0 });
    const series = displacementSeries([fix(2, 20), fix(1, 10), fix(2, 21), fix(3, Number.NaN)]);
    expect([...series.time]).toEqual([1, 2]);
    expect([...series.east]).toEqual([10, 21]);
    expect([...between(series, 2, 9).time]).toEqual([2]);
  });
});

describe('totalDisplacement', () => {
  it('counts from its zero where it has one, from any part of the series', () => {
    const series = { ...days(10, () => [30, 0, -40]), zero: { at: -9 * DAY, east: 0, north: 0, up: 0 } };
    expect(totalDisplacement(series)!.length).toBeCloseTo(50, 12);
    expect(totalDisplacement(between(series, 9 * DAY, 9 * DAY))!.length).toBeCloseTo(50, 12);
    const first = { time: 1, values: [1, 2, 3, null] };
    expect(fixOf(first)).toEqual({ at: 1, east: 1, north: 2, up: 3 });
    expect(fixOf({ time: 1, values: [1, null, 3, 7] })).toEqual({ at: 1, east: 7, north: 0, up: 0 });
    expect(fixOf({ time: 1, values: [Number.NaN, 2, 3, Number.NaN] })).toBeNull();
  });

  it('gives length, azimuth and plunge', () => {
    const total = totalDisplacement(days(10, (day) => (day < 5 ? [0, 0, 0] : [30, 0, -40])))!;
    expect(total.length).toBeCloseTo(50, 12);
    expect(total.azimuth).toBeCloseTo(90, 12);
    expect(total.plunge).toBeCloseTo(53.1301, 4);
  });

  it('is not moved by one bad fix, and says null where there is nothing', () => {
    expect(totalDisplacement(days(10, (day) => (day === 9 ? [500, 0, 0] : [0, 0, 0])))!.length).toBe(0);
    expect(totalDisplacement(displacementSeries([]))).toBeNull();
    const still = totalDisplacement(days(1, () => [7, 7, 7]))!;
    expect([still.length, still.azimuth, still.plunge]).toEqual([0, null, null]);
  });
});

describe('motionOf', () => {
  it('gives speed a day and an hour', () => {
    const motion = motionOf(days(11, (day) => [3 * day, 4 * day, 0]))!;
    expect(motion.speed.value).toBeCloseTo(5, 12);
    expect(motion.speedPerHour).toBeCloseTo(5 / 24, 12);
    expect(motion.speed.error).toBeLessThan(1e-9);
  });

  it('says nothing from four fixes', () => {
    expect(motionOf(days(4, (day) => [day, 0, 0]))).toBeNull();
  });

  it('does not divide by a motion that is not there', () => {
    expect(motionOf(days(8, () => [1, 1, 1]))!.speed.value).toBe(0);
    expect(alongMotion(days(8, () => [1, 1, 1]))).toBeNull();
  });
});

describe('accelerationOf', () => {
  it('finds a constant acceleration', () => {
    const found = accelerationOf(days(40, (day) => [0.5 * 0.2 * day * day + day, 0, 0]))!;
    expect(found.value).toBeCloseTo(0.2, 3);
    expect(accelerationOf(days(40, (day) => [2 * day, 0, 0]))!.value).toBeCloseTo(0, 9);
  });
});

describe.skipIf(salmonFallsMissing())('Salmon Falls', () => {
  // Read only where it runs: the body of a describe that is left out is still walked through.
  let stations: ReturnType<typeof salmonFalls>;
  beforeAll(() => {
    stations = salmonFalls();
  });

  it('comes out as its README says: −289 mm at the upper block, and a base that hardly moves', () => {
    const upper = stations.get('BLOK')!;
    expect(upper.up.at(-1)).toBe(-288.7);
    const total = totalDisplacement(upper)!;
    expect(total.up).toBeLessThan(-270);
    expect(total.plunge).toBeGreaterThan(50);
    const base = totalDisplacement(stations.get('BASE')!)!;
    expect(Math.hypot(base.east, base.north)).toBeLessThan(10);
  });

  it('has the noise its makers state: some 2 mm in plan, three times that in height', () => {
    for (const [name, series] of stations) {
      expect(fixNoise(series.north), name).toBeLessThan(4);
      expect(fixNoise(series.up) / fixNoise(series.north), name).toBeGreaterThan(1.7);
    }
  });
});
