import type { Catalog } from '../../../domain/contracts/catalog.ts';
import type { SurveyPoint } from '../../../domain/frame/coordinates.ts';
import { METRES_PER_UNIT } from '../../../domain/units/quantities.ts';
import { formatCoordinate } from '../../shell/format-number.ts';

/** One coordinate as the survey's own tables write it: the letter of its column, which way it points, its text. */
export interface AxisReadout {
  readonly letter: 'X' | 'Y' | 'H';
  readonly direction: 'north' | 'east' | 'height';
  readonly text: string;
}

/** Easting digits to which the zone number is put in front: 39 → 39 000 000. */
const ZONE_STEP = 1_000_000;

/**
 * The three coordinates in the survey's column order, units and zone prefix, 2 decimals. X is north where the survey
 * says so: the letters follow the files, not the mathematician.
 */
export const surveyReadout = (
  point: SurveyPoint,
  survey: Pick<Catalog['survey'], 'axes' | 'units' | 'zonePrefix'>,
): readonly [AxisReadout, AxisReadout, AxisReadout] => {
  const inUnits = (value: number) => value / METRES_PER_UNIT[survey.units];
  const easting = inUnits(point.easting) + (survey.zonePrefix ?? 0) * ZONE_STEP;
  const north = { direction: 'north', text: formatCoordinate(inUnits(point.northing), 2) } as const;
  const east = { direction: 'east', text: formatCoordinate(easting, 2) } as const;
  const height = {
    letter: 'H',
    direction: 'height',
    text: formatCoordinate(inUnits(point.height), 2),
  } as const;
  return survey.axes === 'x-north-y-east'
    ? [{ letter: 'X', ...north }, { letter: 'Y', ...east }, height]
    : [{ letter: 'X', ...east }, { letter: 'Y', ...north }, height];
};
