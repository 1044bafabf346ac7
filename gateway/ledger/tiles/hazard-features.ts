import type { Feature, Geometry } from 'geojson';
import type { CountyFeature } from '../../../domain/contracts/county.ts';
import { FLAGS_JOINED_BY, type HazardTileProperties } from '../../../domain/contracts/county-tiles.ts';
import type { Elevation, Hazard } from '../../../domain/contracts/hazard.ts';
import { heightsOf } from '../../../domain/county/feature-heights.ts';
import { geometryOf } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { daysOverdue } from '../../../domain/hazards/five-fixed.ts';
import { type HazardFlag, hazardFlags } from '../../../domain/hazards/hazard-flags.ts';
import { standingOf } from '../../../domain/hazards/hazard-standing.ts';
import { mostPressing } from '../../../domain/hazards/most-pressing.ts';
import type { CountyScope } from '../../county/county-scope.ts';
import { geometryOfShape } from '../../county/tile-features.ts';
import type { VersionRow } from '../store/append-version.ts';
import { type BundlePlaces, placeKey } from './bundle-places.ts';

/** What a version says that no day and no map changes: kept in memory, where the ledger's text would be too large. */
export interface VersionFacts {
  readonly mine: string;
  /** Where it is drawn; else which feature of the mine's model it is. */
  readonly geometry: Geometry | { readonly layer: string; readonly feature: string };
  /** Between which heights a drawn one lies, as far as it is written. */
  readonly elevation: Elevation | null;
  readonly told: Omit<HazardTileProperties, 'overdue' | 'worst' | 'flags' | 'placeUnknown'>;
  readonly lacksCorroboration: boolean;
  readonly inDoubt: boolean;
  /** What presses besides the deadline. */
  readonly worst: HazardTileProperties['worst'];
}

/** A day before any deadline: then nothing is overdue. */
const FIRST_DAY = '0001-01-01';

export const factsOf = ({
  mine,
  number,
  content,
}: Pick<VersionRow, 'mine' | 'number' | 'content'>): VersionFacts => {
  const hazard = JSON.parse(content) as Hazard;
  const { id, title, category, state, place, elevation, found, fiveFixed } = hazard;
  const standing = standingOf(hazard, FIRST_DAY);
  return {
    mine,
    geometry: geometryOf(place) ?? (place as Extract<Hazard['place'], { kind: 'feature' }>),
    elevation: elevation ?? null,
    told: {
      ...{ id: `${mine}/${id}`, hazard: id, mine, version: number, title, category, state, found: found.on },
      corroboration: standing.crossValidation.status,
      fiveFixedMissing: standing.missing.length,
      deadline: fiveFixed.deadline,
    },
    lacksCorroboration: standing.lacksCorroboration,
    inDoubt: standing.inDoubt,
    worst: mostPressing(hazard, standing),
  };
};

/** Where a feature of a mine's model lies. */
export interface ModelPlace {
  readonly geometry: Geometry;
  /** Of the county's own list; null: the mine's bundle says it. */
  readonly listed: string | null;
  /** Metres in the county's height datum. */
  readonly bottom: number;
  readonly top: number;
}

/** Where features of mines' models lie, by the county's own list and then by the mines' bundles. */
export interface ModelPlaces {
  find(mine: string, layer: string, feature: string): ModelPlace | null;
}

/** County features of a mine's bundle are called mine/layer/feature; others by their own id. */
export const modelPlaces = (
  features: readonly CountyFeature[],
  bundles: ReadonlyMap<string, BundlePlaces>,
): ModelPlaces => {
  const byId = new Map(features.map((one) => [`${one.mine}\n${one.id}`, one]));
  return {
    find: (mine, layer, feature) => {
      const listed = byId.get(`${mine}\n${mine}/${layer}/${feature}`) ?? byId.get(`${mine}\n${feature}`);
      if (listed)
        return { geometry: geometryOfShape(listed.shape), listed: listed.id, ...heightsOf(listed.shape) };
      const own = bundles.get(mine)?.get(placeKey(layer, feature));
      return own ? { ...own, listed: null } : null;
    },
  };
};

const NO_FIXED = { responsible: null, measure: null, funding: null, contingencyPlan: null } as const;

type Judged = Pick<VersionFacts, 'told' | 'lacksCorroboration' | 'inDoubt'>;
const overdueOn = ({ told: { state, deadline } }: Judged, day: string): number | null =>
  daysOverdue({ state, fiveFixed: { ...NO_FIXED, deadline } }, day);

/** What a hazard is flagged with on a day. */
export const flagsOn = (facts: Judged, day: string): HazardFlag[] =>
  hazardFlags(facts.told.state, {
    overdue: overdueOn(facts, day),
    missing: facts.told.fiveFixedMissing,
    lacksCorroboration: facts.lacksCorroboration,
    inDoubt: facts.inDoubt,
  });

/** A version as it is drawn on a day. What lies at a place that cannot be found lies at the mine's point, and says so. */
export const featureOf = (
  facts: VersionFacts,
  scope: Pick<CountyScope, 'bundle'>,
  places: ModelPlaces,
  day: string,
): Feature | null => {
  const { mine, geometry, told, worst } = facts;
  const overdue = overdueOn(facts, day);
  const found =
    'layer' in geometry ? (places.find(mine, geometry.layer, geometry.feature)?.geometry ?? null) : geometry;
  const at = scope.bundle.mine.get(mine)?.at;
  const drawn = found ?? (at && { type: 'Point' as const, coordinates: [...at] });
  if (!drawn) return null;
  const flags = flagsOn(facts, day);
  const properties: HazardTileProperties = {
    ...told,
    overdue,
    flags: flags.length > 0 ? flags.join(FLAGS_JOINED_BY) : null,
    worst: overdue && told.state !== 'closed' ? 'overdue' : worst,
    placeUnknown: found === null,
  };
  return { type: 'Feature', geometry: drawn, properties: { ...properties } };
};
