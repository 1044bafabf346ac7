import type { Language } from '../contracts/bilingual.ts';
import type { PlanFeature } from '../contracts/plans.ts';
import { GROWN, MOVED, type PlanDifference } from '../plans/plan-difference.ts';
import type { DrawingLayer, Shape, Stroke, XY } from './drawing.ts';
import { labelShapes, leftOutLabels, type PointLabel } from './label-shapes.ts';
import type { LegendItem } from './legend-box.ts';
import { type PaperScale, symbolAt } from './paper-scale.ts';

/** How each kind of difference looks: line, sign and word, and only then colour. */
const LOOKS = {
  unchanged: { stroke: { colour: '#9a9a9a', width: 0.15 }, sign: '', zh: '未变', en: 'Unchanged' },
  added: {
    stroke: { colour: '#0b6b2e', width: 0.6 },
    sign: '＋',
    zh: '新增（＋，粗实线）',
    en: 'Added (＋, heavy line)',
  },
  removed: {
    stroke: { colour: '#b00020', width: 0.4, dash: [2.5, 1.2] },
    sign: '－',
    zh: '消失（－，虚线）',
    en: 'Gone (－, dashed)',
  },
  changed: {
    stroke: { colour: '#a35a00', width: 0.4, dash: [3, 0.8, 0.6, 0.8] },
    sign: '△',
    zh: '变化（△，点画线；细线为原来）',
    en: 'Changed (△; thin: before)',
  },
} as const satisfies Record<string, { stroke: Stroke; sign: string; zh: string; en: string }>;
type Look = keyof typeof LOOKS;

const BEFORE: Stroke = { colour: '#a35a00', width: 0.13 };
const NAME_SIZE = 2.2;

/** A sign that is drawn, not written: fonts may lack it. */
const SIGNS: Readonly<Record<Exclude<Look, 'unchanged'>, readonly Shape[]>> = {
  added: [
    stroke(
      [
        [-1.2, 0],
        [1.2, 0],
      ],
      LOOKS.added.stroke.colour,
    ),
    stroke(
      [
        [0, -1.2],
        [0, 1.2],
      ],
      LOOKS.added.stroke.colour,
    ),
  ],
  removed: [
    stroke(
      [
        [-1.2, 0],
        [1.2, 0],
      ],
      LOOKS.removed.stroke.colour,
    ),
  ],
  changed: [
    stroke(
      [
        [-1.2, -1],
        [1.2, -1],
        [0, 1.2],
      ],
      LOOKS.changed.stroke.colour,
      true,
    ),
  ],
};

function stroke(points: readonly XY[], colour: string, closed = false): Shape {
  return { type: 'line', points, closed, stroke: { colour, width: 0.5 } };
}

const outline = ({ kind, ring }: PlanFeature, line: Stroke, at: (point: XY) => XY): Shape => ({
  type: 'line',
  points: ring.map(at),
  closed: kind !== 'borehole',
  stroke: line,
});

/**
 * What changed between two as-built plans, as layers of a plan drawing: outlines in plan, each with a sign and a name, and counts in the legend.
 * @param o.eastingOffset added to eastings: the zone number that the mine's tables write before them
 */
export const differenceLayers = (
  difference: PlanDifference,
  o: { readonly paper: PaperScale; readonly language: Language; readonly eastingOffset: number },
): { readonly layers: DrawingLayer[]; readonly legend: LegendItem[] } => {
  const { language } = o;
  const at = ([e, n]: XY): XY => [e + o.eastingOffset, n];
  const zh = language === 'zh';
  const named: { readonly look: Exclude<Look, 'unchanged'>; readonly features: readonly PlanFeature[] }[] = [
    { look: 'removed', features: difference.removed },
    { look: 'changed', features: difference.changed.map(({ after }) => after) },
    { look: 'added', features: difference.added },
  ];
  const labels: PointLabel[] = [];
  const layers: DrawingLayer[] = [
    {
      id: 'UNCHANGED',
      name: LOOKS.unchanged,
      space: 'model',
      shapes: difference.unchanged.map((feature) => outline(feature, LOOKS.unchanged.stroke, at)),
    },
    {
      id: 'BEFORE',
      name: { zh: '变化前', en: 'Before the change' },
      space: 'model',
      shapes: difference.changed.map(({ before }) => outline(before, BEFORE, at)),
    },
  ];
  for (const { look, features } of named) {
    const { stroke: line } = LOOKS[look];
    const shapes = features.flatMap((feature): Shape[] => {
      const middle = at(middleOf(feature));
      labels.push({
        at: middle,
        lines: [feature.name[language]],
        size: NAME_SIZE,
        colour: line.colour,
        weight: feature.volume ?? 0,
      });
      return [outline(feature, line, at), ...symbolAt(SIGNS[look], middle, o.paper)];
    });
    layers.push({ id: look.toUpperCase(), name: LOOKS[look], space: 'model', shapes });
  }
  const placed = labelShapes(labels, [], o.paper);
  layers.push({
    id: 'DIFFERENCE-NAME',
    name: { zh: '名称', en: 'Names' },
    space: 'model',
    shapes: placed.flat(),
  });
  const counted = (look: Look, count: number): LegendItem => ({
    label: `${LOOKS[look][language]}${zh ? '：' : ': '}${count}`,
    stroke: LOOKS[look].stroke,
  });
  return {
    layers: layers.filter(({ shapes }) => shapes.length > 0),
    legend: [
      counted('added', difference.added.length),
      counted('removed', difference.removed.length),
      counted('changed', difference.changed.length),
      counted('unchanged', difference.unchanged.length),
      ...leftOutLabels(placed, { zh: '名称', en: 'names' }, language),
      {
        label: zh
          ? `变化：范围 > ${MOVED} m 或体积 > ${GROWN * 100}%`
          : `Changed: > ${MOVED} m or > ${GROWN * 100} % volume`,
      },
    ],
  };
};

const middleOf = ({ ring }: PlanFeature): XY => [
  ring.reduce((sum, [e]) => sum + e, 0) / ring.length,
  ring.reduce((sum, [, n]) => sum + n, 0) / ring.length,
];
