import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normal, wander } from './chance.ts';
import { DAY_MS } from './shift-hours.ts';

/** How slope stations move: made up, or replayed from daily GNSS series where those are at hand. Millimetres. */
export interface Displacement {
  readonly e: number;
  readonly n: number;
  readonly u: number;
}

/** Daily displacement of one station, oldest first, no day twice. */
export interface SlopeSeries {
  readonly station: string;
  /** Days since 1970. */
  readonly day: Float64Array;
  readonly e: Float64Array;
  readonly n: Float64Array;
  readonly u: Float64Array;
}

/** Displacements are counted from here, so that a restart goes on where it was. */
const EPOCH = Date.UTC(2026, 0, 1);
const YEAR_DAYS = 365.25;
const HOUR_MS = 3_600_000;
/** Hourly GNSS solutions: millimetres, one standard deviation; assumed. */
const FIX_NOISE = { plan: 0.8, up: 1.4 } as const;
/** Walls and masts breathe with the year's warmth. */
const SEASON_MM = 2.5;

/** Down the slope on plan, a unit vector, and how fast. */
export interface Creep {
  readonly east: number;
  readonly north: number;
  /** mm a day on plan. */
  readonly plan: number;
  /** mm a day down. */
  readonly down: number;
}

const noise = (time: number, keys: readonly number[]): Displacement => ({
  e: FIX_NOISE.plan * wander(time, HOUR_MS, ...keys, 61),
  n: FIX_NOISE.plan * wander(time, HOUR_MS, ...keys, 62),
  u: FIX_NOISE.up * wander(time, HOUR_MS, ...keys, 63),
});

/** So far on either side a daily solution is smoothed: its scatter is of its own making, not the slope's. Days. */
const SMOOTH_DAYS = 10;

/**
 * The motion under a daily series: means over three weeks. Between two raw days a line would run without any noise,
 * and hourly fixes on it would claim to know the speed to a hundredth of a millimetre.
 */
export const motionUnder = (series: SlopeSeries): SlopeSeries => {
  const { day } = series;
  const smooth = (column: Float64Array): Float64Array =>
    column.map((_, i) => {
      let sum = 0;
      let count = 0;
      for (let k = 0; k < day.length; k++)
        if (Math.abs(day[k]! - day[i]!) <= SMOOTH_DAYS) {
          sum += column[k]!;
          count++;
        }
      return sum / count;
    });
  return { ...series, e: smooth(series.e), n: smooth(series.n), u: smooth(series.u) };
};

/** A fix of a point that is there: with the noise of an hourly solution. */
export const measured = (
  time: number,
  { e, n, u }: Displacement,
  ...keys: readonly number[]
): Displacement => {
  const err = noise(time, keys);
  return { e: e + err.e, n: n + err.n, u: u + err.u };
};

/** @param creep null: a station on firm rock */
export const madeUpMotion = (time: number, creep: Creep | null, ...keys: readonly number[]): Displacement => {
  const days = (time - EPOCH) / DAY_MS;
  const season = SEASON_MM * Math.sin((2 * Math.PI * days) / YEAR_DAYS + normal(...keys, 64));
  const gone = creep ? days : 0;
  const err = noise(time, keys);
  return {
    e: (creep?.east ?? 0) * (creep?.plan ?? 0) * gone + 0.4 * season + err.e,
    n: (creep?.north ?? 0) * (creep?.plan ?? 0) * gone + 0.3 * season + err.n,
    u: -(creep?.down ?? 0) * gone + season + err.u,
  };
};

/** The series from its start at the epoch; at its end it begins again from where it got to, so nothing jumps. */
export const replayedMotion = (time: number, { day, e, n, u }: SlopeSeries): Displacement => {
  const last = day.length - 1;
  const span = day[last]! - day[0]!;
  const days = (time - EPOCH) / DAY_MS;
  const round = Math.floor(days / span);
  const at = day[0]! + (days - round * span);
  let i = 1;
  while (i < last && day[i]! < at) i++;
  const share = (at - day[i - 1]!) / (day[i]! - day[i - 1]!);
  const value = (column: Float64Array) =>
    round * (column[last]! - column[0]!) +
    column[i - 1]! +
    (column[i]! - column[i - 1]!) * share -
    column[0]!;
  return { e: value(e), n: value(n), u: value(u) };
};

/**
 * Daily series of the PBO format (header lines, then Date, North, East, Vertical in mm …), one a file `*.csv`, of
 * `folder`. Days given twice count once, gaps stay gaps.
 * @returns null where the folder is not there or holds none
 */
export const readSlopeSeries = (folder: string): readonly SlopeSeries[] | null => {
  let files: string[];
  try {
    files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  } catch {
    return null;
  }
  const series = files.sort().flatMap((name): SlopeSeries[] => {
    const rows = new Map<number, readonly [e: number, n: number, u: number]>();
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const [date = '', n, e, u] = line.split(',');
      if (!/^\d{4}-\d{2}-\d{2}$/.test(date.trim())) continue;
      const values = [millimetres(e), millimetres(n), millimetres(u)] as const;
      if (values.every(Number.isFinite)) rows.set(Date.parse(`${date.trim()}T00:00:00Z`) / DAY_MS, values);
    }
    const sorted = [...rows].sort(([a], [b]) => a - b);
    if (sorted.length < 2) return [];
    const column = (k: 0 | 1 | 2) => Float64Array.from(sorted, ([, row]) => row[k]);
    return [
      {
        station: name.slice(0, 4),
        day: Float64Array.from(sorted, ([day]) => day),
        e: column(0),
        n: column(1),
        u: column(2),
      },
    ];
  });
  return series.length > 0 ? series : null;
};

/** An empty cell is no measurement, least of all 0. */
const millimetres = (cell: string | undefined): number => (cell?.trim() ? Number(cell) : Number.NaN);

/** Millimetres from first to last. */
export const totalOf = ({ e, n, u }: SlopeSeries): number =>
  Math.hypot(e.at(-1)! - e[0]!, n.at(-1)! - n[0]!, u.at(-1)! - u[0]!);
