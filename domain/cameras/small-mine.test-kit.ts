import type { LiveSetup, SetupDevice } from '../contracts/live/setup.ts';
import type { RoadwayNetwork } from '../contracts/network.ts';
import { enu } from '../frame/coordinates.ts';
import { metres } from '../units/quantities.ts';
import { buildNetwork } from '../workings/network.ts';

type Point = readonly [number, number, number];

/** A network of lines by id, all 4 m wide and 3.6 m high. */
export const networkOf = (lines: Readonly<Record<string, readonly Point[]>>): RoadwayNetwork =>
  buildNetwork(
    Object.entries(lines).map(([id, line]) => ({
      id,
      line: line.map(([e, n, u]) => enu(e, n, u)),
      type: 'drift',
      width: 4,
      height: 3.6,
    })),
    metres(0.05),
  );

export const cameraAt = (
  id: string,
  at: Point,
  azimuth: number,
  more: Partial<SetupDevice> = {},
): SetupDevice => ({
  id,
  name: { zh: id, en: id },
  enu: [...at],
  kind: 'camera',
  azimuth,
  tilt: 0,
  hfov: 90,
  vfov: 60,
  range: 200,
  ...more,
});

export const keyPlaceAt = (
  id: string,
  at: Point,
  kind: LiveSetup['keyPlaces'][number]['kind'] = 'pump-room',
  radius = 5,
): LiveSetup['keyPlaces'][number] => ({ id, name: { zh: id, en: id }, enu: [...at], kind, radius });

export const workPlaceAt = (
  id: string,
  at: Point,
  o: { main?: boolean; radius?: number } = {},
): LiveSetup['workPlaces'][number] => ({
  id,
  name: { zh: id, en: id },
  enu: [...at],
  radius: o.radius ?? 30,
  main: o.main ?? true,
});
