import type { CountyFeature, RegisterMine } from '../contracts/county.ts';
import type { CountyHeights } from '../neighbours/right-shape.ts';
import { heightsOf } from './feature-heights.ts';
import { rightParcels } from './right-polygons.ts';

/** Metres beyond the outermost thing: a right that ends there still has a height, and holds the thing. */
const BEYOND = 1;

/**
 * Heights that hold all things, stated rights and ground of a county, metres above its datum: where a licence gives no height its
 * right goes to the end of these, which is the nearest it can be to anything. A number of our own would miss a high county.
 */
export const countyHeights = (
  mines: readonly Pick<RegisterMine, 'right' | 'ground'>[],
  features: readonly Pick<CountyFeature, 'shape'>[],
): CountyHeights => {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const hold = (height: number | null | undefined): void => {
    if (height === null || height === undefined || Number.isNaN(height)) return;
    lowest = Math.min(lowest, height);
    highest = Math.max(highest, height);
  };
  for (const { right, ground } of mines) {
    hold(ground?.highest);
    for (const { bottom, top } of right ? rightParcels(right) : []) {
      hold(bottom);
      hold(top);
    }
  }
  for (const { shape } of features) {
    const { bottom, top } = heightsOf(shape);
    hold(bottom);
    hold(top);
  }
  // Nothing has a height: rights lie side by side, whatever theirs are.
  if (lowest > highest) return { lowest: -BEYOND, highest: BEYOND };
  return { lowest: lowest - BEYOND, highest: highest + BEYOND };
};
