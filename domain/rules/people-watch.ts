import { type EntityColumns, kindOf, presenceOf, type Spot } from '../contracts/live/entity.ts';
import type { NetworkIndex } from './network-index.ts';
import type { PlaceMembership } from './place-membership.ts';
import { newStillness, type Stillness, stepStillness, type ToldOfTags } from './stillness.ts';

/**
 * What must be remembered of people from one picture to the next: where on the network they are, since when they are
 * underground, since when they have not moved. One slot a tag for as long as the program runs; positions of people the
 * picture no longer hears stay, since nobody disappears.
 */

/** One is out only after so long in daylight: at the portal positions jump in and out. Seconds. */
export const OUT_AFTER_SECONDS = 60;

export const WHEREABOUTS = ['unknown', 'surface', 'underground'] as const;
export type Whereabouts = (typeof WHEREABOUTS)[number];
const [UNKNOWN, SURFACE, UNDERGROUND] = [0, 1, 2];

/**
 * As the spot says. Where it does not, a place of a mine that has roadways is taken as underground: the safe side.
 * Without roadways nothing is.
 */
export const whereaboutsOf = (spot: Spot | undefined, hasRoadways: boolean): Whereabouts => {
  if (!spot || spot.kind === 'unknown') return 'unknown';
  if (spot.kind === 'surface' || !hasRoadways || spot.underground === false) return 'surface';
  return spot.underground === null ? 'unknown' : 'underground';
};

/** What is remembered of one tag. Times in ms, places in ENU metres. */
export interface Remembered extends Stillness {
  /** Row in the last picture; −1 where it was not in it. */
  row: number;
  handle: number;
  person: boolean;
  presence: number;
  x: number;
  y: number;
  z: number;
  /** −1: off the network. */
  edge: number;
  offset: number;
  /** Index into WHEREABOUTS; kept while the position does not say. */
  whereabouts: number;
  /** When the position was true. */
  heardAt: number;
  /** NaN: not underground. */
  enteredAt: number;
  /** false: was underground already when first seen; enteredAt is "at the latest". */
  entryKnown: boolean;
  surfaceSince: number;
  firstHeardAt: number;
}

export interface PeopleWatch {
  /** Takes one picture. Pictures must not go back in time. */
  observe(time: number, entities: EntityColumns, spots: readonly Spot[], told?: ToldOfTags | null): void;
  /** Everyone in the last picture, by row. */
  readonly rows: readonly Remembered[];
  of(handle: number): Remembered | undefined;
  /** Persons fresh or stale by place; of those not heard any more, how many were last there. */
  readonly present: Int32Array;
  readonly lost: Int32Array;
  /** Who is where: `hitPlace[i]` holds row `hitRow[i]`, i < hitCount. Everyone heard, lost ones too. */
  readonly hitPlace: Int32Array;
  readonly hitRow: Int32Array;
  readonly hitCount: number;
  isIn(row: number, place: number): boolean;
}

const FRESH = 0;
const STALE = 1;
const NEVER_HEARD = 3;

