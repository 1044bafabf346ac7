import type { Language } from '../contracts/bilingual.ts';
import type { Drawing, DrawingLayer, DrawingView, Shape } from './drawing.ts';
import { LEGEND_WIDTH, type LegendItem, legendLayer } from './legend-box.ts';
import { northArrowLayer } from './north-arrow.ts';
import { scaleBarLayer } from './scale-bar.ts';
import {
  boxHeight,
  boxWidth,
  makeSheet,
  type PaperBox,
  SHEET_SIZES,
  type Sheet,
  type SheetSize,
} from './sheet.ts';
import { planGrid, type SectionCorner, sectionGrid } from './survey-grid.ts';
import { TITLE_BLOCK_HEIGHT, type TitleBlock, titleBlockLayer } from './title-block.ts';

/** Model metres. */
export interface ModelExtent {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface SheetContent {
  readonly kind: Drawing['kind'];
  readonly language: Language;
  /** What must be on the sheet; it is put in the middle of the field. */
  readonly extent: ModelExtent;
  readonly layers: readonly DrawingLayer[];
  readonly legend: readonly LegendItem[];
  readonly block: TitleBlock;
  /** Sections: the line they follow. Plans have none. */
  readonly corners?: readonly SectionCorner[];
  /** Sections: what stands at the two ends of the line, e.g. ["A", "A′"]. */
  readonly ends?: readonly [string, string];
}

export interface SheetChoice {
  readonly size: SheetSize;
  readonly orientation: Sheet['orientation'];
  readonly scale: number;
  readonly exaggeration: number;
}

/** Room for the grid's labels around the field, and between things, millimetres. */
const LABELS = { side: 12, below: 8, above: 20 };
const GAP = 6;
/** The scale bar stands under the legend: beside the title block an upright A4 has no room for it. */
const SCALE_BAR = 10;

/** The part of a sheet that the model may fill: left of the legend, above the title block. */
export const fieldOf = (sheet: Sheet): PaperBox => {
  const { frame } = sheet;
  return {
    left: frame.left + LABELS.side,
    bottom: frame.bottom + TITLE_BLOCK_HEIGHT + GAP + LABELS.below,
    right: frame.right - LEGEND_WIDTH - GAP - LABELS.side,
    top: frame.top - LABELS.above,
  };
};

/** Whether the extent has room at this choice; a drawing that is cut off must be chosen, not met by surprise. */
export const fitsSheet = (
  extent: ModelExtent,
  { size, orientation, scale, exaggeration }: SheetChoice,
): boolean => {
  const field = fieldOf(makeSheet(size, orientation));
  return (
    ((extent.right - extent.left) * 1000) / scale <= boxWidth(field) &&
    ((extent.top - extent.bottom) * 1000 * exaggeration) / scale <= boxHeight(field)
  );
};

/** The smallest sheet, landscape first, that has room at this scale; null: not even A0. */
export const smallestSheet = (
  extent: ModelExtent,
  o: { readonly scale: number; readonly exaggeration: number },
): Pick<SheetChoice, 'size' | 'orientation'> | null => {
  for (const size of [...SHEET_SIZES].reverse())
    for (const orientation of ['landscape', 'portrait'] as const)
      if (fitsSheet(extent, { size, orientation, ...o })) return { size, orientation };
  return null;
};

const scaleText = ({ scale, exaggeration }: SheetChoice, language: Language): string => {
  const horizontal = `1:${scale}`;
  if (exaggeration === 1) return horizontal;
  const vertical = `1:${Math.round((scale / exaggeration) * 100) / 100}`;
  return language === 'zh' ? `水平 ${horizontal} 垂直 ${vertical}` : `H ${horizontal} V ${vertical}`;
};

const frameLayer = (sheet: Sheet, field: PaperBox, content: SheetContent): DrawingLayer => {
  const box = ({ left, bottom, right, top }: PaperBox, width: number): Shape => ({
    type: 'line',
    closed: true,
    points: [
      [left, bottom],
      [right, bottom],
      [right, top],
      [left, top],
    ],
    stroke: { colour: '#000000', width },
  });
  const shapes: Shape[] = [box(sheet.frame, 0.7), box(field, 0.25)];
  content.ends?.forEach((text, i) => {
    shapes.push({
      type: 'text',
      at: [i === 0 ? field.left : field.right, field.top + 14],
      text,
      size: 5,
      anchor: i === 0 ? 'start' : 'end',
      bold: true,
    });
  });
  return { id: 'FRAME', name: { zh: '图框', en: 'Frame' }, space: 'paper', shapes };
};

/** A finished sheet: frame, grid in survey coordinates, the content in the middle, legend, scale, north and title block. */
export const composeSheet = (content: SheetContent, choice: SheetChoice): Drawing => {
  const sheet = makeSheet(choice.size, choice.orientation);
  const field = fieldOf(sheet);
  const { extent, language } = content;
  const view: DrawingView = {
    scale: choice.scale,
    exaggeration: choice.exaggeration,
    model: [(extent.left + extent.right) / 2, (extent.bottom + extent.top) / 2],
    paper: [(field.left + field.right) / 2, (field.bottom + field.top) / 2],
  };
  const side = field.right + LABELS.side + GAP;
  const isPlan = content.kind === 'plan';
  const furniture: DrawingLayer[] = [
    frameLayer(sheet, field, content),
    legendLayer(content.legend, {
      left: side,
      top: sheet.frame.top - (isPlan ? 26 : 4),
      bottom: sheet.frame.bottom + TITLE_BLOCK_HEIGHT + GAP + SCALE_BAR,
      language,
    }),
    scaleBarLayer(choice.scale, [side + 1, sheet.frame.bottom + TITLE_BLOCK_HEIGHT + GAP]),
    titleBlockLayer(content.block, { frame: sheet.frame, scaleText: scaleText(choice, language), language }),
  ];
  if (isPlan) furniture.push(northArrowLayer(0, [side + 6, sheet.frame.top - 16]));
  const grid = isPlan ? planGrid(view, field) : sectionGrid(view, field, content.corners ?? []);
  return {
    kind: content.kind,
    title: content.block.title,
    language,
    sheet,
    view,
    field,
    layers: [...content.layers, grid, ...furniture],
  };
};
