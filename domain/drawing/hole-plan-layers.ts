import type { BoreholeLog } from '../boreholes/borehole-log.ts';
import type { Language } from '../contracts/bilingual.ts';
import type { DrawingLayer, Shape, XY } from './drawing.ts';
import { COLLAR_MARK, piercingMark, TRACE_STROKE, UNPLACED_MARK } from './hole-marks.ts';
import { labelShapes, leftOutLabels, type PointLabel } from './label-shapes.ts';
import type { LegendItem } from './legend-box.ts';
import { type PaperScale, symbolAt } from './paper-scale.ts';

export interface HolePlanOptions {
  /** ENU up of the level. */
  readonly up: number;
  readonly paper: PaperScale;
  readonly language: Language;
  /** East and north in the mine's frame to the drawing's easting and northing. */
  readonly toDrawing: (east: number, north: number) => XY;
  /** Added to eastings of collars that have no place in the mine's frame, metres. */
  readonly eastingOffset: number;
}

const NAME_SIZE = 2.2;
/** Metres; no hole is deeper. */
const DEEPEST = 100_000;

/** Where a hole shows on a plan: its collar, all of its way, and where it goes through the level. */
export const holePlanPoints = (
  logs: readonly BoreholeLog[],
  o: Pick<HolePlanOptions, 'toDrawing' | 'eastingOffset'>,
): XY[] => logs.flatMap((log) => traceOf(log, o));

const traceOf = (
  { path, plan }: BoreholeLog,
  { toDrawing, eastingOffset }: Pick<HolePlanOptions, 'toDrawing' | 'eastingOffset'>,
): XY[] => {
  if (path)
    return Array.from({ length: path.length / 4 }, (_, i) => toDrawing(path[i * 4 + 1]!, path[i * 4 + 2]!));
  return plan ? [[plan.easting + eastingOffset, plan.northing]] : [];
};

/** Layers of the holes of a plan, lowest first, and their lines of the legend. A hole without a known place in plan cannot be drawn, and is counted. */
export const holePlanLayers = (
  logs: readonly BoreholeLog[],
  o: HolePlanOptions,
): { readonly layers: DrawingLayer[]; readonly legend: LegendItem[] } => {
  const zh = o.language === 'zh';
  const traces: Shape[] = [];
  const collars: Shape[] = [];
  const piercings: Shape[] = [];
  const names: PointLabel[] = [];
  const lines: XY[][] = [];
  let unplaced = false;
  let nowhere = 0;
  for (const log of logs) {
    const trace = traceOf(log, o);
    const [collar] = trace;
    if (!collar) {
      nowhere++;
      continue;
    }
    if (trace.length > 1) lines.push(trace);
    if (trace.length > 1) traces.push({ type: 'line', points: trace, stroke: TRACE_STROKE });
    if (log.path) collars.push(...symbolAt(COLLAR_MARK, collar, o.paper));
    else {
      unplaced = true;
      collars.push(...symbolAt(UNPLACED_MARK, collar, o.paper));
    }
    const through = crossing(log, o.up);
    if (through) {
      const { colour, featureId } = through;
      const ref = featureId ? { ref: { layerId: log.layerId, featureId } } : {};
      for (const shape of symbolAt(piercingMark(colour), o.toDrawing(...through.at), o.paper))
        piercings.push(shape.type === 'area' ? { ...shape, ...ref } : shape);
    }
    const height = log.height === null ? '?' : log.height.toFixed(1);
    names.push({
      at: collar,
      lines: [log.title, `${height} / ${log.depth.toFixed(1)}`],
      size: NAME_SIZE,
      // A hole that goes through the level says more of it than one that ends above; then the deeper.
      weight: (through ? DEEPEST : 0) + log.depth,
    });
  }
  const layer = (id: string, zhName: string, en: string, shapes: readonly Shape[]): DrawingLayer => ({
    id,
    name: { zh: zhName, en },
    space: 'model',
    shapes,
  });
  const named = labelShapes(names, lines, o.paper);
  const legend: LegendItem[] = [];
  if (collars.length > 0) {
    if (logs.some(({ path }) => path))
      legend.push({
        label: zh ? '钻孔：孔口标高 / 孔深' : 'Borehole: collar height / depth',
        symbol: COLLAR_MARK,
      });
    if (traces.length > 0)
      legend.push({ label: zh ? '钻孔水平投影' : 'Borehole trace in plan', stroke: TRACE_STROKE });
    if (piercings.length > 0)
      legend.push({
        label: zh ? '钻孔穿过本水平（岩性色）' : 'Hole through this level (rock colour)',
        symbol: piercingMark('#c8c8c8'),
      });
    if (unplaced)
      legend.push({
        label: zh ? '孔口标高未知的钻孔' : 'Borehole, collar height unknown',
        symbol: UNPLACED_MARK,
      });
  }
  legend.push(...leftOutLabels(named, { zh: '孔名', en: 'borehole names' }, o.language));
  if (nowhere > 0)
    legend.push({
      label: zh ? `另有 ${nowhere} 孔坐标未知，未画` : `${nowhere} hole(s) of unknown place, not drawn`,
    });
  const layers = [
    layer('HOLE-TRACE', '钻孔轨迹', 'Borehole traces', traces),
    layer('HOLE-LEVEL', '钻孔穿层点', 'Boreholes through the level', piercings),
    layer('HOLE-COLLAR', '钻孔孔口', 'Borehole collars', collars),
    layer('HOLE-NAME', '钻孔名', 'Borehole names', named.flat()),
  ].filter(({ shapes }) => shapes.length > 0);
  return { layers, legend };
};

/** Where a hole goes through a height, first from above, and the rock it is in there. */
const crossing = (
  { path, intervals }: BoreholeLog,
  up: number,
): {
  readonly at: readonly [number, number];
  readonly colour: string;
  readonly featureId: string | null;
} | null => {
  if (!path) return null;
  for (let i = 4; i < path.length; i += 4) {
    const [high, low] = [path[i - 1]!, path[i + 3]!];
    if (high < up === low < up) continue;
    const f = (up - high) / (low - high);
    const at = (k: number): number => path[i - 4 + k]! + f * (path[i + k]! - path[i - 4 + k]!);
    const depth = at(0);
    const interval = intervals.find(({ from, to }) => from <= depth && depth <= to);
    return {
      at: [at(1), at(2)],
      colour: interval?.logged ? interval.colour : '#ffffff',
      featureId: interval?.featureId ?? null,
    };
  }
  return null;
};
