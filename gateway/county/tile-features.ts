import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { CountyFeature } from '../../domain/contracts/county.ts';
import type {
  FeatureTileProperties,
  MineTileProperties,
  RightTileProperties,
  SiteTileProperties,
} from '../../domain/contracts/county-tiles.ts';
import { PARK_GRADES } from '../../domain/contracts/site-kind-ids.ts';
import { heightsOf } from '../../domain/county/feature-heights.ts';
import { isThere, mineOnDay } from '../../domain/county/mine-on-day.ts';
import { mineSeverity } from '../../domain/county/mine-severity.ts';
import { rightPolygons } from '../../domain/county/right-polygons.ts';
import { marksOf, NO_SITE_RULES, siteStanding, worstAnswer } from '../../domain/sites/site-standing.ts';
import type { CountyScope } from './county-scope.ts';

type Layers = Readonly<Record<string, FeatureCollection>>;

const feature = (geometry: Geometry, properties: object): Feature => ({
  type: 'Feature',
  geometry,
  properties: { ...properties },
});
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

const mineLayers = ({ mines }: CountyScope, on: string | null, today: string): Layers => {
  const points: { readonly severity: number; readonly sign: Feature }[] = [];
  const rights: Feature[] = [];
  for (const mine of mines) {
    const { id, name, type, town, owner, bundle, provenance, right } = mine;
    const is = mineOnDay(mine, on);
    const severity = mineSeverity(is);
    const told: MineTileProperties = { id, ...name, type, ...is, town, owner, bundle, provenance, severity };
    points.push({ severity, sign: feature({ type: 'Point', coordinates: [...mine.at] }, told) });
    if (right === null) continue;
    const { bottom, top, validUntil } = right;
    const parcels = rightPolygons(right);
    const valid = validUntil === null ? null : (on ?? today) <= validUntil;
    const of: RightTileProperties = { id, ...name, type, state: is.state, bottom, top, validUntil, valid };
    rights.push(feature({ type: 'MultiPolygon', coordinates: parcels }, of));
  }
  // What stands later in a tile is drawn above: told so, an engine need not sort them, which costs it a drawing call a rank.
  const signs = points.toSorted((a, b) => a.severity - b.severity).map(({ sign }) => sign);
  return { mines: collection(signs), rights: collection(rights) };
};

const extentOf = (shape: CountyFeature['shape']): { bottom: number; top: number; radius: number | null } => ({
  ...heightsOf(shape),
  radius: shape.type === 'line' ? shape.radius : null,
});

/** What is no longer than this in plan is a point there: tiles drop a line without length, at every zoom. */
const UPRIGHT_METRES = 1;
const METRES_PER_DEGREE = 111_320;

const isUpright = (line: readonly (readonly number[])[]): boolean => {
  const [east0 = 0, north0 = 0] = line[0] ?? [];
  const perEast = METRES_PER_DEGREE * Math.cos((north0 * Math.PI) / 180);
  return line.every(
    ([east = 0, north = 0]) =>
      Math.hypot((east - east0) * perEast, (north - north0) * METRES_PER_DEGREE) <= UPRIGHT_METRES,
  );
};

const topOf = (line: readonly (readonly number[])[]): Geometry => {
  const [east = 0, north = 0] = line.reduce((top, one) => (one[2]! > top[2]! ? one : top));
  return { type: 'Point', coordinates: [east, north] };
};

/** A feature's shape in plan; what stands upright is the point of its upper end. */
export const geometryOfShape = (shape: CountyFeature['shape']): Geometry => {
  switch (shape.type) {
    case 'prism':
      return { type: 'Polygon', coordinates: shape.rings };
    case 'line':
      if (isUpright(shape.line)) return topOf(shape.line);
      return { type: 'LineString', coordinates: shape.line.map(([east, north]) => [east, north]) };
    case 'sheet':
      return { type: 'LineString', coordinates: shape.trace };
  }
};

/** A closed shaft has its sign at its upper end, whatever its slope: of a short line tiles keep nothing from far off. */
const geometriesOf = ({ kind, shape }: Pick<CountyFeature, 'kind' | 'shape'>): Geometry[] => {
  const drawn = geometryOfShape(shape);
  const lacksSign = kind === 'closed-shaft' && shape.type === 'line' && drawn.type !== 'Point';
  return lacksSign ? [drawn, topOf(shape.line)] : [drawn];
};

const featureLayers = ({ features }: CountyScope, on: string | null, today: string): Layers => ({
  features: collection(
    features
      .filter((one) => isThere(one, on, today))
      .flatMap((one) => {
        const { id, mine, kind, name, method, plusMinus, holdsWater, waterLevel, conductive, partOf } = one;
        const properties: FeatureTileProperties = {
          ...{ id, ...name, mine, kind, method, plusMinus, holdsWater, waterLevel, conductive, partOf },
          shape: one.shape.type,
          ...extentOf(one.shape),
        };
        return geometriesOf(one).map((geometry) => feature(geometry, properties));
      }),
  ),
});

const siteLayers = ({ sites, bundle }: CountyScope, on: string | null, today: string): Layers => ({
  sites: collection(
    sites
      .filter((site) => isThere(site, on, today))
      .map((site) => {
        const { id, kind, name, town, risk, mine, provenance, at, fields } = site;
        const standing = siteStanding(site, bundle.catalog.siteRules ?? NO_SITE_RULES, on, today);
        const [flagged, marks] = [worstAnswer(standing), marksOf(site, standing)];
        const properties: SiteTileProperties = {
          ...{ id, ...name, kind, town, risk, mine, provenance },
          ...(kind === 'chemical-park' && {
            parkGrade: PARK_GRADES.find((grade) => grade === fields['parkGrade']) ?? 'unknown',
          }),
          ...(flagged && { flagged }),
          ...(marks.length > 0 && { marks: `|${marks.join('|')}|` }),
        };
        return feature({ type: 'Point', coordinates: [...at] }, properties);
      }),
  ),
});

/** What tiles of the register hold on a day, by layer. Null properties stay null: they are left out of the tile. */
export const registerLayers = (scope: CountyScope, on: string | null, today: string): Layers => ({
  ...mineLayers(scope, on, today),
  ...featureLayers(scope, on, today),
  ...siteLayers(scope, on, today),
});
