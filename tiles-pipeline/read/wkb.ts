import type { Position3, VectorGeometry } from './read-result.ts';

/** Why a geometry could not be read: `type` set when it is a kind we do not read, otherwise it is damaged. */
export interface WkbProblem {
  readonly reason: string;
  readonly unsupportedType?: string;
}

export interface WkbReading {
  /** Null for an empty geometry, and with a problem. */
  readonly geometry: VectorGeometry | null;
  /** EWKB's SRID, null where none is written. */
  readonly srid: number | null;
  readonly problem: WkbProblem | null;
}

/** OGC 06-103r4 table 7 and SQL/MM: geometry type codes without the Z/M thousands. */
const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: 'Geometry',
  1: 'Point',
  2: 'LineString',
  3: 'Polygon',
  4: 'MultiPoint',
  5: 'MultiLineString',
  6: 'MultiPolygon',
  7: 'GeometryCollection',
  8: 'CircularString',
  9: 'CompoundCurve',
  10: 'CurvePolygon',
  11: 'MultiCurve',
  12: 'MultiSurface',
  13: 'Curve',
  14: 'Surface',
  15: 'PolyhedralSurface',
  16: 'TIN',
  17: 'Triangle',
};

class WkbFault extends Error {
  readonly problem: WkbProblem;
  constructor(problem: WkbProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

interface Cursor {
  readonly view: DataView;
  at: number;
  srid: number | null;
}

interface Header {
  readonly type: number;
  readonly little: boolean;
  readonly hasZ: boolean;
  readonly hasM: boolean;
}

const need = (cursor: Cursor, bytes: number): void => {
  const left = cursor.view.byteLength - cursor.at;
  if (bytes > left) {
    throw new WkbFault({ reason: `${bytes} bytes expected at byte ${cursor.at}, ${left} left` });
  }
};

const readHeader = (cursor: Cursor): Header => {
  need(cursor, 5);
  const order = cursor.view.getUint8(cursor.at);
  if (order > 1) throw new WkbFault({ reason: `byte-order mark ${order} at byte ${cursor.at}` });
  const little = order === 1;
  const code = cursor.view.getUint32(cursor.at + 1, little);
  cursor.at += 5;
  if (code & 0x20000000) {
    need(cursor, 4);
    cursor.srid = cursor.view.getUint32(cursor.at, little);
    cursor.at += 4;
  }
  const plain = code & 0x0fffffff;
  const dimension = Math.floor(plain / 1000);
  return {
    type: plain % 1000,
    little,
    hasZ: (code & 0x80000000) !== 0 || dimension === 1 || dimension === 3,
    hasM: (code & 0x40000000) !== 0 || dimension === 2 || dimension === 3,
  };
};

/** Null for an empty point, which WKB writes as NaN. */
const readPosition = (cursor: Cursor, { little, hasZ, hasM }: Header): Position3 | null => {
  need(cursor, 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0));
  const { view, at } = cursor;
  const x = view.getFloat64(at, little);
  const y = view.getFloat64(at + 8, little);
  const z = hasZ ? view.getFloat64(at + 16, little) : null;
  cursor.at += 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0);
  if (Number.isNaN(x) && Number.isNaN(y)) return null;
  if (!Number.isFinite(x) || !Number.isFinite(y) || z === Infinity || z === -Infinity) {
    throw new WkbFault({ reason: `coordinate (${x}, ${y}, ${z}) at byte ${at}` });
  }
  return [x, y, z !== null && Number.isNaN(z) ? null : z];
};

/** A count of things that take at least `smallest` bytes each: a damaged count must not reserve gigabytes. */
const readCount = (cursor: Cursor, { little }: Header, smallest: number): number => {
  need(cursor, 4);
  const count = cursor.view.getUint32(cursor.at, little);
  cursor.at += 4;
  need(cursor, count * smallest);
  return count;
};

const times = <T>(count: number, read: () => T): T[] => {
  const all: T[] = [];
  for (let i = 0; i < count; i += 1) all.push(read());
  return all;
};

/** Only a whole point may be empty: a NaN inside a line would quietly cut the corner. */
const readVertex = (cursor: Cursor, header: Header): Position3 => {
  const { at } = cursor;
  const position = readPosition(cursor, header);
  if (!position) throw new WkbFault({ reason: `coordinate (NaN, NaN) at byte ${at}` });
  return position;
};

const readLine = (cursor: Cursor, header: Header): Position3[] =>
  times(readCount(cursor, header, 16), () => readVertex(cursor, header));

const readPolygon = (cursor: Cursor, header: Header): Position3[][] =>
  times(readCount(cursor, header, 4), () => readLine(cursor, header)).filter((ring) => ring.length > 0);

const readMembers = (cursor: Cursor, header: Header): VectorGeometry[] =>
  times(readCount(cursor, header, 5), () => readGeometry(cursor)).filter((each) => each !== null);

const unsupported = (type: number): WkbFault => {
  const name = TYPE_NAMES[type] ?? `code ${type}`;
  return new WkbFault({ reason: `geometry type ${name}`, unsupportedType: name });
};

const readGeometry = (cursor: Cursor): VectorGeometry | null => {
  const header = readHeader(cursor);
  switch (header.type) {
    case 1: {
      const point = readPosition(cursor, header);
      return point && { type: 'points', points: [point] };
    }
    case 2: {
      const line = readLine(cursor, header);
      return line.length > 0 ? { type: 'lines', lines: [line] } : null;
    }
    case 3:
    case 17: {
      const polygon = readPolygon(cursor, header);
      return polygon.length > 0 ? { type: 'polygons', polygons: [polygon] } : null;
    }
    case 4:
    case 5:
    case 6:
    case 15:
    case 16: {
      const members = readMembers(cursor, header);
      if (members.length === 0) return null;
      const points = members.flatMap((each) => (each.type === 'points' ? each.points : []));
      const lines = members.flatMap((each) => (each.type === 'lines' ? each.lines : []));
      const polygons = members.flatMap((each) => (each.type === 'polygons' ? each.polygons : []));
      if (points.length === members.length) return { type: 'points', points };
      if (lines.length === members.length) return { type: 'lines', lines };
      if (polygons.length === members.length) return { type: 'polygons', polygons };
      throw new WkbFault({ reason: `a ${TYPE_NAMES[header.type]} with members of another type` });
    }
    default:
      throw unsupported(header.type);
  }
};

/**
 * One geometry of well-known binary: ISO (1001, 2001, 3001) and PostGIS EWKB dimension marks alike; M is dropped.
 * Our own reader rather than wkx, which knows no TIN, reads a damaged count as an allocation, and cannot tell
 * "unsupported" from "damaged"; wkx is the referee in its test.
 */
export const parseWkb = (bytes: Uint8Array, offset = 0): WkbReading => {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, bytes.byteLength - offset);
  const cursor: Cursor = { view, at: 0, srid: null };
  try {
    return { geometry: readGeometry(cursor), srid: cursor.srid, problem: null };
  } catch (error) {
    if (!(error instanceof WkbFault)) throw error;
    return { geometry: null, srid: cursor.srid, problem: error.problem };
  }
};

/** WKB or EWKB written in hexadecimal, as PostGIS exports it into text tables. */
export const parseWkbHex = (text: string): WkbReading => {
  const hex = text.trim().replace(/^(?:0x|\\x)/i, '');
  if (hex.length % 2 === 1 || !/^[0-9a-f]+$/i.test(hex)) {
    return { geometry: null, srid: null, problem: { reason: 'not hexadecimal' } };
  }
  return parseWkb(Buffer.from(hex, 'hex'));
};
