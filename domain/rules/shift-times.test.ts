import { describe, expect, it } from 'vitest';
import { endOfDay, lastShiftEnd, nextShiftStart, zoneOffsetMs } from './shift-times.ts';

const at = (iso: string) => Date.parse(iso);
const night = { id: '夜班', start: '22:00', end: '06:00' };

describe('shift times', () => {
  it('finds the end of a shift that crosses midnight, in the time zone of the mine', () => {
    expect(lastShiftEnd(at('2026-06-01T07:00+08:00'), night, '+08:00')).toBe(at('2026-06-01T06:00+08:00'));
    expect(lastShiftEnd(at('2026-06-01T05:59+08:00'), night, '+08:00')).toBe(at('2026-05-31T06:00+08:00'));
    expect(lastShiftEnd(at('2026-06-01T06:00+08:00'), night, '+08:00')).toBe(at('2026-06-01T06:00+08:00'));
    expect(nextShiftStart(at('2026-06-01T07:00+08:00'), night, '+08:00')).toBe(at('2026-06-01T22:00+08:00'));
    expect(nextShiftStart(at('2026-06-01T22:00+08:00'), night, '+08:00')).toBe(at('2026-06-02T22:00+08:00'));
  });

  it('works west of Greenwich and with half hours', () => {
    expect(zoneOffsetMs('-03:30')).toBe(-12_600_000);
    expect(lastShiftEnd(at('2026-06-01T07:00-03:30'), night, '-03:30')).toBe(at('2026-06-01T06:00-03:30'));
    expect(() => zoneOffsetMs('Asia/Shanghai')).toThrow(/written as \+08:00/);
  });

  it('ends a day at the next midnight, which at midnight is a day away', () => {
    expect(endOfDay(at('2026-06-01T23:59+08:00'), '+08:00')).toBe(at('2026-06-02T00:00+08:00'));
    expect(endOfDay(at('2026-06-02T00:00+08:00'), '+08:00')).toBe(at('2026-06-03T00:00+08:00'));
  });
});
