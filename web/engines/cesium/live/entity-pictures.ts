import {
  ENTITY_STATE,
  type EntityColumns,
  type EntityFrame,
  type FrameSummary,
} from '../../../../domain/contracts/live/entity.ts';
import { summaryOf } from '../../../../domain/live/frame-summary.ts';
import { type EntityRows, isPlaced, NO_ROWS } from './entity-rows.ts';

/** What of a new picture differs from the one before, so that only that is uploaded. */
export interface PictureChange {
  /** Other things, or in another order: nothing that was uploaded still holds. */
  readonly rows: boolean;
  readonly positions: boolean;
  readonly headings: boolean;
  readonly states: boolean;
}

/**
 * The newest picture and the one before it, aligned row by row. Columns are kept, not copied: whoever hands a picture
 * over never writes to it again.
 */
export interface EntityPictures extends FrameSummary {
  readonly rows: EntityRows;
  handleOf(row: number): number;
  /** −1 where the thing is not in the picture. */
  rowOf(handle: number): number;
  /** @param now any clock in ms, the same for all calls */
  take(frame: EntityFrame | null, period: number, now: number): PictureChange;
  /** 0 the picture before … 1 the newest. */
  shareAt(now: number): number;
  /** Whether anything is in another place or turned another way than before. */
  readonly moved: boolean;
  /** Without motion every picture stands at once. */
  setStill(still: boolean): void;
}

/** ms between two live pictures above which nobody walked from one to the other: the line was down. */
const LIVE_JUMP_MS = 5000;
/** The same of the kept past, which may be played sixty times as fast. */
const PAST_JUMP_MS = 90_000;

const NOTHING: PictureChange = { rows: false, positions: false, headings: false, states: false };
const EVERYTHING: PictureChange = { rows: true, positions: true, headings: true, states: true };

const sameWords = (a: Int32Array, b: Int32Array): boolean => {
  const { length } = a;
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
};

/**
 * Whether the first `length` numbers differ. Compared four bytes at a time, whatever they are: a quarter of the time
 * where they are bytes, and the engine of the page compiles one loop for one type of array.
 */
const differs = <T extends Uint8Array | Int32Array | Uint32Array>(a: T, b: T, length: number): boolean => {
  if (a === b) return false;
  let from = 0;
  if (a.byteOffset % 4 === 0 && b.byteOffset % 4 === 0) {
    const words = Math.floor((length * a.BYTES_PER_ELEMENT) / 4);
    const wordsOf = (column: T) => new Int32Array(column.buffer, column.byteOffset, words);
    if (!sameWords(wordsOf(a), wordsOf(b))) return true;
    from = (words * 4) / a.BYTES_PER_ELEMENT;
  }
  for (let i = from; i < length; i++) if (a[i] !== b[i]) return true;
  return false;
};

/** Same things in the same rows, of the same kind, as placed as before. */
const sameRows = (a: EntityColumns, b: EntityColumns, sameStates: boolean): boolean => {
  const { count } = a;
  if (count !== b.count || differs(a.handle, b.handle, count)) return false;
  if (sameStates) return true;
  const { state } = a;
  const { state: stateB } = b;
  for (let i = 0; i < count; i++) {
    const bits = state[i]!;
    const was = stateB[i]!;
    if (bits === was) continue;
    if ((bits ^ was) >> ENTITY_STATE.KIND_SHIFT !== 0 || isPlaced(bits) !== isPlaced(was)) return false;
  }
  return true;
};

const rowIndex = ({ count, handle }: EntityColumns): Map<number, number> => {
  const index = new Map<number, number>();
  for (let row = 0; row < count; row++) index.set(handle[row]!, row);
  return index;
};

export function createEntityPictures(): EntityPictures {
  let frame: EntityFrame | null = null;
  let rows: EntityRows = NO_ROWS;
  let bounds: FrameSummary['bounds'] = null;
  let urgent = false;
  let index: Map<number, number> | null = null;
  let arrived = 0;
  let period = 0;
  let moved = false;
  let still = false;

  /** Where each thing of `columns` was in the picture before; what is new was where it is. */
  const aligned = (columns: EntityColumns, before: EntityColumns) => {
    const places = rowIndex(before);
    const position = columns.position.slice(0, columns.count * 3);
    const heading = columns.heading.slice(0, columns.count);
    for (let row = 0; row < columns.count; row++) {
      const was = places.get(columns.handle[row]!);
      if (was === undefined || !isPlaced(before.state[was]!)) continue;
      for (let axis = 0; axis < 3; axis++) position[row * 3 + axis] = before.position[was * 3 + axis]!;
      heading[row] = before.heading[was]!;
    }
    return { position, heading };
  };

  return {
    get rows() {
      return rows;
    },
    get bounds() {
      return bounds;
    },
    get urgent() {
      return urgent;
    },
    handleOf: (row) => frame?.entities.handle[row] ?? -1,
    rowOf(handle) {
      if (!frame) return -1;
      index ??= rowIndex(frame.entities);
      return index.get(handle) ?? -1;
    },
    take(next, nextPeriod, now) {
      const last = frame;
      if (next === last) return NOTHING;
      frame = next;
      arrived = now;
      period = nextPeriod;
      if (!next) {
        rows = NO_ROWS;
        bounds = null;
        urgent = false;
        moved = false;
        index = null;
        return EVERYTHING;
      }
      const columns = next.entities;
      const passed = last ? next.time - last.time : -1;
      const jumps =
        !last ||
        last.mine !== next.mine ||
        last.source !== next.source ||
        passed <= 0 ||
        passed > (next.source === 'live' ? LIVE_JUMP_MS : PAST_JUMP_MS);
      ({ bounds, urgent } = next.summary ?? summaryOf(columns));
      const { count } = columns;
      const sameStates =
        last?.entities.count === count && !differs(columns.state, last.entities.state, count);
      const same = last !== null && sameRows(columns, last.entities, sameStates);
      if (!same) index = null;
      const was = rows;
      const hadMoved = moved;
      // A column that says what it said stays the one it was: whoever reads it knows without comparing.
      const stood = same && !differs(columns.position, was.position, count * 3);
      const faced = same && !differs(columns.heading, was.heading, count);
      const position = stood ? was.position : columns.position;
      const heading = faced ? was.heading : columns.heading;
      const state = sameStates ? was.state : columns.state;
      let positionBefore = position;
      let headingBefore = heading;
      if (!jumps && same) {
        positionBefore = was.position;
        headingBefore = was.heading;
      } else if (!jumps)
        ({ position: positionBefore, heading: headingBefore } = aligned(columns, last.entities));
      rows = { count, position, positionBefore, heading, headingBefore, state };
      if (!same) {
        moved = differs(position, positionBefore, count * 3) || differs(heading, headingBefore, count);
        return EVERYTHING;
      }
      moved = !jumps && !(stood && faced);
      // Who has just come to rest was still on the way in what is drawn.
      return {
        rows: false,
        positions: hadMoved || !stood,
        headings: hadMoved || !faced,
        states: !sameStates,
      };
    },
    shareAt: (now) => (still || !(period > 0) ? 1 : Math.min(1, Math.max(0, (now - arrived) / period))),
    get moved() {
      return moved;
    },
    setStill(next) {
      still = next;
    },
  };
}
