import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { catalogSchema } from '../../domain/contracts/catalog.ts';
import { type HolesFile, holesSchema } from '../../domain/contracts/holes.ts';
import { builtMine } from '../../e2e/built-mine.ts';
import { checkBundle } from '../check/check-bundle.ts';

let bundle: string;
let file: HolesFile;

beforeAll(async () => {
  bundle = builtMine('data/qingshi-iron');
  const catalog = catalogSchema.parse(JSON.parse(await readFile(join(bundle, 'catalog.json'), 'utf8')));
  file = holesSchema.parse(JSON.parse(await readFile(join(bundle, catalog.holes!.file), 'utf8')));
  const layer = catalog.layers.find(({ kind }) => kind === 'borehole-intervals')!;
  expect(file.intervals).toHaveLength(layer.features);
  expect(catalog.holes!.count).toBe(layer.features);
}, 120_000);

test('intervals of a hole follow one another down, and each is as long as its title says', () => {
  const holes = Map.groupBy(file.intervals, ({ hole }) => hole);
  expect(holes.size).toBeGreaterThan(20);
  for (const intervals of holes.values())
    intervals.forEach(({ line, title }, i) => {
      const before = intervals[i - 1]?.line.slice(-3);
      if (before) expect(Math.hypot(...before.map((v, k) => v - line[k]!))).toBeLessThan(0.01);
      let length = 0;
      for (let k = 3; k < line.length; k += 3)
        length += Math.hypot(
          line[k]! - line[k - 3]!,
          line[k + 1]! - line[k - 2]!,
          line[k + 2]! - line[k - 1]!,
        );
      const [, from, to] = /(\d+\.\d+)–(\d+\.\d+) m$/.exec(title)!;
      // The axis is a chord of the true curve, off by 5 cm at most.
      expect(Math.abs(length - (Number(to) - Number(from)))).toBeLessThan(0.2);
    });
});

test('the bundle with it passes its own check', async () => {
  const { problems } = await checkBundle(bundle);
  expect(problems).toEqual([]);
}, 120_000);
