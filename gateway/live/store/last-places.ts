import { ENTITY_STATE, PRESENCES } from '../../../domain/contracts/live/entity.ts';
import { MAX_AGE_SECONDS } from '../../../domain/contracts/live/frame-codec.ts';
import type { KeptPicture } from '../ports.ts';
import type { PositionFrame } from './position-frame.ts';

const { SOS, HEADING_KNOWN, HEIGHT_GUESSED } = ENTITY_STATE;
/** What a position itself says; presence, kind and alarms are judged by others. */
export const POSITION_STATE = SOS | HEADING_KNOWN | HEIGHT_GUESSED;
/** In what is stored: the position was made up. In a picture that bit is part of the kind, which is not stored. */
export const MADE_UP = 0b1000_0000;
const UNKNOWN = PRESENCES.indexOf('unknown');

/** One tag's position. */
export interface Place {
  readonly at: number;
  readonly e: number;
  readonly n: number;
  readonly u: number;
  readonly heading: number;
  readonly state: number;
}

/**
 * Which of two positions of a tag counts: the later one. Of the same millisecond the one with SOS, then by the numbers,
 * so that the answer never depends on the order in which they were stored.
 */
export const counts = (a: Place, b: Place): boolean => {
  if (a.at !== b.at) return a.at > b.at;
  const [sosA, sosB] = [a.state & SOS, b.state & SOS];
  if (sosA !== sosB) return sosA > sosB;
  if (a.e !== b.e) return a.e > b.e;
  if (a.n !== b.n) return a.n > b.n;
  if (a.u !== b.u) return a.u > b.u;
  if (a.heading !== b.heading) return a.heading > b.heading;
  return a.state > b.state;
};

/** Packed columns of LastPlaces, sorted by tag id. */
export interface PlaceColumns {
  readonly tag: Int32Array;
  readonly at: Float64Array;
  readonly place: Int32Array;
  readonly heading: Uint8Array;
  readonly state: Uint8Array;
}

const grown = <T extends Int32Array | Float64Array | Uint8Array>(array: T, length: number): T => {
  const larger = new (array.constructor as new (length: number) => T)(length);
  larger.set(array);
  return larger;
};

/**
 * Everyone's last place among the positions taken in so far. Taking in is idempotent and its order does not matter.
 */
export class LastPlaces {
  count = 0;
  #rowOfTag = new Int32Array(1024).fill(-1);
  #tag = new Int32Array(256);
  #at = new Float64Array(256);
  #place = new Int32Array(256 * 3);
  #heading = new Uint8Array(256);
  #state = new Uint8Array(256);

  /** @returns whether this changed anything */
  take(tag: number, at: number, e: number, n: number, u: number, heading: number, state: number): boolean {
    if (tag >= this.#rowOfTag.length) {
      const before = this.#rowOfTag.length;
      this.#rowOfTag = grown(this.#rowOfTag, Math.max(before * 2, tag + 1)).fill(-1, before);
    }
    let row = this.#rowOfTag[tag];
    if (row < 0) {
      row = this.#newRow(tag);
    } else {
      const known = this.#at[row];
      if (at < known) return false;
      if (at === known && !counts({ at, e, n, u, heading, state }, this.#row(row))) return false;
    }
    this.#at[row] = at;
    this.#place[row * 3] = e;
    this.#place[row * 3 + 1] = n;
    this.#place[row * 3 + 2] = u;
    this.#heading[row] = heading;
    this.#state[row] = state;
    return true;
  }

  /** Takes in what of a frame is not after `until`, ms. @returns whether this changed anything */
  takeFrame(frame: PositionFrame, until: number): boolean {
    const start = frame.second * 1000;
    let changed = false;
    for (let i = 0; i < frame.count; i++) {
      const at = start + frame.offset[i];
      if (at > until) continue;
      const [e, n, u] = [frame.place[i * 3], frame.place[i * 3 + 1], frame.place[i * 3 + 2]];
      if (this.take(frame.tag[i], at, e, n, u, frame.heading[i], frame.state[i])) changed = true;
    }
    return changed;
  }

  takeColumns({ tag, at, place, heading, state }: PlaceColumns): void {
    for (let i = 0; i < tag.length; i++)
      this.take(tag[i], at[i], place[i * 3], place[i * 3 + 1], place[i * 3 + 2], heading[i], state[i]);
  }

  /** When the tag was last placed, ms; null where it never was. */
  lastAt(tag: number): number | null {
    const row = this.#rowOfTag[tag] ?? -1;
    return row < 0 ? null : this.#at[row];
  }

  columns(): PlaceColumns {
    const order = Array.from({ length: this.count }, (_, row) => row).sort(
      (a, b) => this.#tag[a] - this.#tag[b],
    );
    const columns = {
      tag: new Int32Array(this.count),
      at: new Float64Array(this.count),
      place: new Int32Array(this.count * 3),
      heading: new Uint8Array(this.count),
      state: new Uint8Array(this.count),
    };
    order.forEach((row, i) => {
      columns.tag[i] = this.#tag[row];
      columns.at[i] = this.#at[row];
      columns.place.set(this.#place.subarray(row * 3, row * 3 + 3), i * 3);
      columns.heading[i] = this.#heading[row];
      columns.state[i] = this.#state[row];
    });
    return columns;
  }

  #row(row: number): Place {
    return {
      at: this.#at[row],
      e: this.#place[row * 3],
      n: this.#place[row * 3 + 1],
      u: this.#place[row * 3 + 2],
      heading: this.#heading[row],
      state: this.#state[row],
    };
  }

  #newRow(tag: number): number {
    const row = this.count++;
    if (row >= this.#tag.length) {
      const length = this.#tag.length * 2;
      this.#tag = grown(this.#tag, length);
      this.#at = grown(this.#at, length);
      this.#place = grown(this.#place, length * 3);
      this.#heading = grown(this.#heading, length);
      this.#state = grown(this.#state, length);
    }
    this.#rowOfTag[tag] = row;
    this.#tag[row] = tag;
    return row;
  }
}

/**
 * A picture of these places at `time`. The kept past knows places and ages: presence is `unknown` in every row until
 * whoever shows it judges it by age, kind and spot are 0 until they are taken from the roster.
 */
export const pictureOf = (time: number, columns: PlaceColumns, names: readonly string[]): KeptPicture => {
  const count = columns.tag.length;
  const age = new Uint32Array(count);
  const state = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    age[i] = Math.min(MAX_AGE_SECONDS, Math.max(0, Math.floor((time - columns.at[i]) / 1000)));
    state[i] = (columns.state[i] & POSITION_STATE) | UNKNOWN;
  }
  return {
    time,
    tag: names,
    synthetic: Uint8Array.from(columns.state, (bits) => (bits & MADE_UP ? 1 : 0)),
    entities: {
      count,
      handle: Uint32Array.from({ length: count }, (_, row) => row),
      position: columns.place,
      heading: columns.heading,
      state,
      age,
      spot: new Uint16Array(count),
    },
  };
};
