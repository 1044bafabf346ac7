import { basename, extname } from 'node:path';
import { z } from 'zod';
import type { Finding } from '../../domain/contracts/finding.ts';
import type { FindingCode } from '../../domain/contracts/finding-texts.ts';
import { readBytes } from './file-bytes.ts';
import { type FindingPlace, fileError, findingAt, placeOf, type ReadOptions } from './finding-place.ts';
import type { Cell, Position3, VectorFeature, VectorGeometry, VectorLayer } from './read-result.ts';
import { decodeText, type TextEncoding } from './text-encoding.ts';

export interface GeojsonOptions extends ReadOptions {
  readonly encoding?: TextEncoding;
}

const position = z.array(z.number()).min(2);
const line = z.array(position).min(1);
const geometrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Point'), coordinates: z.union([position, z.tuple([])]) }),
  z.object({ type: z.literal('MultiPoint'), coordinates: z.array(position) }),
  z.object({ type: z.literal('LineString'), coordinates: z.array(position) }),
  z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line) }),
  z.object({ type: z.literal('Polygon'), coordinates: z.array(line) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(line).min(1)) }),
]);
const KNOWN_TYPES: readonly string[] = geometrySchema.options.map((option) => option.shape.type.value);
const crsSchema = z.object({ properties: z.object({ name: z.string() }) });
const featureSchema = z.object({
  type: z.literal('Feature'),
  geometry: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  name: z.string().optional(),
  crs: z.unknown().optional(),
  features: z.array(z.unknown()),
});

const at = (coordinates: readonly number[]): Position3 => [
  coordinates[0]!,
  coordinates[1]!,
  coordinates[2] ?? null,
];
const atAll = (coordinates: readonly (readonly number[])[]): Position3[] => coordinates.map(at);

const toGeometry = (geometry: z.output<typeof geometrySchema>): VectorGeometry | null => {
  if (geometry.coordinates.length === 0) return null;
  switch (geometry.type) {
    case 'Point':
      return { type: 'points', points: [at(geometry.coordinates)] };
    case 'MultiPoint':
      return { type: 'points', points: atAll(geometry.coordinates) };
    case 'LineString':
      return { type: 'lines', lines: [atAll(geometry.coordinates)] };
    case 'MultiLineString':
      return { type: 'lines', lines: geometry.coordinates.map(atAll) };
    case 'Polygon':
      return { type: 'polygons', polygons: [geometry.coordinates.map(atAll)] };
    case 'MultiPolygon':
      return { type: 'polygons', polygons: geometry.coordinates.map((polygon) => polygon.map(atAll)) };
  }
};

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
};

const parseJson = (text: string, place: FindingPlace): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/u.exec(reason)?.[1] ?? text.length);
    const row = text.slice(0, offset).split('\n').length;
    // Bytes, not characters: what an editor or `head -c` counts.
    const bytes = Buffer.byteLength(text.slice(0, offset));
    if (offset >= text.trimEnd().length || /end of JSON|Unterminated/u.test(reason)) {
      throw fileError(
        'file-truncated',
        { ...place, row },
        { params: { offset: bytes, part: 'JSON' } },
        error,
      );
    }
    throw fileError('file-damaged', { ...place, row }, { params: { reason } }, error);
  }
};

const readFeature = (
  value: unknown,
  row: number,
  place: FindingPlace,
  findings: Finding[],
): VectorFeature => {
  const reject = (code: FindingCode, params: Record<string, string>): void => {
    findings.push(findingAt('reject', code, { ...place, row }, { params }));
  };
  const feature = featureSchema.safeParse(value);
  if (!feature.success) {
    reject('geometry-broken', { reason: 'not a GeoJSON Feature' });
    return { row, geometry: null, attributes: {} };
  }
  const attributes = Object.fromEntries(
    Object.entries(feature.data.properties ?? {}).map(([name, cell]) => [name, cellOf(cell)]),
  );
  const raw = feature.data.geometry ?? null;
  if (raw === null) return { row, geometry: null, attributes };
  const type = typeof raw === 'object' && 'type' in raw ? String(raw.type) : '';
  if (!KNOWN_TYPES.includes(type)) {
    reject('geometry-unsupported', { type: type || 'unnamed' });
    return { row, geometry: null, attributes };
  }
  const geometry = geometrySchema.safeParse(raw);
  if (!geometry.success) {
    const issue = geometry.error.issues[0]!;
    reject('geometry-broken', { reason: `${issue.path.join('.')}: ${issue.message}` });
    return { row, geometry: null, attributes };
  }
  return { row, geometry: toGeometry(geometry.data), attributes };
};

const positionsOf = (geometry: VectorGeometry): readonly Position3[] => {
  if (geometry.type === 'points') return geometry.points;
  return geometry.type === 'lines' ? geometry.lines.flat() : geometry.polygons.flat(2);
};

const fitsGlobe = (features: readonly VectorFeature[]): boolean =>
  features.some((each) => each.geometry) &&
  features.every(
    ({ geometry }) =>
      !geometry || positionsOf(geometry).every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90),
  );

/**
 * A GeoJSON FeatureCollection, Feature or bare geometry. The old `crs` member is honoured; without one, coordinates
 * that all fit longitude and latitude are WGS 84 by RFC 7946 (note crs-assumed-geojson) and others declare none.
 * Throws SurveyFileError: file-missing, file-empty, file-truncated, file-damaged (with the line), encoding-bad-byte.
 */
export const readGeojson = async (file: string, options: GeojsonOptions): Promise<VectorLayer> => {
  const place = placeOf(file, options);
  const bytes = await readBytes(file, place);
  const decoded = decodeText(bytes, { ...place, encoding: options.encoding });
  const findings: Finding[] = [...decoded.findings];
  const json = parseJson(decoded.text, place);
  const collection = collectionSchema.safeParse(json);
  const single = typeof json === 'object' && json !== null && 'type' in json ? json : null;
  if (!collection.success && !single) {
    throw fileError('file-damaged', place, { params: { reason: 'not a GeoJSON object' } });
  }
  const values = collection.success
    ? collection.data.features
    : [single?.type === 'Feature' ? single : { type: 'Feature', geometry: single }];
  const features = values.map((value, index) => readFeature(value, index + 1, place, findings));
  const fields = [...new Set(features.flatMap((feature) => Object.keys(feature.attributes)))];
  const declared = crsSchema.safeParse(single && 'crs' in single ? single.crs : null);
  let crs = declared.success ? declared.data.properties.name : null;
  if (crs === null && fitsGlobe(features)) {
    crs = 'EPSG:4326';
    findings.push(findingAt('note', 'crs-assumed-geojson', place));
  }
  const name = collection.success ? collection.data.name : undefined;
  return { file: place.file, layer: name ?? basename(file, extname(file)), crs, fields, features, findings };
};
