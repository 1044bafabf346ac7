import type { TFunction } from 'i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { enu, type SurveyPoint } from '../../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../../domain/frame/mine-frame.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { surveyAngle } from '../../../../domain/measure/angle.ts';
import { attitudeOf } from '../../../../domain/measure/attitude.ts';
import { surveyDistance, surveyPath } from '../../../../domain/measure/distance.ts';
import { isWhole, type LineMeasure } from '../../../../domain/measure/measurement.ts';
import { surveyOutline } from '../../../../domain/measure/outline.ts';
import { METRES_PER_UNIT } from '../../../../domain/units/quantities.ts';
import { formatNumber } from '../../../shell/format-number.ts';

/** One line of a result. */
export interface MeasureRow {
  readonly id: string;
  readonly name: string;
  /** null: not known, or there is none. */
  readonly value: string | null;
  readonly unit: string;
  /** What the value means, for who asks. */
  readonly hint?: string;
  /** In place of a value, why there is none, or why it is not to be relied on. */
  readonly warning?: string;
  /** For the first row: written large. */
  readonly main?: boolean;
  /** The sum of the rows after it. */
  readonly head?: boolean;
}

type Survey = Pick<Catalog['survey'], 'units'>;
type Point3 = readonly [SurveyPoint, SurveyPoint, SurveyPoint];

/** Lengths, areas and volumes in the survey's own unit. */
export const unitWriter = (survey: Survey, t: TFunction) => {
  const per = METRES_PER_UNIT[survey.units];
  const sign = t(`cursor.${survey.units}`);
  return {
    length: (metres: number, decimals = 3) => ({
      value: formatNumber(metres / per, { decimals, unit: sign }),
      unit: sign,
    }),
    area: (squareMetres: number) => ({
      value: formatNumber(squareMetres / per ** 2, { decimals: 2, unit: sign }),
      unit: `${sign}²`,
    }),
    volume: (cubicMetres: number) => ({
      value: formatNumber(cubicMetres / per ** 3, { decimals: 1, unit: sign }),
      unit: `${sign}³`,
    }),
  };
};

/** Degrees, minutes and whole seconds: 143°07′48″. */
export const formatDms = (degrees: number): string | null => {
  if (!Number.isFinite(degrees)) return null;
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const two = (value: number): string => String(value).padStart(2, '0');
  const text = `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″`;
  return degrees < 0 && seconds > 0 ? `-${text}` : text;
};

const angle = (degrees: number, decimals = 2) => ({
  value: formatNumber(degrees, { decimals }),
  unit: '°',
});
const dms = (degrees: number) => ({ value: formatDms(degrees), unit: '' });

/** Under this spread, per cent, the attitude through three points is not reliable: an error of a point counts tenfold. */
const NARROW = 10;

