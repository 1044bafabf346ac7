import type { EntityColumns, EntityFrame } from './entity.ts';
import {
  AGE,
  agedBy,
  DELTA,
  HEADER_BYTES,
  HEADING,
  HISTORY,
  KEYFRAME,
  LONGEST_CHANGE_BYTES,
  MAGIC,
  MOVED,
  ROW_BYTES,
  SPOT,
  STATE,
  SYNTHETIC,
  VERSION,
} from './frame-layout.ts';

const bytesOf = (a: Uint32Array | Int32Array | Uint16Array | Uint8Array, from: number, to: number) =>
  new Uint8Array(a.buffer, a.byteOffset + from * a.BYTES_PER_ELEMENT, (to - from) * a.BYTES_PER_ELEMENT);

const checkColumns = ({ count, ...c }: EntityColumns): void => {
  const short =
    c.handle.length < count ||
    c.position.length < count * 3 ||
    c.heading.length < count ||
    c.state.length < count ||
    c.age.length < count ||
    c.spot.length < count;
  if (!Number.isInteger(count) || count < 0 || short)
    throw new RangeError(`a picture of ${count} entities has shorter columns`);
};

const writeHeader = (out: Uint8Array, mine: Uint8Array, kind: number, base: number, f: EntityFrame): void => {
  const view = new DataView(out.buffer);
  view.setUint32(0, MAGIC, true);
  out[4] = VERSION;
  out[5] = kind;
  out[6] = (f.synthetic ? SYNTHETIC : 0) | (f.source === 'history' ? HISTORY : 0);
  out[7] = mine.length;
  view.setUint32(8, f.tick, true);
  view.setUint32(12, base, true);
  view.setFloat64(16, f.time, true);
  out.set(mine, HEADER_BYTES);
};

/** Writes rows from…count; every machine that runs JavaScript today keeps numbers little-endian, as the layout wants. */
const writeRows = (out: Uint8Array, offset: number, e: EntityColumns, from: number): number => {
  let at = offset;
  const put = (bytes: Uint8Array): void => {
    out.set(bytes, at);
    at += bytes.length;
  };
  put(bytesOf(e.handle, from, e.count));
  put(bytesOf(e.position, from * 3, e.count * 3));
  put(bytesOf(e.heading, from, e.count));
  put(bytesOf(e.state, from, e.count));
  put(bytesOf(e.age, from, e.count));
  put(bytesOf(e.spot, from, e.count));
  return at;
};

const mineBytes = (mine: string): Uint8Array => {
  const bytes = new TextEncoder().encode(mine);
  if (bytes.length === 0 || bytes.length > 255) throw new RangeError(`mine id of ${bytes.length} bytes`);
  return bytes;
};

/** The whole picture. @throws RangeError where the columns are shorter than the count */
export const encodeKeyframe = (frame: EntityFrame): Uint8Array => {
  checkColumns(frame.entities);
  const mine = mineBytes(frame.mine);
  const out = new Uint8Array(HEADER_BYTES + mine.length + 4 + frame.entities.count * ROW_BYTES);
  writeHeader(out, mine, KEYFRAME, frame.tick, frame);
  const start = HEADER_BYTES + mine.length;
  new DataView(out.buffer).setUint32(start, frame.entities.count, true);
  writeRows(out, start + 4, frame.entities, 0);
  return out;
};

const writeVarint = (out: Uint8Array, offset: number, value: number): number => {
  let at = offset;
  let rest = value >>> 0;
  while (rest > 127) {
    out[at++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  out[at++] = rest;
  return at;
};
const writeZigzag = (out: Uint8Array, at: number, value: number): number =>
  writeVarint(out, at, (value << 1) ^ (value >> 31));

/** Rows of `base` that `next` has no more; null where the rows of `next` are not the base's in order, then new ones. */
const removedRows = (base: EntityColumns, next: EntityColumns): number[] | null => {
  const removed: number[] = [];
  let j = 0;
  for (let i = 0; i < base.count; i++) {
    if (j < next.count && base.handle[i] === next.handle[j]) j++;
    else removed.push(i);
  }
  if (removed.length === 0) return removed;
  const gone = new Set(removed.map((row) => base.handle[row]!));
  for (; j < next.count; j++) if (gone.has(next.handle[j]!)) return null;
  return removed;
};

/**
 * What changed since `base`; a keyframe where that is shorter, or where the rows were put in another order.
 * @throws RangeError where the two are not pictures of one stream
 */
export const encodeDelta = (base: EntityFrame, next: EntityFrame): Uint8Array => {
  checkColumns(base.entities);
  checkColumns(next.entities);
  if (base.mine !== next.mine || base.source !== next.source)
    throw new RangeError(`no delta from ${base.mine} (${base.source}) to ${next.mine} (${next.source})`);
  const a = base.entities;
  const b = next.entities;
  const removed = removedRows(a, b);
  if (!removed) return encodeKeyframe(next);
  const kept = a.count - removed.length;
  const mine = mineBytes(next.mine);
  const start = HEADER_BYTES + mine.length;
  const longest = start + 4 + b.count * ROW_BYTES;
  const addedBytes = (b.count - kept) * ROW_BYTES;
  const out = new Uint8Array(longest + LONGEST_CHANGE_BYTES);
  writeHeader(out, mine, DELTA, base.tick, next);
  let at = start + 12;
  if (at + removed.length * 5 + addedBytes > longest) return encodeKeyframe(next);
  let before = 0;
  for (const row of removed) {
    at = writeVarint(out, at, row - before);
    before = row;
  }
  let changed = 0;
  let last = 0;
  let nextRemoved = 0;
  let row = 0;
  for (let i = 0; i < a.count; i++) {
    if (removed[nextRemoved] === i) {
      nextRemoved++;
      continue;
    }
    const j = row++;
    const mask =
      (a.position[i * 3] !== b.position[j * 3] ||
      a.position[i * 3 + 1] !== b.position[j * 3 + 1] ||
      a.position[i * 3 + 2] !== b.position[j * 3 + 2]
        ? MOVED
        : 0) |
      (a.heading[i] !== b.heading[j] ? HEADING : 0) |
      (a.state[i] !== b.state[j] ? STATE : 0) |
      (agedBy(a.age[i]!, b.state[j]!, base.time, next.time) !== b.age[j] ? AGE : 0) |
      (a.spot[i] !== b.spot[j] ? SPOT : 0);
    if (mask === 0) continue;
    at = writeVarint(out, at, j - last);
    last = j;
    changed++;
    out[at++] = mask;
    if (mask & MOVED)
      for (let k = 0; k < 3; k++)
        at = writeZigzag(out, at, (b.position[j * 3 + k]! - a.position[i * 3 + k]!) | 0);
    if (mask & HEADING) out[at++] = b.heading[j]!;
    if (mask & STATE) out[at++] = b.state[j]!;
    if (mask & AGE) at = writeVarint(out, at, b.age[j]!);
    if (mask & SPOT) at = writeVarint(out, at, b.spot[j]!);
    if (at + addedBytes > longest) return encodeKeyframe(next);
  }
  const view = new DataView(out.buffer);
  view.setUint32(start, removed.length, true);
  view.setUint32(start + 4, b.count - kept, true);
  view.setUint32(start + 8, changed, true);
  return out.slice(0, writeRows(out, at, b, kept));
};
