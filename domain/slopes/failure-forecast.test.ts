import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DisplacementSeries, displacementSeries } from './displacement-series.ts';
import { forecastFailure } from './failure-forecast.ts';
import { salmonFalls, salmonFallsMissing } from './salmon-falls.test-data.ts';

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);

/** Normal noise from a seed (mulberry32 and Box-Muller). */
const noiseOf = (seed: number): (() => number) => {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (((t ^ (t >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
};

/** s = A·ln(T / (T − t)) mm: the displacement whose inverse velocity is (T − t)/A, Fukuzono's law with α = 2. */
const fukuzono = (scale: number, failure: number, day: number): number =>
  day <= 0 ? 0 : scale * Math.log(failure / (failure - day));

const madeSeries = (days: number, step: number, at: (day: number) => number, sigma: number, seed: number) => {
  const noise = noiseOf(seed);
  return displacementSeries(
    Array.from({ length: Math.floor(days / step) }, (_, i) => {
      const s = at(i * step);
      return {
        at: START + i * step * DAY,
        east: -0.6 * s + sigma * noise(),
        north: 0.2 * s + sigma * noise(),
        up: -0.775 * s + 3 * sigma * noise(),
      };
    }),
  );
};

describe('forecastFailure', () => {
  it('names the day of an acceleration without noise', () => {
    const series = madeSeries(36, 0.25, (day) => fukuzono(60, 40, day), 1e-6, 1);
    const answer = forecastFailure(series, series.time.at(-1)!);
    if (answer.kind !== 'forecast') throw new Error(answer.reason);
    expect(Math.abs(answer.failureAt - (START + 40 * DAY))).toBeLessThan(0.05 * DAY);
  });

  it('holds the true day within its 95 % interval nearly always, over noise and seeds', () => {
    let forecasts = 0;
    let held = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const series = madeSeries(38, 0.125, (day) => fukuzono(120, 40, day), 1.5, seed);
      const answer = forecastFailure(series, series.time.at(-1)!);
      if (answer.kind !== 'forecast') continue;
      forecasts++;
      if (answer.earliest <= START + 40 * DAY && START + 40 * DAY <= answer.latest) held++;
    }
    expect(forecasts).toBeGreaterThan(180);
    expect(held / forecasts).toBeGreaterThan(0.9);
  });

  it('refuses what merely creeps, however long and noisy: 100 slopes, a year of days', () => {
    const wrong: number[] = [];
    for (let seed = 1; seed <= 100; seed++) {
      const series = madeSeries(
        365,
        1,
        (day) => 0.4 * day + 10 * Math.sin((2 * Math.PI * day) / 365),
        2,
        seed,
      );
      for (let i = 40; i < series.time.length; i += 5)
        if (forecastFailure(series, series.time[i]!).kind === 'forecast') wrong.push(seed);
    }
    expect(wrong).toEqual([]);
  });

  it('refuses a slope that slows down, stands still, is too short or has fallen silent', () => {
    const reason = (series: DisplacementSeries, now = series.time.at(-1)!) => {
      const answer = forecastFailure(series, now);
      return answer.kind === 'refused' ? answer.reason : answer.kind;
    };
    expect(reason(madeSeries(60, 0.5, (day) => 100 * (1 - Math.exp(-day / 20)), 0.5, 3))).toBe(
      'not-accelerating',
    );
    expect(['too-noisy', 'not-accelerating']).toContain(reason(madeSeries(60, 0.5, () => 0, 2, 4)));
    expect(reason(madeSeries(10, 1, (day) => fukuzono(60, 12, day), 0.1, 5))).toBe('too-short');
    const silent = madeSeries(38, 0.25, (day) => fukuzono(60, 40, day), 0.1, 6);
    expect(reason(silent, silent.time.at(-1)! + 3 * DAY)).toBe('stale');
  });

  it('never throws and never forecasts the past', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            at: fc.integer({ min: 0, max: 400 }).map((h) => START + h * 3_600_000),
            east: fc.double({ min: -500, max: 500, noNaN: true }),
            north: fc.double({ min: -500, max: 500, noNaN: true }),
            up: fc.double({ min: -500, max: 500, noNaN: true }),
          }),
          { maxLength: 80 },
        ),
        (fixes) => {
          const series = displacementSeries(fixes);
          const now = START + 401 * 3_600_000;
          const answer = forecastFailure(series, now);
          if (answer.kind === 'forecast') expect(answer.latest).toBeGreaterThanOrEqual(answer.earliest);
        },
      ),
    );
  });
});

describe.skipIf(salmonFallsMissing())('forecastFailure on Salmon Falls', () => {
  // Read only where it runs: the body of a describe that is left out is still walked through.
  let stations: ReturnType<typeof salmonFalls>;
  beforeAll(() => {
    stations = salmonFalls();
  });

  it('raises no false forecast on any day of 16 months at any of the 7 stations', () => {
    expect(stations.size).toBe(7);
    const wrong: string[] = [];
    let asked = 0;
    for (const [name, series] of stations)
      for (const now of series.time) {
        asked++;
        if (forecastFailure(series, now).kind === 'forecast')
          wrong.push(`${name} ${new Date(now).toISOString().slice(0, 10)}`);
      }
    expect(asked).toBe(2457);
    expect(wrong).toEqual([]);
  });

  it('forecasts a Fukuzono acceleration spliced onto its own noise, days before', () => {
    for (const [name, series] of stations) {
      // The last 80 fixes go on as they did, with a failure 84 days after the splice on top; asked 4 days before it.
      const from = series.time.length - 81;
      const splice = series.time[from]!;
      const day = (t: number) => (t - splice) / DAY;
      const failure = day(series.time.at(-1)!) + 4;
      const added = (t: number) => (t < splice ? 0 : 400 * Math.log(failure / (failure - day(t))));
      const spliced: DisplacementSeries = {
        ...series,
        east: series.east.map((v, i) => v - 0.7 * added(series.time[i]!)),
        north: series.north.map((v, i) => v + 0.1 * added(series.time[i]!)),
        up: series.up.map((v, i) => v - 0.7 * added(series.time[i]!)),
      };
      const answer = forecastFailure(spliced, series.time.at(-1)!);
      if (answer.kind !== 'forecast')
        throw new Error(`${name}: ${answer.reason} ${answer.found} of ${answer.wanted}`);
      const error = (answer.failureAt - (splice + failure * DAY)) / DAY;
      expect(Math.abs(error), `${name} is ${error.toFixed(1)} days off`).toBeLessThan(3);
    }
  });
});
