import type { Bilingual } from '../contracts/bilingual.ts';
import type { CountyCatalog, CountyFeature, RegisterMine } from '../contracts/county.ts';
import type { Hazard } from '../contracts/hazard.ts';
import type { NamedOutside } from '../contracts/mines-outside.ts';
import type { MovedDeadline } from '../contracts/moved-deadline.ts';
import type { NeighbourFinding, NeighboursReport, NotCompared } from '../contracts/neighbours.ts';
import type {
  FieldTone,
  PlanField,
  PlanFieldValue,
  PlanGap,
  PlanObject,
  PlanPins,
  RegionalPlanRules,
} from '../contracts/regional-plan.ts';
import { isThere, mineOnDay } from '../county/mine-on-day.ts';
import { notComparedOn } from '../county/not-compared.ts';
import { findingsOfDay, type UntoldFinding } from './findings-of-day.ts';

/** What a plan is made from. */
export interface PlanSources {
  readonly catalog: CountyCatalog;
  readonly mines: readonly RegisterMine[];
  /** Mines of the county that its register does not list. */
  readonly outside: readonly NamedOutside[];
  readonly features: readonly CountyFeature[];
  readonly neighbours: NeighboursReport;
  /** The ledger as it stood on the day. */
  readonly hazards: readonly Hazard[];
  /** What layers of mines' models are called, by featureKey of mine and layer. */
  readonly layerNames: ReadonlyMap<string, Bilingual>;
  /** YYYY-MM-DD on which what is closed was closed, by hazardObjectId. */
  readonly closedOn: ReadonlyMap<string, string>;
  /** How deadlines were moved by the day, by hazardObjectId; those that were. */
  readonly moved: ReadonlyMap<string, MovedDeadline>;
  /** null: the county has no rules of the plan. */
  readonly rules: RegionalPlanRules | null;
  readonly pins: PlanPins;
}

/** The same on one day, with the ways into it. */
export interface PlanGround extends PlanSources {
  readonly on: string;
  readonly mineById: ReadonlyMap<string, RegisterMine>;
  readonly nameOf: ReadonlyMap<string, Bilingual>;
  readonly featuresOf: ReadonlyMap<string, readonly CountyFeature[]>;
  /** Things of the county, those too that are not there on the day: featureKey. */
  readonly thingById: ReadonlyMap<string, CountyFeature>;
  readonly findings: readonly NeighbourFinding[];
  /** That name things which are not there on the day, where others may be: nothing is known of those. */
  readonly untold: readonly UntoldFinding[];
  /** There on the day, and not on the one neighbours were compared of. */
  readonly notCompared: readonly NotCompared[];
  readonly findingById: ReadonlyMap<string, NeighbourFinding>;
  /** Not closed. */
  readonly open: readonly Hazard[];
  readonly openOfMine: ReadonlyMap<string, readonly Hazard[]>;
  /** Open hazards by the thing they name: featureKey. */
  readonly openOfFeature: ReadonlyMap<string, readonly Hazard[]>;
}

export interface ChapterParts {
  readonly objects: readonly PlanObject[];
  readonly gaps: readonly PlanGap[];
}

/** The day what the register says of now is of: what county.yaml says, else its newest entry; null: it has none. */
const registerDay = ({ catalog, mines }: PlanSources): string | null =>
  catalog.asOf ??
  mines.reduce<string | null>((newest, { history }) => {
    const last = history.at(-1)?.from ?? null;
    return last !== null && (newest === null || last > newest) ? last : newest;
  }, null);

/** Features have ids of their own within a mine. */
export const featureKey = (mine: string, feature: string): string => `${mine}\n${feature}`;

/** Findings about what is not there on the day are left out; the rest of the report is as the county was built. */
export const groundOf = (sources: PlanSources, on: string): PlanGround => {
  const asOf = registerDay(sources);
  const isPast = asOf !== null && on < asOf;
  const mines = sources.mines.map((mine) => ({ ...mine, ...mineOnDay(mine, isPast ? on : null) }));
  const there = (feature: CountyFeature): boolean => isThere(feature, on, on);
  const features = sources.features.filter(there);
  const { findings, untold } = findingsOfDay(sources.neighbours.findings, sources.features, there);
  const open = sources.hazards.filter(({ state }) => state !== 'closed');
  return {
    ...sources,
    on,
    mines,
    features,
    mineById: new Map(mines.map((mine) => [mine.id, mine])),
    nameOf: new Map([...mines, ...sources.outside].map(({ id, name }) => [id, name])),
    featuresOf: grouped(features, ({ mine }) => mine),
    thingById: new Map(sources.features.map((one) => [featureKey(one.mine, one.id), one])),
    findings,
    untold,
    notCompared: notComparedOn(sources.neighbours, on),
    findingById: new Map(findings.map((finding) => [finding.id, finding])),
    open,
    openOfMine: grouped(open, ({ mine }) => mine),
    openOfFeature: byFeature(open),
  };
};

/** Things by a key, in the order they come. */
export const grouped = <T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const held = groups.get(key);
    if (held) held.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
};

/** A mine nobody names keeps its id, so that it is not lost. */
export const mineName = ({ nameOf }: Pick<PlanGround, 'nameOf'>, mine: string): Bilingual =>
  nameOf.get(mine) ?? { zh: mine, en: mine };

export const field = (
  key: PlanField,
  value: Bilingual | null,
  tone: FieldTone = 'plain',
): PlanFieldValue => ({
  key,
  value,
  tone: value === null ? 'missing' : tone,
});

/** A hazard names a feature by its id in its mine; the county may write the mine or the layer before it. */
const byFeature = (hazards: readonly Hazard[]): Map<string, Hazard[]> => {
  const found = new Map<string, Hazard[]>();
  for (const hazard of hazards) {
    const { mine, place } = hazard;
    if (place.kind !== 'feature') continue;
    for (const name of [place.feature, `${mine}/${place.feature}`, `${place.layer}/${place.feature}`]) {
      const key = featureKey(mine, name);
      found.set(key, [...(found.get(key) ?? []), hazard]);
    }
  }
  return found;
};
