import type { MineFrame } from '../frame/mine-frame.ts';
import { type SectionFrame, toEnu } from '../geology/section/section.ts';
import type { XY } from './drawing.ts';
import type { SectionCorner } from './survey-grid.ts';

/** The section's line in survey coordinates, and how its points come to chainage and height. */
export interface SurveyChainage {
  readonly corners: readonly SectionCorner[];
  toDrawing(s: number, t: number): XY;
  /** A point of the drawing in survey coordinates: easting, northing, height. */
  toSurvey(point: XY): readonly [number, number, number];
}

/**
 * A section is cut in the mine's local frame and drawn in the survey's: chainage along the line's own survey length, heights
 * above the datum. The two differ by the grid's scale and the earth's curve, centimetres over a mine, and drawings are
 * measured from; so every point is taken through the exact transformation.
 */
export const surveyChainage = (
  section: SectionFrame,
  mine: MineFrame,
  /** Added to eastings: the zone number that the mine's tables write before them and its projection does not, metres. */
  eastingOffset = 0,
): SurveyChainage => {
  const surveyed = (s: number, t: number) => {
    const { easting, northing, height } = mine.enuToSurvey(toEnu(section, s, t));
    return { easting: easting + eastingOffset, northing, height };
  };
  const ends = [0, ...section.pieces.map(({ to }) => to)];
  const corners: SectionCorner[] = [];
  for (const s of ends) {
    const { easting, northing } = surveyed(s, 0);
    const before = corners.at(-1);
    const chainage = before
      ? before.chainage + Math.hypot(easting - before.easting, northing - before.northing)
      : 0;
    corners.push({ chainage, easting, northing });
  }
  const pieceOf = (s: number): number => {
    const found = section.pieces.findIndex(({ to }) => s <= to);
    return found < 0 ? section.pieces.length - 1 : found;
  };
  return {
    corners,
    toDrawing(s, t) {
      const { easting, northing, height } = surveyed(s, t);
      const piece = pieceOf(s);
      const [a, b] = [corners[piece]!, corners[piece + 1]!];
      const length = b.chainage - a.chainage;
      const along =
        ((easting - a.easting) * (b.easting - a.easting) +
          (northing - a.northing) * (b.northing - a.northing)) /
        length;
      return [a.chainage + along, height];
    },
    toSurvey([chainage, height]) {
      const found = corners.findIndex((corner, i) => i > 0 && chainage <= corner.chainage);
      const piece = found < 0 ? corners.length - 2 : found - 1;
      const [a, b] = [corners[piece]!, corners[piece + 1]!];
      const f = (chainage - a.chainage) / (b.chainage - a.chainage);
      return [a.easting + f * (b.easting - a.easting), a.northing + f * (b.northing - a.northing), height];
    },
  };
};
