import type {
  DrivingFacts,
  ObstacleFacts,
  PlannedHeadingFacts,
  RightFacts,
} from '../../domain/contracts/driving-facts.ts';
import { RECORDED_KINDS, type RecordedKind } from '../../domain/contracts/hazard-source.ts';
import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import { middleOf } from './goaf-shapes.ts';
import { plannedAreas, rightAreas, surveyedAreas } from './hazard-areas.ts';
import { type HazardRow, type HazardRows, hazardRows } from './hazard-rows.ts';
import type { SourcedLayer } from './layer-draft.ts';
import type { ModelFeature } from './layer-model.ts';
import { type MineContext, type PlacedSource, upOf } from './mine-context.ts';
import type { LineLayer } from './roadways.ts';

/** driving.json before the builder knows what it was made from. */
export type DrivingModel = Omit<DrivingFacts, 'format' | 'inputHash' | 'settings'>;

/**
 * What the survey files say of planned headings and of what they must not run into. Nothing is filled in: how a thing was
 * found, whether it holds water or carries it, and that a hole is sealed, are known only where a column says so. A kind of
 * obstacle counts as recorded only where every row of its files became one.
 */
export const drivingFacts = (
  sources: readonly PlacedSource[],
  layers: readonly SourcedLayer[],
  planned: readonly Pick<LineLayer, 'layer' | 'axes'>[],
  mine: MineContext,
): DrivingModel => {
  const obstacles: ObstacleFacts[] = [];
  const rights: RightFacts[] = [];
  const seen = new Set<RecordedKind>();
  const lost: DrivingFacts['lost'] = [];
  for (const placed of sources) {
    const kind = kindOf(placed);
    if (!kind) continue;
    const rows = hazardRows(placed);
    const features = featuresOf(placed, layers);
    if (kind === 'mining-right') rights.push(...rightAreas(placed, rows, mine));
    else obstacles.push(...features.flatMap((found) => obstacleOf(kind, placed, found, rows, mine)));
    const missing = Math.max(rejectedOf(placed), unmatched(placed, rows, features)) + marksOf(placed, layers);
    if (missing > 0) {
      lost.push({ kind, source: placed.id, rows: missing });
      placed.log.warn('hazard-rows-lost', { params: { count: missing } });
    }
    if (features.length > 0) seen.add(kind);
  }
  const absent = (mine.manifest.driving?.noneOf ?? []).map(({ obstacle }) =>
    obstacle === 'flooded-goaf' || obstacle === 'conductive-fault' ? null : obstacle,
  );
  const isLost = (kind: RecordedKind): boolean => lost.some((one) => one.kind === kind);
  return {
    headings: planned.flatMap(({ layer, axes }) => headingsOf(layer, axes, sources)),
    obstacles: withOwnIds(obstacles),
    rights,
    recorded: RECORDED_KINDS.filter(
      // Found where the mine states that there is none: the files are believed.
      (kind) => !isLost(kind) && (seen.has(kind) || absent.includes(kind)),
    ),
    lost,
    surveyed: surveyedAreas(sources, mine),
    plan: plannedAreas(sources, mine),
  };
};

/** What the features of a source are to a heading; null: nothing. */
const kindOf = ({ source }: PlacedSource): RecordedKind | null => {
  const said = source.hazard?.is;
  if (said !== undefined) return said === 'none' ? null : said;
  switch (source.kind) {
    case 'goafs':
      return 'goaf';
    case 'solids':
      return source.is === 'karst' ? 'karst' : null;
    case 'shafts':
      return 'closed-shaft';
    case 'borehole-collars':
      return 'poorly-sealed-borehole';
    case 'mining-right':
      return 'mining-right';
    case 'fault-traces':
      return 'fault';
    default:
      return null;
  }
};

interface FoundFeature {
  readonly layer: SourcedLayer;
  readonly feature: ModelFeature;
  /** As the file writes it, which `readRecords` and the hazard columns go by. */
  readonly written: string;
}

/** Features a source made, in layers that have a body of them: water in a goaf is no obstacle of its own. */
const featuresOf = (placed: PlacedSource, layers: readonly SourcedLayer[]): FoundFeature[] => {
  const derived = placed.source.kind === 'goafs' ? 'water' : null;
  if (placed.source.kind === 'borehole-collars') return holesOf(placed, layers);
  return layers
    .filter((layer) => layer.kind !== derived)
    .flatMap((layer) =>
      layer.features
        .filter((feature) => feature.properties.source === placed.id && !isMark(placed, feature))
        .map((feature) => ({
          layer,
          feature,
          // A repeated id is told apart by "(2)" in the layer.
          written: String(feature.properties.id).replace(/( \(\d+\))+$/, ''),
        })),
    );
};

/** Traces of which no surface could be made: the fault is known of, and nobody knows where it lies below the ground. */
const marksOf = (placed: PlacedSource, layers: readonly SourcedLayer[]): number =>
  layers
    .flatMap(({ features }) => features)
    .filter((feature) => feature.properties.source === placed.id && isMark(placed, feature)).length;

const isMark = ({ source }: PlacedSource, { properties }: ModelFeature): boolean =>
  source.kind === 'fault-traces' && properties.form !== 'sheet';

/** One for each hole: the intervals are drawn, the hole is what was drilled. */
const holesOf = (placed: PlacedSource, layers: readonly SourcedLayer[]): FoundFeature[] => {
  const layerId = placed.source.layerId ?? 'boreholes';
  const layer = layers.find(({ id }) => id === layerId);
  if (!layer) return [];
  const first = new Map<string, FoundFeature>();
  for (const feature of layer.features) {
    const written = String(feature.properties.hole);
    if (feature.axis && !first.has(written)) first.set(written, { layer, feature, written });
  }
  return [...first.values()];
};

