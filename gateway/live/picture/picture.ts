import type { PeopleBelow } from '../../../domain/contracts/county-live.ts';
import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import {
  ENTITY_KINDS,
  ENTITY_STATE,
  type EntityFrame,
  PRESENCES,
  type RosterEntry,
  type Spot,
} from '../../../domain/contracts/live/entity.ts';
import type { EntityDetail } from '../../../domain/contracts/live/entity-detail.ts';
import { MAX_AGE_SECONDS } from '../../../domain/contracts/live/frame-codec.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import type { HeightInRoadway } from '../../../domain/live/height-in-roadway.ts';
import { type PresenceBounds, presenceByAge } from '../../../domain/live/presence.ts';
import type { SpotFinder } from '../../../domain/live/spots.ts';
import type { ToldOfTags } from '../../../domain/rules/stillness.ts';
import type { Accepted, AcceptedPositions, KeptPicture } from '../ports.ts';
import { copyColumns, createEntityTable } from './entity-table.ts';
import { createLatestReadings } from './latest-readings.ts';
import { isNowhere } from './locator.ts';
import { peopleBelow } from './people-below.ts';
import { createRoster, type Registered } from './roster.ts';
import { createSpotOfRow } from './spot-of-row.ts';
import { createTagDetails } from './tag-details.ts';

export interface PictureOptions {
  readonly mine: string;
  readonly registered: Registered;
  readonly presence: PresenceBounds;
  readonly finder: SpotFinder;
  readonly heights: HeightInRoadway;
  /** True where the mine itself is made up. */
  readonly synthetic: boolean;
  /** Everyone's last known place and the last readings, as the store kept them. */
  readonly last: KeptPicture | null;
  readonly lastReadings: readonly Reading[];
  /** Tag → when it was handed back, ms: what was heard of it up to then counts no more. */
  readonly returned?: ReadonlyMap<string, number> | undefined;
}

/** What is true now of one mine: the place of every tag and the newest readings. */
export interface LivePicture {
  readonly mine: string;
  readonly spots: readonly Spot[];
  readonly roster: readonly RosterEntry[];
  readonly rosterRevision: number;
  /** Whether anything that is shown was made up: the mine itself, a place, a reading. */
  readonly synthetic: boolean;
  /** Whether what an alarm is about was made up; of a place or a slope: whether anything was. */
  isMadeUp(subject: Alarm['subject']): boolean;
  take(accepted: Accepted): void;
  /** The tag was handed back at a moment, ms: until it is heard again it stands for nobody. */
  returnTag(tag: string, at: number): void;
  /** Whether the tag was handed back and not heard since. */
  isReturned(tag: string): boolean;
  /** ENTITY_STATE bits of the tag as last shown; null: it is not shown. */
  stateOf(tag: string): number | null;
  /** Tags that an open alarm is about. */
  setAlarmed(tags: ReadonlySet<string>): void;
  /** The picture of a moment, ms. Its columns are used again by the next call: copy what must stay. */
  frame(time: number): EntityFrame;
  /** A copy for the store. */
  kept(time: number): KeptPicture;
  readings(): Reading[];
  readonly readingsRevision: number;
  readingsSince(revision: number): Reading[];
  /** null: neither registered nor ever heard. */
  detail(tag: string): EntityDetail | null;
  underground(): { tag: string; at: number | null }[];
  /** Heads of the last frame that are not known to be above ground. */
  peopleBelow(): PeopleBelow;
  /** The entry of a tag, made where it has none; null where there are too many strangers. */
  entryOf(tag: string): RosterEntry | null;
  /** What the newest message of each tag says of itself, by row of the frame. */
  readonly told: ToldOfTags;
  /** Positions and tags that could not be shown: outside the mine, or one stranger too many. */
  readonly notShown: number;
  /** Reader → when a tag was last heard by it, ms. */
  readonly readersHeard: ReadonlyMap<string, number>;
  /** By handle. */
  readonly rosterByHandle: ReadonlyMap<number, RosterEntry>;
}

const KEPT_BITS = ENTITY_STATE.SOS | ENTITY_STATE.HEADING_KNOWN | ENTITY_STATE.HEIGHT_GUESSED;
/** Readers are listed in live.yaml; made-up ones must not fill the memory. */
const MOST_READERS = 10_000;
/** A beat is a quarter second; less than this is no clock that was set. */
export const SET_BACK_MS = 2_000;
const PRESENCE_NUMBER = Object.fromEntries(PRESENCES.map((name, i) => [name, i])) as Record<string, number>;

