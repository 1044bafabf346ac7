import type { Language } from '../../domain/contracts/bilingual.ts';
import {
  composeSheet,
  fitsSheet,
  type ModelExtent,
  type SheetChoice,
  type SheetContent,
  smallestSheet,
} from '../../domain/drawing/compose-sheet.ts';
import { type Drawing, SCALES } from '../../domain/drawing/drawing.ts';
import type { ToCad } from '../../domain/drawing/dxf.ts';
import type { TitleBlock } from '../../domain/drawing/title-block.ts';
import type { DrawingChoice } from '../shell/drawing-choice.ts';
import { type ContentRequest, type DrawingContent, extentOf } from './contents/drawing-content.ts';
import { levelContent } from './contents/level-content.ts';
import { sectionContent } from './contents/section-content.ts';
import type { SectionMine } from './section-data.ts';

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

/** The drawing of a choice. Left to the program, the sheet is A3 and the scale the largest that has room on it. */
export const makeDrawing = (request: ContentRequest, notes: DrawingNotes): MadeDrawing => {
  const { mine, choice, language } = request;
  const content = CONTENTS[choice.cutKind](request);
  const extent = extentOf(content);
  const sheet = chooseSheet(extent, choice, content.kind);
  const over = content.onPaper(sheet);
  const full: SheetContent = {
    kind: content.kind,
    language,
    extent,
    layers: [...content.layers, ...over.flatMap(({ layers }) => layers)],
    legend: [...content.legend, ...over.flatMap(({ legend }) => legend)],
    block: blockOf(mine, content.title, notes, language),
    ...(content.corners ? { corners: content.corners } : {}),
    ...(content.ends ? { ends: content.ends } : {}),
  };
  return {
    drawing: composeSheet(full, sheet),
    choice: sheet,
    fits: fitsSheet(extent, sheet),
    empty: full.layers.length === 0,
    toSurvey: content.toSurvey,
  };
};

const CONTENTS: Readonly<Record<DrawingChoice['cutKind'], (request: ContentRequest) => DrawingContent>> = {
  section: sectionContent,
  level: levelContent,
};

const chooseSheet = (
  extent: ModelExtent,
  { drawingScale: scale, drawingPaper: paper, drawingStretch }: DrawingChoice,
  kind: Drawing['kind'],
): SheetChoice => {
  // A plan has no heights to stretch.
  const exaggeration = kind === 'plan' ? 1 : drawingStretch;
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
