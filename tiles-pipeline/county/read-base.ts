import type { Feature, Geometry, Position } from 'geojson';
import type { Bilingual } from '../../domain/contracts/bilingual.ts';
import type { CountyCatalog } from '../../domain/contracts/county.ts';
import type { VectorGeometry } from '../read/read-result.ts';
import type { CountyRecords } from './county-records.ts';
import type { Degrees2 } from './place-in-degrees.ts';

/** What lies on the base map, WGS 84. */
export type BaseLayer = CountyCatalog['base']['layers'][number];
export type BaseFeature = Feature<Geometry, Record<string, string | number>>;
export type Town = CountyCatalog['towns'][number];

const LAYER_OF = {
  boundary: 'county',
  towns: 'town',
  water: 'water',
  rivers: 'river',
  roads: 'road',
  places: 'place',
} as const;
const SHAPE_OF = {
  boundary: 'polygons',
  towns: 'polygons',
  water: 'polygons',
  rivers: 'lines',
  roads: 'lines',
  places: 'points',
} as const;
const SHAPE_WORD = { polygons: 'polygon', lines: 'line', points: 'point' } as const;

export const isBaseKind = (kind: string): kind is keyof typeof LAYER_OF => kind in LAYER_OF;
export const layerOf = (kind: keyof typeof LAYER_OF): BaseLayer => LAYER_OF[kind];

/** null where a point has no place on the globe. */
export const degreesOf = (
  points: readonly (readonly [number, number, number | null])[],
  degrees: CountyRecords['degrees'],
): Degrees2[] | null => {
  const placed = points.map(([x, y]) => degrees(x, y));
  return placed.every((point) => point !== null) ? (placed as Degrees2[]) : null;
};

/** Rings as they must be: closed, of four positions at least. */
export const closeRing = (ring: readonly Degrees2[]): Degrees2[] => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : [...ring];
};

/** Polygons of a shape, each its rings; null where one is none. */
export const polygonsOf = (
  geometry: VectorGeometry | null,
  degrees: CountyRecords['degrees'],
): Degrees2[][][] | null => {
  if (geometry?.type !== 'polygons') return null;
  const polygons = geometry.polygons.map((polygon) =>
    polygon.map((ring) => closeRing(degreesOf(ring, degrees) ?? [])),
  );
  return polygons.length > 0 && polygons.flat().every((ring) => ring.length >= 4) ? polygons : null;
};

const geometryOf = (geometry: VectorGeometry | null, degrees: CountyRecords['degrees']): Geometry | null => {
  if (geometry === null) return null;
  if (geometry.type === 'polygons') {
    const polygons = polygonsOf(geometry, degrees);
    return polygons && { type: 'MultiPolygon', coordinates: polygons as Position[][][] };
  }
  if (geometry.type === 'lines') {
    const lines = geometry.lines.map((line) => degreesOf(line, degrees));
    return lines.every((line) => line !== null && line.length >= 2)
      ? { type: 'MultiLineString', coordinates: lines as Position[][] }
      : null;
  }
  const points = degreesOf(geometry.points, degrees);
  return points && points.length > 0 ? { type: 'MultiPoint', coordinates: points } : null;
};

/** Name in both languages; where the file has no English one, the Chinese stands for both. */
export const nameOf = (
  records: CountyRecords,
  record: CountyRecords['records'][number],
  fallback: string,
): Bilingual => {
  const zh = records.text(record, 'name') ?? fallback;
  return { zh, en: (records.has('nameEn') ? records.text(record, 'nameEn') : null) ?? zh };
};

/** Features of one layer of the base map. Names are `name` and `name_en`, what it is within its layer `class`. */
export const readBase = (records: CountyRecords): BaseFeature[] => {
  const kind = records.source.kind as keyof typeof LAYER_OF;
  return records.records.flatMap((record): BaseFeature[] => {
    const wanted = SHAPE_OF[kind];
    const shape = record.geometry?.type === wanted ? geometryOf(record.geometry, records.degrees) : null;
    if (!shape) {
      records.log.reject('county-shape-wrong', {
        row: record.row,
        params: { expected: SHAPE_WORD[wanted] },
      });
      return [];
    }
    const { zh, en } = nameOf(records, record, '');
    const level = kind === 'water' ? records.number(record, 'level') : null;
    const grade = kind in { rivers: 1, roads: 1, places: 1 } ? records.text(record, 'class') : null;
    records.log.made();
    return [
      {
        type: 'Feature',
        properties: {
          ...(zh ? { name: zh, name_en: en } : {}),
          ...(grade ? { class: grade } : {}),
          ...(level === null ? {} : { level }),
        },
        geometry: shape,
      },
    ];
  });
};

/** Towns with their land. An id that the file does not give is made of their order. */
export const readTowns = (records: CountyRecords): Town[] => {
  const taken = new Set<string>();
  return records.records.flatMap((record, i): Town[] => {
    const rings = polygonsOf(record.geometry, records.degrees);
    // A shape that is none was already said by the base map.
    if (!rings) return [];
    const written = records.text(record, 'id');
    const id = written && /^[a-z0-9][a-z0-9-]{0,62}$/u.test(written) ? written : `town-${i + 1}`;
    if (taken.has(id)) {
      records.log.reject('county-id-twice', { row: record.row, value: id });
      return [];
    }
    taken.add(id);
    return [{ id, name: nameOf(records, record, id), rings }];
  });
};
