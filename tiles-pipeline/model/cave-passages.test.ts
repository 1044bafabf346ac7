import { expect, test } from 'vitest';
import { caveLayers } from './cave-passages.ts';
import { at, sampleMine, sampleSource } from './sample-mine.test-kit.ts';

type XYZ = readonly [number, number, number];
const leg = (from: XYZ, to: XYZ, splay = false) => ({
  from: at(from),
  to: at(to),
  label: 'old',
  splay,
  surface: false,
  duplicate: false,
});

test('legs are tubes, splays size the passage, and shots along it do not', () => {
  const mine = sampleMine();
  const legs = [
    leg([0, 0, 0], [10, 0, 0]),
    leg([10, 0, 0], [20, 0, 0]),
    leg([20, 0, 0], [30, 0, 0]),
    leg([0, 0, 0], [0, 2, 0], true),
    leg([0, 0, 0], [0, -1, 0], true),
    leg([0, 0, 0], [9, 0, 0], true),
  ];
  const cave = { file: 'old.3d', title: 'old', crs: null, legs, stations: [], findings: [] };
  const source = sampleSource(mine, 'cave-survey', { form: 'cave', cave });
  const { layers, lines } = caveLayers('survey-legs', [source], mine);
  expect(layers.map((layer) => [layer.id, layer.features.length, layer.provenance])).toEqual([
    ['survey-legs', 6, 'measured'],
    ['cave-passages', 1, 'derived'],
  ]);
  expect(layers[1]!.features[0]!.properties.radius).toBeCloseTo(1.5, 2);
  expect(layers[1]!.features[0]!.properties.shots).toBe(2);
  expect(lines).toHaveLength(3);
  expect(source.log.account().counts).toMatchObject({ legs: 6, centreline: 3, splays: 3 });
  expect(mine.findings[0]).toMatchObject({ code: 'passages-from-splays', params: { sized: 1, unsized: 2 } });
});
