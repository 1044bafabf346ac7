import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { totalDisplacement } from './displacement-series.ts';
import { FixBins } from './fix-bins.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('FixBins', () => {
  it('means the newest by minute and the older by hour', () => {
    const bins = new FixBins({ fineMs: 2 * HOUR, keepMs: 10 * DAY });
    for (let s = 0; s < 6 * 3600; s += 10) bins.add(s * 1000, s, 0, -s);
    const { time, east } = bins.series();
    expect(time.length).toBe(4 + 121);
    expect(east[0]).toBeCloseTo((0 + 3590) / 2, 9);
    expect([...time]).toEqual([...time].sort((a, b) => a - b));
  });

  it('keeps a straight line straight through all its means', () => {
    const bins = new FixBins({ fineMs: HOUR, keepMs: 10 * DAY });
    for (let s = 0; s < 8 * 3600; s += 7) bins.add(s * 1000, s / 100, 1, 2);
    const { time, east } = bins.series();
    for (let i = 0; i < time.length; i++) expect(east[i]).toBeCloseTo(time[i]! / 100_000, 9);
  });

  it('stays small however long it runs', () => {
    const bins = new FixBins({ fineMs: HOUR, keepMs: 3 * DAY });
    for (let minute = 0; minute < 30 * 1440; minute++) bins.add(minute * MINUTE, minute, 0, 0);
    expect(bins.series().time.length).toBeLessThanOrEqual(61 + 73);
  });

  it('does not forget where the point was first, when that is let go', () => {
    const bins = new FixBins({ fineMs: HOUR, keepMs: 3 * DAY });
    for (let hour = 0; hour < 30 * 24; hour++) bins.add(hour * HOUR, 5 + hour, 1, 2);
    const { time, zero } = bins.series();
    expect(time[0]).toBeGreaterThan(26 * DAY);
    expect(zero).toEqual({ at: 0, east: 5, north: 1, up: 2 });
    expect(totalDisplacement(bins.series())!.east).toBeCloseTo(30 * 24 - 2, 9);
    const known = new FixBins({ fineMs: HOUR, keepMs: 3 * DAY });
    known.beginAt({ at: -DAY, east: -100, north: 0, up: 0 });
    known.add(0, 0, 0, 0);
    expect(totalDisplacement(known.series())!.east).toBe(100);
  });

  it('does not take one bad fix of the first hour for where the point was', () => {
    const bins = new FixBins({ fineMs: HOUR, keepMs: 3 * DAY });
    for (let minute = 0; minute < 5 * 1440; minute++)
      bins.add(minute * MINUTE, minute > 2 && minute < 7 ? 2000 : 1, 0, 0);
    expect(bins.series().zero?.east).toBe(1);
    expect(totalDisplacement(bins.series())!.length).toBe(0);
  });

  it('takes late fixes at their own time and leaves out what is no number', () => {
    const bins = new FixBins({ fineMs: HOUR, keepMs: 10 * DAY });
    bins.add(5 * HOUR, 5, 0, 0);
    bins.add(1 * HOUR, 1, 0, 0);
    bins.add(5 * HOUR, Number.NaN, 0, 0);
    expect([...bins.series().east]).toEqual([1, 5]);
  });

  it('gives strictly rising times for any fixes in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 * DAY }), { maxLength: 300 }), (times) => {
        const bins = new FixBins({ fineMs: DAY, keepMs: 20 * DAY });
        for (const time of times) bins.add(time, time, 0, 0);
        const { time } = bins.series();
        for (let i = 1; i < time.length; i++) expect(time[i]).toBeGreaterThan(time[i - 1]!);
      }),
    );
  });
});
