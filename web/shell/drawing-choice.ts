import type { Scale } from '../../domain/drawing/drawing.ts';
import type { SheetSize } from '../../domain/drawing/sheet.ts';
import { HOLE_BAND } from '../../domain/geology/slice/cut-holes.ts';

export const CUT_KINDS = ['section', 'level', 'projection', 'column'] as const;
export type CutKind = (typeof CUT_KINDS)[number];

/** What is drawn in the Section workspace, and on which sheet. null: chosen by the program. */
export interface DrawingChoice {
  readonly cutKind: CutKind;
  /** Corners of a section's line, ENU metres. */
  readonly cutLine: readonly (readonly [east: number, north: number])[] | null;
  /** The plane of a longitudinal projection, ENU metres: first and last point count. */
  readonly strikeLine: DrawingChoice['cutLine'];
  /** Metres to each side of that plane within which things are projected; null: everything. */
  readonly projectionBand: number | null;
  /** Height of a level plan above the datum, metres. */
  readonly cutLevel: number | null;
  /** The hole of a column drawing, by layer and name; null: the first. */
  readonly columnHole: { readonly layerId: string; readonly featureId: string } | null;
  readonly drawingScale: Scale | null;
  readonly drawingPaper: {
    readonly size: SheetSize;
    readonly orientation: 'landscape' | 'portrait';
  } | null;
  /** Heights of a section are drawn this many times as tall. */
  readonly drawingStretch: number;
  /** Boreholes are drawn. */
  readonly drawingHoles: boolean;
  /** Metres to each side of a section within which boreholes are laid into it. */
  readonly holeBand: number;
  /** The people of a mine with a live side are drawn, within the same band. */
  readonly drawingPeople: boolean;
}

export const DEFAULT_DRAWING: DrawingChoice = {
  cutKind: 'section',
  cutLine: null,
  strikeLine: null,
  projectionBand: null,
  cutLevel: null,
  columnHole: null,
  drawingScale: null,
  drawingPaper: null,
  drawingStretch: 1,
  drawingHoles: true,
  holeBand: HOLE_BAND,
  drawingPeople: true,
};
