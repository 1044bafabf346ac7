import type { CountyFeature } from '../contracts/county.ts';
import type { CountyPoint } from './county-places.ts';

const RADIANS = Math.PI / 180;
/** Metres a degree of latitude, on the mean sphere: good to 0.6 %, enough to draw by and for nothing else. */
const METRES_A_DEGREE = 111_195;

type Sheet = Extract<CountyFeature['shape'], { type: 'sheet' }>;

/**
 * The faces of a fault from its trace at `top` down to `bottom` along its dip; for drawing. A dip that is not known is drawn
 * upright: the caller says that it is doubtful.
 * @returns one quadrangle a piece of the trace
 */
export const sheetFaces = ({ trace, dip, dipDirection, top, bottom }: Sheet): CountyPoint[][] => {
  const isUpright = dip === null || dipDirection === null || dip >= 90;
  const away = isUpright ? 0 : (top - bottom) / Math.tan(Math.max(1, dip) * RADIANS);
  const azimuth = (dipDirection ?? 0) * RADIANS;
  const below = ([longitude, latitude]: readonly [number, number]): CountyPoint => [
    longitude + (away * Math.sin(azimuth)) / (METRES_A_DEGREE * Math.cos(latitude * RADIANS)),
    latitude + (away * Math.cos(azimuth)) / METRES_A_DEGREE,
    bottom,
  ];
  return trace.slice(1).map((end, i) => {
    const start = trace[i]!;
    return [[...start, top], [...end, top], below(end), below(start)] as CountyPoint[];
  });
};
