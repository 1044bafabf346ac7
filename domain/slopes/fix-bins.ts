import { type DisplacementFix, type DisplacementSeries, medianFix } from './displacement-series.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

interface Bin {
  /** Which multiple of the width it is. */
  readonly at: number;
  count: number;
  time: number;
  east: number;
  north: number;
  up: number;
}

/**
 * A station's fixes as means: by minute for the newest `fineMs`, by hour before that, so that a station that reports
 * every second for a year stays within some ten thousand numbers. Late fixes go into the bin of their own time.
 */
export class FixBins {
  readonly #fine = new Map<number, Bin>();
  readonly #coarse = new Map<number, Bin>();
  readonly #fineMs: number;
  readonly #keepMs: number;
  #newest = Number.NEGATIVE_INFINITY;
  #zero: DisplacementFix | undefined;
  /** Minutes of the first hour; their median is the zero: one bad fix must not stay in it for good. */
  #first: DisplacementFix[] = [];

  /** @param o how long minutes and hours are kept, ms */
  constructor(o: { readonly fineMs: number; readonly keepMs: number }) {
    this.#fineMs = o.fineMs;
    this.#keepMs = o.keepMs;
  }

  /** mm; `time` in ms. What is not a number is left out. */
  add(time: number, east: number, north: number, up: number): void {
    if (!Number.isFinite(time + east + north + up)) return;
    if (time > this.#newest) this.#newest = time;
    const fine = time > this.#newest - this.#fineMs;
    const width = fine ? MINUTE_MS : HOUR_MS;
    put(fine ? this.#fine : this.#coarse, Math.floor(time / width), 1, time, east, north, up);
    this.#age();
  }

  /** Where the point was when it was first heard of, known from elsewhere. */
  beginAt(zero: DisplacementFix): void {
    this.#zero = zero;
  }

  series(): DisplacementSeries {
    const bins = [...this.#coarse.values(), ...this.#fine.values()]
      .map(
        ({ count, time, east, north, up }) =>
          [time / count, east / count, north / count, up / count] as const,
      )
      .sort((a, b) => a[0] - b[0])
      .filter(([time], i, all) => i === 0 || time > all[i - 1]![0]);
    const column = (i: 0 | 1 | 2 | 3) => Float64Array.from(bins, (bin) => bin[i]);
    return { time: column(0), east: column(1), north: column(2), up: column(3), zero: this.#zero };
  }

  /** Bins come in nearly by time, so the oldest are at the front of the map. */
  #age(): void {
    for (const [key, bin] of this.#fine) {
      if ((key + 1) * MINUTE_MS > this.#newest - this.#fineMs) break;
      this.#fine.delete(key);
      const hour = Math.floor((key * MINUTE_MS) / HOUR_MS);
      const begins = this.#first[0] ? Math.floor(this.#first[0].at / HOUR_MS) : hour;
      if (!this.#zero && hour === begins && (this.#first.length > 0 || this.#coarse.size === 0))
        this.#first.push(meanOf(bin));
      put(this.#coarse, hour, bin.count, bin.time, bin.east, bin.north, bin.up);
    }
    for (const key of this.#coarse.keys()) {
      if ((key + 1) * HOUR_MS > this.#newest - this.#keepMs) break;
      // The first hour of all stays: movement is counted from it, however long ago it was.
      if (!this.#zero) {
        this.#zero = medianFix(this.#first) ?? meanOf(this.#coarse.get(key)!);
        this.#first = [];
      }
      this.#coarse.delete(key);
    }
  }
}

const meanOf = ({ count, time, east, north, up }: Bin): DisplacementFix => ({
  at: time / count,
  east: east / count,
  north: north / count,
  up: up / count,
});

/** Adds sums to the bin. */
function put(
  bins: Map<number, Bin>,
  at: number,
  count: number,
  time: number,
  east: number,
  north: number,
  up: number,
): void {
  const bin = bins.get(at);
  if (!bin) bins.set(at, { at, count, time, east, north, up });
  else {
    bin.count += count;
    bin.time += time;
    bin.east += east;
    bin.north += north;
    bin.up += up;
  }
}
