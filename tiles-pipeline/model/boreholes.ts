import type { CatalogProperty } from '../../domain/contracts/catalog.ts';
import { boxDiagonal, boxOfPoints } from '../../domain/geometry/bounds.ts';
import { circleSection, sweepTube } from '../../domain/geometry/tube.ts';
import { type Metres, metres } from '../../domain/units/quantities.ts';
import { numberIn } from './assay-values.ts';
import { createClassLegend } from './class-legend.ts';
import { coarseTube } from './coarse-tube.ts';
import { booleanColumn, numberColumn, textColumn } from './columns.ts';
import { type ReadRecords, readRecords } from './feature-columns.ts';
import type { LoggedInterval } from './hole-intervals.ts';
import { assembleHoles, type Hole, type UnplacedHole } from './holes.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import { createLithologyLegend, NOT_LOGGED } from './lithology-legend.ts';
import { type LoggedStretch, loggedStretches } from './logged-stretches.ts';
import { type MineContext, type PlacedSource, recordsOf } from './mine-context.ts';

type HoleKind = 'borehole-collars' | 'borehole-surveys' | 'borehole-intervals';

const COLUMNS: readonly CatalogProperty[] = [
  textColumn('hole', '孔号', 'Hole'),
  numberColumn('from', '起始深度', 'From', 'm', 2),
  numberColumn('to', '终止深度', 'To', 'm', 2),
  numberColumn('thickness', '厚度（沿孔）', 'Length along hole', 'm', 2),
  textColumn('lithology', '岩性', 'Lithology'),
  booleanColumn('logged', '已编录', 'Logged'),
  numberColumn('topElevation', '顶标高', 'Top elevation', 'm', 1, { role: 'level' }),
  numberColumn('bottomElevation', '底标高', 'Bottom elevation', 'm', 1),
  numberColumn('collarElevation', '孔口标高', 'Collar elevation', 'm', 1),
  numberColumn('holeBottomElevation', '孔底标高', 'Hole bottom elevation', 'm', 1),
  numberColumn('holeDepth', '孔深', 'Hole depth', 'm', 1),
  booleanColumn('surveyed', '有测斜', 'Surveyed'),
  numberColumn('waterLevel', '水位标高', 'Water level', 'm', 1),
];

const SIDES = 8;
/** A tube may leave the true curve by this much. */
const CHORD_ERROR = metres(0.05);
const COARSE_CHORD_ERROR = metres(0.4);
/** Unlogged stretches are drawn at this share of the radius. */
const UNLOGGED_RADIUS = 0.4;
/** Overlapping intervals are drawn a little thicker, so that the second one can be seen and clicked. */
const OVERLAP_RADIUS = 1.2;

const NO_ASSAY: LegendKey = {
  key: 'no-assay',
  name: { zh: '有分段，未化验', en: 'interval without assay' },
  colour: '#7d8087',
};

/** A stretch with how the legend names it, and the feature that draws it in 3D. */
export interface DrawnStretch extends LoggedStretch {
  readonly legend: LegendKey;
  /** null: the hole has no place, so nothing of it is drawn in 3D. */
  readonly feature: string | null;
}

export interface BoreholeModel {
  readonly layer: SourcedLayer;
  readonly holes: readonly Hole[];
  readonly unplaced: readonly UnplacedHole[];
  /** By hole key, from the top down. */
  readonly stretches: ReadonlyMap<string, readonly DrawnStretch[]>;
  /** Attributes of intervals, and of collars (their ids begin with `hole_`). */
  readonly columns: {
    readonly intervals: readonly CatalogProperty[];
    readonly collars: readonly CatalogProperty[];
  };
  readonly radius: number;
}

/**
 * Boreholes: a tube an interval along the minimum-curvature path, coloured by rock, or by classes of the first
 * number where no rock is logged. Stretches without a log are there as well, thin and grey.
 */