/** What a measurement of points says; empty while it has too few. */
export const lineRows = (
  measure: LineMeasure,
  frame: MineFrame,
  survey: Survey,
  t: TFunction,
): MeasureRow[] => {
  if (!isWhole(measure)) return [];
  const { points } = measure;
  const places = points.map((point) => frame.enuToSurvey(enu(...point)));
  const { length, area } = unitWriter(survey, t);
  const space: MeasureRow = {
    id: 'space',
    name: t('measure.space'),
    ...length(spaceLength(points)),
    hint: t('measure.spaceHint'),
  };
  switch (measure.kind) {
    case 'distance': {
      const { slope, horizontal, vertical, azimuth, inclination } = surveyDistance(places[0]!, places[1]!);
      return [
        { id: 'slope', name: t('measure.slope'), ...length(slope), main: true },
        { id: 'horizontal', name: t('measure.horizontal'), ...length(horizontal) },
        { id: 'vertical', name: t('measure.vertical'), ...length(vertical) },
        { id: 'azimuth', name: t('measure.azimuth'), ...dms(azimuth) },
        { id: 'inclination', name: t('measure.inclination'), ...dms(inclination) },
        space,
      ];
    }
    case 'path': {
      const { slope, horizontal, vertical, climb, fall } = surveyPath(places);
      return [
        { id: 'slope', name: t('measure.slope'), ...length(slope), main: true },
        { id: 'horizontal', name: t('measure.horizontal'), ...length(horizontal) },
        { id: 'vertical', name: t('measure.vertical'), ...length(vertical) },
        { id: 'climb', name: t('measure.climb'), ...length(climb) },
        { id: 'fall', name: t('measure.fall'), ...length(fall) },
        space,
      ];
    }
    case 'area': {
      const { plan, facing, perimeter, planPerimeter, offPlane, crosses } = surveyOutline(places);
      return [
        crosses
          ? { id: 'plan', name: t('measure.plan'), value: null, unit: '', warning: t('measure.crosses') }
          : { id: 'plan', name: t('measure.plan'), ...area(plan), main: true },
        ...(crosses
          ? []
          : [
              {
                id: 'facing',
                name: t('measure.facing'),
                ...area(facing),
                hint: t('measure.facingHint'),
              },
            ]),
        { id: 'perimeter', name: t('measure.perimeter'), ...length(perimeter) },
        { id: 'plan-perimeter', name: t('measure.planPerimeter'), ...length(planPerimeter) },
        { id: 'off-plane', name: t('measure.offPlane'), ...length(offPlane) },
      ];
    }
    case 'attitude':
      return attitudeRows(places as unknown as Point3, t);
    case 'angle':
      return angleRows(places as unknown as Point3, t);
  }
};

/** Straight lines in the frame, off any projection, metres. */
const spaceLength = (points: readonly Vec3[]): number =>
  points
    .slice(1)
    .reduce((sum, to, i) => sum + Math.hypot(...[0, 1, 2].map((k) => to[k]! - points[i]![k]!)), 0);

const attitudeRows = (places: Point3, t: TFunction): MeasureRow[] => {
  const attitude = attitudeOf(places);
  if (!attitude)
    return [
      { id: 'bearing', name: t('measure.bearing'), value: null, unit: '', warning: t('measure.noPlane') },
    ];
  const { dip, dipDirection, strike, spread } = attitude;
  const level = Number.isNaN(strike);
  const narrow = spread < NARROW ? { warning: t('measure.narrow', { percent: spread.toFixed(1) }) } : {};
  const bearing = `${String(Math.round(dipDirection) % 360).padStart(3, '0')}°∠${Math.round(dip)}°`;
  return [
    level
      ? {
          id: 'bearing',
          name: t('measure.bearing'),
          value: '∠0°',
          unit: '',
          main: true,
          warning: t('measure.levelPlane'),
        }
      : { id: 'bearing', name: t('measure.bearing'), value: bearing, unit: '', main: true, ...narrow },
    { id: 'dip', name: t('measure.dip'), ...angle(dip) },
    { id: 'dip-direction', name: t('measure.dipDirection'), ...angle(dipDirection) },
    { id: 'strike', name: t('measure.strike'), ...angle(strike) },
    { id: 'spread', name: t('measure.spread'), value: formatNumber(spread, { decimals: 1 }), unit: '%' },
  ];
};

const angleRows = (places: Point3, t: TFunction): MeasureRow[] => {
  const found = surveyAngle(places);
  if (!found)
    return [
      { id: 'space', name: t('measure.spaceAngle'), value: null, unit: '', warning: t('measure.noAngle') },
    ];
  return [
    { id: 'space', name: t('measure.spaceAngle'), ...dms(found.space), main: true },
    Number.isNaN(found.plan)
      ? { id: 'plan', name: t('measure.planAngle'), value: null, unit: '', warning: t('measure.upright') }
      : { id: 'plan', name: t('measure.planAngle'), ...dms(found.plan) },
  ];
};
