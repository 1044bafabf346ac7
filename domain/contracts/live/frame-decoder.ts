import type { EntityColumns, EntityFrame } from './entity.ts';
import {
  AGE,
  ANY_CHANGE,
  agedBy,
  DELTA,
  FrameError,
  type FrameHeader,
  HEADING,
  HISTORY,
  KEYFRAME,
  MAGIC,
  MOVED,
  ROW_BYTES,
  SPOT,
  STATE,
  SYNTHETIC,
  VERSION,
} from './frame-layout.ts';

/** A decoder follows at most this many streams (a mine, live or history); the longest unused one is forgotten. */
const MAX_STREAMS = 64;

const malformed = (what: string): never => {
  throw new FrameError('malformed', `entity frame: ${what}`);
};

/** Reads on, and never past the end. */
interface ByteReader {
  readonly bytes: Uint8Array;
  at: number;
}
const left = (r: ByteReader): number => r.bytes.length - r.at;
const take = (r: ByteReader, count: number): number => {
  if (count > left(r)) malformed(`ends at byte ${r.bytes.length}, ${count} more from ${r.at} were promised`);
  const from = r.at;
  r.at += count;
  return from;
};
const readU8 = (r: ByteReader): number => r.bytes[take(r, 1)]!;
const readU32 = (r: ByteReader): number => {
  const at = take(r, 4);
  const b = r.bytes;
  return (b[at]! | (b[at + 1]! << 8) | (b[at + 2]! << 16) | (b[at + 3]! << 24)) >>> 0;
};
const readVarint = (r: ByteReader): number => {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = readU8(r);
    if (shift === 28 && byte > 15) break;
    value |= (byte & 127) << shift;
    if (byte < 128) return value >>> 0;
  }
  return malformed(`a number at byte ${r.at} is too long`);
};
const readZigzag = (r: ByteReader): number => {
  const value = readVarint(r);
  return (value >>> 1) ^ -(value & 1);
};

const readHeader = (r: ByteReader): FrameHeader => {
  if (readU32(r) !== MAGIC) malformed('does not begin with HYEF');
  const version = readU8(r);
  if (version !== VERSION) malformed(`version ${version}, this reader knows ${VERSION}`);
  const kind = readU8(r);
  if (kind !== KEYFRAME && kind !== DELTA) malformed(`kind ${kind}`);
  const flags = readU8(r);
  if (flags & ~(SYNTHETIC | HISTORY)) malformed(`unknown flags ${flags}`);
  const mineLength = readU8(r);
  if (mineLength === 0) malformed('names no mine');
  const tick = readU32(r);
  const baseTick = readU32(r);
  const timeAt = take(r, 8);
  const time = new DataView(r.bytes.buffer, r.bytes.byteOffset + timeAt, 8).getFloat64(0, true);
  if (!Number.isFinite(time)) malformed('its time is not a number');
  const mineAt = take(r, mineLength);
  let mine = '';
  try {
    mine = new TextDecoder('utf-8', { fatal: true }).decode(r.bytes.subarray(mineAt, r.at));
  } catch {
    malformed("the mine's id is not UTF-8");
  }
  if (kind === KEYFRAME && baseTick !== tick) malformed(`keyframe ${tick} names the base ${baseTick}`);
  return {
    kind: kind === KEYFRAME ? 'keyframe' : 'delta',
    mine,
    tick,
    baseTick,
    time,
    source: flags & HISTORY ? 'history' : 'live',
    synthetic: (flags & SYNTHETIC) !== 0,
  };
};

/** @throws FrameError */
export const readFrameHeader = (bytes: Uint8Array): FrameHeader => readHeader({ bytes, at: 0 });

/** The rows' bytes are copied out, so that what comes is aligned and belongs to the caller. */
const readRows = (r: ByteReader, count: number): EntityColumns => {
  if (count * ROW_BYTES > left(r)) malformed(`${count} rows were promised, ${left(r)} bytes are left`);
  const part = (bytes: number): ArrayBuffer => {
    const at = take(r, bytes);
    // Not slice(): of a Node Buffer that is a view into a pool shared with others.
    const copy = new Uint8Array(bytes);
    copy.set(r.bytes.subarray(at, at + bytes));
    return copy.buffer;
  };
  return {
    count,
    handle: new Uint32Array(part(count * 4)),
    position: new Int32Array(part(count * 12)),
    heading: new Uint8Array(part(count)),
    state: new Uint8Array(part(count)),
    age: new Uint32Array(part(count * 4)),
    spot: new Uint16Array(part(count * 2)),
  };
};

/** What the next delta stands on: the decoder's own, so that a caller may give its frames away. */
interface Held {
  readonly tick: number;
  readonly time: number;
  readonly entities: EntityColumns;
  readonly handles: Set<number>;
}

const copied = (e: EntityColumns): EntityColumns => ({
  count: e.count,
  handle: e.handle.slice(),
  position: e.position.slice(),
  heading: e.heading.slice(),
  state: e.state.slice(),
  age: e.age.slice(),
  spot: e.spot.slice(),
});

const addHandles = (handles: Set<number>, e: EntityColumns): void => {
  for (let i = 0; i < e.count; i++) {
    if (handles.has(e.handle[i]!)) malformed(`handle ${e.handle[i]} stands in two rows`);
    handles.add(e.handle[i]!);
  }
};

const readRemoved = (r: ByteReader, count: number, rows: number): number[] => {
  if (count > rows || count > left(r)) malformed(`${count} of ${rows} rows were to be removed`);
  const removed: number[] = [];
  let row = 0;
  for (let i = 0; i < count; i++) {
    const gap = readVarint(r);
    if (i > 0 && gap === 0) malformed('a row was removed twice');
    row += gap;
    if (row >= rows) malformed(`row ${row} of ${rows} was to be removed`);
    removed.push(row);
  }
  return removed;
};

