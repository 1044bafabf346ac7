import type { Threshold } from '../../../../domain/contracts/live/live-manifest.ts';
import { METRICS, type ReadingKind } from '../../../../domain/contracts/live/messages.ts';
import type { ListedRule } from '../../../../domain/contracts/live/rule-list.ts';
import type { LiveSetup, SetupDevice } from '../../../../domain/contracts/live/setup.ts';
import type { Reading } from '../../../../domain/contracts/live/viewer.ts';
import { passes } from '../../../../domain/rules/reading-threshold.ts';
import { readingKey } from '../../live-store.ts';

/** Kinds of this panel, in its order. Cameras and slope stations have their own; of slopes only the gauges are here. */
export const READING_KINDS = [
  'water',
  'air',
  'power',
  'hoist',
  'pump',
  'seal',
  'belt',
  'slope',
] as const satisfies readonly ReadingKind[];
export type PanelKind = (typeof READING_KINDS)[number];

/** What a reading is held against, and who says so. */
export type ReadingBound = Pick<
  Threshold,
  'id' | 'metric' | 'devices' | 'op' | 'value' | 'unit' | 'jurisdiction' | 'clause' | 'status'
>;

/** The bounds on readings of the rules that run, of all devices of the metric. Thresholds of live.yaml are in the set-up. */
export const boundsOfRules = (rules: readonly ListedRule[]): ReadingBound[] =>
  rules
    .filter(({ check, origin, reason }) => check === 'reading-threshold' && origin === 'county' && !reason)
    .flatMap(({ id, metric, bounds, jurisdiction, clause, status }) =>
      bounds.flatMap(({ kind, op, value, unit }) =>
        kind === 'value' && op !== null && metric !== null
          ? [{ ...{ id, metric, devices: [], op, value, unit }, ...{ jurisdiction, clause, status } }]
          : [],
      ),
    );

export interface ReadingRow {
  /** `kind.metric`. */
  readonly metric: string;
  readonly unit: string;
  /** null: never heard, which is not the same as zero. */
  readonly reading: Reading | null;
  /** ms before the moment shown; null where never heard. */
  readonly age: number | null;
  /** Not heard for longer than a reader may be silent: what is shown was true then, not now. */
  readonly old: boolean;
  /** The bounds set for it, the mine's own and the county's, those it is over first. */
  readonly bounds: readonly { readonly threshold: ReadingBound; readonly over: boolean }[];
}

export interface DeviceReadings {
  readonly device: SetupDevice;
  readonly kind: PanelKind;
  readonly rows: readonly ReadingRow[];
  readonly over: boolean;
}

/** How a bound is written. */
export const COMPARISON: Readonly<Record<Threshold['op'], string>> = {
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
};

/** What slope gauges measure; displacements are the slope panel's. */
const GAUGE_METRICS: ReadonlySet<string> = new Set(['slope.crack', 'slope.rain']);

/** A mine may have taken the county's number for its own: one line says both. */
const isFirstOfItsNumber = ({ op, value }: ReadingBound, i: number, all: readonly ReadingBound[]): boolean =>
  all.findIndex((other) => other.op === op && other.value === value) === i;

const isPanelKind = (kind: string): kind is PanelKind => (READING_KINDS as readonly string[]).includes(kind);

/**
 * Every device of the panel's kinds with each of its metrics. A metric a device has never sent is left out once it has
 * sent another one: a level gauge has no inflow. A device never heard at all keeps all its metrics, as unknown.
 * @param now ms: the moment shown @param ofCounty bounds of the county's rules that run
 */
export function deviceReadings(
  setup: Pick<LiveSetup, 'devices' | 'thresholds' | 'presence' | 'slopes'>,
  readings: ReadonlyMap<string, Reading>,
  now: number,
  ofCounty: readonly ReadingBound[] = [],
): DeviceReadings[] {
  const stations = new Set(setup.slopes.flatMap((slope) => slope.stations));
  return setup.devices
    .flatMap((device): DeviceReadings[] => {
      const { kind } = device;
      if (!isPanelKind(kind) || stations.has(device.id)) return [];
      const metrics = Object.entries(METRICS[kind])
        .map(([name, unit]) => [`${kind}.${name}`, unit] as const)
        .filter(([metric]) => kind !== 'slope' || GAUGE_METRICS.has(metric));
      const all = metrics.map(([metric, unit]): ReadingRow => {
        const reading = readings.get(readingKey(device.id, metric)) ?? null;
        const age = reading && Math.max(0, now - reading.at);
        const bounds = [...setup.thresholds, ...ofCounty]
          .filter(
            ({ metric: of, devices }) =>
              of === metric && (devices.length === 0 || devices.includes(device.id)),
          )
          .filter(isFirstOfItsNumber)
          .map((threshold) => ({
            threshold,
            over: typeof reading?.value === 'number' && passes(reading.value, threshold),
          }))
          .sort((a, b) => Number(b.over) - Number(a.over));
        return {
          metric,
          unit,
          reading,
          age,
          old: age !== null && age > setup.presence.readerSilentAfter * 1000,
          bounds,
        };
      });
      const heard = all.filter(({ reading }) => reading !== null);
      const rows = heard.length > 0 ? heard : all;
      return [{ device, kind, rows, over: rows.some(({ bounds }) => bounds.some(({ over }) => over)) }];
    })
    .sort(
      (a, b) =>
        READING_KINDS.indexOf(a.kind) - READING_KINDS.indexOf(b.kind) ||
        Number(b.over) - Number(a.over) ||
        a.device.id.localeCompare(b.device.id, 'en'),
    );
}
