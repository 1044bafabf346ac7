import type { Language } from '../../domain/contracts/bilingual.ts';
import type { SheetChoice } from '../../domain/drawing/compose-sheet.ts';
import type { Drawing, DrawingLayer } from '../../domain/drawing/drawing.ts';
import { surveyDateText } from '../../domain/drawing/drawing-titles.ts';
import type { ToCad } from '../../domain/drawing/dxf.ts';
import type { TitleBlock } from '../../domain/drawing/title-block.ts';
import type { SurveyDate } from '../../domain/plans/survey-date.ts';
import type { LiveState } from '../live/live-store.ts';
import type { PlaceOnDrawing } from './people/people-moment.ts';
import type { SectionMine } from './section-data.ts';

/** What a person writes into the title block. */
export interface DrawingNotes {
  readonly number: string;
  readonly revision: string;
}

/** What the title block says that is not of the model. */
export interface BlockNotes extends DrawingNotes {
  /** null: not known. */
  readonly surveyDate: SurveyDate | null;
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
  /** Where a place of the mine lies on the drawing; null: this kind of drawing does not say. */
  readonly place: PlaceOnDrawing | null;
  /** Layers of the people of a moment, over all others; null: people are not drawn. */
  readonly peopleLayers: ((live: LiveState) => DrawingLayer[]) | null;
}

/** The title block of a drawing of a mine. */
export const titleBlockOf = (
  { catalog }: SectionMine,
  title: string,
  notes: BlockNotes,
  language: Language,
): TitleBlock => ({
  mine: catalog.name[language],
  title,
  number: notes.number || null,
  revision: notes.revision || null,
  // The catalog does not say when its files were surveyed; the register of as-built plans may.
  surveyDate: notes.surveyDate && surveyDateText(notes.surveyDate)[language],
  coordinateSystem: `${catalog.survey.crsName} (${catalog.survey.crs})`,
  heightDatum: catalog.survey.verticalDatum,
  dataRevision: catalog.revision.slice(0, 8),
  provenance: catalog.provenance,
});

/** The drawing as it goes out: with the people of this moment, where they are drawn. */
export const withPeople = ({ drawing, peopleLayers }: MadeDrawing, live: LiveState): Drawing =>
  peopleLayers ? { ...drawing, layers: [...drawing.layers, ...peopleLayers(live)] } : drawing;
