import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { baiyunFiles } from './baiyun.ts';
import { type Geology, makeGeology } from './geology.ts';
import { qingshiFiles } from './qingshi.ts';
import { portalCut } from './ramp.ts';
import type { Files } from './tables.ts';
import { makeGround } from './terrain.ts';

/**
 * Writes the demo county's survey files: `node data/generator/write-demo.ts [--seed N] [--out DIR]`.
 * mine.yaml is written by hand and only copied, when another folder is asked for.
 */

export const DEMO_SEED = 7;
const DATA = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const sourceNote = (mine: string, seed: number, files: Files): string => `# ${mine}: synthetic survey

**Synthetic. No such mine, no such county.** Nothing here was measured; do not plan by it.
**合成数据。** 矿山与所在的“云岫县”均属虚构，坐标只是借用的位置，与该处真实地物无关。

Written by \`node data/generator/write-demo.ts --seed ${seed}\` (Apache-2.0, as the repository). Every file is sampled from one set of
functions for the ground and the rocks (data/generator/geology.ts, terrain.ts), so holes, ore, voids and roadways agree;
data/generator/demo-consistency.test.ts asserts it, and that the same seed gives the same bytes.
mine.yaml is written by hand.

CRS EPSG:4527 (CGCS2000 / 3-degree Gauss-Krüger zone 39, zone-prefixed eastings), heights on the 1985 datum, metres.
Tables write X = north and Y = east; GeoJSON, OBJ and GeoTIFF write easting first. The geoid separation was chosen, not measured.

${[...files].map(([path, bytes]) => `- ${path} (${bytes.length} bytes)`).join('\n')}
`;

export interface DemoMine {
  readonly folder: string;
  readonly files: Files;
}

/** The rocks and the ground both mines and their county lie in. */
export const demoGeology = (seed: number): Geology => makeGeology(seed, makeGround(seed, portalCut));

/** The survey of both mines, in memory. */
export const demoMines = (seed: number, geology = demoGeology(seed)): readonly DemoMine[] => {
  const mines = [
    { folder: 'qingshi-iron', name: 'Qingshi iron mine 青石铁矿', files: qingshiFiles(geology, seed) },
    {
      folder: 'baiyun-limestone',
      name: 'Baiyun limestone mine 白云石灰岩矿',
      files: baiyunFiles(geology, seed),
    },
  ];
  return mines.map(({ folder, name, files }) => ({
    folder,
    files: new Map([...files, ['SOURCE.md', new TextEncoder().encode(sourceNote(name, seed, files))]]),
  }));
};

export const writeDemo = (seed: number, out: string, geology = demoGeology(seed)): number => {
  let total = 0;
  for (const { folder, files } of demoMines(seed, geology)) {
    for (const [path, bytes] of files) {
      const target = join(out, folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
      total += bytes.length;
    }
    const manifest = join(DATA, folder, 'mine.yaml');
    if (resolve(out) !== DATA && existsSync(manifest)) copyFileSync(manifest, join(out, folder, 'mine.yaml'));
  }
  return total;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: { seed: { type: 'string', default: String(DEMO_SEED) }, out: { type: 'string', default: DATA } },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) {
    console.error(`--seed wants a whole number, not "${values.seed}"`);
    process.exit(2);
  }
  console.log(`${writeDemo(seed, values.out)} bytes written to ${values.out}`);
}
