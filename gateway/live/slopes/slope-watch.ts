import type { AlarmKind, WarningLevel } from '../../../domain/contracts/live/alarm.ts';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';
import { slopeKey } from '../../../domain/rules/mine-situation.ts';
import {
  type DisplacementSeries,
  fixOf,
  SLOPE_FIX_METRICS,
} from '../../../domain/slopes/displacement-series.ts';
import { FixBins } from '../../../domain/slopes/fix-bins.ts';
import {
  type SlopeWarning,
  type StationMotion,
  slopeWarnings,
  stationMotion,
} from '../../../domain/slopes/station-motion.ts';
import { isThresholdDenied } from '../../../domain/slopes/threshold-denied.ts';
import type { AcceptedReadings, LiveStore } from '../ports.ts';

const DAY_MS = 86_400_000;
const FINE_MS = 2 * DAY_MS;
const KEEP_MS = 120 * DAY_MS;
const LOAD_BIN_MS = 3_600_000;
/** Speeds are of hours and days: looking oftener than this tells nothing new. */
const EVALUATE_EVERY_MS = 60_000;

/** What a station's motion says that somebody must be told. */
export interface SlopeFinding {
  readonly kind: Extract<AlarmKind, 'slope-warning' | 'slope-forecast'>;
  readonly station: string;
  readonly name: string;
  readonly slope: string | null;
  readonly enu: readonly [number, number, number];
  readonly warning: WarningLevel | null;
  /** null for a forecast: its date is the finding. */
  readonly judged: SlopeWarning | null;
  /** ms; the middle and the 95 % interval. */
  readonly failure: { readonly at: number; readonly earliest: number; readonly latest: number } | null;
}

export interface SlopeAnswers {
  readonly findings: readonly SlopeFinding[];
  /** By slopeKey. */
  readonly denied: ReadonlySet<string>;
}

export interface SlopeWatch {
  take(accepted: AcceptedReadings): void;
  /** What holds now, and what is known not to; worked out anew at most once a minute. */
  answers(now: number): SlopeAnswers;
  series(station: string): DisplacementSeries | null;
}

type FixValues = Readonly<Record<string, number | boolean | undefined>>;

/** A GNSS fix gives all three axes; a radar point its line of sight, put on one axis. */
const addFix = (bins: FixBins, at: number, values: FixValues): void => {
  const { e, n, u, los } = values;
  if (typeof e === 'number' && typeof n === 'number' && typeof u === 'number') bins.add(at, e, n, u);
  else if (typeof los === 'number') bins.add(at, los, 0, 0);
};

/**
 * Watches the slope stations of one mine. Loads what is kept first, so that a restart forgets no motion; without a
 * store that answers it starts with nothing and says nothing until it has seen enough.
 */
export async function watchSlopes(
  setup: LiveSetup,
  store: Pick<LiveStore, 'binned' | 'firstHour'>,
  now: number,
): Promise<SlopeWatch> {
  const stations = setup.devices.filter(({ kind }) => kind === 'slope');
  const bins = new Map(
    stations.map(({ id }) => [id, new FixBins({ fineMs: FINE_MS, keepMs: KEEP_MS })] as const),
  );
  for (const [id, own] of bins) {
    const kept = await store
      .binned(setup.mine, id, SLOPE_FIX_METRICS, {
        from: now - KEEP_MS,
        to: now,
        binMs: LOAD_BIN_MS,
      })
      .catch(() => null);
    const first = await store.firstHour(setup.mine, id, SLOPE_FIX_METRICS).catch(() => null);
    const zero = first && first.time < now - KEEP_MS ? fixOf(first) : null;
    if (zero) own.beginAt(zero);
    if (!kept) continue;
    const [e, n, u, los] = kept.values;
    for (let i = 0; i < kept.time.length; i++) {
      const number = (column: Float64Array | undefined) => {
        const value = column?.[i];
        return value === undefined || Number.isNaN(value) ? undefined : value;
      };
      addFix(own, kept.time[i]!, { e: number(e), n: number(n), u: number(u), los: number(los) });
    }
  }

  let evaluatedAt = Number.NEGATIVE_INFINITY;
  let held: SlopeAnswers = { findings: [], denied: new Set() };
  const findingsOf = (station: (typeof stations)[number], motion: StationMotion): SlopeFinding[] => {
    const slope = setup.slopes.find(({ stations: of }) => of.includes(station.id))?.id ?? null;
    const about = { station: station.id, name: station.name.zh, slope, enu: station.enu };
    const found: SlopeFinding[] = slopeWarnings(station.id, motion, setup.thresholds).map((judged) => ({
      ...about,
      kind: 'slope-warning',
      warning: judged.warning,
      judged,
      failure: null,
    }));
    if (motion.forecast.kind === 'forecast') {
      const { failureAt: at, earliest, latest } = motion.forecast;
      found.push({
        ...about,
        kind: 'slope-forecast',
        warning: null,
        judged: null,
        failure: { at, earliest, latest },
      });
    }
    return found;
  };
  const deniedOf = (station: string, motion: StationMotion, time: number): string[] => {
    const denied = setup.thresholds
      .filter((threshold) => isThresholdDenied(motion, threshold, time))
      .map(({ id }) => slopeKey('slope-warning', id, station));
    // Of the reasons to forecast nothing only this one is about the slope; the others are about what is known of it.
    const { forecast } = motion;
    if (forecast.kind === 'refused' && forecast.reason === 'not-accelerating')
      denied.push(slopeKey('slope-forecast', null, station));
    return denied;
  };
  return {
    take(accepted) {
      if (accepted.kind !== 'slope') return;
      for (const { device, at, values } of accepted.message.readings) {
        const own = bins.get(device);
        if (own) addFix(own, at === undefined ? accepted.at : at - accepted.skewMs, values);
      }
    },
    answers(time) {
      if (time - evaluatedAt < EVALUATE_EVERY_MS && time >= evaluatedAt) return held;
      evaluatedAt = time;
      const motions = stations.map((station) => stationMotion(bins.get(station.id)!.series(), time));
      held = {
        findings: stations.flatMap((station, i) => findingsOf(station, motions[i]!)),
        denied: new Set(stations.flatMap(({ id }, i) => deniedOf(id, motions[i]!, time))),
      };
      return held;
    },
    series: (station) => bins.get(station)?.series() ?? null,
  };
}
