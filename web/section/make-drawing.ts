import {
  composeSheet,
  fitsSheet,
  type ModelExtent,
  type SheetChoice,
  type SheetContent,
  smallestSheet,
} from '../../domain/drawing/compose-sheet.ts';
import { type Drawing, SCALES } from '../../domain/drawing/drawing.ts';
import { peopleLayers, peopleLegend } from '../../domain/drawing/people-layers.ts';
import type { CutKind, DrawingChoice } from '../shell/drawing-choice.ts';
import { type ComparedPlan, differenceContent } from './contents/difference-content.ts';
import { type ContentRequest, type DrawingContent, extentOf } from './contents/drawing-content.ts';
import { levelContent } from './contents/level-content.ts';
import { projectionContent } from './contents/projection-content.ts';
import { sectionContent } from './contents/section-content.ts';
import { type BlockNotes, type MadeDrawing, titleBlockOf } from './made-drawing.ts';
import { makeColumn } from './make-column.ts';
import { peopleMoment } from './people/people-moment.ts';

/**
 * The drawing of a choice. Left to the program, the sheet is A3 and the scale the largest that has room on it.
 * @param compared an earlier plan: what changed since is drawn instead
 */
export const makeDrawing = (
  request: ContentRequest,
  notes: BlockNotes,
  compared: ComparedPlan | null = null,
): MadeDrawing => {
  if (compared)
    return makeCut(({ mine, language }) => differenceContent(mine, compared, language), request, notes);
  const { cutKind } = request.choice;
  return cutKind === 'column' ? makeColumn(request, notes) : makeCut(CONTENTS[cutKind], request, notes);
};

const makeCut = (
  contentOf: (request: ContentRequest) => DrawingContent,
  request: ContentRequest,
  notes: BlockNotes,
): MadeDrawing => {
  const { mine, choice, language } = request;
  const content = contentOf(request);
  const extent = extentOf(content);
  const sheet = chooseSheet(extent, choice, content.kind);
  const over = content.onPaper(sheet);
  const people = request.showsPeople ? content.people : null;
  const full: SheetContent = {
    kind: content.kind,
    language,
    extent,
    layers: [...content.layers, ...over.flatMap(({ layers }) => layers)],
    legend: [
      ...content.legend,
      ...over.flatMap(({ legend }) => legend),
      ...(people ? peopleLegend(people.where, language) : []),
    ],
    block: titleBlockOf(mine, content.title, notes, language),
    ...(content.corners ? { corners: content.corners } : {}),
    ...(content.ends ? { ends: content.ends } : {}),
  };
  const drawing = composeSheet(full, sheet);
  return {
    drawing,
    choice: sheet,
    fits: fitsSheet(extent, sheet),
    empty: full.layers.length === 0,
    toSurvey: content.toSurvey,
    place: content.people?.place ?? null,
    peopleLayers:
      people &&
      ((live) =>
        peopleLayers(peopleMoment(live, people.place), { paper: sheet, field: drawing.field, language })),
  };
};

const CONTENTS: Readonly<Record<Exclude<CutKind, 'column'>, (request: ContentRequest) => DrawingContent>> = {
  section: sectionContent,
  level: levelContent,
  projection: projectionContent,
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
