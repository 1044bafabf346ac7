import type { Catalog } from '../contracts/catalog.ts';
import type { LiveManifest } from '../contracts/live/live-manifest.ts';
import { METRICS, type ReadingKind, unitOfMetric } from '../contracts/live/messages.ts';
import type { Rule, RuleBook } from '../contracts/live/rule-book.ts';
import type { NotRunning } from '../contracts/live/rule-list.ts';

export type RuleState =
  | { readonly rule: Rule; readonly running: true; readonly reason: null; readonly needs: null }
  | {
      readonly rule: Rule;
      readonly running: false;
      readonly reason: NotRunning;
      /** Where it would be mended, e.g. "live.yaml settings.overstayMinutes"; null where nothing is amiss. */
      readonly needs: string | null;
    };

/** What of a mine decides which rules run in it. */
export interface RuleMine {
  readonly type: Catalog['type'];
  readonly state: Catalog['state'];
  /** Whether it has a roadway network: without one nobody is underground. */
  readonly hasRoadways: boolean;
  /** Whether it is known of a main work place which cameras look at it. */
  readonly seesWorkPlaces: boolean;
}

/** Every rule of the book, running or not and why not. */
export const ruleStates = (book: RuleBook, manifest: LiveManifest, mine: RuleMine): RuleState[] =>
  book.rules.map((rule) => {
    const why = notRunning(rule, manifest, mine);
    return why
      ? { rule, running: false, reason: why[0], needs: why[1] }
      : { rule, running: true, reason: null, needs: null };
  });

type Why = readonly [NotRunning, string | null] | null;

const notRunning = (rule: Rule, manifest: LiveManifest, mine: RuleMine): Why => {
  if (!rule.active) return ['not-active', null];
  if (rule.mineTypes.length > 0 && !rule.mineTypes.includes(mine.type)) return ['other-mine-type', null];
  if (rule.mineStates.length > 0 && !rule.mineStates.includes(mine.state)) return ['other-mine-state', null];
  if (rule.onlyRectification && !manifest.rectification)
    return ['not-rectification', 'live.yaml rectification'];
  return NEEDS[rule.check](rule, manifest, mine);
};

const setting = (rule: Rule, value: number | undefined, name: string): Why =>
  (rule.value ?? value) === undefined ? ['no-number', `live.yaml settings.${name}`] : null;
const underground = ({ hasRoadways }: RuleMine): Why => (hasRoadways ? null : ['no-roadways', null]);
const devicesOf = (manifest: LiveManifest, kind: string): Why =>
  manifest.devices.some((device) => device.kind === kind)
    ? null
    : ['no-devices', `live.yaml devices (${kind})`];
const reads = (rule: Rule, { devices }: LiveManifest): Why => {
  const [kind] = (rule.metric ?? '').split('.');
  const unit = unitOfMetric(rule.metric ?? '');
  if (unit === null) return ['no-metric', 'rules metric'];
  // A bound in mg/m³ held against ppm would be judged, and wrong.
  const meant = rule.change === 'percent' ? '%' : unit;
  if (rule.unit !== undefined && rule.unit !== meant)
    return ['wrong-unit', `rules ${rule.id} unit: ${rule.unit}, ${rule.metric}: ${meant}`];
  if (rule.value === undefined || rule.op === undefined) return ['no-number', 'rules value, op'];
  return devices.some((device) => device.kind === kind)
    ? null
    : ['no-devices', `live.yaml devices (${kind})`];
};

/** A metric no device reports: worked out from its readings, such as slope.speed-24h. */
export const isComputed = (metric: string): boolean => {
  const [kind, name] = metric.split('.');
  const metrics: Readonly<Record<string, string>> | undefined = METRICS[kind as ReadingKind];
  return metrics !== undefined && metrics[name ?? ''] === undefined;
};

const always = (): Why => null;

/** By check: what it cannot run without. */
const NEEDS: Readonly<Record<Rule['check'], (rule: Rule, manifest: LiveManifest, mine: RuleMine) => Why>> = {
  sos: always,
  'unregistered-tag': always,
  'over-number': (rule, { workPlaces }) => {
    if (workPlaces.length === 0) return ['no-places', 'live.yaml workPlaces'];
    const hasNumber =
      rule.value !== undefined || workPlaces.some(({ maxPersons }) => maxPersons !== undefined);
    return hasNumber ? null : ['no-number', 'live.yaml workPlaces[].maxPersons'];
  },
  overstay: (rule, manifest, mine) => {
    const inPlaces = manifest.workPlaces.some(({ maxMinutes }) => maxMinutes !== undefined);
    const whole = underground(mine) ?? setting(rule, manifest.settings?.overstayMinutes, 'overstayMinutes');
    return inPlaces ? null : whole;
  },
  'restricted-zone': (_, { restrictedZones }) =>
    restrictedZones.length > 0 ? null : ['no-places', 'live.yaml restrictedZones'],
  'still-alone': (rule, { settings }, mine) =>
    underground(mine) ??
    setting(rule, settings?.stillMinutes, 'stillMinutes') ??
    (settings?.aloneMetres === undefined ? ['no-number', 'live.yaml settings.aloneMetres'] : null),
  'not-out': (rule, { settings, shifts }, mine) =>
    underground(mine) ??
    setting(rule, settings?.notOutMinutes, 'notOutMinutes') ??
    (shifts.length > 0 ? null : ['no-shifts', 'live.yaml shifts']),
  'lost-underground': (_, __, mine) => underground(mine),
  'silent-reader': (_, { gateways, devices }) =>
    gateways.length > 0 || devices.some(({ kind }) => kind === 'reader')
      ? null
      : ['no-devices', 'live.yaml gateways, devices (reader)'],
  'camera-offline': (_, manifest) => devicesOf(manifest, 'camera'),
  'work-place-blind': (_, manifest, { seesWorkPlaces }) => {
    if (!manifest.workPlaces.some(({ main }) => main)) return ['no-places', 'live.yaml workPlaces (main)'];
    const why = devicesOf(manifest, 'camera');
    return why || seesWorkPlaces
      ? why
      : ['no-coverage', 'live.yaml devices (camera): azimuth, tilt, hfov, vfov, range'];
  },
  'slope-warning': (_, { thresholds }) =>
    thresholds.some(({ metric }) => isComputed(metric)) ? null : ['no-number', 'live.yaml thresholds'],
  'slope-forecast': (_, { slopes }) => (slopes.length > 0 ? null : ['no-places', 'live.yaml slopes']),
  'reading-threshold': reads,
  'reading-change': (rule, manifest) => {
    const why = reads(rule, manifest);
    if (why) return why;
    if (rule.change === undefined) return ['no-number', 'rules change'];
    return (rule.windowMinutes ?? manifest.settings?.changeWindowMinutes?.[rule.id]) === undefined
      ? ['no-window', `live.yaml settings.changeWindowMinutes.${rule.id}`]
      : null;
  },
  'device-silent': (rule, { settings, devices }) =>
    setting(rule, settings?.deviceSilentMinutes, 'deviceSilentMinutes') ??
    (devices.some(({ kind }) => kind !== 'reader') ? null : ['no-devices', 'live.yaml devices']),
  'seal-broken': (_, manifest) => devicesOf(manifest, 'seal'),
};
