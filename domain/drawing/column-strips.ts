import { type BoreholeLog, latestWater } from '../boreholes/borehole-log.ts';
import type { Bilingual, Language } from '../contracts/bilingual.ts';
import { type ColumnLayout, type ColumnStrip, STRIP_HEAD } from './column-layout.ts';
import type { ColumnRow } from './column-rows.ts';
import type { DrawingLayer, Shape, XY } from './drawing.ts';
import { FINE_STROKE, NOT_LOGGED_FILL, WATER_COLOUR, WATER_MARK } from './hole-marks.ts';
import { multiplesIn, niceStep } from './nice-step.ts';
import { symbolAt } from './paper-scale.ts';
import { rockFill } from './rock-fill.ts';
import { spreadLabels } from './spread-labels.ts';
import { wrapText } from './text-width.ts';

/** Where strips lie, and where a depth lies on the paper. */
export interface StripPlace {
  readonly layout: ColumnLayout;
  readonly y: (depth: number) => number;
  readonly language: Language;
}

export const ON_PAPER = { scale: 1000, exaggeration: 1 };
const SIZE = 2.2;
const UNKNOWN: Bilingual = { zh: '未知', en: 'unknown' };

export const stripText = (
  at: XY,
  text: string,
  anchor: 'start' | 'middle' | 'end',
  more: Partial<Extract<Shape, { type: 'text' }>> = {},
): Shape => ({ type: 'text', at, text, size: SIZE, anchor, ...more });

/** What stands over a strip: one or two lines, the unit below. */
export const stripHead = (text: string, left: number, right: number, top: number): Shape[] => {
  const lines = wrapText(text, 2, right - left - 1);
  return lines.map((line, i) =>
    stripText(
      [(left + right) / 2, top + STRIP_HEAD / 2 + (lines.length / 2 - i - 0.8) * 2.8],
      line,
      'middle',
      {
        size: 2,
      },
    ),
  );
};

const layer = (id: string, zh: string, en: string, shapes: readonly Shape[]): DrawingLayer => ({
  id,
  name: { zh, en },
  space: 'paper',
  shapes,
});

const HEADS: Readonly<Partial<Record<ColumnStrip, Bilingual>>> = {
  base: { zh: '层底深度 m', en: 'Base depth m' },
  thickness: { zh: '层厚 m', en: 'Length m' },
  elevation: { zh: '层底标高 m', en: 'Base elev. m' },
  rock: { zh: '岩性', en: 'Rock' },
  description: { zh: '描述', en: 'Description' },
};

/** Patterns at true depth; what nobody logged looks unknown. */
export const rockColumnLayer = (log: BoreholeLog, { layout, y, language }: StripPlace): DrawingLayer => {
  const [left, right] = [layout.edges.column, layout.edges.structures];
  const shapes = log.intervals.map(
    (interval): Shape => ({
      type: 'area',
      rings: [
        [
          [left, y(interval.to)],
          [right, y(interval.to)],
          [right, y(interval.from)],
          [left, y(interval.from)],
        ],
      ],
      fill: interval.logged ? rockFill(interval.colour, interval.rock) : NOT_LOGGED_FILL,
      stroke: FINE_STROKE,
      ...(interval.featureId ? { ref: { layerId: log.layerId, featureId: interval.featureId } } : {}),
    }),
  );
  return layer('COLUMN', '岩性柱', 'Rock column', [
    ...shapes,
    ...stripHead(language === 'zh' ? '柱状图' : 'Column', left, right, layout.top),
  ]);
};

/** Rows of the table and the lines that lead to them from the column. */
export const rowLayers = (
  rows: readonly ColumnRow[],
  {
    layout,
    y,
    language,
    elevationAt,
  }: StripPlace & { readonly elevationAt: ((depth: number) => number) | null },
): DrawingLayer[] => {
  const { edges, right, top } = layout;
  const table: Shape[] = [];
  const texts: Shape[] = [];
  for (const { interval, bottom, top: rowTop, rock, description, size } of rows) {
    table.push({
      type: 'line',
      points: [
        [edges.lead, y(interval.to)],
        [edges.base, bottom],
        [right, bottom],
      ],
      stroke: FINE_STROKE,
    });
    const middle = (rowTop + bottom) / 2;
    const elevation = elevationAt ? elevationAt(interval.to).toFixed(2) : UNKNOWN[language];
    const cells = [
      [edges.thickness, interval.to.toFixed(2)],
      [edges.elevation, (interval.to - interval.from).toFixed(2)],
      [edges.rock, elevation],
    ] as const;
    for (const [edge, text] of cells)
      texts.push(
        stripText([edge - 1, middle - size * 0.36], text, 'end', {
          size,
          ...(elevationAt || edge !== edges.rock ? {} : { colour: '#b00020' }),
        }),
      );
    for (const [edge, lines] of [
      [edges.rock, rock],
      [edges.description, description],
    ] as const)
      lines.forEach((text, i) => {
        const line = middle + (lines.length / 2 - i - 0.5) * size * 1.35 - size * 0.36;
        texts.push(stripText([edge + 1, line], text, 'start', { size }));
      });
  }
  const strips: ColumnStrip[] = ['base', 'thickness', 'elevation', 'rock', 'description'];
  strips.forEach((strip, i) => {
    const next = strips[i + 1];
    texts.push(...stripHead(HEADS[strip]![language], edges[strip], next ? edges[next] : right, top));
  });
  return [
    layer('TABLE', '分层表', 'Table of layers', table),
    layer('LAYER-TEXT', '分层文字', 'Layer texts', texts),
  ];
};