/** The base's rows less the removed, with room for the added. */
const resized = (e: EntityColumns, removed: readonly number[], added: number): EntityColumns => {
  const count = e.count - removed.length + added;
  const out: EntityColumns = {
    count,
    handle: new Uint32Array(count),
    position: new Int32Array(count * 3),
    heading: new Uint8Array(count),
    state: new Uint8Array(count),
    age: new Uint32Array(count),
    spot: new Uint16Array(count),
  };
  let to = 0;
  for (let k = 0; k <= removed.length; k++) {
    const from = k === 0 ? 0 : removed[k - 1]! + 1;
    const end = removed[k] ?? e.count;
    out.handle.set(e.handle.subarray(from, end), to);
    out.position.set(e.position.subarray(from * 3, end * 3), to * 3);
    out.heading.set(e.heading.subarray(from, end), to);
    out.state.set(e.state.subarray(from, end), to);
    out.age.set(e.age.subarray(from, end), to);
    out.spot.set(e.spot.subarray(from, end), to);
    to += end - from;
  }
  return out;
};

/** Changes `e` in place; `ageOf(row, state)` is the age of a row that was not told. */
const readChanges = (
  r: ByteReader,
  count: number,
  rows: number,
  e: EntityColumns,
  ageOf: (row: number, state: number) => number,
): void => {
  if (count > rows || count * 2 > left(r)) malformed(`${count} of ${rows} rows were to be changed`);
  let row = 0;
  for (let i = 0; i < count; i++) {
    const gap = readVarint(r);
    if (i > 0 && gap === 0) malformed('a row was changed twice');
    row += gap;
    if (row >= rows) malformed(`row ${row} of ${rows} was to be changed`);
    const mask = readU8(r);
    if (mask === 0 || mask & ~ANY_CHANGE) malformed(`unknown change ${mask}`);
    if (mask & MOVED)
      for (let k = row * 3; k < row * 3 + 3; k++) e.position[k] = (e.position[k]! + readZigzag(r)) | 0;
    if (mask & HEADING) e.heading[row] = readU8(r);
    if (mask & STATE) e.state[row] = readU8(r);
    if (mask & AGE) e.age[row] = readVarint(r);
    else if (mask & STATE) e.age[row] = ageOf(row, e.state[row]!);
    if (mask & SPOT) {
      const spot = readVarint(r);
      if (spot > 65_535) malformed(`spot ${spot}`);
      e.spot[row] = spot;
    }
  }
};

const readDelta = (r: ByteReader, header: FrameHeader, base: Held): EntityColumns => {
  const removedCount = readU32(r);
  const added = readU32(r);
  const changed = readU32(r);
  if (added * ROW_BYTES > left(r)) malformed(`${added} new rows were promised, ${left(r)} bytes are left`);
  const removed = readRemoved(r, removedCount, base.entities.count);
  for (const row of removed) base.handles.delete(base.entities.handle[row]!);
  const e = removed.length + added > 0 ? resized(base.entities, removed, added) : base.entities;
  const kept = e.count - added;
  const agesBefore = e.age.slice();
  const ageOf = (row: number, state: number): number =>
    agedBy(agesBefore[row]!, state, base.time, header.time);
  for (let row = 0; row < kept; row++) e.age[row] = ageOf(row, e.state[row]!);
  readChanges(r, changed, kept, e, ageOf);
  const fresh = readRows(r, added);
  addHandles(base.handles, fresh);
  e.handle.set(fresh.handle, kept);
  e.position.set(fresh.position, kept * 3);
  e.heading.set(fresh.heading, kept);
  e.state.set(fresh.state, kept);
  e.age.set(fresh.age, kept);
  e.spot.set(fresh.spot, kept);
  return e;
};

export interface FrameDecoder {
  /**
   * The picture these bytes stand for. Its columns belong to the caller, who may transfer them.
   * After a FrameError the stream (this mine, live or history) needs a keyframe.
   * @throws FrameError
   */
  decode(bytes: Uint8Array): EntityFrame;
}

/** One a connection: ticks begin anew when the gateway starts. */
export const createFrameDecoder = (): FrameDecoder => {
  const streams = new Map<string, Held>();
  return {
    decode(bytes) {
      const r: ByteReader = { bytes, at: 0 };
      const header = readHeader(r);
      const { mine, tick, time, source, synthetic } = header;
      const stream = `${source} ${mine}`;
      const base = streams.get(stream);
      // A delta changes what is held in place: half-way through a bad one there is nothing left to stand on.
      streams.delete(stream);
      let entities: EntityColumns;
      let handles: Set<number>;
      if (header.kind === 'keyframe') {
        entities = readRows(r, readU32(r));
        handles = new Set();
        addHandles(handles, entities);
      } else {
        if (base?.tick !== header.baseTick)
          throw new FrameError(
            'missing-base',
            `delta ${tick} of ${mine} stands on picture ${header.baseTick}; held is ${base?.tick ?? 'none'}`,
          );
        entities = readDelta(r, header, base);
        handles = base.handles;
      }
      if (left(r) > 0) malformed(`${left(r)} bytes after its end`);
      streams.set(stream, { tick, time, entities, handles });
      if (streams.size > MAX_STREAMS) streams.delete(streams.keys().next().value!);
      return { mine, tick, time, source, synthetic, entities: copied(entities) };
    },
  };
};
