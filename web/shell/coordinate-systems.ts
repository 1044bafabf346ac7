import type { CountyCatalog } from '../../domain/contracts/county.ts';
import { gaussKruegerOf } from '../../domain/frame/gauss-krueger.ts';
import { createSurveySystem } from '../../domain/frame/survey-system.ts';

export interface ShownSystem {
  readonly id: 'cgcs2000' | 'survey';
  readonly name: string;
  /** Metres; NaN where the system has no answer there. */
  at(place: readonly [longitude: number, latitude: number]): {
    readonly northing: number;
    readonly easting: number;
  };
  /** Degrees of WGS 84; NaN where the system has no answer there. */
  back(grid: { readonly northing: number; readonly easting: number }): [longitude: number, latitude: number];
}

const systemOf = (proj: string): Pick<ShownSystem, 'at' | 'back'> & { readonly isGeographic: boolean } => {
  const system = createSurveySystem({ proj, axes: 'x-east-y-north', units: 'metre' });
  return {
    isGeographic: system.isGeographic,
    at: ([longitude, latitude]) => system.fromGeographic(longitude, latitude, 0),
    back: ({ northing, easting }) => {
      const { longitude, latitude } = system.toGeographic(system.fromFile(easting, northing, 0));
      return [longitude, latitude];
    },
  };
};

/** The systems shown beside WGS 84; the county's or mine's own only where it is in metres and another than the belt it lies in. */
export const coordinateSystems = ({
  survey,
  extent: [west, , east],
}: {
  readonly survey: Pick<CountyCatalog['survey'], 'proj' | 'crsName'>;
  readonly extent: CountyCatalog['extent'];
}): ShownSystem[] => {
  const { zone, proj } = gaussKruegerOf((west + east) / 2);
  const ofBelt = systemOf(proj);
  const ofSurvey = systemOf(survey.proj);
  const middle = [(west + east) / 2, 35] as const;
  const [a, b] = [ofBelt.at(middle), ofSurvey.at(middle)];
  const isSame = ofSurvey.isGeographic || Math.hypot(a.easting - b.easting, a.northing - b.northing) < 0.001;
  return [
    { id: 'cgcs2000', name: `CGCS2000 / 3° GK ${zone}`, at: ofBelt.at, back: ofBelt.back },
    ...(isSame
      ? []
      : [{ id: 'survey' as const, name: survey.crsName, at: ofSurvey.at, back: ofSurvey.back }]),
  ];
};
