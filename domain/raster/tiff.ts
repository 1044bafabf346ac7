import { zlibSync } from 'fflate';

/**
 * TIFF 6.0, little-endian, of floating-point bands: deflate with the floating-point predictor (Adobe Photoshop TIFF
 * Technical Note 3), band after band (PlanarConfiguration 2). Same rasters, same bytes.
 */
export interface TiffRasters {
  readonly width: number;
  readonly height: number;
  /** Row 0 first; all of one type, width · height values each. */
  readonly bands: readonly Float32Array[] | readonly Float64Array[];
}

/** A further tag of the file's one directory. */
export interface TiffTag {
  readonly tag: number;
  readonly type: 'ascii' | 'short' | 'long' | 'double';
  readonly values: readonly number[];
}

const ROWS_A_STRIP = 64;
const TYPE_CODE = { ascii: 2, short: 3, long: 4, double: 12 } as const;
const TYPE_SIZE = { ascii: 1, short: 2, long: 4, double: 8 } as const;
const STRIP_OFFSETS = 273;

export const asciiTag = (tag: number, text: string): TiffTag => ({
  tag,
  type: 'ascii',
  values: [...new TextEncoder().encode(`${text}\0`)],
});

/** @throws RangeError where a band has not width · height values */
export const writeTiff = (
  { width, height, bands }: TiffRasters,
  further: readonly TiffTag[] = [],
): Uint8Array => {
  for (const { length } of bands)
    if (length !== width * height)
      throw new RangeError(`a band of ${length} values is not ${width} × ${height}`);
  const strips = bands.flatMap((band) => stripsOf(band, width, height));
  const count = bands.length;
  const size = bands[0]!.BYTES_PER_ELEMENT;
  const each = (value: number) => bands.map(() => value);
  const tags: TiffTag[] = [
    { tag: 256, type: 'long', values: [width] },
    { tag: 257, type: 'long', values: [height] },
    { tag: 258, type: 'short', values: each(size * 8) },
    { tag: 259, type: 'short', values: [8] },
    { tag: 262, type: 'short', values: [1] },
    { tag: STRIP_OFFSETS, type: 'long', values: strips.map(() => 0) },
    { tag: 277, type: 'short', values: [count] },
    { tag: 278, type: 'long', values: [ROWS_A_STRIP] },
    { tag: 279, type: 'long', values: strips.map((strip) => strip.length) },
    ...(count > 1 ? [{ tag: 284, type: 'short', values: [2] } as const] : []),
    { tag: 317, type: 'short', values: [3] },
    // Bands beyond the first mean nothing to a program that shows pictures.
    ...(count > 1 ? [{ tag: 338, type: 'short', values: each(0).slice(1) } as const] : []),
    { tag: 339, type: 'short', values: each(3) },
    ...further,
  ];
  return assemble(
    tags.sort((a, b) => a.tag - b.tag),
    strips,
  );
};

const stripsOf = (band: Float32Array | Float64Array, width: number, height: number): Uint8Array[] => {
  const strips: Uint8Array[] = [];
  const bytesARow = width * band.BYTES_PER_ELEMENT;
  for (let top = 0; top < height; top += ROWS_A_STRIP) {
    const rows = Math.min(ROWS_A_STRIP, height - top);
    const raw = new Uint8Array(rows * bytesARow);
    for (let r = 0; r < rows; r++) {
      const start = (top + r) * width;
      raw.set(predicted(band.slice(start, start + width)), r * bytesARow);
    }
    strips.push(zlibSync(raw, { level: 7 }));
  }
  return strips;
};

/** Predictor 3: bytes of a row sorted by significance, each then as a difference from the last. */
const predicted = (row: Float32Array | Float64Array): Uint8Array => {
  const n = row.length;
  const size = row.BYTES_PER_ELEMENT;
  const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
  // Typed arrays are in the machine's order; the file's bytes must not depend on it.
  for (let i = 0; i < n; i++)
    if (size === 4) view.setFloat32(4 * i, row[i]!, true);
    else view.setFloat64(8 * i, row[i]!, true);
  const planes = new Uint8Array(size * n);
  for (let i = 0; i < n; i++)
    for (let b = 0; b < size; b++) planes[b * n + i] = view.getUint8(size * i + size - 1 - b);
  for (let i = size * n - 1; i > 0; i--) planes[i] = (planes[i]! - planes[i - 1]!) & 255;
  return planes;
};

const assemble = (tags: readonly TiffTag[], strips: readonly Uint8Array[]): Uint8Array => {
  const head = 8 + 2 + tags.length * 12 + 4;
  const sizes = tags.map(({ type, values }) => values.length * TYPE_SIZE[type]);
  const extra = sizes.reduce((sum, size) => sum + (size > 4 ? size + (size & 1) : 0), 0);
  const offsets: number[] = [];
  let end = head + extra;
  for (const strip of strips) {
    offsets.push(end);
    end += strip.length;
  }
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4949, true);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  view.setUint16(8, tags.length, true);
  let pool = head;
  tags.forEach(({ tag, type, values: given }, i) => {
    const at = 10 + i * 12;
    const values = tag === STRIP_OFFSETS ? offsets : given;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, TYPE_CODE[type], true);
    view.setUint32(at + 4, values.length, true);
    let to = at + 8;
    if (sizes[i]! > 4) {
      view.setUint32(at + 8, pool, true);
      to = pool;
      pool += sizes[i]! + (sizes[i]! & 1);
    }
    for (const value of values) {
      if (type === 'ascii') view.setUint8(to, value);
      else if (type === 'short') view.setUint16(to, value, true);
      else if (type === 'long') view.setUint32(to, value, true);
      else view.setFloat64(to, value, true);
      to += TYPE_SIZE[type];
    }
  });
  strips.forEach((strip, i) => {
    bytes.set(strip, offsets[i]!);
  });
  return bytes;
};
