import type { LiveManifest, Threshold } from '../contracts/live/live-manifest.ts';
import type { Rule } from '../contracts/live/rule-book.ts';
import type { LiveSetup } from '../contracts/live/setup.ts';
import type { RoadwayNetwork } from '../contracts/network.ts';
import { cameraOffline } from './camera-offline.ts';
import { deviceSilent } from './device-silent.ts';
import type { Judgement } from './finding.ts';
import { lostUnderground } from './lost-underground.ts';
import type { MineSituation } from './mine-situation.ts';
import { createMineWatch, type MineWatch } from './mine-watch.ts';
import { createNetworkIndex, type NetworkIndex } from './network-index.ts';
import { notOut } from './not-out.ts';
import { overNumber } from './over-number.ts';
import { overstay } from './overstay.ts';
import { createOverstayInPlace } from './overstay-in-place.ts';
import { createPeopleWatch, type PeopleWatch } from './people-watch.ts';
import { createPlaceMembership } from './place-membership.ts';
import { createReadingChange } from './reading-change.ts';
import { readingThreshold } from './reading-threshold.ts';
import { restrictedZone } from './restricted-zone.ts';
import type { RuleDevice } from './rule-device.ts';
import { isComputed, type RuleMine, type RuleState, ruleStates } from './rule-states.ts';
import type { RunningRule } from './running-rule.ts';
import { sealBroken } from './seal-broken.ts';
import { createSilentReader } from './silent-reader.ts';
import { slopeFindings } from './slope-findings.ts';
import { createSos } from './sos.ts';
import { createStillAlone } from './still-alone.ts';
import { unregisteredTag } from './unregistered-tag.ts';
import { type WatchedPlaces, watchedPlaces } from './watched-places.ts';
import { workPlaceBlind } from './work-place-blind.ts';

export interface RunningRulesOptions {
  readonly manifest: LiveManifest;
  readonly setup: LiveSetup;
  readonly network: RoadwayNetwork | null;
  readonly mine: Omit<RuleMine, 'hasRoadways'>;
}

/** The rules of one mine at work: the county's that apply to it, and the mine's own thresholds. */
export interface RunningRules {
  readonly states: readonly RuleState[];
  readonly rules: readonly RunningRule[];
  readonly people: PeopleWatch;
  /** Takes the next picture. Pictures must not go back in time. */
  watch(situation: MineSituation): MineWatch;
}

type JudgeOf = (rule: Rule, parts: Parts) => RunningRule['judge'] | Pick<RunningRule, 'judge' | 'past'>;

interface Parts {
  readonly manifest: LiveManifest;
  readonly setup: LiveSetup;
  readonly network: NetworkIndex | null;
  readonly places: WatchedPlaces;
  readonly devices: readonly RuleDevice[];
  deviceOf(id: string): RuleDevice;
}

const ofKind = (devices: readonly RuleDevice[], kind: string): RuleDevice[] =>
  devices.filter((device) => device.kind === kind);

/** ruleStates has seen to it that the numbers are there; a rule is never run with another in their place. */
const need = <T>(value: T | undefined | null, rule: Rule): T => {
  if (value === undefined || value === null)
    throw new Error(`rule ${rule.id} runs without a number it needs`);
  return value;
};

const JUDGES: Readonly<Record<Rule['check'], JudgeOf>> = {
  sos: () => createSos(),
  'unregistered-tag': () => unregisteredTag,
  'lost-underground': () => lostUnderground,
  'over-number': (rule, { places }) => {
    const limits = places.numberLimits(rule.value);
    return (watch) => overNumber(watch, limits);
  },
  overstay: (rule, { manifest, places, network }) => {
    const minutes = rule.value ?? manifest.settings?.overstayMinutes;
    const inPlace = createOverstayInPlace(places.stayLimits);
    return (watch) => {
      const local = inPlace(watch);
      const whole = minutes === undefined || !network ? NOTHING : overstay(watch, minutes);
      return {
        findings: [...whole.findings, ...local.findings],
        denies: (id, scope) => (scope === null ? whole : local).denies(id, scope),
      };
    };
  },
  'restricted-zone':
    (_, { places }) =>
    (watch) =>
      restrictedZone(watch, places.zones),
  'still-alone': (rule, { manifest, network }) =>
    createStillAlone(need(network, rule), {
      minutes: need(rule.value ?? manifest.settings?.stillMinutes, rule),
      metres: need(manifest.settings?.aloneMetres, rule),
    }),
  'not-out': (rule, { manifest: { settings, shifts, timeZone } }) => {
    const minutes = need(rule.value ?? settings?.notOutMinutes, rule);
    return (watch) => notOut(watch, { minutes, shifts, timeZone });
  },
  'silent-reader': (rule, { manifest, places }) =>
    createSilentReader({
      gateways: manifest.gateways.map(({ id, name }) => ({ id, kind: 'gateway', name: name.zh, enu: null })),
      readers: places.readers,
      seconds: rule.value ?? manifest.presence.readerSilentAfter,
    }),
  'camera-offline': (_, { devices }) => {
    const cameras = ofKind(devices, 'camera');
    return (watch) => cameraOffline(watch, cameras);
  },
  'work-place-blind':
    (_, { places }) =>
    (watch) =>
      workPlaceBlind(watch, places.mainWorkPlaces),
  'slope-warning': () => () => NOTHING,
  'slope-forecast': () => (watch) => slopeFindings(watch, 'slope-forecast', null),
  'reading-threshold': (rule, { deviceOf }) => {
    const threshold = { ...boundOf(rule), metric: need(rule.metric, rule), devices: new Set<string>() };
    return (watch) => readingThreshold(watch, threshold, deviceOf);
  },
  'reading-change': (rule, { manifest, deviceOf }) => {
    const metric = need(rule.metric, rule);
    const windowMinutes = need(rule.windowMinutes ?? manifest.settings?.changeWindowMinutes?.[rule.id], rule);
    const { judge, seed } = createReadingChange(
      { ...boundOf(rule), metric, change: need(rule.change, rule), windowMinutes },
      deviceOf,
    );
    return { judge, past: { metric, minutes: windowMinutes, seed } };
  },
  'device-silent': (rule, { manifest, devices }) => {
    const minutes = need(rule.value ?? manifest.settings?.deviceSilentMinutes, rule);
    const reporting = devices.filter(({ kind }) => kind !== 'reader');
    return (watch) => deviceSilent(watch, reporting, minutes);
  },
  'seal-broken': (_, { devices }) => {
    const seals = ofKind(devices, 'seal');
    return (watch) => sealBroken(watch, seals);
  },
};

