import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DAY_MS } from './shift-hours.ts';
import {
  madeUpMotion,
  measured,
  motionUnder,
  readSlopeSeries,
  replayedMotion,
  totalOf,
} from './slope-motion.ts';

const folder = mkdtempSync(join(tmpdir(), 'hyalite-slope-'));
afterAll(() => rmSync(folder, { recursive: true }));
const EPOCH = Date.UTC(2026, 0, 1);

describe('replayed series', () => {
  it('reads days once, leaves gaps, and skips the header and rows without numbers', () => {
    writeFileSync(
      join(folder, 'ABCD.pbo.csv'),
      'PBO Station Position Time Series.\nDate, North (mm), East (mm), Vertical (mm),\n' +
        '2017-02-05,0.00, 1.00, -1.00, 7,6,26,suppl,\n2017-02-07,-4.00, 3.00, -5.00, 2,1,7,suppl,\n' +
        '2017-02-07,-4.00, 3.00, -5.00, 2,1,7,suppl,\n2017-02-06,,,,\n',
    );
    const [series] = readSlopeSeries(folder)!;
    expect(series!.station).toBe('ABCD');
    expect([...series!.day]).toEqual([17202, 17204]);
    expect(replayedMotion(EPOCH + DAY_MS, series!)).toEqual({ e: 1, n: -2, u: -2 });
    expect(totalOf(series!)).toBeCloseTo(6, 9);
  });

  it('goes on from where it ended, without a jump', () => {
    const [series] = readSlopeSeries(folder)!;
    const before = replayedMotion(EPOCH + 2 * DAY_MS - 1, series!);
    const after = replayedMotion(EPOCH + 2 * DAY_MS + 1, series!);
    expect(after.n - before.n).toBeCloseTo(0, 6);
    expect(replayedMotion(EPOCH + 3 * DAY_MS, series!)).toEqual({ e: 3, n: -6, u: -6 });
    expect(replayedMotion(EPOCH - 2 * DAY_MS, series!).n).toBeCloseTo(4, 9);
  });

  it('is null where there is none', () => {
    expect(readSlopeSeries(join(folder, 'none'))).toBeNull();
  });

  const real = resolve(import.meta.dirname, '../../../shared/data/09-slope-salmonfalls/data/gps');
  const present = existsSync(real);
  if (!present) console.warn(`Salmon Falls is not replayed: ${real} is not here`);
  it.skipIf(!present)(
    'reads the seven stations of Salmon Falls, of which one moved by 0.3 m and one stood',
    () => {
      const series = readSlopeSeries(real)!;
      expect(series.map(({ station }) => station)).toEqual([
        'BASE',
        'BLKM',
        'BLKS',
        'BLOK',
        'MIDB',
        'NTOE',
        'STOE',
      ]);
      const totals = series.map(totalOf);
      expect(Math.max(...totals)).toBeGreaterThan(280);
      expect(Math.min(...totals)).toBeLessThan(20);
    },
  );
});

describe('made-up motion', () => {
  it('creeps where told to, and stands elsewhere but for noise and season', () => {
    const creep = { east: 0.6, north: -0.8, plan: 2, down: 1 };
    const days = 100;
    const [a, b] = [EPOCH, EPOCH + days * DAY_MS].map((time) => madeUpMotion(time, creep, 1, 2));
    const [c, d] = [EPOCH, EPOCH + days * DAY_MS].map((time) => madeUpMotion(time, null, 1, 2));
    // The same keys, so season and noise are the same and cancel.
    expect(b!.e - a!.e - (d!.e - c!.e)).toBeCloseTo(0.6 * 2 * days, 6);
    expect(b!.n - a!.n - (d!.n - c!.n)).toBeCloseTo(-0.8 * 2 * days, 6);
    expect(b!.u - a!.u - (d!.u - c!.u)).toBeCloseTo(-days, 6);
    expect(Math.hypot(d!.e - c!.e, d!.n - c!.n, d!.u - c!.u)).toBeLessThan(15);
  });
});

describe('the motion under a daily series', () => {
  const days = Float64Array.from({ length: 200 }, (_, i) => i + (i > 90 ? 12 : 0));
  const scatter = (i: number) => 3 * Math.sin(i * 2.399);
  const series = {
    station: 'TEST',
    day: days,
    e: days.map((day, i) => -0.6 * day + scatter(i)),
    n: days.map((_, i) => scatter(i + 7)),
    u: days.map((day) => -0.4 * day),
  };

  it('goes where the series goes, without its day-to-day scatter, across gaps', () => {
    const under = motionUnder(series);
    for (let i = 20; i < 180; i++) {
      expect(Math.abs(under.n[i]!)).toBeLessThan(0.8);
      if (i < 80 || i > 101) expect(Math.abs(under.e[i]! + 0.6 * days[i]!)).toBeLessThan(0.8);
    }
  });

  it('is measured with noise, so that no speed is known without an error', () => {
    const at = EPOCH + 50 * DAY_MS;
    const still = { e: 0, n: 0, u: 0 };
    const fixes = Array.from({ length: 200 }, (_, hour) => measured(at + hour * 3_600_000, still, 1, 2));
    const spread = Math.sqrt(fixes.reduce((sum, { e }) => sum + e * e, 0) / fixes.length);
    expect(spread).toBeGreaterThan(0.5);
    expect(spread).toBeLessThan(1.2);
  });
});