export const createPicture = (o: PictureOptions): LivePicture => {
  const table = createEntityTable();
  const roster = createRoster(o.registered);
  const readings = createLatestReadings();
  const details = createTagDetails();
  /** By handle; −1: no row yet. */
  const rowOf: number[] = [];
  let tick = 0;
  /** Rows whose position was made up. */
  let madeUp = 0;
  /** Of the last frame, ms. */
  let lastTime = o.last?.time ?? Number.NEGATIVE_INFINITY;
  let notShown = 0;
  let alarmed: ReadonlySet<string> = new Set();
  /** By handle, ms. */
  const returnedAt = new Map<number, number>();
  const readersHeard = new Map<string, number>();

  const spotAt = createSpotOfRow(o.finder, o.heights);
  const isUnderground = (spot: number): boolean | null => o.finder.spots[spot]?.underground ?? null;

  const place = (
    entry: RosterEntry,
    source: KeptPicture['entities'] | AcceptedPositions['located'],
    i: number,
    at: number,
    synthetic: boolean,
  ): number => {
    const known = rowOf[entry.handle];
    if (known !== undefined && table.at[known]! > at) return -1;
    const gone = returnedAt.get(entry.handle);
    if (gone !== undefined) {
      if (at <= gone) return -1;
      returnedAt.delete(entry.handle);
      roster.comeBack(entry);
    }
    const east = source.position[i * 3]!;
    const north = source.position[i * 3 + 1]!;
    const up = source.position[i * 3 + 2]!;
    if (isNowhere(east, north)) {
      notShown++;
      return -1;
    }
    const row = known ?? table.add(entry.handle);
    rowOf[entry.handle] = row;
    const c = table.columns;
    const told = source.state[i]! & KEPT_BITS;
    const guessed = (told & ENTITY_STATE.HEIGHT_GUESSED) !== 0;
    // Who stands where it stood is in the spot it was in: half of a shift need not be looked for.
    const isWhereItWas =
      known !== undefined &&
      c.position[row * 3] === east &&
      c.position[row * 3 + 1] === north &&
      c.position[row * 3 + 2] === up &&
      guessed === ((c.state[row]! & ENTITY_STATE.HEIGHT_GUESSED) !== 0);
    c.position[row * 3] = east;
    c.position[row * 3 + 1] = north;
    c.position[row * 3 + 2] = up;
    if (told & ENTITY_STATE.HEADING_KNOWN) c.heading[row] = source.heading[i]!;
    c.state[row] =
      told |
      (ENTITY_KINDS.indexOf(entry.kind) << ENTITY_STATE.KIND_SHIFT) |
      (alarmed.has(entry.id) ? ENTITY_STATE.ALARMED : 0);
    if (!isWhereItWas) {
      const before = known === undefined ? 0 : c.spot[row]!;
      c.spot[row] = spotAt(east / 100, north / 100, up / 100, guessed, before);
    }
    table.at[row] = at;
    madeUp += (synthetic ? 1 : 0) - table.synthetic[row]!;
    table.synthetic[row] = synthetic ? 1 : 0;
    return row;
  };

  const takePositions = (accepted: AcceptedPositions): void => {
    const { message, located, receivedAt } = accepted;
    // A clock that runs ahead must not keep a silent tag looking fresh.
    const at = Math.min(accepted.at, receivedAt);
    for (const { reader } of message.tags)
      if (reader !== undefined && (readersHeard.size < MOST_READERS || readersHeard.has(reader)))
        readersHeard.set(reader, at);
    for (let i = 0; i < located.tag.length; i++) {
      const entry = roster.admit(located.tag[i]!);
      if (!entry) {
        notShown++;
        continue;
      }
      const row = place(entry, located, i, at, message.synthetic === true);
      if (row < 0) continue;
      const tag = message.tags[i]!;
      table.told.accuracy[row] = tag.acc ?? Number.NaN;
      table.told.still[row] = tag.still ?? Number.NaN;
      details.note(row, tag, accepted);
      details.noteUnderground(row, isUnderground(table.columns.spot[row]!), at);
    }
  };

  const leave = (entry: RosterEntry, at: number): void => {
    returnedAt.set(entry.handle, at);
    roster.leave(entry);
  };
  for (const [tag, at] of o.returned ?? []) {
    const entry = roster.admit(tag);
    if (entry) leave(entry, at);
  }
  if (o.last)
    for (let i = 0; i < o.last.entities.count; i++) {
      const entry = roster.admit(o.last.tag[i]!);
      const at = o.last.time - o.last.entities.age[i]! * 1000;
      const row = entry ? place(entry, o.last.entities, i, at, o.last.synthetic[i] === 1) : -1;
      if (row >= 0) details.noteUnderground(row, isUnderground(table.columns.spot[row]!), null);
    }
  readings.restore(o.lastReadings);

  const isSynthetic = (): boolean => o.synthetic || madeUp > 0 || readings.synthetic;

  /**
   * Our own clock was set back, or was ahead before a restart: whoever was heard by the old one is moved with it. Else
   * they would be of the future: fresh, and nothing newer taken of them, for as long as the clock was set back.
   */
  const moveWithClock = (time: number): void => {
    if (time < lastTime - SET_BACK_MS) {
      const step = time - lastTime;
      for (let row = 0; row < table.count; row++) table.at[row]! += step;
      for (const [reader, at] of readersHeard) readersHeard.set(reader, at + step);
      for (const [handle, at] of returnedAt) returnedAt.set(handle, at + step);
      readings.move(step);
    }
    lastTime = time;
  };

  const grow = (time: number): void => {
    const { age, state, count } = table.columns;
    const { at } = table;
    const second = Math.floor(time / 1000);
    for (let row = 0; row < count; row++) {
      const elapsed = Math.max(0, (time - at[row]!) / 1000);
      const presence = presenceByAge(elapsed, o.presence);
      // Counted between full seconds once nobody is heard, as frames are: they then need not tell it.
      const whole = presence === 'fresh' ? Math.floor(elapsed) : second - Math.floor(at[row]! / 1000);
      age[row] = Math.min(MAX_AGE_SECONDS, Math.max(0, whole));
      state[row] = (state[row]! & ~ENTITY_STATE.PRESENCE_MASK) | PRESENCE_NUMBER[presence]!;
    }
  };

  return {
    mine: o.mine,
    spots: o.finder.spots,
    get roster() {
      return roster.entries;
    },
    rosterByHandle: roster.byHandle,
    readersHeard,
    get rosterRevision() {
      return roster.revision;
    },
    get synthetic() {
      return isSynthetic();
    },
    isMadeUp: ({ type, id }) => {
      if (o.synthetic) return true;
      if (type === 'device') return readings.isMadeUp(id);
      if (type !== 'entity') return isSynthetic();
      const row = rowOf[roster.of(id)?.handle ?? -1];
      return row !== undefined && table.synthetic[row] === 1;
    },
    get told() {
      return table.told;
    },
    get notShown() {
      return notShown;
    },
    take: (accepted) => {
      if (accepted.late) return;
      if (accepted.kind === 'position') takePositions(accepted);
      else readings.take(accepted);
    },
    returnTag: (tag, at) => {
      const entry = roster.of(tag);
      const row = entry && rowOf[entry.handle];
      if (!entry || (row !== undefined && table.at[row]! > at)) return;
      leave(entry, at);
      if (row === undefined) return;
      madeUp -= table.synthetic[row]!;
      table.remove(row);
      details.remove(row);
      delete rowOf[entry.handle];
      const { handle, count } = table.columns;
      for (let i = row; i < count; i++) rowOf[handle[i]!] = i;
    },
    isReturned: (tag) => returnedAt.has(roster.of(tag)?.handle ?? -1),
    stateOf: (tag) => {
      const row = rowOf[roster.of(tag)?.handle ?? -1];
      return row === undefined ? null : table.columns.state[row]!;
    },
    setAlarmed: (tags) => {
      alarmed = tags;
      const { state, handle, count } = table.columns;
      for (let row = 0; row < count; row++) {
        const bit = tags.has(roster.byHandle.get(handle[row]!)!.id) ? ENTITY_STATE.ALARMED : 0;
        state[row] = (state[row]! & ~ENTITY_STATE.ALARMED) | bit;
      }
    },
    frame: (time) => {
      moveWithClock(time);
      grow(time);
      return {
        mine: o.mine,
        tick: ++tick,
        time,
        source: 'live',
        synthetic: isSynthetic(),
        entities: table.columns,
      };
    },
    kept: (time) => {
      grow(time);
      const entities = copyColumns(table.columns);
      const tag = Array.from(entities.handle, (handle) => roster.byHandle.get(handle)!.id);
      for (let row = 0; row < entities.count; row++) entities.handle[row] = row;
      return { time, tag, synthetic: table.synthetic.slice(0, entities.count), entities };
    },
    readings: () => readings.all(),
    get readingsRevision() {
      return readings.revision;
    },
    readingsSince: (revision) => readings.since(revision),
    detail: (tag) => {
      const entry = roster.of(tag);
      if (!entry) return null;
      const row = rowOf[entry.handle];
      return details.of(tag, row, row === undefined ? null : table.at[row]!);
    },
    underground: () => {
      const { handle, count } = table.columns;
      const inside: { tag: string; at: number | null }[] = [];
      for (let row = 0; row < count; row++) {
        const entered = details.underground(row);
        if (entered) inside.push({ tag: roster.byHandle.get(handle[row]!)!.id, at: entered.at });
      }
      return inside;
    },
    peopleBelow: () => peopleBelow(table.columns, details.inside, roster.entries),
    entryOf: (tag) => roster.admit(tag),
  };
};