export const createPeopleWatch = (index: NetworkIndex | null, membership: PlaceMembership): PeopleWatch => {
  const known = new Map<number, Remembered>();
  const rows: Remembered[] = [];
  const present = new Int32Array(membership.places.length);
  const lost = new Int32Array(membership.places.length);
  let hitPlace = new Int32Array(1024);
  let hitRow = new Int32Array(1024);
  let hitCount = 0;
  const hasRoadways = index !== null;
  let whereaboutsBySpot: readonly number[] = [];
  let spotsOf: readonly Spot[] | null = null;

  const place = (person: Remembered, x: number, y: number, z: number): void => {
    person.x = x;
    person.y = y;
    person.z = z;
    const on = index?.snap(x, y, z) ?? false;
    person.edge = on ? index!.foot.edge : -1;
    person.offset = on ? index!.foot.offset : 0;
  };

  const meet = (handle: number, x: number, y: number, z: number, at: number): Remembered => {
    const person: Remembered = {
      row: -1,
      handle,
      person: true,
      presence: NEVER_HEARD,
      x,
      y,
      z,
      edge: -1,
      offset: 0,
      whereabouts: UNKNOWN!,
      heardAt: at,
      enteredAt: Number.NaN,
      entryKnown: false,
      surfaceSince: Number.NaN,
      firstHeardAt: at,
      ...newStillness(x, y, z, at),
    };
    place(person, x, y, z);
    known.set(handle, person);
    return person;
  };

  const goTo = (person: Remembered, whereabouts: number, at: number): void => {
    if (whereabouts === UNKNOWN) return;
    if (whereabouts === SURFACE) {
      if (person.whereabouts !== SURFACE) person.surfaceSince = at;
      else if (at - person.surfaceSince >= OUT_AFTER_SECONDS * 1000) person.enteredAt = Number.NaN;
    } else {
      const cameFromOutside =
        person.whereabouts === SURFACE && at - person.surfaceSince >= OUT_AFTER_SECONDS * 1000;
      if (Number.isNaN(person.enteredAt) || cameFromOutside) {
        person.enteredAt = at;
        person.entryKnown = person.whereabouts === SURFACE;
      }
    }
    person.whereabouts = whereabouts;
  };

  let currentRow = 0;
  let counted = present;
  const hit = (number: number): void => {
    counted[number]!++;
    if (hitCount === hitPlace.length) {
      hitPlace = grown(hitPlace);
      hitRow = grown(hitRow);
    }
    hitPlace[hitCount] = number;
    hitRow[hitCount++] = currentRow;
  };

  return {
    rows,
    present,
    lost,
    get hitPlace() {
      return hitPlace;
    },
    get hitRow() {
      return hitRow;
    },
    get hitCount() {
      return hitCount;
    },
    of: (handle) => known.get(handle),
    isIn: (row, number) => {
      const { edge, offset, x, y, z } = rows[row]!;
      let found = false;
      membership.each(edge, offset, x, y, z, (each) => {
        found ||= each === number;
      });
      return found;
    },
    observe: (time, entities, spots, told = null) => {
      const { count, handle, position, state, age, spot } = entities;
      if (spotsOf !== spots || whereaboutsBySpot.length !== spots.length) {
        whereaboutsBySpot = spots.map((each) => WHEREABOUTS.indexOf(whereaboutsOf(each, hasRoadways)));
        spotsOf = spots;
      }
      for (const person of rows) person.row = -1;
      rows.length = count;
      present.fill(0);
      lost.fill(0);
      hitCount = 0;
      for (let row = 0; row < count; row++) {
        const presence = state[row]! & 3;
        const x = position[row * 3]! / 100;
        const y = position[row * 3 + 1]! / 100;
        const z = position[row * 3 + 2]! / 100;
        const at = time - age[row]! * 1000;
        let person = known.get(handle[row]!);
        const met = person === undefined || person.presence === NEVER_HEARD;
        if (person === undefined || (met && presence !== NEVER_HEARD))
          person = meet(handle[row]!, x, y, z, at);
        rows[row] = person;
        person.row = row;
        person.person = kindOf(state[row]!) === 'person';
        person.presence = presence;
        if (presence === NEVER_HEARD) continue;
        const moved = x !== person.x || y !== person.y || z !== person.z;
        if (moved) place(person, x, y, z);
        // Age comes in whole seconds: half a second tells a new position from the old one grown older.
        const seconds = (at - person.heardAt) / 1000;
        if (moved || seconds > 0.5) {
          const accuracy = told ? told.accuracy[row]! : Number.NaN;
          const still = told ? told.still[row]! : Number.NaN;
          stepStillness(person, x, y, z, at, Math.max(seconds, 0), accuracy, still);
          person.heardAt = Math.max(person.heardAt, at);
        }
        goTo(person, whereaboutsBySpot[spot[row]!] ?? UNKNOWN!, at);
        if (!person.person) continue;
        currentRow = row;
        counted = presence === FRESH || presence === STALE ? present : lost;
        membership.each(person.edge, person.offset, x, y, z, hit);
      }
      // A tag that was handed back is in no picture any more; worn again, it begins anew.
      if (known.size > count) for (const [handle, { row }] of known) if (row < 0) known.delete(handle);
    },
  };
};

const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
};

export const isFresh = ({ presence }: Remembered): boolean => presence === FRESH;
/** Fresh or stale: counted as being there. */
export const isHeard = ({ presence }: Remembered): boolean => presence === FRESH || presence === STALE;
export const isLost = ({ presence }: Remembered): boolean => presenceOf(presence) === 'lost';
export const isUnderground = ({ whereabouts }: Remembered): boolean => whereabouts === UNDERGROUND;
export const isOnSurface = ({ whereabouts }: Remembered): boolean => whereabouts === SURFACE;
