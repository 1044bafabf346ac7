import type { Bilingual, Language } from '../../contracts/bilingual.ts';
import type { Provenance } from '../../contracts/layers.ts';
import type { Drawing, DrawingLayer, DrawingView, Shape, XY } from '../../drawing/drawing.ts';
import { modelToPaper } from '../../drawing/drawing.ts';
import type { LegendItem } from '../../drawing/legend-box.ts';
import { niceStep } from '../../drawing/nice-step.ts';
import { northArrowLayer } from '../../drawing/north-arrow.ts';
import type { PaperBox, Sheet } from '../../drawing/sheet.ts';
import { planGrid, sectionGrid } from '../../drawing/survey-grid.ts';
import { type FigureNote, legendHeight, legendLayer } from './figure-legend.ts';

/** A figure of the document: as wide as its text, as high as it must be. Millimetres. */
export const FIGURE_WIDTH = 165;
const MARGIN = { side: 9, top: 6 };
export const FIELD_WIDTH = FIGURE_WIDTH - 2 * MARGIN.side;
const BELOW_FIELD = 7;
const FOOT = 13;
/** Millimetres between height lines at least: an elevation is low. */
const HEIGHT_LINES = 12;

export interface FigureExtent {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface FigureContent {
  readonly kind: 'plan' | 'projection';
  readonly title: Bilingual;
  readonly language: Language;
  readonly extent: FigureExtent;
  readonly view: FigureView;
  readonly layers: readonly DrawingLayer[];
  readonly legend: readonly LegendItem[];
  readonly provenance: Provenance;
  /** Projections: what lies at the left and the right end. */
  readonly ends?: readonly [string, string];
  /** What the figure cannot show, in whole sentences. */
  readonly notes?: readonly FigureNote[];
  readonly panel?: FigurePanel;
}

/** A second field beside the map or under it, drawn on the paper. */
export interface FigurePanel {
  readonly side: 'right' | 'below';
  /** Millimetres: its width beside the map, its height under it. */
  readonly size: number;
  draw(box: PaperBox): readonly DrawingLayer[];
}
/** Between the map and the panel: coordinates of the map stand there, and heights of the panel. */
export const PANEL_GAP = { right: 15, below: 12 } as const;

/** Scale and stretch that let an extent fill a figure. */
export interface FigureView {
  readonly scale: number;
  readonly exaggeration: number;
  /** Millimetres. */
  readonly fieldHeight: number;
}

const ROUND = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;

/** The smallest round scale that is not below `least`. */
export const roundScale = (least: number): number => {
  const power = 10 ** Math.floor(Math.log10(least));
  return Math.round((ROUND.find((digit) => digit * power >= least * (1 - 1e-9)) ?? 10) * power);
};

/** Room for a map, millimetres. */
export interface PlanRoom {
  readonly width: number;
  readonly least: number;
  readonly most: number;
}
const WHOLE_ROOM: PlanRoom = { width: FIELD_WIDTH, least: 80, most: 175 };

export const planView = (
  { left, bottom, right, top }: FigureExtent,
  { width: roomWidth, least, most }: PlanRoom = WHOLE_ROOM,
): FigureView => {
  const [width, height] = [right - left, top - bottom];
  const scale = roundScale(Math.max((width * 1000) / roomWidth, (height * 1000) / most));
  return {
    scale,
    exaggeration: 1,
    fieldHeight: Math.min(most, Math.max(least, (height * 1000) / scale + 6)),
  };
};

const STRETCHES = [1, 2, 3, 5, 10, 20] as const;
const ELEVATION = { least: 45, most: 95 };

/** Lengths fill the width; heights are stretched by a whole number as long as they would be too flat to read. */
export const elevationView = ({ left, bottom, right, top }: FigureExtent): FigureView => {
  const [width, height] = [right - left, top - bottom];
  const scale = roundScale(Math.max((width * 1000) / FIELD_WIDTH, (height * 1000) / ELEVATION.most));
  const flat = (height * 1000) / scale;
  const fits = STRETCHES.filter((stretch) => flat * stretch <= ELEVATION.most);
  const exaggeration = fits.find((stretch) => flat * stretch >= ELEVATION.least) ?? fits.at(-1) ?? 1;
  return { scale, exaggeration, fieldHeight: Math.max(ELEVATION.least, flat * exaggeration + 6) };
};

const SYNTHETIC: Bilingual = { zh: '合成数据，不得用于生产', en: 'SYNTHETIC DATA: not for use in a mine' };

/** A finished figure: field with survey grid, north, scale in words and as a bar, legend beneath, and whether its data are made up. */
export const figureSheet = (content: FigureContent): Drawing => {
  const { language, extent, view, panel } = content;
  const legend = {
    items: content.legend,
    notes: content.notes ?? [],
    left: MARGIN.side,
    width: FIELD_WIDTH,
  };
  const beneath = legendHeight(legend);
  const under = panel?.side === 'below' ? PANEL_GAP.below + panel.size : 0;
  const height = MARGIN.top + view.fieldHeight + BELOW_FIELD + under + FOOT + beneath;
  const field: PaperBox = {
    left: MARGIN.side,
    right: FIGURE_WIDTH - MARGIN.side - (panel?.side === 'right' ? panel.size + PANEL_GAP.right : 0),
    bottom: beneath + FOOT + under + BELOW_FIELD,
    top: height - MARGIN.top,
  };
  const sheet: Sheet = {
    size: 'A4',
    orientation: 'portrait',
    width: FIGURE_WIDTH,
    height,
    frame: { left: 0, bottom: 0, right: FIGURE_WIDTH, top: height },
  };
  const drawingView = {
    scale: view.scale,
    exaggeration: view.exaggeration,
    model: [(extent.left + extent.right) / 2, (extent.bottom + extent.top) / 2] as XY,
    paper: [(field.left + field.right) / 2, (field.bottom + field.top) / 2] as XY,
  };
  const isPlan = content.kind === 'plan';
  const furniture: DrawingLayer[] = [
    frame(field, content),
    foot(content, beneath),
    legendLayer(legend, beneath),
    ...(panel ? panel.draw(panelBox(panel, field)) : []),
  ];
  if (isPlan) {
    const middle = freeCorner(content.layers, drawingView, field);
    furniture.push(paperUnder(middle), northArrowLayer(0, middle));
  }
  return {
    kind: content.kind,
    title: content.title[language],
    language,
    sheet,
    view: drawingView,
    field,
    layers: [
      ...content.layers,
      isPlan ? planGrid(drawingView, field) : sectionGrid(drawingView, field, [], HEIGHT_LINES),
      ...furniture,
    ],
  };
};

const panelBox = ({ side, size }: FigurePanel, field: PaperBox): PaperBox => {
  const right = FIGURE_WIDTH - MARGIN.side;
  if (side === 'right') return { ...field, left: right - size, right };
  const top = field.bottom - BELOW_FIELD - PANEL_GAP.below + 4;
  return { left: MARGIN.side, right, top, bottom: top - size };
};

/** Half the arrow's ground and a little more, millimetres. */
const ARROW = { x: 6, up: 16, down: 9 };

/** Where the arrow hides least of what is drawn: the upper right corner, if it is as free as another. */
const freeCorner = (layers: readonly DrawingLayer[], view: DrawingView, field: PaperBox): XY => {
  const points = layers.flatMap(({ space, shapes }) =>
    shapes
      .flatMap((shape) =>
        shape.type === 'text' ? [shape.at] : shape.type === 'area' ? shape.rings.flat() : shape.points,
      )
      .map((point) => (space === 'paper' ? point : modelToPaper(view, point))),
  );
  const corners = [field.right - ARROW.x, field.left + ARROW.x].flatMap((x) =>
    [field.top - ARROW.up, field.bottom + ARROW.down].map((y): XY => [x, y]),
  );
  const hidden = ([x, y]: XY): number =>
    points.filter(
      (point) =>
        Math.abs(point[0] - x) < ARROW.x + 3 && point[1] > y - ARROW.down - 3 && point[1] < y + ARROW.up + 3,
    ).length;
  return corners.reduce((best, one) => (hidden(one) < hidden(best) ? one : best));
};

/** White ground for the arrow, so that it stands on nothing of the map. */
const paperUnder = ([x, y]: XY): DrawingLayer => ({
  id: 'NORTH-GROUND',
  name: { zh: '指北针底', en: 'Ground of the north arrow' },
  space: 'paper',
  shapes: [
    {
      type: 'area',
      rings: [
        [
          [x - 5.5, y - 8.5],
          [x + 5.5, y - 8.5],
          [x + 5.5, y + 15.5],
          [x - 5.5, y + 15.5],
        ],
      ],
      fill: { colour: '#ffffff' },
      stroke: { colour: '#000000', width: 0.18 },
    },
  ],
});

const text = (
  at: XY,
  words: string,
  size: number,
  more: Partial<Extract<Shape, { type: 'text' }>> = {},
): Shape => ({
  type: 'text',
  at,
  text: words,
  size,
  anchor: 'start',
  ...more,
});

const frame = (field: PaperBox, { ends }: FigureContent): DrawingLayer => {
  const { left, bottom, right, top } = field;
  const shapes: Shape[] = [
    {
      type: 'line',
      closed: true,
      points: [
        [left, bottom],
        [right, bottom],
        [right, top],
        [left, top],
      ],
      stroke: { colour: '#000000', width: 0.3 },
    },
  ];
  if (ends) {
    shapes.push(text([left, top + 1.6], ends[0], 3, { bold: true }));
    shapes.push(text([right, top + 1.6], ends[1], 3, { bold: true, anchor: 'end' }));
  }
  return { id: 'FRAME', name: { zh: '图框', en: 'Frame' }, space: 'paper', shapes };
};

/** Pieces of the scale bar. */
const PIECES = 3;

/** Scale in words, as a bar, and the mark of made-up data. */
const foot = ({ language, view, provenance, kind, panel }: FigureContent, bottom: number): DrawingLayer => {
  const y = bottom + 7.5;
  const left = MARGIN.side;
  const scale = `1:${groupDigits(view.scale)}`;
  const words =
    kind === 'plan'
      ? panel
        ? { zh: `平面图 ${scale}`, en: `Map ${scale}` }
        : { zh: `比例尺 ${scale}`, en: `Scale ${scale}` }
      : view.exaggeration === 1
        ? { zh: `比例尺 ${scale}，高程不放大`, en: `Scale ${scale}, heights not stretched` }
        : {
            zh: `水平 ${scale}，高程放大 ${view.exaggeration} 倍，单位 m`,
            en: `Horizontal ${scale}, heights stretched ×${view.exaggeration}, metres`,
          };
  const shapes: Shape[] = [text([left, y], words[language], 3, { bold: true })];
  const piece = niceStep((7 * view.scale) / 1000);
  const width = (piece * 1000) / view.scale;
  // Its number stands past its end.
  const x = FIGURE_WIDTH - MARGIN.side - PIECES * width - 10;
  for (let i = 0; i < PIECES; i++)
    shapes.push({
      type: 'area',
      rings: [
        [
          [x + i * width, y],
          [x + (i + 1) * width, y],
          [x + (i + 1) * width, y + 1.5],
          [x + i * width, y + 1.5],
        ],
      ],
      fill: { colour: i % 2 === 0 ? '#000000' : '#ffffff' },
      stroke: { colour: '#000000', width: 0.18 },
    });
  const inKilometres = piece >= 1000;
  for (let i = 0; i <= PIECES; i++) {
    const value = String(inKilometres ? (i * piece) / 1000 : i * piece);
    shapes.push(
      text([x + i * width, y + 2.4], i === PIECES ? `${value} ${inKilometres ? 'km' : 'm'}` : value, 2.3, {
        anchor: i === PIECES ? 'start' : 'middle',
      }),
    );
  }
  if (provenance === 'synthetic')
    shapes.push(
      text([FIGURE_WIDTH / 2, bottom + 2], SYNTHETIC[language], 3, {
        anchor: 'middle',
        bold: true,
        colour: '#b00020',
      }),
    );
  return { id: 'FOOT', name: { zh: '比例尺', en: 'Scale' }, space: 'paper', shapes };
};

const groupDigits = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ');