const obstacleOf = (
  kind: RecordedKind,
  placed: PlacedSource,
  { layer, feature, written }: FoundFeature,
  rows: HazardRows,
  mine: MineContext,
): ObstacleFacts[] => {
  const { properties } = feature;
  const row = rows.of(written);
  const isHole = placed.source.kind === 'borehole-collars';
  if (isHole && row.sealed) return [];
  if (placed.source.kind === 'shafts' && properties.legend === 'open') return [];
  return [
    {
      id: isHole ? written : String(properties.id),
      name: isHole ? written : properties.title === null ? null : String(properties.title),
      kind,
      source: placed.id,
      body: isHole
        ? { type: 'line', lines: holeLines(layer, written) }
        : { type: 'mesh', layer: layer.id, feature: String(properties.id) },
      water: waterOf(kind, row, feature, mine),
      conductive: kind === 'fault' ? row.conductive : null,
      evidence: [...row.evidence],
      evidenceWritten: row.evidenceWritten,
      placed: isPlaced(kind, feature),
    },
  ];
};

/** Of a hole all that was drilled: its intervals one after another. */
const holeLines = (layer: SourcedLayer, hole: string): [number, number, number][][] =>
  layer.features.flatMap(({ axis, properties }) =>
    axis && axis.length > 1 && String(properties.hole) === hole ? [axis.map(([x, y, z]) => [x, y, z])] : [],
  );

const HOLDS_WATER: ReadonlySet<RecordedKind> = new Set([
  'goaf',
  'old-working',
  'karst',
  'aquifer',
  'closed-shaft',
  'neighbour-workings',
]);

const waterOf = (
  kind: RecordedKind,
  row: HazardRow,
  { properties, mesh }: ModelFeature,
  mine: MineContext,
): ObstacleFacts['water'] => {
  if (kind === 'fault') return row.conductive === false ? 'dry' : 'unknown';
  if (!HOLDS_WATER.has(kind)) return 'unknown';
  const said = [row.waterLevel, properties.waterLevel, properties.level].find(
    (level): level is number => typeof level === 'number',
  );
  // A level beside "dry" is a contradiction; the water is believed.
  if (said !== undefined) return { level: upOf(mine.frame, middleOf(mesh.positions), metres(said)) };
  if (kind === 'aquifer') return { level: null };
  return row.dry ? 'dry' : 'unknown';
};

/** Whether it is drawn where and as large as somebody found it, and not where an assumption put it. */
const isPlaced = (kind: RecordedKind, { properties: p }: ModelFeature): boolean => {
  if (kind === 'poorly-sealed-borehole') return p.surveyed === true;
  if (kind === 'closed-shaft') return p.depthState === 'given' && p.diameterSource === 'measured';
  if (kind !== 'fault' && p.watertight === false) return false;
  if (p.dipSource === 'assumed') return false;
  const assumed = p.thicknessSource === 'assumed' || p.sectionSource === 'assumed';
  return !assumed && !(typeof p.heightsInterpolated === 'number' && p.heightsInterpolated > 0);
};

const rejectedOf = ({ log }: PlacedSource): number => log.account().rowsRejected;

/** Rows whose mesh is not in the file, and holes without a height: known of, and lying nobody knows where. */
const unmatched = (
  { content, source }: PlacedSource,
  { ids, of }: HazardRows,
  features: readonly FoundFeature[],
): number => {
  const drawn = new Set(features.map(({ written }) => written));
  const missing = [...ids].filter((id) => !drawn.has(id));
  if (source.kind === 'borehole-collars') return missing.filter((id) => !of(id).sealed).length;
  return content.form === 'meshes' ? missing.length : 0;
};

/** Two layers may both have a "1". */
const withOwnIds = (obstacles: readonly ObstacleFacts[]): ObstacleFacts[] => {
  const count = new Map<string, number>();
  for (const { id } of obstacles) count.set(id, (count.get(id) ?? 0) + 1);
  return obstacles.map((one) => (count.get(one.id)! > 1 ? { ...one, id: `${one.source}:${one.id}` } : one));
};

const headingsOf = (
  layer: SourcedLayer,
  axes: readonly (readonly (readonly EnuPoint[])[])[],
  sources: readonly PlacedSource[],
): PlannedHeadingFacts[] =>
  layer.features.flatMap(({ properties: p }, i) => {
    const placed = sources.find(({ id }) => id === p.source) as PlacedSource<'planned-headings'>;
    const { lineIs, defaults } = placed.source;
    const isGiven = defaults?.width !== undefined && defaults.height !== undefined;
    const parts = axes[i]!;
    return parts.map((line, part): PlannedHeadingFacts => {
      const id = String(p.id);
      return {
        id: parts.length > 1 ? `${id}/${part + 1}` : id,
        feature: id,
        layer: layer.id,
        name: p.title === null ? null : String(p.title),
        line: line.map(([x, y, z]) => [x, y, z]),
        section: {
          shape: p.section as PlannedHeadingFacts['section']['shape'],
          width: Number(p.width),
          height: Number(p.height),
          lineIs,
          from: p.sectionSource === 'measured' ? 'file' : isGiven ? 'manifest' : 'nobody',
        },
        heightsInterpolated: Number(p.heightsInterpolated ?? 0),
        start: p.start === null || p.start === undefined ? null : String(p.start),
        end: p.end === null || p.end === undefined ? null : String(p.end),
      };
    });
  });
