import proj4, { type Converter } from 'proj4';
import { type Degrees, degrees, type LengthUnit, METRES_PER_UNIT, metres } from '../units/quantities.ts';
import type { SurveyPoint } from './coordinates.ts';
import { type DatumNote, replaceMissingGrids } from './datum-fallback.ts';
import { createLocalGrid, type LocalGrid } from './local-grid.ts';

export interface SurveySystemOptions {
  /** proj definition. A unit in it (+units, +to_meter) belongs to the CRS; what the files use is `units`. */
  readonly proj: string;
  /** What x and y in the files mean. */
  readonly axes: 'x-north-y-east' | 'x-east-y-north';
  /** Zone number written before the eastings in the files. */
  readonly zonePrefix?: number;
  /** Unit of coordinates and heights in the files. */
  readonly units: LengthUnit;
  /** From the mine's local grid to the CRS; tx, ty, tz and the result are in the CRS's own unit (see mine.yaml). */
  readonly localGrid?: LocalGrid;
  /** Degrees: west, south, east, north. West greater than east means across the antimeridian. */
  readonly areaOfUse?: readonly [west: number, south: number, east: number, north: number];
}

/** The one place that knows what the numbers in a mine's files mean. */
export interface SurveySystem {
  /** File numbers, in file order and unit → metres by name. */
  fromFile(x: number, y: number, z: number): SurveyPoint;
  /** Exact inverse of `fromFile`. */
  toFile(p: SurveyPoint): { x: number; y: number; z: number };
  /** WGS 84 degrees; both NaN where the projection has no answer there. */
  toGeographic(p: SurveyPoint): { longitude: Degrees; latitude: Degrees };
  /** `height` is in metres above the survey's vertical datum and is passed through. */
  fromGeographic(longitude: number, latitude: number, height: number): SurveyPoint;
  /** 'unknown' where the system has no area of use; false also where the projection has no answer. */
  insideAreaOfUse(p: SurveyPoint): boolean | 'unknown';
  /** Angle from true north to grid north, clockwise positive: grid azimuth = true azimuth − convergence. */
  convergenceDegrees(p: SurveyPoint): Degrees;
  /**
   * The CRS is longitude/latitude (proj=longlat): `easting` and `northing` of its points then hold degrees, not
   * metres, and must never be added to lengths (desurvey such holes in ENU). Heights are metres as ever.
   */
  readonly isGeographic: boolean;
  /** What is not known exactly about the place on the globe; null where nothing is in doubt. */
  readonly datumNote: DatumNote | null;
  /** The CRS's own unit, for a warning where `units` of the files differs; null where it is none of ours. */
  readonly crsUnit: LengthUnit | null;
}

/** EPSG gives areas of use to 0.01°. */
const AREA_SLACK_DEGREES = 0.01;

const UNIT_OF_PROJ: Readonly<Record<string, LengthUnit>> = {
  m: 'metre',
  ft: 'foot',
  'us-ft': 'us-survey-foot',
};

/** Metres per unit of the CRS, as its definition says. */
function crsMetresPerUnit(proj: string): { factor: number; unit: LengthUnit | null } {
  const toMeter = /\+to_meter=(\S+)/.exec(proj)?.[1];
  if (toMeter !== undefined) {
    const [over, under = '1'] = toMeter.split('/');
    const factor = Number(over) / Number(under);
    const unit = (Object.keys(METRES_PER_UNIT) as LengthUnit[]).find(
      (name) => Math.abs(METRES_PER_UNIT[name] - factor) < 1e-9,
    );
    return { factor, unit: unit ?? null };
  }
  const name = /\+units=(\S+)/.exec(proj)?.[1] ?? 'm';
  const unit = UNIT_OF_PROJ[name] ?? null;
  if (unit) return { factor: METRES_PER_UNIT[unit], unit };
  if (name === 'km') return { factor: 1000, unit: null };
  throw new RangeError(`unit of the projection is not known: +units=${name}`);
}

/**
 * @throws RangeError where the definition is not understood, its unit is unknown or the local grid has no inverse
 */
