import { type BoreholeLog, latestWater, type WaterReading } from '../boreholes/borehole-log.ts';
import type { Language } from '../contracts/bilingual.ts';
import { projectPath } from '../geology/section/project-path.ts';
import type { SectionFrame } from '../geology/section/section.ts';
import type { DrawingLayer, Shape, XY } from './drawing.ts';
import {
  FINE_STROKE,
  LEAVES_MARK,
  NOT_LOGGED_FILL,
  NOT_LOGGED_NAME,
  TRACE_STROKE,
  WATER_COLOUR,
  WATER_MARK,
} from './hole-marks.ts';
import { acrossTrace, type HoleTrace, stripRing, traceAt, traceBetween } from './hole-trace.ts';
import { labelShapes, leftOutLabels, type PointLabel } from './label-shapes.ts';
import type { LegendItem } from './legend-box.ts';
import { multiplesIn, niceStep } from './nice-step.ts';
import { movedOnPaper, type PaperScale, paperDistance, symbolAt } from './paper-scale.ts';
import { rockFill } from './rock-fill.ts';

/** A stretch of a hole that lies in the band of a section, in the drawing's coordinates. */
export interface SectionHole extends HoleTrace {
  readonly log: BoreholeLog;
  /** Metres from the section at its upper end; positive towards the viewer. */
  readonly off: number;
  /** It begins at the collar, and ends at the bottom. */
  readonly fromCollar: boolean;
  readonly toBottom: boolean;
}

/** Holes within `band` metres of a section, laid into it. */
export const holesInSection = (
  frame: SectionFrame,
  logs: readonly BoreholeLog[],
  band: number,
  toDrawing: (s: number, t: number) => XY,
): SectionHole[] =>
  logs.flatMap((log) =>
    log.path
      ? projectPath(frame, log.path, band).map(
          ({ line, depth, off }): SectionHole => ({
            log,
            points: Array.from({ length: depth.length }, (_, i) => toDrawing(line[i * 2]!, line[i * 2 + 1]!)),
            depth: [...depth],
            off: off[0]!,
            fromCollar: depth[0] === 0,
            toBottom: Math.abs(depth.at(-1)! - log.depth) < 0.01,
          }),
        )
      : [],
  );

/** Millimetres on paper. */
const HALF_STRIP = 1.6;
const TICK = 1.2;
const TICK_SPACING = 10;
const NAME_SIZE = 2.6;
const DEPTH_SIZE = 1.7;
/** Metres; no band is wider. */
const FARTHEST = 100_000;
const AFTER_NAMES = -3 * FARTHEST;

/** What the band is called, on the drawing and in its legend. */
export const bandText = (band: number, language: Language): string =>
  language === 'zh' ? `钻孔（投影带两侧各 ${band} m）` : `Boreholes (within ${band} m of the line)`;

