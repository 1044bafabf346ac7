import type { LiveManifest } from '../../../domain/contracts/live/live-manifest.ts';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';
import type { EnuPoint } from '../../../domain/frame/coordinates.ts';
import { frameAzimuth, type MineBundle } from './mine-bundle.ts';
import type { SetupProblem } from './setup-problem.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

interface Position {
  readonly place?: string | undefined;
  readonly e?: number | undefined;
  readonly n?: number | undefined;
  readonly h?: number | undefined;
}
type Enu = [number, number, number];

type Placed = Pick<LiveSetup, 'devices' | 'workPlaces' | 'keyPlaces' | 'restrictedZones' | 'slopes'>;

/** Puts devices, places, zones and slope outlines of live.yaml into the mine's frame; grid azimuths become the frame's. */
export const placeEverything = (
  { value: manifest, problemAt }: YamlFile<LiveManifest>,
  { places, frame, surveyPoint }: MineBundle,
): { placed: Placed; problems: SetupProblem[] } => {
  const problems: SetupProblem[] = [];
  const NOWHERE: Enu = [0, 0, 0];
  /** A problem found makes the whole set-up refused, so what is returned then is never used. */
  const fail = (path: YamlPath, what: string, mend: string): Enu => {
    problems.push(problemAt(path, what, mend));
    return NOWHERE;
  };
  const plain = (p: EnuPoint): Enu => [p[0], p[1], p[2]];

  const surveyed = (e: number, n: number, h: number, path: YamlPath): Enu => {
    const at = frame.surveyToEnu(surveyPoint(e, n, h));
    if (at.every(Number.isFinite) && Math.hypot(at[0], at[1]) < FAR_METRES) return plain(at);
    const what = `this is ${Number.isFinite(at[0]) ? `${Math.round(Math.hypot(at[0], at[1]) / 1000)} km from the mine` : 'nowhere in its survey system'}`;
    return fail(path, what, 'e is easting, n is northing, metres, in the coordinate system of mine.yaml');
  };
  const locate = ({ place, e, n, h }: Position, path: YamlPath): Enu => {
    const given = [e, n, h].filter((value) => value !== undefined).length;
    if (place !== undefined) {
      if (given > 0) return fail(path, 'it has a place and coordinates', 'leave one of the two out');
      const at = places.get(place);
      if (at) return plain(at);
      const known = places.size ? `known: ${[...places.keys()].slice(0, 6).join(', ')}…` : 'it has none';
      return fail(
        [...path, 'place'],
        'the bundle has no such place',
        `correct it (${known}) or give e, n, h`,
      );
    }
    if (e === undefined || n === undefined || h === undefined)
      return fail(path, 'it is not said where this is', 'give place, or e, n and h in metres');
    return surveyed(e, n, h, path);
  };

  const devices = manifest.devices.map(({ place, e, n, h, azimuth, ...rest }, i) => {
    const at = locate({ place, e, n, h }, ['devices', i]);
    if (azimuth === undefined) return { ...rest, enu: at };
    return { ...rest, enu: at, azimuth: frameAzimuth(frame, at as unknown as EnuPoint, azimuth) };
  });
  const workPlaces = manifest.workPlaces.map(({ place, e, n, h, ...rest }, i) => ({
    ...rest,
    enu: locate({ place, e, n, h }, ['workPlaces', i]),
  }));
  const keyPlaces = manifest.keyPlaces.map(({ place, e, n, h, ...rest }, i) => ({
    ...rest,
    enu: locate({ place, e, n, h }, ['keyPlaces', i]),
  }));
  const restrictedZones = manifest.restrictedZones.map(
    ({ id, name, roadways, place, e, n, h, radius }, i) => {
      const path = ['restrictedZones', i];
      const hasPoint = [place, e, n, h].some((value) => value !== undefined);
      if (!hasPoint && roadways.length === 0)
        fail(path, 'this zone holds nothing', 'name roadways, or a place and a radius');
      if (hasPoint && radius === undefined)
        fail(path, 'a zone around a place needs its radius', 'give radius in metres');
      return {
        ...{ id, name, roadways },
        enu: hasPoint ? locate({ place, e, n, h }, path) : null,
        radius: hasPoint ? (radius ?? null) : null,
      };
    },
  );
  const slopes = manifest.slopes.map(({ outline, ...rest }, i) => ({
    ...rest,
    outline: outline.map(([e, n, h], k) => surveyed(e, n, h, ['slopes', i, 'outline', k])),
  }));
  return { placed: { devices, workPlaces, keyPlaces, restrictedZones, slopes }, problems };
};

/** No mine is this wide: farther away the axes were swapped or the zone is another. */
const FAR_METRES = 50_000;
