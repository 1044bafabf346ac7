import type { Geometry } from 'geojson';
import { z } from 'zod';
import { contractIssues } from '../../contracts/contract-issues.ts';
import { type Hazard, type HazardPlace, hazardSchema } from '../../contracts/hazard.ts';
import type { ImportReject } from '../../contracts/ledger.ts';
import { type MarkOf, type MovedOf, NO_MARK, NO_VERSION, type VersionOf } from './ledger-tables.ts';
import type { ReadHazard, ReadLedger } from './read-ledger-tables.ts';

/** A drawn place as GeoJSON; null: it is a feature of the mine's model. */
export const geometryOf = (place: HazardPlace): Geometry | null => {
  switch (place.kind) {
    case 'feature':
      return null;
    case 'point':
      return { type: 'Point', coordinates: place.at };
    case 'line':
      return { type: 'LineString', coordinates: place.line };
    case 'polygon':
      return { type: 'Polygon', coordinates: place.rings };
  }
};

/** @returns null: a geometry of another kind than a hazard has */
export const placeOfGeometry = (geometry: { type?: unknown; coordinates?: unknown }): unknown => {
  switch (geometry.type) {
    case 'Point':
      return { kind: 'point', at: geometry.coordinates };
    case 'LineString':
      return { kind: 'line', line: geometry.coordinates };
    case 'Polygon':
      return { kind: 'polygon', rings: geometry.coordinates };
    default:
      return null;
  }
};

/**
 * A ledger as GeoJSON (RFC 7946, WGS 84): one feature a hazard, the hazard's fields as its properties. What lies in the mine's model
 * has no geometry and says under `place` which feature it is. `version` is the number of the version it was exported from, `origin`
 * says of a hazard that it is made up, or that nobody can tell; `movedDeadline` how its deadline was moved, null where it never was.
 */
export const ledgerGeoJson = (
  hazards: readonly Hazard[],
  versionOf: VersionOf = NO_VERSION,
  markOf: MarkOf = NO_MARK,
  movedOf: MovedOf | null = null,
): string => {
  const features = hazards.map((hazard) => {
    const { place, ...rest } = hazard;
    return JSON.stringify({
      type: 'Feature',
      geometry: geometryOf(place),
      properties: {
        ...rest,
        ...(place.kind === 'feature' && { place }),
        version: versionOf(hazard) ?? undefined,
        movedDeadline: movedOf?.(hazard),
        origin: markOf(hazard) ?? undefined,
      },
    });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
};

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.unknown()),
  crs: z.unknown().optional(),
});

/** Degrees of these are degrees of WGS 84 to within a metre; CRS84 is what RFC 7946 says where a file says nothing. */
const TAKEN: ReadonlySet<string> = new Set(['OGC:CRS84', 'EPSG:4326', 'EPSG:4490']);

/** The system a file of before RFC 7946 names (GeoJSON 2008, 3); null: none, which is WGS 84. */
const systemNamed = (crs: unknown): unknown =>
  crs === undefined || crs === null ? null : (at(crs, ['properties', 'name']) ?? crs);

/** "urn:ogc:def:crs:EPSG::4490", "http://www.opengis.net/def/crs/EPSG/0/4326" and "EPSG:4326" name their systems alike. */
const isTaken = (system: unknown): boolean => {
  if (typeof system !== 'string') return false;
  const [, authority, code] = /(EPSG|OGC)[:/](?:[\d.]*[:/])?(\w+)$/i.exec(system.trim()) ?? [];
  return TAKEN.has(`${authority}:${code}`.toUpperCase());
};
const featureSchema = z.object({
  type: z.literal('Feature'),
  geometry: z.looseObject({ type: z.string() }).nullish(),
  properties: z.record(z.string(), z.unknown()).nullable(),
});

const versionSchema = z.int().min(1).nullish();

const fault = (
  row: number | null,
  column: string | null,
  zh: string,
  en: string,
  value: unknown = null,
): ImportReject => ({
  sheet: null,
  row,
  column,
  value: value === null || value === undefined ? null : (JSON.stringify(value) ?? '').slice(0, 200),
  what: { zh, en },
  mend: {
    zh: '与导出的 GeoJSON 对照改正；坐标是 WGS 84，经度在前，每点两个数。',
    en: 'Compare it with an exported GeoJSON; coordinates are WGS 84, longitude first, two numbers each.',
  },
});