/** Layers of the holes of a section, lowest first, and their lines of the legend. `known` rocks are in the legend already. */
export const holeSectionLayers = (
  holes: readonly SectionHole[],
  o: {
    readonly band: number;
    readonly paper: PaperScale;
    readonly language: Language;
    readonly known: ReadonlySet<string>;
  },
): { readonly layers: DrawingLayer[]; readonly legend: LegendItem[] } => {
  const { paper, language } = o;
  const columns: Shape[] = [];
  const traces: Shape[] = [];
  const depths: Shape[] = [];
  const water: Shape[] = [];
  const names: PointLabel[] = [];
  const levels: PointLabel[] = [];
  const rocks = new Map<string, LegendItem>();
  let leaves = false;
  for (const hole of holes) {
    const { log, points } = hole;
    for (const interval of log.intervals) {
      const part = traceBetween(hole, interval.from, interval.to);
      if (part.length < 2) continue;
      const fill = interval.logged ? rockFill(interval.colour, interval.rock) : NOT_LOGGED_FILL;
      const label = (interval.logged ? interval.rock : NOT_LOGGED_NAME)[language];
      if (!o.known.has(label) && !rocks.has(label)) rocks.set(label, { label, fill });
      columns.push({
        type: 'area',
        rings: [stripRing(part, HALF_STRIP, HALF_STRIP, paper)],
        fill,
        stroke: FINE_STROKE,
        ...(interval.featureId ? { ref: { layerId: log.layerId, featureId: interval.featureId } } : {}),
      });
    }
    traces.push({ type: 'line', points, stroke: TRACE_STROKE });
    for (const [ends, at] of [
      [hole.fromCollar, points[0]!],
      [hole.toBottom, points.at(-1)!],
    ] as const) {
      if (ends) continue;
      leaves = true;
      traces.push(...symbolAt(LEAVES_MARK, at, paper));
    }
    depths.push(...depthTicks(hole, paper));
    const reading = latestWater(log);
    if (reading?.depth != null && covers(hole, reading.depth)) {
      const at = traceAt(hole, reading.depth);
      const left = movedOnPaper(at, -HALF_STRIP - 2.4, 0, paper);
      water.push(...symbolAt(WATER_MARK, left, paper));
      levels.push({
        at: movedOnPaper(left, -1.5, 0, paper),
        lines: waterLines(reading),
        size: DEPTH_SIZE,
        colour: WATER_COLOUR,
        bold: false,
        weight: AFTER_NAMES,
      });
    }
    names.push({
      at: movedOnPaper(points[0]!, 0, 1.5, paper),
      lines: nameLines(hole, language),
      size: NAME_SIZE,
      // The nearest to the line first; a hole that comes into the band from elsewhere after those that begin in it.
      weight: -Math.abs(hole.off) - (hole.fromCollar ? 0 : FARTHEST),
    });
  }
  const layer = (id: string, zh: string, en: string, shapes: readonly Shape[]): DrawingLayer => ({
    id,
    name: { zh, en },
    space: 'model',
    shapes,
  });
  // Names and water levels are placed together, so that they keep off one another.
  const placed = labelShapes(
    [...names, ...levels],
    holes.map(({ points }) => points),
    paper,
  );
  const [named, leveled] = [placed.slice(0, names.length), placed.slice(names.length)];
  const layers = [
    layer('HOLE-COLUMN', '钻孔柱状', 'Borehole columns', columns),
    layer('HOLE-TRACE', '钻孔轨迹', 'Borehole traces', traces),
    layer('HOLE-DEPTH', '钻孔深度', 'Borehole depths', depths),
    layer('HOLE-WATER', '钻孔水位', 'Water levels in boreholes', [...water, ...leveled.flat()]),
    layer('HOLE-NAME', '钻孔名', 'Borehole names', named.flat()),
  ].filter(({ shapes }) => shapes.length > 0);
  if (holes.length === 0) return { layers, legend: [] };
  const zh = language === 'zh';
  return {
    layers,
    legend: [
      { label: bandText(o.band, language), stroke: TRACE_STROKE },
      ...rocks.values(),
      ...(leaves
        ? [{ label: zh ? '钻孔由此出投影带' : 'Hole leaves the band here', symbol: LEAVES_MARK }]
        : []),
      ...(water.length > 0
        ? [{ label: zh ? '钻孔水位（最近一次）' : 'Water level (latest reading)', symbol: WATER_MARK }]
        : []),
      ...leftOutLabels(named, { zh: '孔名', en: 'borehole names' }, language),
      ...leftOutLabels(leveled, { zh: '水位数值', en: 'water levels' }, language),
    ],
  };
};

const covers = ({ depth }: HoleTrace, at: number): boolean => at >= depth[0]! && at <= depth.at(-1)!;

const waterLines = ({ elevation, depth, date }: WaterReading): string[] => [
  elevation === null ? `−${depth?.toFixed(2)} m` : elevation.toFixed(2),
  ...(date ? [date] : []),
];

const nameLines = ({ log, off, fromCollar }: SectionHole, language: Language): string[] => {
  const zh = language === 'zh';
  const away = Math.round(off);
  const lines = [log.title];
  if (fromCollar && log.height !== null) lines.push(log.height.toFixed(2));
  if (away !== 0) lines.push(zh ? `偏 ${signed(away)} m` : `${signed(away)} m off`);
  return lines;
};

const signed = (value: number): string => (value > 0 ? `+${value}` : `−${-value}`);

/** Round depths along the trace, and the depth of the bottom; none so near another that the figures would touch. */
const depthTicks = (hole: SectionHole, paper: PaperScale): Shape[] => {
  const { depth, points, log } = hole;
  const length = paperDistance(points[0]!, points.at(-1)!, paper);
  const metres = depth.at(-1)! - depth[0]!;
  if (!(length > 0) || metres <= 0) return [];
  const step = niceStep((TICK_SPACING * metres) / length);
  const shapes: Shape[] = [];
  const tick = (at: number, text: string): void => {
    const place = traceAt(hole, at);
    const [x, y] = acrossTrace(hole, at, paper);
    const on = (mm: number): XY => movedOnPaper(place, x * mm, y * mm, paper);
    const [from, to] = [on(HALF_STRIP), on(HALF_STRIP + TICK)];
    const [tx, ty] = on(HALF_STRIP + TICK + 0.5);
    shapes.push(
      { type: 'line', points: [from, to], stroke: FINE_STROKE },
      {
        type: 'text',
        at: movedOnPaper([tx, ty], 0, -0.6, paper),
        text,
        size: DEPTH_SIZE,
        anchor: 'start',
      },
    );
  };
  const bottom = hole.toBottom ? depth.at(-1)! : null;
  for (const at of multiplesIn(depth[0]!, depth.at(-1)!, step)) {
    if (at === 0 || (bottom !== null && (bottom - at) / step < 0.35)) continue;
    tick(at, String(at));
  }
  if (bottom !== null) tick(bottom, log.depth.toFixed(2));
  return shapes;
};
