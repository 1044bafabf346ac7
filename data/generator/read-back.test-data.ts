import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fromArrayBuffer } from 'geotiff';
import iconv from 'iconv-lite';
import readXlsx from 'read-excel-file/node';
import { distance, ORIGIN, type Vec3 } from './place.ts';

/** Reads the committed demo files back with as little of the generator as possible; positions in local metres. */

export const DATA = fileURLToPath(new URL('..', import.meta.url));

export const rows = (path: string, encoding = 'utf-8', delimiter = ','): Record<string, string>[] => {
  const text = iconv.decode(readFileSync(DATA + path), encoding).replace(/^\uFEFF/, '');
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[i++];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === delimiter || c === '\n') {
      record.push(cell.trim());
      cell = '';
      if (c === '\n') {
        records.push(record);
        record = [];
      }
    } else cell += c;
  }
  const [headers, ...body] = records as [string[], ...string[][]];
  return body.map((cells) => Object.fromEntries(headers.map((header, i) => [header, cells[i]!])));
};

export const sheetRows = async (path: string, sheet: string): Promise<Record<string, string>[]> => {
  const sheets = await readXlsx(DATA + path);
  const [headers, ...body] = sheets.find((s) => s.sheet === sheet)!.data;
  return body.map((cells) => Object.fromEntries(headers!.map((h, i) => [String(h), String(cells[i] ?? '')])));
};

export const local = (easting: number, northing: number, height: number): Vec3 => [
  easting - ORIGIN.easting,
  northing - ORIGIN.northing,
  height,
];

export interface BackFeature {
  readonly properties: Record<string, string | number | null>;
  readonly points: Vec3[];
}
export const features = (path: string): BackFeature[] => {
  const json = JSON.parse(readFileSync(DATA + path, 'utf8')) as {
    features: {
      properties: BackFeature['properties'];
      geometry: { type: string; coordinates: number[][] | number[][][] };
    }[];
  };
  return json.features.map(({ properties, geometry }) => {
    const line = (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates) as number[][];
    return { properties, points: line.map(([e, n, h]) => local(e!, n!, h ?? 0)) };
  });
};

export interface BackMesh {
  readonly name: string;
  readonly positions: Vec3[];
  readonly triangles: [number, number, number][];
}
export const meshes = (path: string): BackMesh[] => {
  const found: BackMesh[] = [];
  let first = 1;
  let count = 1;
  for (const line of readFileSync(DATA + path, 'utf8').split('\n')) {
    const [tag, a, b, c] = line.split(' ');
    if (tag === 'o') {
      found.push({ name: a!, positions: [], triangles: [] });
      first = count;
    } else if (tag === 'v') {
      found.at(-1)!.positions.push(local(Number(a), Number(b), Number(c)));
      count++;
    } else if (tag === 'f')
      found.at(-1)!.triangles.push([Number(a) - first, Number(b) - first, Number(c) - first]);
  }
  return found;
};

export interface Raster {
  readonly west: number;
  readonly north: number;
  readonly width: number;
  readonly height: number;
  readonly heights: Float32Array;
  readonly epsg: number | undefined;
  readonly at: (x: number, y: number) => number;
}
/** `west`/`north` are the centre of the first cell. */
export const raster = async (path: string): Promise<Raster> => {
  const bytes = readFileSync(DATA + path);
  const tiff = await fromArrayBuffer(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  );
  const image = await tiff.getImage();
  const [e, n] = image.getOrigin() as [number, number];
  const heights = (await image.readRasters({ interleave: true })) as unknown as Float32Array;
  const [west, north, width] = [e + 2.5 - ORIGIN.easting, n - 2.5 - ORIGIN.northing, image.getWidth()];
  const at = (x: number, y: number): number => {
    const gx = (x - west) / 5;
    const gy = (north - y) / 5;
    const i = Math.min(width - 2, Math.floor(gx));
    const j = Math.min(image.getHeight() - 2, Math.floor(gy));
    const h = (a: number, b: number): number => heights[(j + b) * width + i + a]!;
    const [fx, fy] = [gx - i, gy - j];
    return (h(0, 0) * (1 - fx) + h(1, 0) * fx) * (1 - fy) + (h(0, 1) * (1 - fx) + h(1, 1) * fx) * fy;
  };
  const epsg = image.getGeoKeys()?.['ProjectedCSTypeGeoKey'] as number | undefined;
  return { west, north, width, height: image.getHeight(), heights, epsg, at };
};

