import { type BoreholeLog, pointAtDepth } from '../boreholes/borehole-log.ts';
import type { Language } from '../contracts/bilingual.ts';
import type { GeologicalBody } from '../geology/geological-model.ts';
import type { ProjectedOutline } from '../geology/section/projected-outline.ts';
import type { SectionFrame } from '../geology/section/section.ts';
import { BODY_ORDER, BODY_STYLES } from './body-styles.ts';
import type { DrawingLayer, Shape, XY } from './drawing.ts';
import { piercingMark } from './hole-marks.ts';
import { labelShapes, leftOutLabels, type PointLabel } from './label-shapes.ts';
import type { LegendItem } from './legend-box.ts';
import { type PaperScale, symbolAt } from './paper-scale.ts';
import { patternOfNames } from './rock-patterns.ts';

/** A body as a longitudinal projection shows it. */
export interface ProjectedBody {
  /** Index in the list of bodies. */
  readonly body: number;
  readonly outline: ProjectedOutline;
}

/** Kinds that a longitudinal projection leaves out: what lies under everything it is about would only hide it. */
const LEFT_OUT: readonly string[] = ['solid', 'surface', 'water'];

/** Bodies that a longitudinal projection shows: what is mined, and what is in the way. */
export const isProjected = ({ kind }: GeologicalBody): boolean => !LEFT_OUT.includes(kind);

/** Layers of the projected bodies, lowest first; the ones furthest behind are drawn first within a kind. */
export const projectionLayers = (
  projected: readonly ProjectedBody[],
  o: {
    readonly bodies: readonly GeologicalBody[];
    readonly toDrawing: (s: number, t: number) => XY;
    readonly language: Language;
  },
): { readonly layers: DrawingLayer[]; readonly legend: LegendItem[] } => {
  const layers: DrawingLayer[] = [];
  const legend: LegendItem[] = [];
  const points = (line: Float64Array): XY[] =>
    Array.from({ length: line.length / 2 }, (_, i) => o.toDrawing(line[i * 2]!, line[i * 2 + 1]!));
  for (const kind of BODY_ORDER) {
    const style = BODY_STYLES[kind];
    const own = projected
      .filter(({ body }) => o.bodies[body]!.kind === kind)
      .sort((a, b) => a.outline.off[1] - b.outline.off[1]);
    if (own.length === 0) continue;
    const shapes = own.flatMap(({ body, outline }): Shape[] => {
      const { layerId, featureId, colour } = o.bodies[body]!;
      const ref = { layerId, featureId };
      const fill = style.fill(colour) ?? { colour: null };
      return [
        ...outline.fills.map((ring): Shape => ({ type: 'area', rings: [points(ring)], fill, ref })),
        ...outline.edges.map(
          (line): Shape => ({ type: 'line', points: points(line), stroke: style.stroke, ref }),
        ),
      ];
    });
    layers.push({ id: style.layer, name: style.name, space: 'model', shapes });
    const sample = style.fill(o.bodies[own[0]!.body]!.colour);
    legend.push({
      label: style.name[o.language],
      ...(sample ? { fill: sample } : {}),
      stroke: style.stroke,
    });
  }
  return { layers, legend };
};

/** What the legend says of how far beside the plane things are projected. */
export const projectionReach = (band: number | null, language: Language): string => {
  if (band === null) return language === 'zh' ? '投影范围：全部' : 'Projected: everything';
  return language === 'zh'
    ? `投影范围：投影面两侧各 ${band} m`
    : `Projected: what is within ${band} m of the plane`;
};

const LEVEL_STROKE = { colour: '#1f4e8c', width: 0.25, dash: [6, 1.2, 1, 1.2] };

/** Lines of the mine's levels from end to end, each with its height. */
export const levelLineLayer = (
  /** Heights above the datum. */
  heights: readonly number[],
  length: number,
  language: Language,
  paper: PaperScale,
): { readonly layers: DrawingLayer[]; readonly legend: LegendItem[] } => {
  const shapes = heights.flatMap((height): Shape[] => [
    {
      type: 'line',
      points: [
        [0, height],
        [length, height],
      ],
      stroke: LEVEL_STROKE,
    },
    {
      type: 'text',
      at: [0, height + (0.8 * paper.scale) / 1000 / paper.exaggeration],
      text: language === 'zh' ? `${height} m 中段` : `${height} m level`,
      size: 2.2,
      anchor: 'start',
      colour: LEVEL_STROKE.colour,
    },
  ]);
  return {
    layers:
      shapes.length > 0
        ? [{ id: 'LEVEL-LINE', name: { zh: '中段线', en: 'Level lines' }, space: 'model', shapes }]
        : [],
    legend:
      shapes.length > 0
        ? [
            {
              label: language === 'zh' ? '中段线（按巷道标高）' : 'Level (by its roadways)',
              stroke: LEVEL_STROKE,
            },
          ]
        : [],
  };
};

/** Where holes met ore: the middle of each stretch logged as ore, with the hole's name and how long the stretch is. */
export const oreMarks = (
  logs: readonly BoreholeLog[],
  o: {
    readonly frame: SectionFrame;
    readonly band: number | null;
    readonly paper: PaperScale;
    readonly language: Language;
    readonly toDrawing: (s: number, t: number) => XY;
  },
): { readonly layers: DrawingLayer[]; readonly legend: LegendItem[] } => {
  const marks: Shape[] = [];
  const names: PointLabel[] = [];
  for (const log of logs) {
    if (!log.path) continue;
    for (const interval of log.intervals) {
      if (!interval.logged || patternOfNames(interval.rock.zh, interval.rock.en) !== 'ore') continue;
      const place = placeInPlane(log.path, (interval.from + interval.to) / 2, o.frame);
      if (!place || (o.band !== null && Math.abs(place.off) > o.band)) continue;
      const at = o.toDrawing(place.s, place.t);
      const ref = interval.featureId ? { ref: { layerId: log.layerId, featureId: interval.featureId } } : {};
      for (const shape of symbolAt(piercingMark(interval.colour), at, o.paper))
        marks.push(shape.type === 'area' ? { ...shape, ...ref } : shape);
      names.push({
        at,
        lines: [log.title, `${(interval.to - interval.from).toFixed(1)} m`],
        size: 1.8,
        bold: false,
        weight: interval.to - interval.from,
      });
    }
  }
  if (marks.length === 0) return { layers: [], legend: [] };
  const named = labelShapes(names, [], o.paper);
  return {
    layers: [
      { id: 'HOLE-ORE', name: { zh: '钻孔见矿点', en: 'Holes in ore' }, space: 'model', shapes: marks },
      {
        id: 'HOLE-NAME',
        name: { zh: '钻孔名', en: 'Borehole names' },
        space: 'model',
        shapes: named.flat(),
      },
    ],
    legend: [
      {
        label: o.language === 'zh' ? '钻孔见矿点：孔号、沿孔长' : 'Hole in ore: name, length along it',
        symbol: piercingMark('#a23b3b'),
      },
      ...leftOutLabels(named, { zh: '孔名', en: 'borehole names' }, o.language),
    ],
  };
};

const placeInPlane = (
  path: Float64Array,
  depth: number,
  { pieces, length }: SectionFrame,
): { readonly s: number; readonly t: number; readonly off: number } | null => {
  const { origin, right } = pieces[0]!.plane;
  const [east, north, up] = pointAtDepth(path, depth);
  const [e, n] = [east - origin[0], north - origin[1]];
  const s = e * right[0] + n * right[1];
  return s < 0 || s > length ? null : { s, t: up, off: e * right[1] - n * right[0] };
};
