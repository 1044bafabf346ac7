import { describe, expect, it } from 'vitest';
import type { Threshold } from '../contracts/live/live-manifest.ts';
import { displacementSeries } from './displacement-series.ts';
import {
  isSignificant,
  lineOfSightSeries,
  slopeMetric,
  slopeWarnings,
  stationMotion,
} from './station-motion.ts';

const HOUR = 3_600_000;
const hourly = (hours: number, speed: number) =>
  displacementSeries(
    Array.from({ length: hours }, (_, i) => ({ at: i * HOUR, east: speed * i, north: 0, up: 0 })),
  );
const threshold = (o: Partial<Threshold>): Threshold => ({
  id: 'T',
  metric: 'slope.speed-24h',
  devices: [],
  op: '>=',
  value: 10,
  unit: 'mm/d',
  hysteresis: 0,
  jurisdiction: 'demo',
  clause: 'demo setting',
  status: 'mine setting',
  ...o,
});

describe('stationMotion', () => {
  it('takes the speed of a day where a day holds enough, else of the shortest window that does', () => {
    const often = stationMotion(hourly(72, 1), 71 * HOUR);
    expect(often.speedWindowMs).toBe(24 * HOUR);
    expect(often.speed?.speed.value).toBeCloseTo(24, 9);
    expect(often.hourly).toBeNull();
    const daily = displacementSeries(
      Array.from({ length: 20 }, (_, i) => ({ at: i * 24 * HOUR, east: i, north: 0, up: 0 })),
    );
    expect(stationMotion(daily, 19 * 24 * HOUR).speedWindowMs).toBe(7 * 24 * HOUR);
  });

  it('says null, not zero, where there is nothing to say', () => {
    const motion = stationMotion(displacementSeries([]), 0);
    expect(motion).toMatchObject({
      lastFixAt: null,
      total: null,
      speed: null,
      hourly: null,
      acceleration: null,
    });
    expect(slopeMetric(motion, 'slope.displacement')).toBeNull();
    expect(slopeMetric(motion, 'slope.speed-1h')).toBeNull();
    expect(motion.forecast.kind).toBe('refused');
  });

  it('takes no quarter of an hour for a day', () => {
    const minutes = displacementSeries(
      Array.from({ length: 15 }, (_, i) => ({ at: i * 60_000, east: i % 3, north: 0, up: 0 })),
    );
    expect(stationMotion(minutes, 14 * 60_000)).toMatchObject({ speed: null, hourly: null });
  });

  it('does not look into the future', () => {
    expect(stationMotion(hourly(72, 1), 30 * HOUR).lastFixAt).toBe(30 * HOUR);
  });

  it('takes a radar point along its line of sight', () => {
    const fixes = lineOfSightSeries(Array.from({ length: 48 }, (_, i) => ({ at: i * HOUR, los: -0.5 * i })));
    expect(stationMotion(displacementSeries(fixes), 47 * HOUR).speed?.speed.value).toBeCloseTo(12, 9);
  });
});

describe('slopeWarnings', () => {
  const motion = stationMotion(hourly(72, 1), 71 * HOUR);

  it('warns by configured thresholds only, worst first', () => {
    expect(slopeWarnings('A', motion, [])).toEqual([]);
    const found = slopeWarnings('A', motion, [
      threshold({ id: 'blue', value: 5, warning: 'blue' }),
      threshold({ id: 'orange', value: 20, warning: 'orange' }),
      threshold({ id: 'red', value: 50, warning: 'red' }),
      threshold({ id: 'plain', value: 1 }),
      threshold({ id: 'other station', value: 1, devices: ['B'], warning: 'red' }),
      threshold({ id: 'other metric', metric: 'air.co', value: 1, warning: 'red' }),
    ]);
    expect(found.map(({ threshold: { id }, warning }) => [id, warning])).toEqual([
      ['orange', 'orange'],
      ['blue', 'blue'],
      ['plain', null],
    ]);
    expect(found[0]!.value).toBeCloseTo(24, 9);
  });

  it('does not take the noise of a wall that stands still for speed', () => {
    // Hourly fixes that swing by some millimetres and go nowhere.
    const swing = (i: number, k: number) => 6 * Math.sin(i * (2.1 + k) + k);
    const still = displacementSeries(
      Array.from({ length: 72 }, (_, i) => ({
        at: i * HOUR,
        east: swing(i, 0.3),
        north: swing(i, 0.7),
        up: 3 * swing(i, 1.1),
      })),
    );
    const noisy = stationMotion(still, 71 * HOUR);
    expect(noisy.speed!.speed.value).toBeGreaterThan(1);
    expect(slopeWarnings('A', noisy, [threshold({ value: 1 })])).toEqual([]);
    expect(isSignificant(noisy, 'slope.speed-24h')).toBe(false);
    expect(isSignificant(motion, 'slope.speed-24h')).toBe(true);
  });

  it('does not warn of what it does not know', () => {
    const unknown = stationMotion(displacementSeries([]), 0);
    expect(slopeWarnings('A', unknown, [threshold({ op: '<', value: 1e9 })])).toEqual([]);
  });
});