/**
 * Edges that are not walked exactly once each way, after vertices within `tolerance` of each other are made one, as a
 * reader does that welds: a closed, well-turned solid has none.
 */
export const openEdges = (mesh: BackMesh, tolerance = 0.001): number => {
  const cells = new Map<string, number[]>();
  const number = mesh.positions.map((p, i) => {
    const [a, b, c] = p.map((v) => Math.floor(v / 0.1)) as [number, number, number];
    for (let da = -1; da <= 1; da++)
      for (let db = -1; db <= 1; db++)
        for (let dc = -1; dc <= 1; dc++)
          for (const j of cells.get(`${a + da} ${b + db} ${c + dc}`) ?? [])
            if (distance(mesh.positions[j]!, p) <= tolerance) return j;
    const key = `${a} ${b} ${c}`;
    cells.set(key, [...(cells.get(key) ?? []), i]);
    return i;
  });
  const walked = new Map<string, number>();
  for (const triangle of mesh.triangles) {
    const [a, b, c] = triangle.map((i) => number[i]!) as [number, number, number];
    if (a === b || b === c || c === a) continue;
    for (const [p, q] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const) {
      const key = `${p} ${q}`;
      walked.set(key, (walked.get(key) ?? 0) + 1);
    }
  }
  let open = 0;
  for (const [key, times] of walked) {
    const [p, q] = key.split(' ');
    if (times !== 1 || walked.get(`${q} ${p}`) !== 1) open++;
  }
  return open;
};

export const volume = ({ positions, triangles }: BackMesh): number =>
  triangles.reduce((sum, [i, j, k]) => {
    // Relative to the first vertex: survey coordinates would cancel badly.
    const o = positions[0]!;
    const [a, b, c] = [i, j, k].map((n) => positions[n]!.map((v, d) => v - o[d]!)) as [
      number[],
      number[],
      number[],
    ];
    const cross = [
      b[1]! * c[2]! - b[2]! * c[1]!,
      b[2]! * c[0]! - b[0]! * c[2]!,
      b[0]! * c[1]! - b[1]! * c[0]!,
    ];
    return sum + (a[0]! * cross[0]! + a[1]! * cross[1]! + a[2]! * cross[2]!) / 6;
  }, 0);

/** Whether a point lies inside a closed mesh, by a slanted ray. */
export const isInside = ({ positions, triangles }: BackMesh, p: Vec3): boolean => {
  const ray = [0.0123, 0.0371, 0.9992] as const;
  let crossings = 0;
  for (const triangle of triangles) {
    const [a, b, c] = triangle.map((n) => positions[n]!) as [Vec3, Vec3, Vec3];
    const [e1, e2, s] = [b, c, p].map((v) => v.map((x, d) => x - a[d]!)) as [number[], number[], number[]];
    const cross = (u: readonly number[], v: readonly number[]): number[] => [
      u[1]! * v[2]! - u[2]! * v[1]!,
      u[2]! * v[0]! - u[0]! * v[2]!,
      u[0]! * v[1]! - u[1]! * v[0]!,
    ];
    const dot = (u: readonly number[], v: readonly number[]): number =>
      u[0]! * v[0]! + u[1]! * v[1]! + u[2]! * v[2]!;
    const h = cross(ray, e2);
    const det = dot(e1, h);
    if (Math.abs(det) < 1e-12) continue;
    const u = dot(s, h) / det;
    const q = cross(s, e1);
    const v = dot(ray, q) / det;
    if (u >= 0 && v >= 0 && u + v <= 1 && dot(e2, q) / det > 0) crossings++;
  }
  return crossings % 2 === 1;
};

export const insideRing = (ring: readonly Vec3[], [x, y]: readonly [number, number, number?]): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
};
