import { createSurveySystem } from '../../../domain/frame/survey-system.ts';
import { metres } from '../../../domain/units/quantities.ts';
import { ORIGIN, type Plan } from '../place.ts';

/** Where things of the county lie: plan metres of the demo mines' generator (east, north of ORIGIN), and degrees. */
export const SURVEY_PROJ =
  '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs';

const survey = createSurveySystem({ proj: SURVEY_PROJ, axes: 'x-east-y-north', units: 'metre' });

const DEGREE_DIGITS = 1e6;
const rounded = (degrees: number): number => Math.round(degrees * DEGREE_DIGITS) / DEGREE_DIGITS;

/** WGS 84 degrees, to a decimetre. */
export const toDegrees = ([x, y]: Plan): [longitude: number, latitude: number] => {
  const { longitude, latitude } = survey.toGeographic({
    easting: metres(ORIGIN.easting + x),
    northing: metres(ORIGIN.northing + y),
    height: metres(0),
  });
  return [rounded(longitude), rounded(latitude)];
};

/** Middle of the county and half its width and height, plan metres. */
export const COUNTY = { centre: [3000, 2000] as Plan, halfWidth: 19_000, halfHeight: 16_000 } as const;

/** The day up to which the demo county's files go. */
export const AS_OF = '2026-11-20';

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
