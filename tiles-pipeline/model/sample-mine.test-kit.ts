import type { Finding } from '../../domain/contracts/finding.ts';
import { type MineManifest, manifestSchema, type SourceKind } from '../../domain/contracts/manifest.ts';
import { createMineFrame } from '../../domain/frame/mine-frame.ts';
import { createSurveySystem } from '../../domain/frame/survey-system.ts';
import { degrees, metres } from '../../domain/units/quantities.ts';
import type { Cell, VectorGeometry } from '../read/read-result.ts';
import type { MineContext, PlacedSource, SourceContent } from './mine-context.ts';
import { createPlacement, rasterSystem } from './placement.ts';
import { createSourceLog } from './source-log.ts';

/** UTM zone 50 about its own meridian: a scale of 0.9996, no rotation, so tests can tell metres from metres. */
const PROJ = '+proj=utm +zone=50 +datum=WGS84 +units=m';
/** The frame's origin in the sample survey system. */
export const SAMPLE_ORIGIN = { easting: 500_000, northing: 4_000_000 };
/** Grid metres are shorter than true ones by this on the central meridian. */
export const SAMPLE_SCALE = 0.9996;

export const sampleMine = (manifest: Partial<MineManifest> = {}): MineContext => {
  const survey = createSurveySystem({ proj: PROJ, axes: 'x-east-y-north', units: 'metre' });
  const { longitude, latitude } = survey.toGeographic({
    easting: metres(SAMPLE_ORIGIN.easting),
    northing: metres(SAMPLE_ORIGIN.northing),
    height: metres(0),
  });
  const frame = createMineFrame({
    survey,
    geoidSeparation: metres(0),
    origin: { longitude: degrees(longitude), latitude: degrees(latitude), ellipsoidHeight: metres(0) },
  });
  const parsed = manifestSchema.parse({
    hyalite: 1,
    id: 'sample',
    name: { zh: '样例', en: 'sample' },
    type: 'underground-metal',
    survey: { crs: PROJ, axes: 'x-east-y-north', verticalDatum: 'sample' },
    sources: [{ kind: 'terrain', file: 'none.tif' }],
    ...manifest,
  });
  return { manifest: parsed, frame, findings: [] };
};

/** A source of the sample mine; `options` are written as in mine.yaml. */
export const sampleSource = <K extends SourceKind>(
  mine: MineContext,
  kind: K,
  content: SourceContent,
  options: Record<string, unknown> = {},
): PlacedSource<K> => {
  const [source] = manifestSchema.shape.sources.parse([{ kind, file: `${kind}.csv`, ...options }]);
  const system = createSurveySystem({ proj: PROJ, axes: 'x-east-y-north', units: 'metre' });
  const raster = rasterSystem(PROJ, 'metre');
  const place = createPlacement(
    { system, raster, units: 'metre', axes: 'x-east-y-north', foreign: false },
    system,
  );
  const id = source!.id ?? kind;
  return {
    id,
    source,
    content,
    place,
    provenance: source!.provenance ?? 'measured',
    log: createSourceLog(mine.findings as Finding[], { id, kind, file: source!.file }, 0),
  } as unknown as PlacedSource<K>;
};

/** A table: header row, then cells; rows are numbered as in a file with a header. */
export const sampleTable = (
  headers: readonly string[],
  ...rows: readonly (readonly Cell[])[]
): SourceContent => ({
  form: 'records',
  set: {
    file: 'sample.csv',
    headers,
    records: rows.map((cells, i) => ({ row: i + 2, cells, geometry: null })),
  },
});

/** Features with a shape; coordinates are metres from the sample origin. */
export const sampleShapes = (
  headers: readonly string[],
  ...features: readonly { readonly cells: readonly Cell[]; readonly geometry: VectorGeometry }[]
): SourceContent => ({
  form: 'records',
  set: {
    file: 'sample.geojson',
    headers,
    records: features.map(({ cells, geometry }, i) => ({ row: i + 1, cells, geometry })),
  },
});

type XYZ = readonly [number, number, number | null];
export const at = ([x, y, z]: XYZ): XYZ => [SAMPLE_ORIGIN.easting + x, SAMPLE_ORIGIN.northing + y, z];
export const lineOf = (...points: readonly XYZ[]): VectorGeometry => ({
  type: 'lines',
  lines: [points.map(at)],
});
export const polygonOf = (...points: readonly XYZ[]): VectorGeometry => ({
  type: 'polygons',
  polygons: [[[...points, points[0]!].map(at)]],
});

/** "severity code" of every finding so far. */
export const saidOf = (mine: MineContext): string[] =>
  mine.findings.map(({ severity, code }) => `${severity} ${code}`);
