import type { PlanPoint } from '../geology/section/curtain.ts';
import type { Crossing, SurfaceLine } from './crossings.ts';
import { type ConvexPlan, forPieces, type PlanCells, planArea, quadraturePlaces } from './plan-pieces.ts';

/** The volume between two surfaces over an outline, in true metres of the frame. */
export interface VolumeBetween {
  /** m³ below the upper surface and above the lower one. */
  readonly above: number;
  /** m³ the other way round: where the surfaces have changed places. */
  readonly below: number;
  /** m² of the outline in plan. */
  readonly area: number;
  /** m² of it over which a surface is not known, so that nothing of it is in the volumes. */
  readonly unknownTop: number;
  readonly unknownBase: number;
  /** m² over which one of them is not known. */
  readonly unknown: number;
  /**
   * m³: standard deviations of both surfaces summed over the area, which is the most the standard deviation of the volume can
   * be: errors of one sign everywhere. Faults are not in it.
   */
  readonly deviationAtMost: number;
}

/** Pieces in which one surface crosses the other are halved so often. */
const REFINEMENTS = 4;
/** Cells looked at; a larger outline is laid out in larger ones. */
const MOST_CELLS = 20_000;

/** Cells no smaller than those given that fill an area with no more than `most`. */
export const cellsFor = (cells: PlanCells, area: number, most = MOST_CELLS): PlanCells => {
  let { cell } = cells;
  while (area / (cell * cell) > most) cell *= 2;
  return { ...cells, cell };
};

/** Between two crossing lists, metres of the vertical line: above as the upper surface lies above, and the other way round. */
export const lengthsBetween = (
  top: readonly Crossing[],
  base: readonly Crossing[],
): { readonly above: number; readonly below: number } => {
  let [i, j, from] = [0, 0, Number.NaN];
  let [above, below] = [0, 0];
  let [underTop, underBase] = [false, false];
  while (i < top.length || j < base.length) {
    const next = Math.max(top[i]?.up ?? Number.NEGATIVE_INFINITY, base[j]?.up ?? Number.NEGATIVE_INFINITY);
    if (underTop && !underBase) above += from - next;
    if (underBase && !underTop) below += from - next;
    if (top[i]?.up === next) {
      underTop = !underTop;
      i++;
    }
    if (base[j]?.up === next) {
      underBase = !underBase;
      j++;
    }
    from = next;
  }
  return { above, below };
};

/**
 * Exact where both surfaces are bilinear in the cells and do not cross or end at faults; there, as near as sixteenths of a cell.
 * @param ring corners in plan, not closed, not crossing itself @param cells those the surfaces are bilinear in
 */
export const volumeBetween = (
  ring: readonly PlanPoint[],
  top: SurfaceLine,
  base: SurfaceLine,
  cells: PlanCells,
): VolumeBetween => {
  const sum = { above: 0, below: 0, area: 0, unknownTop: 0, unknownBase: 0, unknown: 0, deviationAtMost: 0 };
  const add = (piece: ConvexPlan, refinements: number): void => {
    const lines = quadraturePlaces(piece).map(([e, n]) => ({ top: top(e, n), base: base(e, n) }));
    const lengths = lines.map((line) => (line.top && line.base ? lengthsBetween(line.top, line.base) : null));
    if (refinements > 0 && isMixed(lengths, lines)) {
      for (const quarter of quarters(piece)) add(quarter, refinements - 1);
      return;
    }
    const share = planArea(piece) / 3;
    for (const [k, line] of lines.entries()) {
      sum.area += share;
      if (!line.top) sum.unknownTop += share;
      if (!line.base) sum.unknownBase += share;
      const between = lengths[k];
      if (!between) {
        sum.unknown += share;
        continue;
      }
      sum.above += share * between.above;
      sum.below += share * between.below;
      for (const { deviation } of [...line.top!, ...line.base!])
        if (deviation > 0) sum.deviationAtMost += share * deviation;
    }
  };
  forPieces(ring, cells, (piece) => add(piece, REFINEMENTS));
  return sum;
};

type Lengths = ReturnType<typeof lengthsBetween> | null;
type Lines = { readonly top: readonly Crossing[] | null; readonly base: readonly Crossing[] | null };

/** Whether something changes within the piece that a quadratic does not follow. */
const isMixed = (lengths: readonly Lengths[], lines: readonly Lines[]): boolean => {
  const one = (of: (i: number) => unknown): boolean => of(0) !== of(1) || of(1) !== of(2);
  if (one((i) => lengths[i] === null)) return true;
  if (lengths[0] === null) return false;
  if (one((i) => lines[i]!.top!.length) || one((i) => lines[i]!.base!.length)) return true;
  return lengths.some((length) => length!.above > 0) && lengths.some((length) => length!.below > 0);
};

const quarters = ([ax, ay, bx, by, cx, cy]: ConvexPlan): ConvexPlan[] => {
  const [dx, dy] = [(ax! + bx!) / 2, (ay! + by!) / 2];
  const [ex, ey] = [(bx! + cx!) / 2, (by! + cy!) / 2];
  const [fx, fy] = [(cx! + ax!) / 2, (cy! + ay!) / 2];
  return [
    [ax!, ay!, dx, dy, fx, fy],
    [dx, dy, bx!, by!, ex, ey],
    [fx, fy, ex, ey, cx!, cy!],
    [dx, dy, ex, ey, fx, fy],
  ];
};
