import type { CountyCatalog } from '../../../domain/contracts/county.ts';
import { createSurveySystem } from '../../../domain/frame/survey-system.ts';

export interface ShownSystem {
  readonly id: 'cgcs2000' | 'survey';
  readonly name: string;
  /** Metres; NaN where the system has no answer there. */
  at(place: readonly [longitude: number, latitude: number]): {
    readonly northing: number;
    readonly easting: number;
  };
}

/** Degrees of longitude a zone of the 3° belts is wide. */
const ZONE = 3;

/**
 * CGCS2000 / 3-degree Gauss-Krüger of the zone a place lies in, easting with the zone's number before it. The ellipsoid is that of
 * GRS 80; CGCS2000 and WGS 84 are taken as one (ADR 0001). Source of zones and false easting: GB/T 17798, EPSG 4513–4533.
 */
export const gaussKruegerOf = (longitude: number): { readonly zone: number; readonly proj: string } => {
  const zone = Math.round(longitude / ZONE);
  return {
    zone,
    proj: `+proj=tmerc +lat_0=0 +lon_0=${zone * ZONE} +k=1 +x_0=${zone * 1_000_000 + 500_000} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
  };
};

const systemOf = (proj: string): ShownSystem['at'] => {
  const system = createSurveySystem({ proj, axes: 'x-east-y-north', units: 'metre' });
  return ([longitude, latitude]) => system.fromGeographic(longitude, latitude, 0);
};

/** The systems shown beside WGS 84; the county's own only where it is another than the belt it lies in. */
export const coordinateSystems = ({
  survey,
  extent: [west, , east],
}: Pick<CountyCatalog, 'survey' | 'extent'>): ShownSystem[] => {
  const { zone, proj } = gaussKruegerOf((west + east) / 2);
  const ofBelt = systemOf(proj);
  const ofSurvey = systemOf(survey.proj);
  const middle = [(west + east) / 2, 35] as const;
  const [a, b] = [ofBelt(middle), ofSurvey(middle)];
  const isSame = Math.hypot(a.easting - b.easting, a.northing - b.northing) < 0.001;
  return [
    { id: 'cgcs2000', name: `CGCS2000 / 3° GK ${zone}`, at: ofBelt },
    ...(isSame ? [] : [{ id: 'survey' as const, name: survey.crsName, at: ofSurvey }]),
  ];
};
