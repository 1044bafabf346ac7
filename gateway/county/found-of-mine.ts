import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { coverage } from '../../domain/cameras/coverage.ts';
import { coverageTable } from '../../domain/cameras/coverage-table.ts';
import { mineSurroundings } from '../../domain/cameras/mine-surroundings.ts';
import type { Account } from '../../domain/contracts/account.ts';
import { catalogSchema } from '../../domain/contracts/catalog.ts';
import { type DrivingFacts, drivingFactsSchema } from '../../domain/contracts/driving-facts.ts';
import type { SlopeHeightRule, SurveyScopeRule } from '../../domain/contracts/live/rule-book.ts';
import type { GatewayState } from '../../domain/contracts/live/viewer.ts';
import type { FoundOfMine } from '../../domain/county-duties/facts-of-mine.ts';
import { positioningNetworked, sealsClosed } from '../../domain/county-duties/live-duties.ts';
import { closedSameDay } from '../../domain/county-duties/same-day.ts';
import { signedPlans } from '../../domain/county-duties/signed-plans.ts';
import { READING_CURRENT_MINUTES } from '../../domain/rules/mine-situation.ts';
import { type SlopeMonitoring, slopeMonitoring } from '../../domain/slopes/monitored-slopes.ts';
import { coverageOfPlan } from '../../domain/survey-coverage/coverage-of-plan.ts';
import { containedFile } from '../contained-file.ts';
import type { Live } from '../live/live.ts';
import type { MineSide } from '../live/mine-side.ts';
import type { LiveMine } from '../live/setup/live-mine.ts';
import type { MineStore } from '../live/store/mine-store.ts';
import { StoreDown } from '../live/store/store-down.ts';

export interface FoundQuestion {
  /** Who asks: row-level security holds for it. */
  readonly account: Pick<Account, 'id'>;
  readonly mine: string;
  /** YYYY-MM-DD; the county's. */
  readonly on: string;
  readonly today: string;
  /** ms: `on` is over then, or it is now. */
  readonly until: number;
  readonly surveyScopes: readonly SurveyScopeRule[];
  readonly slopeHeights: readonly SlopeHeightRule[];
}

/** What the gateway itself knows of a mine that duties look at, besides the ledger. */
export type FindOfMine = (question: FoundQuestion) => Promise<Omit<FoundOfMine, 'ledger'>>;

/** Alarms of so many days are looked at: a month, as the county talks of it. */
export const ALARM_DAYS = 30;
const DAY_MS = 86_400_000;
/** More alarms in a month than this are judged by the newest of them. */
const MOST_ALARMS = 20_000;

const byStore = async <T>(work: () => Promise<T>): Promise<T | null> =>
  work().catch((error: unknown) => {
    // Not known now is not known; the map says elsewhere that the store is away.
    if (error instanceof StoreDown) return null;
    throw error;
  });

const plansOf = async (
  store: MineStore,
  { mine, on, until }: FoundQuestion,
): Promise<FoundOfMine['plans']> => {
  const plans = await byStore(() => store.plans(mine));
  if (plans === null) return null;
  return signedPlans(plans, on, until);
};

const alarmsOf = async (store: MineStore, { mine, until }: FoundQuestion): Promise<FoundOfMine['alarms']> => {
  const from = until - ALARM_DAYS * DAY_MS;
  const alarms = await byStore(() => store.alarms({ mine, from, to: until, limit: MOST_ALARMS }));
  // Cut off it is no count: the oldest are not in it.
  if (alarms === null || alarms.length >= MOST_ALARMS) return null;
  // Raised before and open within the month: what stands longest must not drop out of the count.
  const isOpenSince = ({ clearedAt, acknowledged }: (typeof alarms)[number]): boolean =>
    clearedAt === null || clearedAt > from || acknowledged === null || acknowledged.at > from;
  return closedSameDay(
    alarms.filter((alarm) => alarm.raisedAt >= from || isOpenSince(alarm)),
    until,
  );
};

/** Whether a camera looks there, working or not: the documents ask for cameras to be put up. */
const createCameras = () => {
  const known = new WeakMap<LiveMine, FoundOfMine['cameras']>();
  return (live: LiveMine): FoundOfMine['cameras'] => {
    if (known.has(live)) return known.get(live)!;
    const surroundings = mineSurroundings(live.network, live.ground);
    const found = surroundings && coverage(coverageTable(surroundings, live.setup), live.setup, new Map());
    const cameras = found && {
      keyPlaces: found.allKeyPlaces.installedPercent,
      workPlaces: found.mainWorkPlaces.installedPercent,
    };
    known.set(live, cameras);
    return cameras;
  };
};

const heightsOf = (
  name: string,
  heights: readonly (number | undefined)[],
): Readonly<Record<string, number>> =>
  // Of one whose height nobody says the highest may be it.
  heights.length > 0 && heights.every((height) => height !== undefined)
    ? { [name]: Math.max(...(heights as number[])) }
    : {};

