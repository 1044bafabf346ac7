import { type EnuPoint, enu } from '../../domain/frame/coordinates.ts';
import type { FaultTrace } from '../../domain/geology/faults/fault-trace.ts';
import { generalStrike, traceSheet } from '../../domain/geology/faults/fault-trace.ts';
import { circleSection, sweepTube } from '../../domain/geometry/tube.ts';
import { coded, numberColumn, ORIGIN_VALUES, textColumn } from './columns.ts';
import { elevationRange } from './elevations.ts';
import { type ReadRecords, readRecords } from './feature-columns.ts';
import { createLayerDraft, type LayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead } from './layer-heads.ts';
import { joinMeshes } from './mesh-parts.ts';
import { type MineContext, type PlacedSource, recordsOf } from './mine-context.ts';
import { lineLength } from './placed-lines.ts';
import { worstProvenance } from './provenance.ts';
import type { SurveyRecord } from './records.ts';
import { type GroundAt, groundOf } from './surface-nodes.ts';
import { type TraceAttitude, traceAttitude } from './trace-attitude.ts';
import { groundLine } from './trace-lines.ts';

/** What came of a trace: only a sheet is a fault surface. */
export const TRACE_FORMS = ['sheet', 'ribbon', 'line'] as const;
export type TraceForm = (typeof TRACE_FORMS)[number];

const FORMS = coded({
  sheet: { zh: '沿倾角下推的面', en: 'sheet down the dip' },
  ribbon: { zh: '竖直示意面（倾角不明）', en: 'upright ribbon, dip not known' },
  line: { zh: '地表线（倾角不明）', en: 'line on the ground, dip not known' },
});

const COLUMNS = [
  textColumn('form', '表示方式', 'Drawn as', FORMS),
  numberColumn('dip', '倾角', 'Dip', '°', 0),
  numberColumn('dipDirection', '倾向', 'Dip direction', '°', 0),
  textColumn('dipSource', '倾角依据', 'Dip from', ORIGIN_VALUES),
  numberColumn('strike', '总体走向', 'General strike', '°', 0),
  numberColumn('throw', '落差', 'Throw', 'm', 1),
  textColumn('conductive', '导水性', 'Conducts water'),
  numberColumn('depthExtent', '下推深度', 'Drawn down to a depth of', 'm', 0),
  numberColumn('length', '迹线长度', 'Length of the trace', 'm', 0),
  numberColumn('zMin', '最低标高', 'Lowest elevation', 'm', 1, { role: 'level' }),
  numberColumn('zMax', '最高标高', 'Highest elevation', 'm', 1),
];

const COLOUR = '#c0453a';
const UNKNOWN_COLOUR = '#8f7f7b';
const legendOf = (form: TraceForm, colour: string | undefined): LegendKey =>
  ({
    sheet: {
      key: 'sheet',
      name: { zh: '断层面（由迹线推断）', en: 'fault from its trace' },
      colour: colour ?? COLOUR,
    },
    ribbon: {
      key: 'ribbon',
      name: { zh: '断层（倾角不明，竖直示意）', en: 'fault, dip not known, drawn upright' },
      colour: UNKNOWN_COLOUR,
    },
    line: {
      key: 'line',
      name: { zh: '断层迹线（倾角不明）', en: 'trace, dip not known' },
      colour: UNKNOWN_COLOUR,
    },
  })[form];

/** A line on the ground has no width: it is drawn so thick that it is seen beside its own length, metres. */
const THINNEST_LINE = 1;
const THICKEST_LINE = 20;
const LINE_SHARE = 1 / 1500;

/**
 * Faults from their lines on the ground: a sheet down the dip where dip, side and depth are known; else the line alone, or,
 * where mine.yaml asks for it, an upright ribbon that is said to be no more than that. What lies below the ground is
 * inferred, however well the line was mapped.
 */
export const faultTraceLayer = (
  id: string,
  sources: readonly PlacedSource<'fault-traces'>[],
  all: readonly PlacedSource[],
  mine: MineContext,
): SourcedLayer => {
  const sets = sources.flatMap((placed) => {
    const set = recordsOf(placed);
    return set ? [{ placed, set }] : [];
  });
  const { read, columns } = readRecords(sets, COLUMNS);
  const draft = createLayerDraft(
    layerHead(id, 'fault-traces', sources),
    [...COLUMNS, ...columns],
    TRACE_FORMS,
  );
  const ground = groundOf(all, mine);
  for (const one of read) {
    const { records } = one.set;
    // Of a file without a single dip that is said once, not of every row.
    const withoutAny = records.every((record) => one.roles.number(record, 'dip') === null);
    if (withoutAny && records.length > 0)
      one.placed.log.warn('traces-without-dip', {
        column: one.roles.column('dip'),
        params: { count: records.length },
      });
    let assumed = 0;
    for (const record of records) if (addTrace(one, record, draft, ground, mine, withoutAny)) assumed++;
    if (assumed > 0) one.placed.log.note('trace-dip-assumed', { params: { count: assumed } });
  }
  return draft.finish();
};