/** Depths along the hole, with a line for each fifth between two figures. */
export const depthScaleLayer = (
  { depth }: BoreholeLog,
  scale: number,
  { layout, y, language }: StripPlace,
): DrawingLayer => {
  const edge = layout.edges.column;
  const step = niceStep((12 * scale) / 1000);
  const tick = (at: number, length: number): Shape => ({
    type: 'line',
    points: [
      [edge - length, y(at)],
      [edge, y(at)],
    ],
    stroke: FINE_STROKE,
  });
  const shapes = multiplesIn(0, depth, step / 5).map((at) => tick(at, 1.2));
  for (const at of multiplesIn(0, depth, step)) {
    shapes.push(tick(at, 2.6));
    if (at > 0 && (depth - at) * (1000 / scale) > 3)
      shapes.push(stripText([edge - 3.2, y(at) - 0.8], String(at), 'end'));
  }
  shapes.push(
    tick(depth, 4),
    stripText([edge - 4.4, y(depth) - 0.8], depth.toFixed(1), 'end', { bold: true }),
  );
  return layer('DEPTH', '深度标尺', 'Depth scale', [
    ...shapes,
    ...stripHead(language === 'zh' ? '深度 m' : 'Depth m', layout.edges.depth, edge, layout.top),
  ]);
};

/** Faults, joints and bedding, named beside the column with what is known of their attitude. */
export const structureLayer = (log: BoreholeLog, { layout, y, language }: StripPlace): DrawingLayer => {
  const { column, structures: left, assays: right } = layout.edges;
  if (right === left) return layer('STRUCTURE', '构造', 'Structures', []);
  const places = spreadLabels(
    log.structures.map(({ depth }) => layout.top - y(depth)),
    log.structures.map(() => 2.8),
    [0, layout.top - layout.bottom],
  );
  const shapes = log.structures.flatMap(({ depth, kind, dip, dipDirection }, i): Shape[] => {
    const attitude = [
      dipDirection === null ? null : `${Math.round(dipDirection)}°`,
      dip === null ? null : `∠${Math.round(dip)}°`,
    ].join('');
    const at = places ? layout.top - places[i]! : y(depth);
    const line: Shape = {
      type: 'line',
      points: [
        [column, y(depth)],
        [left, y(depth)],
        [left + 2, at],
      ],
      stroke: { colour: '#b00020', width: 0.25 },
    };
    const name = kind?.[language] ?? UNKNOWN[language];
    return [line, stripText([left + 2.4, at - 0.7], `${name} ${attitude}`.trim(), 'start', { size: 1.9 })];
  });
  return layer('STRUCTURE', '构造', 'Structures', [
    ...shapes,
    ...stripHead(
      language === 'zh' ? '构造（倾向∠倾角）' : 'Structures (dip dir. ∠ dip)',
      left,
      right,
      layout.top,
    ),
  ]);
};

/** The latest water level, where its depth is known. */
export const waterLayer = (log: BoreholeLog, { layout, y }: StripPlace): DrawingLayer => {
  const depth = latestWater(log)?.depth;
  if (depth == null || depth > log.depth) return layer('WATER', '水位', 'Water level', []);
  const at: XY = [layout.edges.depth + 2.6, y(depth)];
  return layer('WATER', '水位', 'Water level', [
    ...symbolAt(WATER_MARK, at, ON_PAPER),
    {
      type: 'line',
      points: [
        [layout.edges.depth, y(depth)],
        [layout.edges.structures, y(depth)],
      ],
      stroke: { colour: WATER_COLOUR, width: 0.25, dash: [1.5, 0.8] },
    },
  ]);
};
