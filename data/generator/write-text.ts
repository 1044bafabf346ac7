import iconv from 'iconv-lite';
import { ORIGIN, type Plan, type Vec3 } from './place.ts';
import type { NamedMesh } from './solids.ts';

/** Survey files as text: the encodings and column habits are part of what the readers are tried on. */

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'gb18030';
export type CsvCell = string | number | null;

export const northing = (y: number, digits = 3): string => (ORIGIN.northing + y).toFixed(digits);
export const easting = (x: number, digits = 3): string => (ORIGIN.easting + x).toFixed(digits);

const cellText = (cell: CsvCell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const encode = (text: string, encoding: TextEncoding): Uint8Array =>
  encoding === 'gb18030'
    ? new Uint8Array(iconv.encode(text, 'gb18030'))
    : new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text);

export const csv = (
  headers: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  encoding: TextEncoding = 'utf-8',
  delimiter: ',' | ';' | '\t' = ',',
): Uint8Array =>
  encode(`${[headers, ...rows].map((row) => row.map(cellText).join(delimiter)).join('\r\n')}\r\n`, encoding);

export interface GeoFeature {
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly geometry:
    | { readonly type: 'LineString'; readonly line: readonly Vec3[] }
    | { readonly type: 'Polygon'; readonly ring: readonly (Vec3 | Plan)[] };
}

const position = (p: Vec3 | Plan): string => {
  const plan = `${easting(p[0])},${northing(p[1])}`;
  return p.length === 3 ? `[${plan},${p[2].toFixed(3)}]` : `[${plan}]`;
};

/** GeoJSON in survey coordinates [easting, northing, height], one feature a line; the CRS member names them. */
export const geoJson = (features: readonly GeoFeature[]): Uint8Array => {
  const lines = features.map(({ properties, geometry }) => {
    const coordinates =
      geometry.type === 'LineString'
        ? `[${geometry.line.map(position).join(',')}]`
        : `[[${geometry.ring.map(position).join(',')}]]`;
    return `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":{"type":"${geometry.type}","coordinates":${coordinates}}}`;
  });
  return encode(
    `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4527"}},"features":[\n${lines.join(',\n')}\n]}\n`,
    'utf-8',
  );
};

/** Wavefront OBJ, one `o` an object; x = easting, y = northing, z = height. */
export const obj = (meshes: readonly NamedMesh[], digits = 3): Uint8Array => {
  const lines = ['# synthetic; EPSG:4527 easting northing height (metres)'];
  let offset = 1;
  for (const mesh of meshes) {
    lines.push(`o ${mesh.name}`);
    for (const p of mesh.positions)
      lines.push(`v ${easting(p[0], digits)} ${northing(p[1], digits)} ${p[2].toFixed(digits)}`);
    for (const [a, b, c] of mesh.triangles) lines.push(`f ${a + offset} ${b + offset} ${c + offset}`);
    offset += mesh.positions.length;
  }
  return encode(`${lines.join('\n')}\n`, 'utf-8');
};
