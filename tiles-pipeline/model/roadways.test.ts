import { expect, test } from 'vitest';
import { plannedHeadingLayer } from './planned-headings.ts';
import { roadwayLayer } from './roadways.ts';
import {
  lineOf,
  SAMPLE_SCALE,
  saidOf,
  sampleMine,
  sampleShapes,
  sampleSource,
} from './sample-mine.test-kit.ts';

const level = lineOf([0, 0, -100], [100, 0, -100]);

test('the row’s own size is measured, the manifest’s and ours are assumed', () => {
  const mine = sampleMine();
  const content = sampleShapes(
    ['id', 'type', 'width', 'height'],
    { cells: ['R1', 'drift', 4, 3], geometry: level },
    { cells: ['R2', 'ramp', null, null], geometry: level },
    { cells: ['R3', 'drift', null, null], geometry: level },
  );
  const source = sampleSource(mine, 'roadways', content, {
    sections: { ramp: { shape: 'rectangle', width: 5, height: 4 } },
  });
  const { layer, lines } = roadwayLayer('roadways', [source], mine, false);
  expect(layer.features.map(({ properties: p }) => [p.width, p.section, p.sectionSource])).toEqual([
    [4, 'arch', 'measured'],
    [5, 'rectangle', 'assumed'],
    [3, 'arch', 'assumed'],
  ]);
  expect(layer.features[0]!.properties.length).toBeCloseTo((100 / SAMPLE_SCALE) * (1 - 100 / 6.37e6), 2);
  expect(lines.map((line) => line.type)).toEqual(['drift', 'ramp', 'drift']);
  expect(mine.findings[0]).toMatchObject({ code: 'section-assumed', params: { count: 2 } });
});

test('a vertex at 0 is interpolated, reported with feature and number, and the roadway kept', () => {
  const mine = sampleMine();
  const content = sampleShapes(['id', 'width', 'height'], {
    cells: ['R1', 3, 3],
    geometry: lineOf([0, 0, -100], [50, 0, 0], [100, 0, -110]),
  });
  const { layer } = roadwayLayer('roadways', [sampleSource(mine, 'roadways', content)], mine, false);
  expect(layer.features[0]!.properties).toMatchObject({ heightsInterpolated: 1 });
  expect(layer.features[0]!.properties.zMax).toBeCloseTo(-100, 6);
  expect(mine.findings[0]).toMatchObject({
    code: 'height-zero',
    feature: 'R1',
    row: 1,
    params: { vertices: '2' },
  });
});

test('a depth that is not minus Z is said to be one, and an empty one is named', () => {
  const mine = sampleMine();
  const content = sampleShapes(
    ['id', 'width', 'height', 'deep'],
    { cells: ['R1', 3, 3, 230], geometry: level },
    { cells: ['R2', 3, 3, null], geometry: level },
  );
  roadwayLayer(
    'roadways',
    [sampleSource(mine, 'roadways', content, { columns: { depth: 'deep' } })],
    mine,
    false,
  );
  expect(saidOf(mine)).toEqual(['warning depth-empty', 'note depth-below-surface']);
  expect(mine.findings[1]!.params).toEqual({ count: 1, rows: 1, median: 130 });
});

test('planned headings are inferred and look planned', () => {
  const mine = sampleMine();
  const content = sampleShapes(['id', 'width', 'height', 'start'], {
    cells: ['N1', 3, 3, '2026-01'],
    geometry: level,
  });
  const { layer, axes } = plannedHeadingLayer(
    'planned-headings',
    [sampleSource(mine, 'planned-headings', content)],
    mine,
  );
  expect(layer.provenance).toBe('inferred');
  expect(axes.map((parts) => parts.map((line) => line.length))).toEqual([[2]]);
  expect(layer.features[0]!.properties).toMatchObject({
    provenance: 'inferred',
    legend: 'planned',
    start: '2026-01',
  });
});
