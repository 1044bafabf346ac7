import { enu } from '../frame/coordinates.ts';
import type { MineFrame } from '../frame/mine-frame.ts';
import { metres } from '../units/quantities.ts';
import type { GridSpec } from './geological-model.ts';

/**
 * Heights above the survey's datum and ENU ups of a grid's nodes. They are not the same number: the frame's plane leaves
 * the earth's surface by 8 cm in 1 km, and its up is nobody's plumb line but the origin's.
 */
export interface SurveyHeights {
  /** ENU up at node `k` → metres above the survey's vertical datum. */
  heightOf(k: number, up: number): number;
  /** The inverse, within 1e-8 m. */
  upOf(k: number, height: number): number;
}

export const surveyHeights = (frame: MineFrame, grid: GridSpec): SurveyHeights => {
  const origin = enu(0, 0, 0);
  const separation = frame.enuToGeographic(origin).ellipsoidHeight - frame.enuToSurvey(origin).height;
  const heightOf = (k: number, up: number): number => {
    const east = grid.east + (k % grid.columns) * grid.cell;
    const north = grid.north + Math.floor(k / grid.columns) * grid.cell;
    return metres(frame.enuToGeographic(enu(east, north, up)).ellipsoidHeight - separation);
  };
  return {
    heightOf,
    upOf(k, height) {
      // The two axes are within a few arc seconds of each other: each step takes off all but 1e-6 of what is left.
      let up = height;
      for (let step = 0; step < 3; step++) up += height - heightOf(k, up);
      return up;
    },
  };
};
