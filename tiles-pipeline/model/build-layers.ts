import type { SourceKind } from '../../domain/contracts/manifest.ts';
import type { RoadwayNetwork } from '../../domain/contracts/network.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import { buildNetwork, type NetworkLine } from '../../domain/workings/network.ts';
import { boreholeLayer } from './boreholes.ts';
import { caveLayers } from './cave-passages.ts';
import { type DrivingModel, drivingFacts } from './driving-facts.ts';
import { faultTraceLayer } from './fault-traces.ts';
import { goafWaterLayer } from './goaf-water.ts';
import { goafLayer, type PanelFloor } from './goafs.ts';
import { reportGroundDisagreement } from './ground-check.ts';
import { groundwaterLayer, latestReadings, levelElevation, readWaterLevels } from './groundwater-levels.ts';
import { holeLogs, type LayerLogs } from './hole-logs.ts';
import { readAssays, readStructures } from './hole-samples.ts';
import type { Hole } from './holes.ts';
import type { SourcedLayer } from './layer-draft.ts';
import type { UsualLayerId } from './layer-heads.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import { miningRightLayer } from './mining-right.ts';
import { collectPlaces, type PlaceCollection } from './places.ts';
import { plannedHeadingLayer } from './planned-headings.ts';
import { networkTolerance, roadwayLayer } from './roadways.ts';
import { type MineSeams, modelSeams } from './seams.ts';
import { shaftWays } from './shaft-ways.ts';
import { type ShaftAxis, shaftLayer } from './shafts.ts';
import { meshLayer } from './solids.ts';
import { groundOf, withSurface } from './surface-nodes.ts';
import { terrainLayer } from './terrain.ts';
import { withValueNames } from './value-names.ts';
import { waterBodyLayer } from './water-bodies.ts';

export interface BuiltLayers {
  readonly layers: readonly SourcedLayer[];
  readonly network: RoadwayNetwork | null;
  readonly places: PlaceCollection | null;
  readonly logs: readonly LayerLogs[];
  readonly driving: DrivingModel;
  readonly holes: readonly Hole[];
  readonly seams: MineSeams | null;
}

/** Sources of a kind by the layer they go to, in the order the manifest first names the layer. */
const groups = <K extends SourceKind>(
  sources: readonly PlacedSource[],
  kinds: readonly K[],
  usual: UsualLayerId | ((source: PlacedSource<K>) => string),
): [string, PlacedSource<K>[]][] => {
  const byLayer = new Map<string, PlacedSource<K>[]>();
  for (const placed of sources) {
    if (!(kinds as readonly string[]).includes(placed.source.kind)) continue;
    const one = placed as unknown as PlacedSource<K>;
    const id = placed.source.layerId ?? (typeof usual === 'string' ? usual : usual(one));
    byLayer.set(id, [...(byLayer.get(id) ?? []), one]);
  }
  return [...byLayer];
};

const HOLE_KINDS = [
  'borehole-collars',
  'borehole-surveys',
  'borehole-intervals',
  'borehole-water-levels',
  'borehole-assays',
  'borehole-structures',
] as const;

type HoleKind = (typeof HOLE_KINDS)[number];

const ofKind = <K extends HoleKind>(
  sources: readonly PlacedSource<HoleKind>[],
  kinds: readonly K[],
): PlacedSource<K>[] =>
  sources.filter(({ source }) =>
    (kinds as readonly string[]).includes(source.kind),
  ) as unknown as PlacedSource<K>[];

