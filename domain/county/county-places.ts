import type { Vec3 } from '../geometry/bounds.ts';
import { countyFrame } from './county-frame.ts';

/** A place of the county: WGS 84 degrees, and metres in the county's height datum. */
export type CountyPoint = readonly [longitude: number, latitude: number, height: number];

/** From the metres of neighbours.json to places of the county. */
export const placesOfFrame = (
  county: Parameters<typeof countyFrame>[0],
): ((at: readonly [number, number, number]) => CountyPoint) => {
  const { toDegrees } = countyFrame(county);
  return ([east, north, up]) => {
    const { longitude, latitude, height } = toDegrees([east, north, up] satisfies Vec3);
    return [longitude, latitude, height];
  };
};
