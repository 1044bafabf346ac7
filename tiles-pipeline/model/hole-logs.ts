import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import type { LogsFile } from '../../domain/contracts/logs.ts';
import type { MineFrame } from '../../domain/frame/mine-frame.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { BoreholeModel, DrawnStretch } from './boreholes.ts';
import { depthAtElevation, levelElevation, type WaterReading } from './groundwater-levels.ts';
import type { BesideLogs, HoleSample, HoleStructure } from './hole-samples.ts';
import type { Hole, UnplacedHole } from './holes.ts';
import type { LegendKey } from './layer-draft.ts';

/** The logs of one layer of boreholes. */
export interface LayerLogs {
  readonly layer: LogsFile['layers'][number];
  readonly holes: LogsFile['holes'];
}

type LoggedHoleEntry = LogsFile['holes'][number];

/** Straight pieces of a path leave the true curve by this much at most. */
const CHORD_ERROR = metres(0.05);

/** Millimetres: no depth is logged better. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000 + 0;

/**
 * What was logged in every hole of a layer, placed or not.
 * @param named columns of the layer with the names of their coded values
 */
export const holeLogs = (
  model: BoreholeModel,
  beside: {
    readonly readings: readonly WaterReading[];
    readonly assays: BesideLogs<HoleSample>;
    readonly structures: BesideLogs<HoleStructure>;
  },
  frame: MineFrame,
  named: readonly CatalogProperty[],
): LayerLogs => {
  const { readings, assays, structures } = beside;
  const rocks: LegendKey[] = [];
  const rockOf = (legend: LegendKey): number => {
    const known = rocks.findIndex(({ key }) => key === legend.key);
    return known < 0 ? rocks.push(legend) - 1 : known;
  };
  const common = (hole: Hole | UnplacedHole) => ({
    layer: model.layer.id,
    hole: hole.key,
    title: hole.title,
    provenance: hole.placed.provenance,
    depth: rounded(hole.depth),
    surveyed: hole.stations > 0,
    values: hole.attributes,
    intervals: (model.stretches.get(hole.key) ?? []).map((stretch) => intervalEntry(stretch, rockOf)),
    structures: (structures.byHole.get(hole.key) ?? []).map(({ from, kind, dip, dipDirection, values }) => ({
      depth: rounded(from),
      kind,
      dip,
      dipDirection,
      values,
    })),
    assays: (assays.byHole.get(hole.key) ?? []).map(({ from, to, values }) => ({
      from: rounded(from),
      to: rounded(to),
      values,
    })),
  });
  const readingsOf = (hole: Hole | UnplacedHole) => readings.filter((one) => one.hole === hole.key);
  const holes: LoggedHoleEntry[] = [
    ...model.holes.map(
      (hole): LoggedHoleEntry => ({
        ...common(hole),
        plan: { easting: rounded(hole.collar.easting), northing: rounded(hole.collar.northing) },
        height: rounded(hole.collar.height),
        path: pathOf(hole, frame),
        water: readingsOf(hole).map((reading) => {
          const elevation = levelElevation(reading, hole);
          return {
            depth: rounded(reading.depth ?? depthAtElevation(hole, elevation)),
            elevation: rounded(elevation),
            date: reading.date,
          };
        }),
      }),
    ),
    ...model.unplaced.map(
      (hole): LoggedHoleEntry => ({
        ...common(hole),
        plan: hole.plan && { easting: rounded(hole.plan.easting), northing: rounded(hole.plan.northing) },
        height: null,
        path: null,
        water: readingsOf(hole).map(({ depth, elevation, date }) => ({ depth, elevation, date })),
      }),
    ),
  ];
  const withNames = (columns: readonly CatalogProperty[]): CatalogProperty[] =>
    columns.map((column) => named.find(({ id }) => id === column.id) ?? column);
  return {
    layer: {
      layer: model.layer.id,
      rocks: rocks.map(({ key, name, colour }) => ({ key, name, colour })),
      intervalColumns: withNames(model.columns.intervals),
      collarColumns: withNames(model.columns.collars),
      structureColumns: [...structures.columns],
      assayColumns: [...assays.columns],
    },
    holes,
  };
};

const intervalEntry = (
  { from, to, interval, legend, feature }: DrawnStretch,
  rockOf: (legend: LegendKey) => number,
): LoggedHoleEntry['intervals'][number] => ({
  from: rounded(from),
  to: rounded(to),
  rock: rockOf(legend),
  lithology: interval?.lithology ?? null,
  logged: interval !== null,
  feature,
  source: interval?.read.placed.id ?? null,
  values: interval ? interval.read.attributes(interval.record) : {},
});

const pathOf = (hole: Hole, frame: MineFrame): number[] =>
  hole.path
    .depthsBetween(metres(0), metres(hole.depth), CHORD_ERROR)
    .flatMap((depth) => [depth, ...frame.surveyToEnu(hole.path.at(depth))].map(rounded));