const NOTHING: Judgement = { findings: [], denies: () => false };

const boundOf = (rule: Rule) => ({
  op: need(rule.op, rule),
  value: need(rule.value, rule),
  unit: rule.unit ?? '',
  hysteresis: rule.hysteresis,
});

/** A call for help is answered whatever the county's file says: without a running rule for it this one runs. */
const builtInSos = (): RunningRule => ({
  rule: { id: 'SOS', jurisdiction: '—', clause: '—', status: 'built in' },
  check: 'sos',
  urgency: 'sos',
  warning: null,
  raiseAfterSeconds: 0,
  clearAfterSeconds: 30,
  judge: createSos(),
});

/** Seconds a mine's own threshold must hold, and be gone, before its alarm is raised or cleared. */
const THRESHOLD_TIMES = { raiseAfterSeconds: 5, clearAfterSeconds: 10 };

/** A threshold of live.yaml is a rule of its own, with the mine as its source. */
const thresholdRule = (threshold: Threshold, parts: Parts): RunningRule => {
  const { id, jurisdiction, clause, status, warning, metric, devices } = threshold;
  const computed = isComputed(metric);
  const watched = { ...threshold, devices: new Set(devices) };
  return {
    rule: { id, jurisdiction, clause, status },
    check: computed ? 'slope-warning' : 'reading-threshold',
    urgency: 'alarm',
    warning: warning ?? null,
    ...THRESHOLD_TIMES,
    judge: computed
      ? (watch) => slopeFindings(watch, 'slope-warning', id)
      : (watch) => readingThreshold(watch, watched, parts.deviceOf),
  };
};

export const createRunningRules = (o: RunningRulesOptions): RunningRules => {
  const { manifest, setup } = o;
  const network = o.network && o.network.edges.length > 0 ? createNetworkIndex(o.network) : null;
  const places = watchedPlaces(setup, manifest);
  const devices = setup.devices.map(
    ({ id, kind, name, enu }): RuleDevice => ({ id, kind, name: name.zh, enu }),
  );
  const byId = new Map(devices.map((device) => [device.id, device]));
  const parts: Parts = {
    manifest,
    setup,
    network,
    places,
    devices,
    deviceOf: (id) => byId.get(id) ?? { id, kind: '', name: null, enu: null },
  };
  const states = ruleStates(setup.rules, manifest, { ...o.mine, hasRoadways: network !== null });
  const people = createPeopleWatch(network, createPlaceMembership(network, places.places));
  const rules = states
    .filter(({ running }) => running)
    .map(({ rule }): RunningRule => {
      const judge = JUDGES[rule.check](rule, parts);
      const { id, jurisdiction, clause, status, check, urgency, raiseAfterSeconds, clearAfterSeconds } = rule;
      return {
        rule: { id, jurisdiction, clause, status },
        ...{ check, urgency, clearAfterSeconds, warning: null },
        // A press may be over before any time has passed: to wait until it has held would lose it.
        raiseAfterSeconds: check === 'sos' ? 0 : raiseAfterSeconds,
        ...(typeof judge === 'function' ? { judge } : judge),
      };
    });
  return {
    states,
    rules: [
      ...(rules.some(({ check }) => check === 'sos') ? [] : [builtInSos()]),
      ...rules,
      ...manifest.thresholds.map((threshold) => thresholdRule(threshold, parts)),
    ],
    people,
    watch: createMineWatch({
      people,
      network,
      gateways: manifest.gateways.map(({ id }) => id),
      readingCurrentMinutes: manifest.settings?.deviceSilentMinutes,
    }),
  };
};
