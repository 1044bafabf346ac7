import type { CountyCatalog } from '../../contracts/county.ts';
import type { HazardPlace } from '../../contracts/hazard.ts';
import type { XY } from '../../drawing/drawing.ts';
import { enu } from '../../frame/coordinates.ts';
import { createMineFrame } from '../../frame/mine-frame.ts';
import { createSurveySystem } from '../../frame/survey-system.ts';
import { degrees, metres } from '../../units/quantities.ts';

/** The county's survey grid: easting and northing in metres, as its plans write them. */
export interface CountyGrid {
  /** WGS 84 degrees, longitude first. */
  plan(position: readonly [longitude: number, latitude: number]): XY;
  /** A point of the neighbours report: east, north, up of its frame. */
  proof(point: readonly [number, number, number]): { readonly at: XY; readonly height: number };
}

/** @throws RangeError where the county's projection is not understood */
export const createCountyGrid = ({
  survey: { proj },
  geoidSeparation,
  neighboursFrame: { origin },
}: Pick<CountyCatalog, 'survey' | 'geoidSeparation' | 'neighboursFrame'>): CountyGrid => {
  const survey = createSurveySystem({ proj, axes: 'x-east-y-north', units: 'metre' });
  const frame = createMineFrame({
    survey,
    geoidSeparation: metres(geoidSeparation),
    origin: {
      longitude: degrees(origin.longitude),
      latitude: degrees(origin.latitude),
      ellipsoidHeight: metres(origin.ellipsoidHeight),
    },
  });
  return {
    plan: ([longitude, latitude]) => {
      const { easting, northing } = survey.fromGeographic(longitude, latitude, 0);
      return [easting, northing];
    },
    proof: ([east, north, up]) => {
      const { easting, northing, height } = frame.enuToSurvey(enu(east, north, up));
      return { at: [easting, northing], height };
    },
  };
};

/** A point that stands for a place on a map; null for a feature, which has its own. */
export const pointOfPlace = (place: HazardPlace): readonly [number, number] | null => {
  switch (place.kind) {
    case 'feature':
      return null;
    case 'point':
      return place.at;
    case 'line':
      return place.line[Math.floor(place.line.length / 2)]!;
    case 'polygon':
      return middleOf(place.rings[0]!);
  }
};

/** Middle of the box of some positions. */
export const middleOf = (positions: readonly (readonly number[])[]): readonly [number, number] => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x!);
    east = Math.max(east, x!);
    south = Math.min(south, y!);
    north = Math.max(north, y!);
  }
  return [(west + east) / 2, (south + north) / 2];
};