/** Every layer of the mine from its placed sources. A layer nothing came of is left out; its findings say why. */
export const buildLayers = (sources: readonly PlacedSource[], mine: MineContext): BuiltLayers => {
  const layers: SourcedLayer[] = [];
  const lines: NetworkLine[] = [];
  const logs: LayerLogs[] = [];
  const allHoles: Hole[] = [];
  const put = (layer: SourcedLayer | null): void => {
    if (layer && layer.features.length > 0) layers.push(withValueNames(layer, sources));
  };

  for (const [id, found] of groups(sources, ['terrain'], 'terrain')) put(terrainLayer(id, found, mine));
  for (const [id, found] of groups(sources, HOLE_KINDS, 'boreholes')) {
    const readings = readWaterLevels(ofKind(found, ['borehole-water-levels']));
    const latest = latestReadings(readings);
    const drilled = ofKind(found, ['borehole-collars', 'borehole-surveys', 'borehole-intervals']);
    const boreholes = boreholeLayer(id, drilled, mine, (hole) => {
      const reading = latest.get(hole.key);
      return reading ? levelElevation(reading, hole) : null;
    });
    const { layer, holes, unplaced, radius } = boreholes;
    put(layer);
    const beside = {
      readings,
      assays: readAssays(ofKind(found, ['borehole-assays']), [...holes, ...unplaced]),
      structures: readStructures(ofKind(found, ['borehole-structures']), [...holes, ...unplaced]),
    };
    logs.push(holeLogs(boreholes, beside, mine.frame, withValueNames(layer, sources).properties));
    allHoles.push(...holes);
    const waterId = id === 'boreholes' ? 'groundwater-levels' : `${id}-water`;
    put(groundwaterLayer(waterId, holes, readings, radius, mine));
  }
  // Bodies of different groups (ore, karst, strata) are different layers of the tree.
  for (const [id, found] of groups(sources, ['surfaces'], ({ source }) => `surfaces-${source.group}`))
    put(meshLayer(id, found, mine));
  for (const [id, found] of groups(sources, ['fault-traces'], 'fault-traces'))
    put(faultTraceLayer(id, found, sources, mine));
  for (const [id, found] of groups(sources, ['solids'], ({ source }) => `solids-${source.group}`))
    put(meshLayer(id, found, mine));

  const roadways = groups(sources, ['roadways'], 'roadways').map(([id, found]) =>
    roadwayLayer(id, found, mine, false),
  );
  for (const one of roadways) {
    put(one.layer);
    lines.push(...one.lines);
  }
  for (const [id, found] of groups(sources, ['cave-survey'], 'survey-legs')) {
    const cave = caveLayers(id, found, mine);
    for (const layer of cave.layers) put(layer);
    lines.push(...cave.lines);
  }
  const shafts: ShaftAxis[] = [];
  for (const [id, found] of groups(sources, ['shafts'], 'shafts')) {
    const built = shaftLayer(id, found, mine);
    put(built.layer);
    shafts.push(...built.shafts);
  }
  const planned = groups(sources, ['planned-headings'], 'planned-headings').map(([id, found]) =>
    plannedHeadingLayer(id, found, mine),
  );
  for (const { layer } of planned) put(layer);
  const panelFloors: PanelFloor[] = [];
  for (const [id, found] of groups(sources, ['goafs'], 'goafs')) {
    const { layer, goafs, floors } = goafLayer(id, found, mine);
    put(layer);
    panelFloors.push(...floors);
    put(goafWaterLayer(id === 'goafs' ? 'goaf-water' : `${id}-water`, goafs));
  }
  for (const [id, found] of groups(sources, ['water-bodies'], 'water-bodies'))
    put(waterBodyLayer(id, found, mine));
  for (const [id, found] of groups(sources, ['mining-right'], 'mining-right'))
    put(miningRightLayer(id, found, mine));

  const seams = modelSeams(panelFloors, mine);
  put(seams?.layer ?? null);

  reportGroundDisagreement(sources, mine);
  const tolerance = roadways.length > 0 ? networkTolerance(roadways) : metres(CAVE_TOLERANCE);
  const network =
    lines.length > 0
      ? withSurface(
          buildNetwork([...lines, ...shaftWays(shafts, lines, tolerance)], tolerance),
          groundOf(sources, mine),
          (at) => mine.frame.enuToSurvey(enu(...at)).height,
        )
      : null;
  if (network) reportParts(network, sources, tolerance);
  const places = collectPlaces(
    sources.filter((placed) => placed.source.kind === 'places') as PlacedSource<'places'>[],
    mine,
  );
  const driving = drivingFacts(sources, layers, planned, mine);
  return { layers, network, places, logs, driving, holes: allHoles, seams };
};

/** Survex files are exact to the centimetre: legs that meet share their station. */
const CAVE_TOLERANCE = 0.01;

const reportParts = (network: RoadwayNetwork, sources: readonly PlacedSource[], tolerance: number): void => {
  const owner =
    sources.find((placed) => placed.source.kind === 'roadways') ??
    sources.find((placed) => placed.source.kind === 'cave-survey');
  owner?.log.count('networkComponents', network.components.length);
  if (network.components.length > 1)
    owner?.log.warn('network-in-parts', {
      params: {
        components: network.components.length,
        tolerance,
        largest: Math.round(network.components[0]!.length),
        total: Math.round(network.components.reduce((sum, part) => sum + part.length, 0)),
      },
    });
};
