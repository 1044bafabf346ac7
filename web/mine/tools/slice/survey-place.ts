import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../../domain/frame/mine-frame.ts';
import type { PlanPoint } from '../../../../domain/geology/section/curtain.ts';
import { towards } from '../../../../domain/geology/slice/slice.ts';
import { METRES_PER_UNIT, metres } from '../../../../domain/units/quantities.ts';

type Survey = Pick<Catalog['survey'], 'units' | 'zonePrefix'>;

/** Easting digits to which the zone number is put in front: 39 → 39 000 000. */
const ZONE_STEP = 1_000_000;

/** A place in plan as the survey's tables write it, in the survey's units, zone number in front of the easting. */
export interface SurveyPlace {
  readonly northing: number;
  readonly easting: number;
}

/** Places in plan are read at the frame's own height: over a mine's depth the two differ by millimetres. */
export const surveyPlace = (frame: MineFrame, survey: Survey, [east, north]: PlanPoint): SurveyPlace => {
  const { easting, northing } = frame.enuToSurvey(enu(east, north, 0));
  const unit = METRES_PER_UNIT[survey.units];
  return { northing: northing / unit, easting: easting / unit + (survey.zonePrefix ?? 0) * ZONE_STEP };
};

export const planPoint = (frame: MineFrame, survey: Survey, place: SurveyPlace): PlanPoint => {
  const unit = METRES_PER_UNIT[survey.units];
  const [east, north] = frame.surveyToEnu({
    northing: metres(place.northing * unit),
    easting: metres((place.easting - (survey.zonePrefix ?? 0) * ZONE_STEP) * unit),
    height: frame.enuToSurvey(enu(0, 0, 0)).height,
  });
  return [east, north];
};

/** Height above the survey's datum of a level of the frame, metres, at its origin. */
export const heightOf = (frame: MineFrame, up: number): number => frame.enuToSurvey(enu(0, 0, up)).height;

export const upOf = (frame: MineFrame, height: number): number =>
  frame.surveyToEnu({ ...frame.enuToSurvey(enu(0, 0, 0)), height: metres(height) })[2];

/** Degrees by which grid north lies west of the frame's north at a point: grid azimuth = azimuth + this. */
export const gridTurn = (frame: MineFrame, [east, north]: PlanPoint): number => {
  const a = frame.enuToSurvey(enu(east, north, 0));
  const [e, n] = towards(0);
  const b = frame.enuToSurvey(enu(east + e * 100, north + n * 100, 0));
  return (Math.atan2(b.easting - a.easting, b.northing - a.northing) * 180) / Math.PI;
};