export const boreholeLayer = (
  id: string,
  sources: readonly PlacedSource<HoleKind>[],
  mine: MineContext,
  waterLevels: (hole: Hole) => number | null,
): BoreholeModel => {
  const setsOf = (kind: HoleKind) =>
    sources.flatMap((placed) => {
      const set = placed.source.kind === kind ? recordsOf(placed) : null;
      return set ? [{ placed, set }] : [];
    });
  const collars = readRecords(setsOf('borehole-collars'), COLUMNS, 'hole_');
  const surveys = readRecords(setsOf('borehole-surveys'), COLUMNS, 'survey_');
  const intervals = readRecords(setsOf('borehole-intervals'), [...COLUMNS, ...collars.columns]);
  const { holes, unplaced } = assembleHoles(collars.read, surveys.read, intervals.read);
  const radius = tubeRadius(holes, mine);
  const colouring = chooseColours([...holes, ...unplaced], intervals, mine);
  const legendOf = (interval: LoggedInterval | null): LegendKey =>
    interval ? colouring.legendOf(interval) : NOT_LOGGED;
  const stretches = new Map<string, DrawnStretch[]>();
  const draft = createLayerDraft(
    layerHead(id, 'boreholes', sources),
    [...COLUMNS, ...intervals.columns, ...collars.columns],
    colouring.order,
  );
  for (const hole of holes) {
    const bottom = hole.path.at(metres(hole.depth)).height;
    const level = waterLevels(hole);
    const lineBetween = (from: number, to: number, chordError: Metres) =>
      hole.path
        .depthsBetween(metres(from), metres(to), chordError)
        .map((depth) => mine.frame.surveyToEnu(hole.path.at(depth)));
    const add = ({ from, to, interval, overlaps }: LoggedStretch): string => {
      const legend = legendOf(interval);
      const thicker = overlaps ? OVERLAP_RADIUS : 1;
      const size = interval ? radius * thicker : radius * UNLOGGED_RADIUS;
      const by = interval?.read.placed ?? hole.placed;
      const axis = lineBetween(from, to, CHORD_ERROR);
      const feature = draft.add({
        id: `${hole.key} ${from.toFixed(2)}–${to.toFixed(2)}`,
        title: `${hole.title} ${from.toFixed(2)}–${to.toFixed(2)} m`,
        provenance: by.provenance,
        source: by.id,
        axis,
        mesh: {
          ...sweepTube(axis, circleSection(size, SIDES), { frame: 'transport' }),
          coarse: coarseTube(lineBetween(from, to, COARSE_CHORD_ERROR), size),
        },
        legend,
        values: {
          ...hole.attributes,
          ...(interval ? interval.read.attributes(interval.record) : {}),
          hole: hole.title,
          from,
          to,
          thickness: to - from,
          lithology: interval?.lithology ?? null,
          logged: interval !== null,
          topElevation: hole.path.at(metres(from)).height,
          bottomElevation: hole.path.at(metres(to)).height,
          collarElevation: hole.collar.height,
          holeBottomElevation: bottom,
          holeDepth: hole.depth,
          surveyed: hole.stations > 0,
          waterLevel: level,
        },
      });
      if (interval) by.log.made();
      return feature;
    };
    stretches.set(
      hole.key,
      loggedStretches(hole).map((stretch) => ({
        ...stretch,
        legend: legendOf(stretch.interval),
        feature: add(stretch),
      })),
    );
    hole.placed.log.made();
  }
  for (const hole of unplaced) {
    const drawn = loggedStretches(hole).map((stretch) => ({
      ...stretch,
      legend: legendOf(stretch.interval),
      feature: null,
    }));
    stretches.set(hole.key, drawn);
    for (const { interval } of drawn) interval?.read.placed.log.made();
    hole.placed.log.made();
  }
  const columns = { intervals: intervals.columns, collars: collars.columns };
  return { layer: draft.finish(), holes, unplaced, stretches, columns, radius };
};

/** Thick enough to see from across the holes, thin enough to see between them. */
const tubeRadius = (holes: readonly Hole[], mine: MineContext): Metres => {
  const size = boxDiagonal(boxOfPoints(holes.map((hole) => mine.frame.surveyToEnu(hole.collar))));
  return metres(Math.min(4, Math.max(1.5, Number.isFinite(size) ? size / 800 : 0)));
};

interface Colouring {
  readonly order: readonly string[];
  legendOf(interval: LoggedInterval): LegendKey;
}

const chooseColours = (
  holes: readonly Pick<Hole, 'intervals'>[],
  intervals: { readonly read: readonly ReadRecords[]; readonly columns: readonly CatalogProperty[] },
  mine: MineContext,
): Colouring => {
  const all = holes.flatMap((hole) => hole.intervals);
  const hasRocks = intervals.read.some(({ roles }) => roles.has('lithology'));
  const assay = hasRocks ? undefined : intervals.columns.find(({ type }) => type === 'number');
  const values = assay ? all.flatMap((one) => numberIn(one, assay.id) ?? []) : [];
  if (assay && values.length > 0) {
    const { name, unit } = assay;
    const classes = createClassLegend({ id: assay.id, zh: name.zh, en: name.en, unit }, values);
    return {
      order: [...classes.keys, NO_ASSAY.key, NOT_LOGGED.key],
      legendOf: (one) => {
        const value = numberIn(one, assay.id);
        return value === null ? NO_ASSAY : classes.keyOf(value);
      },
    };
  }
  const legend = createLithologyLegend(
    mine.manifest.lithologies,
    all.map((one) => one.lithology),
  );
  if (legend.unknown.size > 0) {
    const codes = [...legend.unknown].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    intervals.read[0]?.placed.log.note('lithology-unknown', {
      column: intervals.read[0].roles.column('lithology'),
      params: {
        count: codes.length,
        intervals: codes.reduce((sum, [, count]) => sum + count, 0),
        codes: codes
          .slice(0, 40)
          .map(([code, count]) => `${code} (${count})`)
          .join(', '),
      },
    });
  }
  return { order: legend.order, legendOf: (one) => legend.entryOf(one.lithology) };
};