/** Whatever stands there is said of where the hazard comes from. */
const markOfOrigin = (origin: unknown): string | null =>
  origin === undefined || origin === null || origin === '' ? null : String(origin);

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (one, key) =>
      typeof one === 'object' && one !== null ? (one as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );

/** The hazards of a GeoJSON text; what is faulty is left out and told with the number of the feature, from 1. */
export const readLedgerGeoJson = (text: string, mine: string): ReadLedger => {
  const nothing = (what: ImportReject): ReadLedger => ({ rows: 0, hazards: [], rejects: [what] });
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return nothing(
      fault(
        null,
        null,
        `不是 JSON：${(error as Error).message}`,
        `This is no JSON: ${(error as Error).message}`,
      ),
    );
  }
  const collection = collectionSchema.safeParse(parsed);
  if (!collection.success)
    return nothing(fault(null, null, '不是 GeoJSON 要素集合。', 'This is no GeoJSON FeatureCollection.'));
  const { features, crs } = collection.data;
  const system = systemNamed(crs);
  if (system !== null && !isTaken(system))
    return nothing({
      ...fault(
        null,
        'crs',
        '图形不是 WGS 84 或 CGCS2000 经纬度，直接读会偏移。',
        'Its coordinates are not degrees of WGS 84 or CGCS2000: read as such they would lie elsewhere.',
        system,
      ),
      mend: {
        zh: '在 GIS 软件里把图层转换到 EPSG:4326，再导出 GeoJSON。',
        en: 'Transform the layer to EPSG:4326 in a GIS and export the GeoJSON again.',
      },
    });
  const hazards: ReadHazard[] = [];
  const rejects: ImportReject[] = [];
  const seen = new Map<string, number>();
  for (const [i, one] of features.entries()) {
    const row = i + 1;
    const feature = featureSchema.safeParse(one);
    if (!feature.success) {
      rejects.push(fault(row, null, '不是 GeoJSON 要素。', 'This is no GeoJSON feature.', one));
      continue;
    }
    const { geometry } = feature.data;
    const { version, origin, movedDeadline: _, ...properties } = feature.data.properties ?? {};
    const base = versionSchema.safeParse(version);
    if (!base.success) {
      rejects.push(
        fault(
          row,
          'version',
          '不是版本号：恢复导出时的数，新隐患不填。',
          'This is no number of a version: write what was exported, of a new hazard nothing.',
          version,
        ),
      );
      continue;
    }
    const place = geometry ? placeOfGeometry(geometry) : properties['place'];
    if (!place || (geometry && properties['place'])) {
      rejects.push(
        fault(
          row,
          'geometry',
          '要有一个点、线或面，或在 place 里写模型要素，二者只能有其一。',
          'It needs a Point, LineString or Polygon, or a feature of the model under place, and not both.',
          geometry?.type,
        ),
      );
      continue;
    }
    const read = hazardSchema.safeParse({ mine, ...properties, place });
    if (!read.success) {
      for (const { path, message } of contractIssues(hazardSchema, { mine, ...properties, place }))
        rejects.push(
          fault(
            row,
            path.join('.'),
            `不合要求：${message.zh}`,
            `It does not fit: ${message.en}`,
            at({ ...properties, place }, path),
          ),
        );
      continue;
    }
    const key = JSON.stringify([read.data.mine, read.data.id]);
    const twice = seen.get(key);
    if (twice !== undefined)
      rejects.push(
        fault(
          row,
          'id',
          `第 ${twice} 个要素已有这个编号。`,
          `Feature ${twice} has this id already.`,
          read.data.id,
        ),
      );
    else
      hazards.push({
        sheet: null,
        row,
        hazard: read.data,
        base: base.data ?? null,
        mark: markOfOrigin(origin),
      });
    seen.set(key, twice ?? row);
  }
  return { rows: features.length, hazards, rejects };
};