/** @returns whether its dip is the manifest's and not the file's */
const addTrace = (
  { placed: general, roles, attributes }: ReadRecords,
  record: SurveyRecord,
  draft: LayerDraft,
  ground: GroundAt,
  mine: MineContext,
  /** Said already of the whole file. */
  withoutAny: boolean,
): boolean => {
  const placed = general as PlacedSource<'fault-traces'>;
  const name = roles.text(record, 'name');
  const feature = roles.text(record, 'id') ?? name ?? String(record.row);
  const at = { row: record.row, feature };
  const trace = traceOf(record, placed, ground, mine, at);
  if (!trace) return false;
  const strike = generalStrike(trace);
  if (strike === null) {
    placed.log.reject('coordinates-invalid', at);
    return false;
  }
  const attitude = traceAttitude(roles, record, strike, placed, feature, withoutAny);
  const form: TraceForm =
    attitude.dip !== null && attitude.dipDirection !== null && attitude.depthExtent !== null
      ? 'sheet'
      : placed.source.withoutDip === 'ribbon' && attitude.depthExtent !== null
        ? 'ribbon'
        : 'line';
  const mesh = meshOf(form, trace, attitude, strike);
  const { min, max } = elevationRange(mesh.positions, mine.frame);
  draft.add({
    id: feature,
    title: name ?? feature,
    provenance: form === 'line' ? placed.provenance : worstProvenance([placed.provenance, 'inferred'])!,
    source: placed.id,
    mesh,
    legend: legendOf(form, placed.source.colour),
    values: {
      ...attributes(record),
      form,
      dip: attitude.dip,
      dipDirection: attitude.dipDirection,
      dipSource: attitude.dip === null ? null : attitude.isAssumed ? 'assumed' : 'measured',
      strike,
      throw: attitude.throw,
      conductive: roles.text(record, 'conductive'),
      depthExtent: form === 'line' ? null : attitude.depthExtent,
      length: trace.reduce((sum, line) => sum + lineLength(inFrame(line)), 0),
      zMin: min,
      zMax: max,
    },
  });
  placed.log.made();
  return attitude.isAssumed && form === 'sheet';
};

/** A trace is drawn in the mine's frame; the geometry of faults knows no frames. */
const inFrame = (line: FaultTrace[number]): EnuPoint[] =>
  line.map(([east, north, up]) => enu(east, north, up));

const traceOf = (
  { geometry }: SurveyRecord,
  placed: PlacedSource<'fault-traces'>,
  ground: GroundAt,
  mine: MineContext,
  at: { readonly row: number; readonly feature: string },
): FaultTrace | null => {
  if (geometry?.type !== 'lines') {
    placed.log.reject('line-expected', { ...at, params: { found: geometry?.type ?? 'none' } });
    return null;
  }
  const lines = geometry.lines.map((line) => groundLine(line, placed, ground, mine));
  if (lines.some((line) => line === null)) {
    placed.log.reject('coordinates-invalid', at);
    return null;
  }
  const runs = lines.flatMap((line) => line!.runs);
  const lost = lines.reduce((sum, line) => sum + line!.lost, 0);
  if (runs.length === 0) {
    placed.log.reject('trace-without-height', at);
    return null;
  }
  if (lost > 0) placed.log.warn('trace-off-terrain', { ...at, params: { count: lost } });
  return runs as unknown as FaultTrace;
};

const meshOf = (form: TraceForm, trace: FaultTrace, attitude: TraceAttitude, strike: number) => {
  if (form === 'sheet')
    return traceSheet(trace, {
      dip: attitude.dip!,
      dipDirection: attitude.dipDirection!,
      depth: attitude.depthExtent!,
    });
  if (form === 'ribbon')
    return traceSheet(trace, { dip: 90, dipDirection: strike + 90, depth: attitude.depthExtent! });
  const length = trace.reduce((sum, line) => sum + lineLength(inFrame(line)), 0);
  const radius = Math.min(THICKEST_LINE, Math.max(THINNEST_LINE, length * LINE_SHARE));
  return joinMeshes(
    trace.map((line) => sweepTube(inFrame(line), circleSection(radius, 4), { frame: 'transport' })),
  );
};
