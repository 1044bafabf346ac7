import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import { builtMine } from '../../e2e/built-mine.ts';
import { openWithLoadersGl } from '../../e2e/readers/loaders-gl.ts';
import type { OpenedTile } from '../../e2e/readers/opened-tile.ts';
import { openWithThree } from '../../e2e/readers/three.ts';
import { checkBundle } from '../check/check-bundle.ts';
import { buildBundle } from './build-bundle.ts';
import { hashFile } from './content-hash.ts';

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const hasData = existsSync(path('../shared/data'));

interface Opened {
  readonly catalog: Catalog;
  /** Tiles of a layer as loaders.gl sees them. */
  readonly tilesOf: (layer: string) => readonly OpenedTile[];
}

/** SHA-256 of every file of a bundle but build.json, which tells the time. */
const contentOf = async (bundle: string): Promise<Record<string, string>> => {
  const entries = await readdir(bundle, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'build.json');
  const hashed = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(bundle.length), (await hashFile(file)).sha256] as const;
    }),
  );
  return Object.fromEntries(hashed.sort(([a], [b]) => (a < b ? -1 : 1)));
};

const distinct = (tiles: readonly OpenedTile[], column: string): number =>
  new Set(tiles.flatMap(({ features }) => features.map((row) => row[column]))).size;

/** Of each kind of file one: what holes alone pass through is what those of the demo mines pass through. */
const BUILT_TWICE = ['qingshi-iron', 'baiyun-limestone', 'charleroi', 'wheal-pell', 'hamersley'];

/** Builds a mine, proves the bundle sound, opens all of it with two foreign readers; then its own counts. */
const wholeMine = (manifest: string, isReal: boolean, counts: (opened: Opened) => void): void => {
  const id = manifest.split('/').at(-1)!;
  const title = isReal && !hasData ? `${id} (skipped: ../shared/data is absent)` : id;
  describe.skipIf(isReal && !hasData)(title, () => {
    const folders: string[] = [];
    const seen = new Map<string, OpenedTile[]>();
    let first: Awaited<ReturnType<typeof buildBundle>>;
    beforeAll(async () => {
      const bundlesRoot = await mkdtemp(join(tmpdir(), 'hyalite-mine-'));
      folders.push(bundlesRoot);
      first = await buildBundle({ manifestFile: path(`${manifest}/mine.yaml`), bundlesRoot });
    });
    afterAll(async () => {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });

    test('builds without an error and checks clean', async () => {
      expect(first.catalog.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const { problems, counts: found } = await checkBundle(first.bundle);
      expect(problems).toEqual([]);
      expect(found.layers).toBe(first.catalog.layers.length);
    });

    test.each([
      ['loaders.gl', openWithLoadersGl],
      ['three with 3d-tiles-renderer', openWithThree],
    ])('%s opens every tile of every layer and finds every feature', async (reader, open) => {
      for (const layer of first.catalog.layers) {
        const tiles = await open(join(first.bundle, layer.tileset));
        expect(tiles, layer.id).toHaveLength(layer.tiles);
        const leaves = tiles.filter(({ isLeaf }) => isLeaf);
        expect(distinct(leaves, 'id'), layer.id).toBe(layer.features);
        // The coarsest picture already holds every one: nothing appears only on coming nearer.
        expect(distinct(tiles.slice(0, 1), 'id'), layer.id).toBe(layer.features);
        if (reader === 'loaders.gl') seen.set(layer.id, tiles);
      }
    });

    test('holds what the survey holds', () => {
      counts({ catalog: first.catalog, tilesOf: (layer) => seen.get(layer)! });
    });

    if (BUILT_TWICE.includes(id))
      test('a second build of the same input is the same, byte for byte', async () => {
        // Where all tests that only read it find it built. One that lies there from an earlier run was made by the same code from the
        // same input, or it is built anew.
        expect(await contentOf(builtMine(manifest))).toEqual(await contentOf(first.bundle));
      });
  });
};

const features = ({ catalog }: Opened, layer: string): number | undefined =>
  catalog.layers.find(({ id }) => id === layer)?.features;

/** Columns of proper names and codes, which are the same in every language. */
const UNTRANSLATED = ['id', 'title', 'legend', 'source', 'hole'];
const CHINESE = /\p{Script=Han}/u;

/** What an English screen would show in Chinese, proper names aside. */
const withoutEnglish = ({ catalog, tilesOf }: Opened): string[] =>
  catalog.layers.flatMap(({ id, name, legend, properties }) => {
    const rows = tilesOf(id).flatMap(({ features }) => features);
    const texts = properties.flatMap((column) => [
      column.name.en,
      ...Object.values(column.values ?? {}).map(({ en }) => en),
      ...rows
        .map((row) => String(row[column.id]))
        .filter((value) => !UNTRANSLATED.includes(column.id) && !column.values?.[value]),
    ]);
    const shown = [name.en, ...legend.map((entry) => entry.name.en), ...texts];
    return [...new Set(shown)].filter((one) => CHINESE.test(one)).map((one) => `${id}: ${one}`);
  });

wholeMine('data/qingshi-iron', false, (mine) => {
  expect(withoutEnglish(mine)).toEqual([]);
  expect(features(mine, 'goafs')).toBeGreaterThanOrEqual(12);
  expect(distinct(mine.tilesOf('boreholes'), 'hole')).toBeGreaterThanOrEqual(60);
  expect(mine.catalog.network!.components).toBe(1);
  expect(mine.catalog.network!.length).toBeGreaterThan(20_000);
});

wholeMine('data/baiyun-limestone', false, (mine) => {
  expect(withoutEnglish(mine)).toEqual([]);
  expect(features(mine, 'terrain')).toBe(1);
  expect(features(mine, 'goafs')).toBeGreaterThanOrEqual(1);
});

wholeMine('e2e/mines/charleroi', true, (mine) => {
  expect(features(mine, 'goafs')).toBe(283);
  expect(features(mine, 'roadways')).toBe(452);
  expect(features(mine, 'shafts')).toBe(17);
  expect(features(mine, 'seams')).toBe(13);
  expect(mine.catalog.seams).toEqual({ file: 'model/seams.json', count: 13 });
});

wholeMine('e2e/mines/wheal-pell', true, (mine) => {
  expect(features(mine, 'survey-legs')).toBe(847);
  expect(features(mine, 'terrain')).toBe(1);
});

wholeMine('e2e/mines/babbitt', true, (mine) => {
  expect(mine.catalog.survey.units).toBe('us-survey-foot');
  expect(distinct(mine.tilesOf('boreholes'), 'hole')).toBe(399);
});

wholeMine('e2e/mines/karara', true, (mine) => {
  // Eight of the 133 have no height.
  expect(distinct(mine.tilesOf('boreholes'), 'hole')).toBe(125);
  expect(features(mine, 'strata')).toBe(2);
  expect(features(mine, 'strata-bases')).toBe(1);
});

wholeMine('e2e/mines/hamersley', true, (mine) => {
  expect(withoutEnglish(mine)).toEqual([]);
  expect(features(mine, 'fault-traces')).toBe(35);
  expect(features(mine, 'terrain')).toBe(1);
  // Lines of unknown dip are no bodies: a section has nothing to cut.
  expect(mine.catalog.bodies!.count).toBe(0);
});
