import type { HeightInRoadway } from '../../../domain/live/height-in-roadway.ts';
import type { SpotFinder } from '../../../domain/live/spots.ts';
import { NO_HEIGHT_METRES } from './locator.ts';

/**
 * The spot of a position, ENU metres. @param guessed its height was not told by the device @param before the spot the
 * same thing was in a moment ago, 0 for none
 */
export type SpotOfRow = (x: number, y: number, z: number, guessed: boolean, before: number) => number;

/** A guessed height is known again by its value; the roadway's slope moves it this much within the rounding of a position. */
const SAME_HEIGHT_METRES = 0.05;

/** Where the height stands for no level, no spot is named: better unknown than on the wrong level. */
export const createSpotOfRow = (finder: SpotFinder, heights: HeightInRoadway): SpotOfRow => {
  const hasRoadways = finder.spots.some(({ kind }) => kind === 'roadway');
  return (x, y, z, guessed, before) => {
    if (guessed && hasRoadways) {
      const guess = heights.at(x, y, null);
      const isUnsure = guess
        ? !guess.sure && Math.abs(guess.up - z) < SAME_HEIGHT_METRES
        : Math.abs(z - NO_HEIGHT_METRES) < SAME_HEIGHT_METRES;
      if (isUnsure) return 0;
    }
    return finder.find(x, y, z, before);
  };
};
