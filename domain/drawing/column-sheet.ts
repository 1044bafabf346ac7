import { assayLayer } from './column-assays.ts';
import { columnHead, columnNotes } from './column-head.ts';
import { type ColumnContent, type ColumnLayout, columnLayout, STRIP_HEAD } from './column-layout.ts';
import { columnRows } from './column-rows.ts';
import { depthScaleLayer, rockColumnLayer, rowLayers, structureLayer, waterLayer } from './column-strips.ts';
import { type Drawing, type DrawingLayer, type DrawingView, SCALES, type Shape, type XY } from './drawing.ts';
import { boxHeight, makeSheet, type PaperBox, SHEET_SIZES, type Sheet, type SheetSize } from './sheet.ts';
import { titleBlockLayer } from './title-block.ts';

export interface ColumnChoice {
  readonly size: SheetSize;
  readonly orientation: Sheet['orientation'];
  readonly scale: number;
}

/** Letters of a description need this much at least, millimetres. */
const LEAST_DESCRIPTION = 18;

const tableOf = (content: ColumnContent, choice: ColumnChoice) => {
  const sheet = makeSheet(choice.size, choice.orientation);
  const head = columnHead(content, sheet);
  const layout = columnLayout(sheet, content.log, head.height);
  const y = (depth: number): number => layout.top - (depth * 1000) / choice.scale;
  const table = columnRows(content.log, {
    top: layout.top,
    bottom: layout.bottom,
    y,
    rockWidth: layout.edges.description - layout.edges.rock - 2,
    descriptionWidth: Math.max(LEAST_DESCRIPTION, layout.right - layout.edges.description) - 2,
    language: content.language,
  });
  const fits =
    table.fits &&
    y(content.log.depth) >= layout.bottom &&
    layout.right - layout.edges.description >= LEAST_DESCRIPTION;
  return { sheet, head, layout, y, table, fits };
};

/** Whether the hole and all that is said of it have room. */
export const fitsColumn = (content: ColumnContent, choice: ColumnChoice): boolean =>
  tableOf(content, choice).fits;

/** Scales of columns: those of drawings, and larger ones for shallow holes. */
const COLUMN_SCALES = [100, ...SCALES];

/**
 * The smallest upright sheet with room for every word, and on it the largest scale; what the reader chose is kept.
 * @returns `fits` false where nothing has room
 */
export const chooseColumn = (
  content: ColumnContent,
  {
    scale,
    paper,
  }: {
    readonly scale: number | null;
    readonly paper: Pick<ColumnChoice, 'size' | 'orientation'> | null;
  },
): { readonly choice: ColumnChoice; readonly fits: boolean } => {
  const sheets = paper
    ? [paper]
    : [...SHEET_SIZES].reverse().map((size) => ({ size, orientation: 'portrait' as const }));
  const scales = scale === null ? COLUMN_SCALES : [scale];
  for (const sheet of sheets)
    for (const one of scales) {
      const choice = { ...sheet, scale: one };
      if (fitsColumn(content, choice)) return { choice, fits: true };
    }
  const { log } = content;
  const last = sheets.at(-1)!;
  const room = boxHeight(makeSheet(last.size, last.orientation).frame) - 120;
  const found = scales.find((one) => (log.depth * 1000) / one <= room) ?? scales.at(-1)!;
  return { choice: { ...last, scale: found }, fits: false };
};

/** One hole as a drawing: head, strips at true depth, table of its layers, title block. Everything lies on the paper; depths are true to scale. */
export const columnSheet = (content: ColumnContent, choice: ColumnChoice): Drawing => {
  const { sheet, head, layout, y, table } = tableOf(content, choice);
  const { log, language, block } = content;
  const field: PaperBox = {
    left: sheet.frame.left,
    right: sheet.frame.right,
    bottom: layout.bottom,
    top: layout.top,
  };
  // Depth 0 at the top of the table: in CAD the y of a point is its depth below the collar.
  const view: DrawingView = {
    scale: choice.scale,
    exaggeration: 1,
    model: [0, 0],
    paper: [layout.edges.column, layout.top],
  };
  const at = { layout, y, language };
  const layers: DrawingLayer[] = [
    rockColumnLayer(log, at),
    ...rowLayers(table.rows, { ...at, elevationAt: content.elevationAt }),
    depthScaleLayer(log, choice.scale, at),
    structureLayer(log, at),
    assayLayer(log, at),
    waterLayer(log, at),
    frameLayer(sheet, layout),
    head.layer,
    columnNotes(content, sheet),
    titleBlockLayer(block, {
      frame: sheet.frame,
      scaleText: `${language === 'zh' ? '垂直' : 'V'} 1:${choice.scale}`,
      language,
    }),
  ];
  return {
    kind: 'columns',
    title: block.title,
    language,
    sheet,
    view,
    field,
    layers: layers.filter(({ shapes }) => shapes.length > 0),
  };
};

const frameLayer = ({ frame }: Sheet, { top, bottom, edges, right }: ColumnLayout): DrawingLayer => {
  const line = (points: readonly XY[], width: number, closed = false): Shape => ({
    type: 'line',
    points,
    closed,
    stroke: { colour: '#000000', width },
  });
  const head = top + STRIP_HEAD;
  return {
    id: 'FRAME',
    name: { zh: '图框', en: 'Frame' },
    space: 'paper',
    shapes: [
      line(
        [
          [frame.left, frame.bottom],
          [frame.right, frame.bottom],
          [frame.right, frame.top],
          [frame.left, frame.top],
        ],
        0.7,
        true,
      ),
      line(
        [
          [frame.left, top],
          [right, top],
        ],
        0.35,
      ),
      line(
        [
          [frame.left, head],
          [right, head],
        ],
        0.35,
      ),
      line(
        [
          [frame.left, bottom],
          [right, bottom],
        ],
        0.35,
      ),
      ...[...new Set(Object.values(edges))]
        .filter((x) => x > frame.left)
        .map((x) =>
          line(
            [
              [x, bottom],
              [x, head],
            ],
            0.18,
          ),
        ),
    ],
  };
};
