import { expect, test } from 'vitest';
import { SAMPLE_ORIGIN, saidOf, sampleMine, sampleSource } from './sample-mine.test-kit.ts';
import { groundHeightAt, terrainLayer } from './terrain.ts';

const gridOf = (width: number, height: number, heights: number[]) => ({
  file: 'ground.tif',
  crs: null,
  width,
  height,
  firstCell: [SAMPLE_ORIGIN.easting, SAMPLE_ORIGIN.northing] as const,
  cellSize: [10, 10] as const,
  heights: Float64Array.from(heights),
  findings: [],
});

test('cells without data stay open and are counted; the rest faces up', () => {
  const mine = sampleMine();
  const grid = gridOf(3, 3, [10, 11, 12, 10, 11, 12, 10, 11, Number.NaN]);
  const source = sampleSource(mine, 'terrain', { form: 'grid', grid });
  const [ground] = terrainLayer('terrain', [source], mine).features;
  expect(ground!.mesh.indices.length / 3).toBe(7);
  expect(ground!.properties).toMatchObject({ noData: 1, zMin: 10, zMax: 12 });
  const normals = ground!.mesh.normals!;
  for (let i = 2; i < normals.length; i += 3) expect(normals[i]).toBeGreaterThan(0.9);
});

test('row 0 is the northern one', () => {
  const mine = sampleMine();
  const grid = gridOf(2, 2, [5, 5, 9, 9]);
  const source = sampleSource(mine, 'terrain', { form: 'grid', grid });
  const { positions } = terrainLayer('terrain', [source], mine).features[0]!.mesh;
  expect(positions[1]!).toBeGreaterThan(positions[7]!);
  const middle = mine.frame.surveyToEnu(
    source.place.point(SAMPLE_ORIGIN.easting + 5, SAMPLE_ORIGIN.northing - 2.5, 0),
  );
  expect(groundHeightAt(grid, source, middle, mine)).toBeCloseTo(6, 3);
});

test('a grid too large for memory is refused with its size', () => {
  const mine = sampleMine();
  const grid = { ...gridOf(1, 1, [0]), width: 5000, height: 4000 };
  terrainLayer('terrain', [sampleSource(mine, 'terrain', { form: 'grid', grid })], mine);
  expect(saidOf(mine)).toEqual(['error terrain-too-large']);
  expect(mine.findings[0]!.params).toMatchObject({ width: 5000, height: 4000 });
});
