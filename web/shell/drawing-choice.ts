import type { Scale } from '../../domain/drawing/drawing.ts';
import type { SheetSize } from '../../domain/drawing/sheet.ts';
import { HOLE_BAND } from '../../domain/geology/slice/cut-holes.ts';

/** What is drawn in the Section workspace, and on which sheet. null: chosen by the program. */
export interface DrawingChoice {
  readonly cutKind: 'section' | 'level';
  /** Corners of a section's line, ENU metres. */
  readonly cutLine: readonly (readonly [east: number, north: number])[] | null;
  /** Height of a level plan above the datum, metres. */
  readonly cutLevel: number | null;
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
}

export const DEFAULT_DRAWING: DrawingChoice = {
  cutKind: 'section',
  cutLine: null,
  cutLevel: null,
  drawingScale: null,
  drawingPaper: null,
  drawingStretch: 1,
  drawingHoles: true,
  holeBand: HOLE_BAND,
};
