import { endianness } from 'node:os';

/** Positions of one mine and second, row by row. */
export interface PositionFrame {
  /** Since 1970. */
  readonly second: number;
  readonly count: number;
  /** Ids of the tag table. */
  readonly tag: Int32Array;
  /** 3 a row: ENU cm. */
  readonly place: Int32Array;
  readonly heading: Uint8Array;
  readonly state: Uint8Array;
  /** ms after the second. */
  readonly offset: Int16Array;
}

if (endianness() !== 'LE') throw new Error('packed columns are little-endian, and this machine is not');

export const packed = (array: Int32Array | Int16Array | Float64Array | Uint8Array): Buffer =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** A copy that starts at a multiple of its element size, as a Buffer of a pool need not. */
const aligned = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
export const int32s = (bytes: Buffer): Int32Array => new Int32Array(aligned(bytes));
export const int16s = (bytes: Buffer): Int16Array => new Int16Array(aligned(bytes));
export const float64s = (bytes: Buffer): Float64Array => new Float64Array(aligned(bytes));

const INT4_OID = 23;
const ARRAY_HEADER = 20;

/** An int4[] as PostgreSQL sends and receives it in binary: dimensions, no nulls, element type, length, lower bound. */
export const int4ArrayBinary = (values: Int32Array): Buffer => {
  const bytes = Buffer.allocUnsafe(ARRAY_HEADER + values.length * 8);
  [1, 0, INT4_OID, values.length, 1].forEach((word, i) => {
    bytes.writeInt32BE(word, i * 4);
  });
  for (let i = 0, at = ARRAY_HEADER; i < values.length; i++, at += 8) {
    bytes.writeInt32BE(4, at);
    bytes.writeInt32BE(values[i], at + 4);
  }
  return bytes;
};

/** The reverse, of array_send(): one dimension without nulls. */
export const int4sOfBinary = (bytes: Buffer): Int32Array => {
  if (bytes.length < ARRAY_HEADER) return new Int32Array(0);
  const values = new Int32Array(bytes.readInt32BE(12));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0, at = ARRAY_HEADER + 4; i < values.length; i++, at += 8) values[i] = view.getInt32(at);
  return values;
};
