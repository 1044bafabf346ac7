import type { LiveManifest } from '../contracts/live/live-manifest.ts';
import type { LiveSetup } from '../contracts/live/setup.ts';
import type { NumberLimit } from './over-number.ts';
import type { StayLimit } from './overstay-in-place.ts';
import type { RulePlace } from './place-membership.ts';
import type { ZoneLimit } from './restricted-zone.ts';
import type { RuleDevice } from './rule-device.ts';
import type { ReaderToWatch } from './silent-reader.ts';
import type { WatchedWorkPlace } from './work-place-blind.ts';

/** Every place people are watched in, in one list, and what each is watched for. */
export interface WatchedPlaces {
  readonly places: readonly RulePlace[];
  /** Most people: the given number everywhere, or each place's own where none is given. */
  numberLimits(most: number | undefined): NumberLimit[];
  readonly stayLimits: readonly StayLimit[];
  readonly zones: ReadonlyMap<number, ZoneLimit>;
  readonly mainWorkPlaces: readonly WatchedWorkPlace[];
  readonly readers: readonly ReaderToWatch[];
}

/** A reader surely hears a tag within this share of its range; at the very edge it may not. */
const SURE_SHARE = 0.5;
/** A tag names one reader, the one that hears it best: nearer than half-way to any other that is surely this one. */
const OWN_SHARE = 0.45;

/** Metres within which who is there is heard by this reader and no other; straight distances, the safe side. */
export const ownMetres = (
  range: number,
  at: readonly [number, number, number],
  others: readonly (readonly [number, number, number])[],
): number => {
  let nearest = Number.POSITIVE_INFINITY;
  for (const other of others)
    nearest = Math.min(nearest, Math.hypot(at[0] - other[0], at[1] - other[1], at[2] - other[2]));
  return Math.min(range * SURE_SHARE, nearest * OWN_SHARE);
};

export const watchedPlaces = (setup: LiveSetup, manifest: LiveManifest): WatchedPlaces => {
  const places: RulePlace[] = [];
  const add = (place: RulePlace): { number: number; place: RulePlace } => {
    places.push(place);
    return { number: places.length - 1, place };
  };
  const workPlaces = setup.workPlaces.map(({ id, name, enu, radius, main, maxPersons, maxMinutes }) => ({
    ...add({ id, name: name.zh, at: enu, radius, roadways: [] }),
    main,
    maxPersons,
    maxMinutes,
  }));
  const teams = new Map(manifest.restrictedZones.map(({ id, allowedTeams }) => [id, allowedTeams]));
  const zones = setup.restrictedZones.map(({ id, name, enu, radius, roadways }) => ({
    ...add({ id, name: name.zh, at: enu, radius: radius ?? 0, roadways }),
    allowedTeams: new Set(teams.get(id) ?? []),
  }));
  const readers = setup.devices.flatMap((device): ReaderToWatch[] => {
    const { id, kind, name, enu, range } = device;
    if (kind !== 'reader' || range === undefined) return [];
    const others = setup.devices.filter((other) => other.kind === 'reader' && other.id !== id);
    const radius = ownMetres(
      range,
      enu,
      others.map((other) => other.enu),
    );
    const place = { id, name: name.zh, at: enu, radius, roadways: [] };
    const { number } = add(place);
    const watched: RuleDevice = { id, kind, name: name.zh, enu };
    return [{ number, device: watched }];
  });
  return {
    places,
    numberLimits: (most) =>
      workPlaces.flatMap(({ number, place, maxPersons }) => {
        const limit = most ?? maxPersons;
        return limit === undefined ? [] : [{ number, place, most: limit }];
      }),
    stayLimits: workPlaces.flatMap(({ number, place, maxMinutes }) =>
      maxMinutes === undefined ? [] : [{ number, place, minutes: maxMinutes }],
    ),
    zones: new Map(zones.map((zone) => [zone.number, zone])),
    mainWorkPlaces: workPlaces.filter(({ main }) => main),
    readers,
  };
};
