import { zlibSync } from 'fflate';
import { ORIGIN } from './place.ts';
import { CELL, type HeightGrid } from './terrain.ts';

/** A GeoTIFF of ground heights: Float32, deflate with floating-point predictor, EPSG:4527, 5 m cells. */

const ROWS_A_STRIP = 64;

interface Entry {
  readonly tag: number;
  readonly type: 'ascii' | 'short' | 'long' | 'double';
  readonly values: readonly number[];
}
const TYPE_CODE = { ascii: 2, short: 3, long: 4, double: 12 } as const;
const TYPE_SIZE = { ascii: 1, short: 2, long: 4, double: 8 } as const;

/** TIFF predictor 3: bytes of a row sorted by significance, each then as a difference from the last. */
const predicted = (row: Float32Array): Uint8Array => {
  const n = row.length;
  const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
  const planes = new Uint8Array(4 * n);
  for (let i = 0; i < n; i++) for (let b = 0; b < 4; b++) planes[b * n + i] = view.getUint8(4 * i + 3 - b);
  for (let i = 4 * n - 1; i > 0; i--) planes[i] = (planes[i]! - planes[i - 1]!) & 255;
  return planes;
};

/** Columns `from` … `to` (inclusive) of the county grid; cell centres lie on the grid's points. */
export const geoTiff = (grid: HeightGrid, from: number, to: number): Uint8Array => {
  const width = to - from + 1;
  const height = grid.rows;
  const strips: Uint8Array[] = [];
  for (let top = 0; top < height; top += ROWS_A_STRIP) {
    const rows = Math.min(ROWS_A_STRIP, height - top);
    const raw = new Uint8Array(rows * width * 4);
    for (let r = 0; r < rows; r++) {
      const south = (height - 1 - (top + r)) * grid.columns;
      raw.set(predicted(grid.heights.slice(south + from, south + to + 1)), r * width * 4);
    }
    strips.push(zlibSync(raw, { level: 7 }));
  }
  const west = ORIGIN.easting + (from - 0.5) * CELL;
  const north = ORIGIN.northing + (height - 0.5) * CELL;
  const citation = 'CGCS2000 / 3-degree Gauss-Kruger zone 39|';
  const ascii = (text: string): number[] => [...text, '\0'].map((c) => c.charCodeAt(0));
  const entries: Entry[] = [
    { tag: 256, type: 'long', values: [width] },
    { tag: 257, type: 'long', values: [height] },
    { tag: 258, type: 'short', values: [32] },
    { tag: 259, type: 'short', values: [8] },
    { tag: 262, type: 'short', values: [1] },
    { tag: 273, type: 'long', values: strips.map(() => 0) },
    { tag: 277, type: 'short', values: [1] },
    { tag: 278, type: 'long', values: [ROWS_A_STRIP] },
    { tag: 279, type: 'long', values: strips.map((s) => s.length) },
    { tag: 317, type: 'short', values: [3] },
    { tag: 339, type: 'short', values: [3] },
    { tag: 33550, type: 'double', values: [CELL, CELL, 0] },
    { tag: 33922, type: 'double', values: [0, 0, 0, west, north, 0] },
    {
      tag: 34735,
      type: 'short',
      values: [
        1,
        1,
        0,
        5,
        1024,
        0,
        1,
        1,
        1025,
        0,
        1,
        1,
        1026,
        34737,
        citation.length,
        0,
        3072,
        0,
        1,
        4527,
        3076,
        0,
        1,
        9001,
      ],
    },
    { tag: 34737, type: 'ascii', values: ascii(citation) },
    { tag: 42113, type: 'ascii', values: ascii('-9999') },
  ];
  return assemble(entries, strips);
};

const assemble = (entries: readonly Entry[], strips: readonly Uint8Array[]): Uint8Array => {
  const head = 8 + 2 + entries.length * 12 + 4;
  const sizes = entries.map((e) => e.values.length * TYPE_SIZE[e.type]);
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
  view.setUint16(8, entries.length, true);
  let pool = head;
  entries.forEach((entry, i) => {
    const at = 10 + i * 12;
    const values = entry.tag === 273 ? offsets : entry.values;
    view.setUint16(at, entry.tag, true);
    view.setUint16(at + 2, TYPE_CODE[entry.type], true);
    view.setUint32(at + 4, values.length, true);
    let to = at + 8;
    if (sizes[i]! > 4) {
      view.setUint32(at + 8, pool, true);
      to = pool;
      pool += sizes[i]! + (sizes[i]! & 1);
    }
    for (const value of values) {
      if (entry.type === 'ascii') view.setUint8(to, value);
      else if (entry.type === 'short') view.setUint16(to, value, true);
      else if (entry.type === 'long') view.setUint32(to, value, true);
      else view.setFloat64(to, value, true);
      to += TYPE_SIZE[entry.type];
    }
  });
  strips.forEach((strip, i) => {
    bytes.set(strip, offsets[i]!);
  });
  return bytes;
};