/** Whether every slope or dump that a rule of the county asks to be monitored is heard of; left out: it cannot be told. */
const networked = (name: string, states: readonly SlopeMonitoring[]): Readonly<Record<string, boolean>> => {
  const asked = states.filter(({ state }) => state !== 'no-duty');
  if (asked.some(({ state }) => state === 'missing')) return { [name]: false };
  return asked.length > 0 && asked.every(({ state }) => state === 'monitored') ? { [name]: true } : {};
};

/** What reaches the county from the mine now, and what its live.yaml says of its slopes. */
const liveFacts = (
  { live: { setup }, picture }: MineSide,
  gateways: readonly GatewayState[],
  rules: readonly SlopeHeightRule[],
  now: number,
): FoundOfMine['live'] => {
  const since = now - READING_CURRENT_MINUTES * 60_000;
  const all = picture.readings();
  const readings = (wanted: string) => all.filter(({ metric }) => metric === wanted);
  const heard = new Set(
    all.flatMap(({ metric, device, at }) => (metric.startsWith('slope.') && at >= since ? [device] : [])),
  );
  // A mine that lists none says nothing of them here: what it reported then stands.
  const ofDevices = (
    kind: string,
    fact: string,
    judge: (devices: typeof setup.devices) => boolean | null,
  ): Readonly<Record<string, boolean | null>> => {
    const devices = setup.devices.filter((device) => device.kind === kind);
    return devices.length > 0 ? { [fact]: judge(devices) } : {};
  };
  const judged = slopeMonitoring(setup.slopes, rules, (station) => heard.has(station));
  const of = (kind: 'slope' | 'waste-dump') => judged.filter(({ slope }) => slope.kind === kind);
  const [slopes, dumps] = [of('slope'), of('waste-dump')];
  return {
    ...ofDevices('reader', 'positioningOnline', (stations) => positioningNetworked(stations, gateways)),
    ...ofDevices('seal', 'electronicSeals', (seals) => sealsClosed(seals, readings('seal.closed'), since)),
    ...heightsOf(
      'designSlopeHeight',
      slopes.map(({ slope }) => slope.designHeight),
    ),
    ...heightsOf(
      'currentSlopeHeight',
      slopes.map(({ slope }) => slope.currentHeight),
    ),
    ...heightsOf(
      'dumpHeight',
      dumps.map(({ slope }) => slope.currentHeight),
    ),
    ...networked('slopeNetworked', slopes),
    ...networked('dumpNetworked', dumps),
  };
};

/** What the bundle of a mine says of planned and surveyed ground; null: nothing, or it cannot be read, which its own screens say. */
const createDriving = (bundlesRoot: string) => {
  const known = new Map<string, { readonly stamp: number; readonly facts: Promise<DrivingFacts | null> }>();
  const read = async (mine: string): Promise<DrivingFacts | null> => {
    const catalog = await containedFile(bundlesRoot, `${mine}/catalog.json`);
    if (!catalog) return null;
    const { driving } = catalogSchema.parse(JSON.parse(await readFile(catalog, 'utf8')));
    const file = driving && (await containedFile(bundlesRoot, `${mine}/${driving.file}`));
    return file ? drivingFactsSchema.parse(JSON.parse(await readFile(file, 'utf8'))) : null;
  };
  return async (mine: string): Promise<DrivingFacts | null> => {
    const stamp = await stat(join(bundlesRoot, mine, 'catalog.json')).then(
      ({ mtimeMs }) => mtimeMs,
      () => null,
    );
    if (stamp === null) return null;
    const last = known.get(mine);
    if (last?.stamp === stamp) return last.facts;
    const facts = read(mine).catch(() => null);
    known.set(mine, { stamp, facts });
    return facts;
  };
};

const surveyOf = (
  facts: DrivingFacts | null,
  scopes: readonly SurveyScopeRule[],
  today: string,
): FoundOfMine['survey'] => {
  const rule = scopes.find(({ when }) => when === 'producing');
  const share = facts && rule && coverageOfPlan(facts, [rule], today)?.[0]?.share;
  return share === null || share === undefined ? null : { percent: 100 * share };
};

export const createFindOfMine = (o: {
  readonly live: Live | undefined;
  /** Of a mine of no county, or of two, nothing is told. */
  readonly hasCounty: (mine: string) => boolean;
  readonly bundlesRoot: string;
  readonly clock: () => number;
}): FindOfMine => {
  const cameras = createCameras();
  const driving = createDriving(o.bundlesRoot);
  return async (question) => {
    const { account, mine, today, surveyScopes, slopeHeights } = question;
    const side = (o.hasCounty(mine) && o.live?.side(mine)) || null;
    const store = side && o.live!.storeOf(account);
    const [plans, alarms, facts] = await Promise.all([
      store && plansOf(store, question),
      store && alarmsOf(store, question),
      driving(mine),
    ]);
    return {
      plans,
      alarms,
      cameras: side && cameras(side.live),
      live: side && liveFacts(side, o.live!.intake.gatewayStates(mine), slopeHeights, o.clock()),
      survey: surveyOf(facts, surveyScopes, today),
    };
  };
};
