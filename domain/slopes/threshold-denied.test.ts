import { describe, expect, it } from 'vitest';
import type { Threshold } from '../contracts/live/live-manifest.ts';
import type { StationMotion } from './station-motion.ts';
import { isThresholdDenied } from './threshold-denied.ts';

const HOUR = 3_600_000;
const threshold = (o: Partial<Threshold> = {}): Threshold => ({
  id: 'T',
  metric: 'slope.speed-24h',
  devices: [],
  op: '>=',
  value: 10,
  unit: 'mm/d',
  hysteresis: 5,
  jurisdiction: 'demo',
  clause: 'demo setting',
  status: 'mine setting',
  ...o,
});
const motion = (value: number | null, error = 0.1): StationMotion => {
  const rate = { value: value ?? 0, error, fixes: 50 };
  const speed = {
    east: rate,
    north: rate,
    up: rate,
    speed: rate,
    speedPerHour: rate.value / 24,
    from: 0,
    to: 0,
  };
  return {
    lastFixAt: 0,
    total: { east: 80, north: 0, up: 0, length: 80 } as StationMotion['total'],
    speed: value === null ? null : speed,
    speedWindowMs: value === null ? null : 24 * HOUR,
    hourly: null,
    acceleration: null,
    forecast: { kind: 'refused', reason: 'too-short', found: 0, wanted: 32 },
  };
};
const denied = (m: StationMotion, o: Partial<Threshold> = {}, now = 0) =>
  isThresholdDenied(m, threshold(o), now);

describe('isThresholdDenied', () => {
  it('denies only below the hysteresis', () => {
    expect([9.9, 5.1, 4.9].map((speed) => denied(motion(speed)))).toEqual([false, false, true]);
    expect(denied(motion(9.9), { hysteresis: 0 })).toBe(true);
  });

  it('does not deny a speed that is not known, whatever else the station says', () => {
    expect(denied(motion(null))).toBe(false);
    expect(denied(motion(1), { metric: 'slope.speed-1h' })).toBe(false);
    expect(denied(motion(null), { metric: 'slope.displacement', value: 100 })).toBe(true);
    expect(denied(motion(1), { metric: 'air.co' })).toBe(false);
  });

  it('denies a wall that has come to rest, and not one whose noise may hide the bound', () => {
    expect(denied(motion(0.5, 0.4))).toBe(true);
    expect(denied(motion(4, 3))).toBe(false);
  });

  it('denies by nothing that is of a while ago', () => {
    expect(denied(motion(1), {}, HOUR)).toBe(true);
    expect(denied(motion(1), {}, HOUR + 1)).toBe(false);
  });
});
