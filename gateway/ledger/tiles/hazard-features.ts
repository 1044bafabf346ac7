import type { Feature, Geometry } from 'geojson';
import type { CountyFeature } from '../../../domain/contracts/county.ts';
import { FLAGS_JOINED_BY, type HazardTileProperties } from '../../../domain/contracts/county-tiles.ts';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { geometryOf } from '../../../domain/hazards/exchange/ledger-geojson.ts';
import { daysOverdue } from '../../../domain/hazards/five-fixed.ts';
import { hazardFlags } from '../../../domain/hazards/hazard-flags.ts';
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
  readonly told: Omit<HazardTileProperties, 'overdue' | 'worst' | 'flags' | 'placeUnknown'>;
  readonly lacksCorroboration: boolean;
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
  const { id, title, category, state, place, found, fiveFixed } = hazard;
  const standing = standingOf(hazard, FIRST_DAY);
  return {
    mine,
    geometry: geometryOf(place) ?? (place as Extract<Hazard['place'], { kind: 'feature' }>),
    told: {
      ...{ id: `${mine}/${id}`, hazard: id, mine, version: number, title, category, state, found: found.on },
      corroboration: standing.crossValidation.status,
      fiveFixedMissing: standing.missing.length,
      deadline: fiveFixed.deadline,
    },
    lacksCorroboration: standing.lacksCorroboration,
    worst: mostPressing(hazard, standing),
  };
};

/** Where features of mines' models lie, by the county's own list and then by the mines' bundles. */
export interface ModelPlaces {
  find(mine: string, layer: string, feature: string): Geometry | null;
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
      if (listed) return geometryOfShape(listed.shape);
      return bundles.get(mine)?.get(placeKey(layer, feature)) ?? null;
    },
  };
};

/** A version as it is drawn on a day. What lies at a place that cannot be found lies at the mine's point, and says so. */
export const featureOf = (
  { mine, geometry, told, lacksCorroboration, worst }: VersionFacts,
  scope: Pick<CountyScope, 'bundle'>,
  places: ModelPlaces,
  day: string,
): Feature | null => {
  const overdue = daysOverdue(
    { state: told.state, fiveFixed: { ...NO_FIXED, deadline: told.deadline } },
    day,
  );
  const found = 'layer' in geometry ? places.find(mine, geometry.layer, geometry.feature) : geometry;
  const at = scope.bundle.mine.get(mine)?.at;
  const drawn = found ?? (at && { type: 'Point' as const, coordinates: [...at] });
  if (!drawn) return null;
  const flags = hazardFlags(told.state, { overdue, missing: told.fiveFixedMissing, lacksCorroboration });
  const properties: HazardTileProperties = {
    ...told,
    overdue,
    flags: flags.length > 0 ? flags.join(FLAGS_JOINED_BY) : null,
    worst: overdue && worst !== 'closed' ? 'overdue' : worst,
    placeUnknown: found === null,
  };
  return { type: 'Feature', geometry: drawn, properties: { ...properties } };
};

const NO_FIXED = { responsible: null, measure: null, funding: null, contingencyPlan: null } as const;
