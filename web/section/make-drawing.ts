import type { Language } from '../../domain/contracts/bilingual.ts';
import {
  composeSheet,
  fitsSheet,
  type ModelExtent,
  type SheetChoice,
  type SheetContent,
  smallestSheet,
} from '../../domain/drawing/compose-sheet.ts';
import { type Drawing, type DrawingLayer, SCALES } from '../../domain/drawing/drawing.ts';
import { levelTitle, SECTION_TITLE } from '../../domain/drawing/drawing-titles.ts';
import type { ToCad } from '../../domain/drawing/dxf.ts';
import { cutLayers } from '../../domain/drawing/section-layers.ts';
import { surveyChainage } from '../../domain/drawing/survey-chainage.ts';
import type { TitleBlock } from '../../domain/drawing/title-block.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { curtainSection } from '../../domain/geology/section/curtain.ts';
import { levelPlan } from '../../domain/geology/section/level-plan.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { DrawingChoice } from '../shell/drawing-choice.ts';
import type { SectionMine } from './section-data.ts';
import { defaultLevel, defaultLine } from './usual-cut.ts';

/** What a person writes into the title block. */
export interface DrawingNotes {
  readonly number: string;
  readonly revision: string;
}

export interface MadeDrawing {
  readonly drawing: Drawing;
  readonly choice: SheetChoice;
  /** The sheet has room for all of it. */
  readonly fits: boolean;
  /** Nothing of the mine is met by the cut. */
  readonly empty: boolean;
  /** Points of the drawing in survey coordinates, for a CAD file that stands in space; null: a plan lies there already. */
  readonly toSurvey: ToCad | null;
}

/** Metres around what is drawn. */
const MARGIN = 10;

/** The drawing of a choice. Left to the program, the sheet is A3 and the scale the largest that has room on it. */
export const makeDrawing = (
  mine: SectionMine,
  choice: DrawingChoice,
  notes: DrawingNotes,
  language: Language,
  /** Standard deviation up to which a contact is drawn as certain, metres. */
  certainBelow: number,
): MadeDrawing => {
  const content =
    choice.cutKind === 'section'
      ? sectionContent(mine, choice, language, certainBelow)
      : levelContent(mine, choice, language, certainBelow);
  const extent = extentOf(content.layers, content.least);
  const sheet = chooseSheet(extent, choice);
  const full: SheetContent = {
    kind: choice.cutKind === 'section' ? 'section' : 'plan',
    language,
    extent,
    layers: content.layers,
    legend: content.legend,
    block: blockOf(mine, content.title, notes, language),
    ...(content.corners ? { corners: content.corners, ends: ['A', 'A′'] as const } : {}),
  };
  return {
    drawing: composeSheet(full, sheet),
    choice: sheet,
    fits: fitsSheet(extent, sheet),
    empty: content.layers.length === 0,
    toSurvey: content.toSurvey,
  };
};

/** Tables that write the zone number before the easting are followed; so are the drawings. */
const eastingOffset = ({ survey }: SectionMine['catalog']): number => (survey.zonePrefix ?? 0) * 1e6;

const sectionContent = (
  { bodies, frame, catalog, model }: SectionMine,
  choice: DrawingChoice,
  language: Language,
  certainBelow: number,
) => {
  const line = choice.cutLine ?? defaultLine(bodies, catalog.extent);
  const section = curtainSection(line, model, bodies);
  const chainage = surveyChainage(section.frame, frame, eastingOffset(catalog));
  const { layers, legend } = cutLayers(section, {
    model,
    bodies,
    toDrawing: chainage.toDrawing,
    certainBelow,
    language,
  });
  const end = chainage.corners.at(-1)!.chainage;
  return {
    layers,
    legend,
    title: SECTION_TITLE[language],
    corners: chainage.corners,
    // The whole line is on the sheet, also where it meets nothing.
    least: { left: 0, right: end, bottom: Number.POSITIVE_INFINITY, top: Number.NEGATIVE_INFINITY },
    toSurvey: chainage.toSurvey as ToCad,
  };
};

const levelContent = (
  { bodies, frame, catalog, model }: SectionMine,
  choice: DrawingChoice,
  language: Language,
  certainBelow: number,
) => {
  const height = choice.cutLevel ?? defaultLevel(bodies, catalog, frame);
  const middle = frame.enuToSurvey(enu(0, 0, 0));
  const [, , up] = frame.surveyToEnu({ ...middle, height: metres(height) });
  const offset = eastingOffset(catalog);
  const { layers, legend } = cutLayers(levelPlan(up, model, bodies), {
    model,
    bodies,
    toDrawing: (east, north) => {
      const { easting, northing } = frame.enuToSurvey(enu(east, north, up));
      return [easting + offset, northing];
    },
    certainBelow,
    language,
  });
  return {
    layers,
    legend,
    title: levelTitle(height)[language],
    corners: null,
    least: null,
    toSurvey: null,
  };
};

const extentOf = (layers: readonly DrawingLayer[], least: ModelExtent | null): ModelExtent => {
  let { left, bottom, right, top } = least ?? {
    left: Number.POSITIVE_INFINITY,
    bottom: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    top: Number.NEGATIVE_INFINITY,
  };
  for (const { shapes } of layers)
    for (const shape of shapes) {
      const points =
        shape.type === 'area' ? shape.rings.flat() : shape.type === 'line' ? shape.points : [shape.at];
      for (const [x, y] of points) {
        left = Math.min(left, x);
        right = Math.max(right, x);
        bottom = Math.min(bottom, y);
        top = Math.max(top, y);
      }
    }
  if (!(right >= left)) [left, right] = [0, 100];
  if (!(top >= bottom)) [bottom, top] = [0, 50];
  return { left: left - MARGIN, bottom: bottom - MARGIN, right: right + MARGIN, top: top + MARGIN };
};

const chooseSheet = (
  extent: ModelExtent,
  { cutKind, drawingScale: scale, drawingPaper: paper, drawingStretch }: DrawingChoice,
): SheetChoice => {
  // A plan has no heights to stretch.
  const exaggeration = cutKind === 'section' ? drawingStretch : 1;
  if (scale && paper) return { scale, exaggeration, ...paper };
  if (scale) {
    const found = smallestSheet(extent, { scale, exaggeration });
    return { scale, exaggeration, ...(found ?? { size: 'A0', orientation: 'landscape' }) };
  }
  const sheet = paper ?? { size: 'A3', orientation: 'landscape' };
  const found = SCALES.find((one) => fitsSheet(extent, { scale: one, exaggeration, ...sheet }));
  return { scale: found ?? SCALES.at(-1)!, exaggeration, ...sheet };
};

const blockOf = (
  { catalog }: SectionMine,
  title: string,
  notes: DrawingNotes,
  language: Language,
): TitleBlock => ({
  mine: catalog.name[language],
  title,
  number: notes.number || null,
  revision: notes.revision || null,
  // The catalog does not say when its files were surveyed: the box says "unknown" until somebody fills it in.
  surveyDate: null,
  coordinateSystem: `${catalog.survey.crsName} (${catalog.survey.crs})`,
  heightDatum: catalog.survey.verticalDatum,
  dataRevision: catalog.revision.slice(0, 8),
  provenance: catalog.provenance,
});
