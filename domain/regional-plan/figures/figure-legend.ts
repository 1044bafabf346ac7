import type { DrawingLayer, Shape, XY } from '../../drawing/drawing.ts';
import type { LegendItem } from '../../drawing/legend-box.ts';
import { symbolAt } from '../../drawing/paper-scale.ts';
import { textWidth, wrapText } from '../../drawing/text-width.ts';

/** The legend of a figure, in columns under it, and beneath it what the figure cannot show. Millimetres. */
export interface FigureLegend {
  readonly items: readonly LegendItem[];
  readonly notes: readonly FigureNote[];
  readonly left: number;
  readonly width: number;
}

/** A whole sentence; what is missing or was left out is red and bold. */
export interface FigureNote {
  readonly text: string;
  readonly isMissing: boolean;
}

const ROW = 5.2;
const COLUMNS = 3;
const SIZE = 2.6;
const NOTE_ROW = 4.2;
const NOTE_COLOUR = '#b00020';

const rowsOf = ({ items }: Pick<FigureLegend, 'items'>): number => Math.ceil(items.length / COLUMNS);
const noteLines = ({ notes, width }: Pick<FigureLegend, 'notes' | 'width'>): FigureNote[] =>
  notes.flatMap(({ text, isMissing }) =>
    wrapText(text, SIZE, width).map((line) => ({ text: line, isMissing })),
  );

export const legendHeight = (legend: Omit<FigureLegend, 'left'>): number => {
  const lines = noteLines(legend).length;
  return rowsOf(legend) * ROW + 2 + (lines > 0 ? lines * NOTE_ROW + 1 : 0);
};

const ON_PAPER = { scale: 1000, exaggeration: 1 };
const PATCH = { width: 8, height: 3.4 };

/** @param top of the legend, above the sheet's lower edge */
export const legendLayer = (legend: FigureLegend, top: number): DrawingLayer => {
  const { items, left, width } = legend;
  const column = width / COLUMNS;
  const rows = rowsOf(legend);
  const shapes = items.flatMap(({ label, fill, stroke, symbol }, i): Shape[] => {
    const x = left + Math.floor(i / rows) * column;
    const y = top - 1 - ((i % rows) + 1) * ROW + 1;
    const middle: XY = [x + PATCH.width / 2, y + PATCH.height / 2];
    const sign: Shape[] = symbol
      ? symbolAt(symbol, middle, ON_PAPER)
      : fill
        ? [
            {
              type: 'area',
              rings: [
                [
                  [x, y],
                  [x + PATCH.width, y],
                  [x + PATCH.width, y + PATCH.height],
                  [x, y + PATCH.height],
                ],
              ],
              fill,
              ...(stroke ? { stroke } : {}),
            },
          ]
        : stroke
          ? [
              {
                type: 'line',
                points: [
                  [x, middle[1]],
                  [x + PATCH.width, middle[1]],
                ],
                stroke,
              },
            ]
          : [];
    return [
      ...sign,
      {
        type: 'text',
        at: [x + PATCH.width + 2, y + 0.7],
        text: fitted(label, column - PATCH.width - 3, SIZE),
        size: SIZE,
        anchor: 'start',
      },
    ];
  });
  const notes = noteLines(legend).map(
    ({ text, isMissing }, i): Shape => ({
      type: 'text',
      at: [left, top - rows * ROW - 1 - (i + 1) * NOTE_ROW + 1],
      text,
      size: SIZE,
      anchor: 'start',
      ...(isMissing ? { bold: true, colour: NOTE_COLOUR } : {}),
    }),
  );
  return {
    id: 'LEGEND',
    name: { zh: '图例', en: 'Legend' },
    space: 'paper',
    shapes: [...shapes, ...notes],
  };
};

/** As much of a text as `width` millimetres hold. */
export const fitted = (label: string, width: number, size: number): string => {
  if (textWidth(label, size) <= width) return label;
  const signs = [...label];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('')}…`;
};
