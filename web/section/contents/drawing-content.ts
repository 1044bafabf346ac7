import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { ModelExtent } from '../../../domain/drawing/compose-sheet.ts';
import type { Drawing, DrawingLayer, XY } from '../../../domain/drawing/drawing.ts';
import type { ToCad } from '../../../domain/drawing/dxf.ts';
import type { LegendItem } from '../../../domain/drawing/legend-box.ts';
import type { PaperScale } from '../../../domain/drawing/paper-scale.ts';
import type { SectionCorner } from '../../../domain/drawing/survey-grid.ts';
import type { DrawingChoice } from '../../shell/drawing-choice.ts';
import type { PlaceOnDrawing } from '../people/people-moment.ts';
import type { SectionMine } from '../section-data.ts';

/** Layers, lowest first, and what the legend says of them. */
export interface LayersAndLegend {
  readonly layers: readonly DrawingLayer[];
  readonly legend: readonly LegendItem[];
}

/** What a kind of drawing shows, before its sheet and scale are chosen. */
export interface DrawingContent extends LayersAndLegend {
  readonly kind: Drawing['kind'];
  readonly title: string;
  /** What keeps its size on paper, and so is made once the scale is known. It lies over the layers. */
  readonly onPaper: (paper: PaperScale) => readonly LayersAndLegend[];
  /** Points of it that must be on the sheet. */
  readonly points: readonly XY[];
  readonly corners: readonly SectionCorner[] | null;
  readonly ends: readonly [string, string] | null;
  /** The sheet shows at least this, also where nothing is met. */
  readonly least: ModelExtent | null;
  readonly toSurvey: ToCad | null;
  /** Where people are drawn, and what the legend says of which; null: this kind of drawing shows none. */
  readonly people: { readonly place: PlaceOnDrawing; readonly where: string } | null;
}

/** What a content is made from. */
export interface ContentRequest {
  readonly mine: SectionMine;
  readonly choice: DrawingChoice;
  readonly language: Language;
  /** Standard deviation up to which a contact is drawn as certain, metres. */
  readonly certainBelow: number;
  /** The mine has a live side, and its people are drawn. */
  readonly showsPeople: boolean;
}

/** Tables that write the zone number before the easting are followed; so are the drawings. */
export const eastingOffset = ({ survey }: SectionMine['catalog']): number => (survey.zonePrefix ?? 0) * 1e6;

/** Metres around what is drawn. */
const MARGIN = 10;

/** What of the model must be on the sheet, with a margin; where there is nothing, a field of 100 × 50 m. */
export const extentOf = ({
  layers,
  least,
  points,
}: Pick<DrawingContent, 'layers' | 'least' | 'points'>): ModelExtent => {
  let { left, bottom, right, top } = least ?? {
    left: Number.POSITIVE_INFINITY,
    bottom: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.NEGATIVE_INFINITY,
  };
  const include = ([x, y]: XY): void => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  };
  for (const { shapes } of layers)
    for (const shape of shapes) {
      const all =
        shape.type === 'area' ? shape.rings.flat() : shape.type === 'line' ? shape.points : [shape.at];
      all.forEach(include);
    }
  points.forEach(include);
  if (!(right >= left)) [left, right] = [0, 100];
  if (!(top >= bottom)) [bottom, top] = [0, 50];
  return { left: left - MARGIN, bottom: bottom - MARGIN, right: right + MARGIN, top: top + MARGIN };
};

/** Names of rocks that a legend has already. */
export const knownLabels = (legend: readonly LegendItem[]): ReadonlySet<string> =>
  new Set(legend.map(({ label }) => label));
