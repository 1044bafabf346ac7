import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Finding } from '../../domain/contracts/finding.ts';
import { ManifestError } from '../read/manifest-file.ts';
import { BuildFailure, buildBundle } from './build-bundle.ts';

const [E, N] = [39_512_000, 3_900_000];
const HEAD = `hyalite: 1
id: hostile
name: { zh: 小矿, en: Tiny mine }
type: underground-metal
survey: { crs: EPSG:4527, axes: x-north-y-east, verticalDatum: d, geoidSeparation: -8.2 }
sources:
`;
const GOOD_ROW = `ZK1,${N},${E},12.5,60\n`;
const HEADER = 'hole,x,y,z,depth\n';
const collars = (file = 'collars.csv') => `  - { kind: borehole-collars, file: "${file}" }\n`;
const GOAFS = '  - { kind: goafs, file: h.geojson, crs: EPSG:4527 }\n';
const ORE = '  - { kind: solids, group: ore, file: h.obj, axes: x-east-y-north }\n';

const goaf = (...ring: number[][]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'G', thickness: 3 },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
    ],
  });
const square = (z: number): string =>
  goaf([E, N, z], [E + 20, N, z], [E + 20, N + 10, z], [E, N + 10, z], [E, N, z]);
const faces = (z: string, face: string): string =>
  `v ${E} ${N} ${z}\nv ${E + 9} ${N} 0\nv ${E} ${N + 9} 0\nf ${face}\n`;

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Builds files and manifest beside one good collar file: layers made, or null where refused, and what was found. */
const build = async (
  manifest: string,
  files: Readonly<Record<string, string>> = {},
): Promise<{ layers: string[] | null; findings: readonly Finding[] }> => {
  const folder = await mkdtemp(join(tmpdir(), 'hyalite hostile '));
  folders.push(folder);
  const all = { 'collars.csv': HEADER + GOOD_ROW, 'mine.yaml': manifest, ...files };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  try {
    const { catalog } = await buildBundle({
      manifestFile: join(folder, 'mine.yaml'),
      bundlesRoot: join(folder, 'out'),
    });
    return {
      layers: catalog.layers.map(({ id, features }) => `${id} ${features}`),
      findings: catalog.findings,
    };
  } catch (error) {
    if (!(error instanceof BuildFailure || error instanceof ManifestError)) throw error;
    return { layers: null, findings: error.findings };
  }
};

const EMPTY_COLLECTION = '{"type":"FeatureCollection","features":[]}';

test.each<[string, string, Record<string, string>, string]>([
  ['an empty file', collars() + GOAFS, { 'h.geojson': '' }, 'file-empty'],
  ['nothing but a header', collars(), { 'collars.csv': HEADER }, 'nothing-to-draw'],
  ['no feature in the only file', GOAFS, { 'h.geojson': EMPTY_COLLECTION }, 'nothing-to-draw'],
  ['a height that cannot be', collars() + GOAFS, { 'h.geojson': square(1e30) }, 'height-impossible'],
  ['a vertex out of this world', collars() + ORE, { 'h.obj': faces('1e30', '1 2 3') }, 'height-impossible'],
  ['an index out of range', collars() + ORE, { 'h.obj': faces('0', '1 2 9') }, 'mesh-bad-index'],
  ['a folder for a file', collars('sub'), { 'sub/collars.csv': HEADER + GOOD_ROW }, 'file-is-folder'],
])('%s is refused and named', async (_, sources, files, code) => {
  const { layers, findings } = await build(HEAD + sources, files);
  expect(layers).toBeNull();
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.map((finding) => finding.code)).toEqual([code]);
});

test.each<[string, string, Record<string, string>, string]>([
  ['no feature in one file', GOAFS, { 'h.geojson': EMPTY_COLLECTION }, 'source-without-rows'],
  ['a polygon of two corners', GOAFS, { 'h.geojson': goaf([E, N, 0], [E + 9, N, 0]) }, 'polygon-degenerate'],
  [
    'a polygon with its corners in one line',
    GOAFS,
    { 'h.geojson': goaf([E, N, 0], [E + 9, N, 0], [E + 18, N, 0], [E, N, 0]) },
    'polygon-degenerate',
  ],
  [
    'an infinite coordinate',
    GOAFS,
    { 'h.geojson': square(-50).replaceAll('-50', '1e400') },
    'geometry-broken',
  ],
  ['a hole of 1e300 m', '', { 'collars.csv': `${HEADER + GOOD_ROW}B,${N},${E},1,1e300\n` }, 'hole-too-deep'],
  [
    'an interval of 1e12 m',
    '  - { kind: borehole-intervals, file: i.csv }\n',
    { 'i.csv': 'hole,from,to,lithology\nZK1,0,1e12,a\n' },
    'interval-invalid',
  ],
  ['a hole given twice', '', { 'collars.csv': HEADER + GOOD_ROW + GOOD_ROW }, 'hole-duplicate'],
])('%s is named and left out, the rest is built', async (_, sources, files, code) => {
  const { layers, findings } = await build(HEAD + collars() + sources, files);
  expect(layers).toEqual(['boreholes 1']);
  expect(findings.map((finding) => finding.code)).toContain(code);
});

test('a source listed twice is built, and said to be', async () => {
  const { findings } = await build(HEAD + collars() + GOAFS + GOAFS, { 'h.geojson': square(-50) });
  expect(findings.filter(({ code }) => code === 'source-repeated')).toHaveLength(1);
});

test('a manifest with Windows line ends and a byte order mark, Chinese names and blanks in paths', async () => {
  const name = '数据 文件/钻孔 坐标（一）.csv';
  const manifest = `\ufeff${(HEAD + collars(name)).replaceAll('\n', '\r\n')}`;
  expect((await build(manifest, { [name]: HEADER + GOOD_ROW })).layers).toEqual(['boreholes 1']);
});

test('a manifest of aliases that unfold without end is refused', async () => {
  const row = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
  const bomb =
    row('a', 'x') + row('b', '*a') + row('c', '*b') + row('d', '*c') + row('e', '*d') + row('f', '*e');
  const { layers, findings } = await build(bomb);
  expect(layers).toBeNull();
  expect(findings.map(({ code }) => code)).toEqual(['manifest-syntax']);
});

test('a roadway type that is also a word of the language is a type like any other', async () => {
  const road = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'R', type: 'constructor' },
        geometry: {
          type: 'LineString',
          coordinates: [
            [E, N, 0],
            [E + 9, N, 0],
          ],
        },
      },
    ],
  });
  const sources = '  - { kind: roadways, file: h.geojson, crs: EPSG:4527 }\n';
  expect((await build(HEAD + sources, { 'h.geojson': road })).layers).toEqual(['roadways 1']);
});
