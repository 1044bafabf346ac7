import type { CountyCatalog } from '../contracts/county.ts';
import { enu } from '../frame/coordinates.ts';
import { createMineFrame, type MineFrame } from '../frame/mine-frame.ts';
import { createSurveySystem } from '../frame/survey-system.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { degrees, metres } from '../units/quantities.ts';

/**
 * The one frame in which mines of a county are compared: east, north, up at its middle. Up is along the plumb line of the middle:
 * 20 km away the ground falls off by 30 m, so heights are always made by `heightAt`, never read off `up`.
 */
export interface CountyFrame {
  readonly frame: MineFrame;
  /** WGS 84 degrees and metres above the county's height datum → metres. */
  readonly toEnu: (longitude: number, latitude: number, height: number) => Vec3;
  readonly toDegrees: (point: Vec3) => { longitude: number; latitude: number; height: number };
  /** Metres above the county's height datum. */
  readonly heightAt: (point: Vec3) => number;
}

export const countyFrame = ({
  neighboursFrame,
  geoidSeparation,
  survey,
}: Pick<CountyCatalog, 'neighboursFrame' | 'geoidSeparation' | 'survey'>): CountyFrame => {
  const { longitude, latitude, ellipsoidHeight } = neighboursFrame.origin;
  const frame = createMineFrame({
    survey: createSurveySystem({ proj: survey.proj, axes: 'x-east-y-north', units: 'metre' }),
    geoidSeparation: metres(geoidSeparation),
    origin: {
      longitude: degrees(longitude),
      latitude: degrees(latitude),
      ellipsoidHeight: metres(ellipsoidHeight),
    },
  });
  const toDegrees = (point: Vec3) => {
    const at = frame.enuToGeographic(enu(...point));
    return {
      longitude: at.longitude,
      latitude: at.latitude,
      height: at.ellipsoidHeight - geoidSeparation,
    };
  };
  return {
    frame,
    toEnu: (east, north, height) =>
      frame.geographicToEnu({
        longitude: degrees(east),
        latitude: degrees(north),
        ellipsoidHeight: metres(height + geoidSeparation),
      }),
    toDegrees,
    heightAt: (point) => toDegrees(point).height,
  };
};