export function createSurveySystem(o: SurveySystemOptions): SurveySystem {
  const isGeographic = /\+proj=(longlat|latlong|lonlat|latlon)\b/.test(o.proj);
  const { factor: crsFactor, unit: crsUnit } = isGeographic
    ? { factor: 1, unit: null }
    : crsMetresPerUnit(o.proj);
  const datum = replaceMissingGrids(o.proj);
  // Without its unit proj works in metres: the unit is applied here, once, and never by proj as well.
  const metric = isGeographic ? datum.proj : datum.proj.replace(/\+(units|to_meter)=\S+/g, '');
  const converter = connect(metric, o.proj);

  const falseEasting = Number(/\+x_0=(\S+)/.exec(o.proj)?.[1] ?? 0);
  const prefix = o.zonePrefix !== undefined && falseEasting < o.zonePrefix * 1e6 ? o.zonePrefix * 1e6 : 0;
  const northFirst = o.axes === 'x-north-y-east';
  const heightFactor = METRES_PER_UNIT[o.units];
  const grid = o.localGrid ? createLocalGrid(o.localGrid) : null;
  const planFactor = isGeographic ? 1 : grid ? crsFactor : heightFactor;
  const tz = (o.localGrid?.tz ?? 0) * crsFactor;

  const inverse = (longitude: number, latitude: number): { x: number; y: number } => {
    const target = { x: longitude, y: latitude };
    if (!Number.isFinite(longitude + latitude)) return NOWHERE;
    const first = converter.inverse(target);
    if (!/\+towgs84=/.test(metric)) return first;
    // A datum shift without heights is not its own inverse (0.5 mm at 20 m): one correction makes it so.
    const back = converter.inverse(converter.forward(first));
    return { x: 2 * first.x - back.x, y: 2 * first.y - back.y };
  };

  const toGeographic = (p: SurveyPoint) => {
    if (!Number.isFinite(p.easting + p.northing)) return { longitude: degrees(NaN), latitude: degrees(NaN) };
    const out = converter.forward({ x: p.easting, y: p.northing });
    return { longitude: degrees(out.x), latitude: degrees(out.y) };
  };

  return {
    isGeographic,
    crsUnit,
    datumNote: datum.note,

    fromFile(x, y, z) {
      let east = northFirst ? y : x;
      let north = northFirst ? x : y;
      if (grid) [east, north] = grid.toCrs(east, north);
      return {
        easting: metres((isGeographic ? east : east - prefix) * planFactor),
        northing: metres(north * planFactor),
        height: metres(z * heightFactor + tz),
      };
    },

    toFile(p) {
      let east = p.easting / planFactor + (isGeographic ? 0 : prefix);
      let north = p.northing / planFactor;
      if (grid) [east, north] = grid.fromCrs(east, north);
      const z = (p.height - tz) / heightFactor;
      return northFirst ? { x: north, y: east, z } : { x: east, y: north, z };
    },

    toGeographic,

    fromGeographic(longitude, latitude, height) {
      const { x, y } = inverse(longitude, latitude);
      return { easting: metres(x), northing: metres(y), height: metres(height) };
    },

    insideAreaOfUse(p) {
      if (!o.areaOfUse) return 'unknown';
      const [west, south, east, north] = o.areaOfUse;
      const { longitude, latitude } = toGeographic(p);
      const [from, to] = [west - AREA_SLACK_DEGREES, east + AREA_SLACK_DEGREES];
      const inLongitude =
        west <= east ? longitude >= from && longitude <= to : longitude >= from || longitude <= to;
      return inLongitude && latitude >= south - AREA_SLACK_DEGREES && latitude <= north + AREA_SLACK_DEGREES;
    },

    convergenceDegrees(p) {
      if (isGeographic) return degrees(0);
      const { longitude, latitude } = toGeographic(p);
      // About 100 m either way: long against rounding (1e-9 m), short against the curve of the meridian.
      const step = 1e-3;
      const south = inverse(longitude, latitude - step);
      const north = inverse(longitude, latitude + step);
      return degrees((-Math.atan2(north.x - south.x, north.y - south.y) * 180) / Math.PI);
    },
  };
}

const NOWHERE = { x: Number.NaN, y: Number.NaN };

/** proj4 answers bad places by throwing, by undefined or by infinity, as the projection goes; here it is always NaN. */
function connect(metric: string, given: string) {
  let converter: Converter;
  try {
    converter = proj4(metric, 'WGS84');
  } catch (cause) {
    throw new RangeError(`projection not understood: ${given}`, { cause });
  }
  const settle = (run: () => { x: number; y: number }) => {
    try {
      const out = run();
      return Number.isFinite(out.x + out.y) ? out : NOWHERE;
    } catch {
      return NOWHERE;
    }
  };
  return {
    forward: (p: { x: number; y: number }) => settle(() => converter.forward(p)),
    inverse: (p: { x: number; y: number }) => settle(() => converter.inverse(p)),
  };
}
