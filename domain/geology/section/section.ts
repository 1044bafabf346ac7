import type { EnuPoint } from '../../frame/coordinates.ts';
import type { CutPlane } from './mesh-cut.ts';

/**
 * A section as data (architecture, decision 4): what a cut through the mine shows, in the cut's own coordinates. The filled
 * cap in 3D, the drawing on paper and every export are made of this and of nothing else. s runs along the cut, t up it,
 * metres, true to scale: whoever stretches heights does it when drawing.
 */
export interface Section {
  readonly frame: SectionFrame;
  /** Areas of units, and of what is not known; together they fill the cut, without gap and without overlap. */
  readonly areas: readonly SectionArea[];
  readonly contacts: readonly SectionContact[];
  readonly faults: readonly SectionFault[];
  /** The ground's line, where the cut meets it; pieces. */
  readonly ground: readonly Float64Array[];
  readonly bodies: readonly SectionBody[];
}

export interface SectionArea {
  /** Index of the model's unit; −1: not known. */
  readonly unit: number;
  /** Index of the fault block; −1 where there is none. */
  readonly block: number;
  /** (s, t), two numbers a point. */
  readonly ring: Float64Array;
}

/** The base of a unit with how sure it is. */
export interface SectionContact {
  /** Index of the unit whose base it is. */
  readonly unit: number;
  readonly block: number;
  readonly line: Float64Array;
  /** Standard deviation at each point, metres, vertical. */
  readonly deviation: Float64Array;
}

export interface SectionFault {
  readonly fault: number;
  readonly line: Float64Array;
}

/** Where the cut meets a body. */
export interface SectionBody {
  /** Index in the list of bodies the section was made with. */
  readonly body: number;
  /** Closed outlines, filled by the even-odd rule. */
  readonly rings: readonly Float64Array[];
  /** Outlines of bodies that are not closed. */
  readonly lines: readonly Float64Array[];
}

/** One plane piece of the cut, from `from` to `to` along s. */
export interface SectionPiece {
  readonly from: number;
  readonly to: number;
  readonly plane: CutPlane;
}

/** How (s, t) lie in the mine. */
export interface SectionFrame {
  readonly pieces: readonly SectionPiece[];
  /** Extent along s. */
  readonly length: number;
}

/** The piece that holds s; beyond the ends, the first or the last. */
export const pieceAt = ({ pieces }: SectionFrame, s: number): SectionPiece =>
  pieces.find(({ to }) => s <= to) ?? pieces.at(-1)!;

/** Where a point of the section lies in the mine. */
export const toEnu = (frame: SectionFrame, s: number, t: number): EnuPoint => {
  const { from, plane } = pieceAt(frame, s);
  const { origin, right, up } = plane;
  const along = s - from;
  return [0, 1, 2].map((k) => origin[k]! + along * right[k]! + t * up[k]!) as unknown as EnuPoint;
};
