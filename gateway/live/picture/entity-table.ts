import type { EntityColumns } from '../../../domain/contracts/live/entity.ts';
import type { ToldOfTags } from '../../../domain/rules/stillness.ts';

/** Rows of moving things that can grow. The columns are kept between pictures: a tick allocates nothing. */
export interface EntityTable {
  /** As long as there are rows; new objects only when rows were added. */
  readonly columns: EntityColumns;
  readonly count: number;
  /** Corrected device time of each row's position, ms. */
  readonly at: Float64Array;
  /** 1: the row's position was made up. */
  readonly synthetic: Uint8Array;
  /** By row: what the tag's newest message says of itself; NaN where it does not. */
  readonly told: ToldOfTags;
  /** @returns the new row's number */
  add(handle: number): number;
  /** Takes a row out; those after it move up by one. */
  remove(row: number): void;
}

const FIRST_ROOM = 256;

const emptyColumns = (room: number) => ({
  handle: new Uint32Array(room),
  position: new Int32Array(room * 3),
  heading: new Uint8Array(room),
  state: new Uint8Array(room),
  age: new Uint32Array(room),
  spot: new Uint16Array(room),
  at: new Float64Array(room),
  synthetic: new Uint8Array(room),
  told: {
    accuracy: new Float32Array(room).fill(Number.NaN),
    still: new Float32Array(room).fill(Number.NaN),
  },
});

export const createEntityTable = (): EntityTable => {
  let whole = emptyColumns(FIRST_ROOM);
  let count = 0;
  let view: EntityColumns | null = null;
  const grow = (): void => {
    const next = emptyColumns(whole.handle.length * 2);
    next.handle.set(whole.handle);
    next.position.set(whole.position);
    next.heading.set(whole.heading);
    next.state.set(whole.state);
    next.age.set(whole.age);
    next.spot.set(whole.spot);
    next.at.set(whole.at);
    next.synthetic.set(whole.synthetic);
    next.told.accuracy.set(whole.told.accuracy);
    next.told.still.set(whole.told.still);
    whole = next;
  };
  return {
    get columns() {
      view ??= {
        count,
        handle: whole.handle.subarray(0, count),
        position: whole.position.subarray(0, count * 3),
        heading: whole.heading.subarray(0, count),
        state: whole.state.subarray(0, count),
        age: whole.age.subarray(0, count),
        spot: whole.spot.subarray(0, count),
      };
      return view;
    },
    get count() {
      return count;
    },
    get at() {
      return whole.at;
    },
    get synthetic() {
      return whole.synthetic;
    },
    get told() {
      return whole.told;
    },
    add: (handle) => {
      if (count === whole.handle.length) grow();
      view = null;
      whole.handle[count] = handle;
      // A row that was taken out leaves its own behind the last.
      whole.synthetic[count] = 0;
      whole.told.accuracy[count] = Number.NaN;
      whole.told.still[count] = Number.NaN;
      return count++;
    },
    remove: (row) => {
      const { position, at, synthetic, told, handle, heading, state, age, spot } = whole;
      for (const column of [at, synthetic, told.accuracy, told.still, handle, heading, state, age, spot])
        column.copyWithin(row, row + 1, count);
      position.copyWithin(row * 3, row * 3 + 3, count * 3);
      view = null;
      count--;
    },
  };
};

export const copyColumns = (e: EntityColumns): EntityColumns => ({
  count: e.count,
  handle: e.handle.slice(),
  position: e.position.slice(),
  heading: e.heading.slice(),
  state: e.state.slice(),
  age: e.age.slice(),
  spot: e.spot.slice(),
});
