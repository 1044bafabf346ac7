import { expect, test } from 'vitest';
import { goafWaterLayer } from './goaf-water.ts';
import { goafLayer } from './goafs.ts';
import {
  polygonOf,
  SAMPLE_SCALE,
  saidOf,
  sampleMine,
  sampleShapes,
  sampleSource,
} from './sample-mine.test-kit.ts';

const flat = (z: number) => polygonOf([0, 0, z], [100, 0, z], [100, 50, z], [0, 50, z]);
/** 100 m × 50 m on the grid is this much on the ground. */
const AREA = 5000 / SAMPLE_SCALE ** 2;

test('a panel becomes a closed solid of its true area and thickness', () => {
  const mine = sampleMine();
  const content = sampleShapes(['id', 'thickness', 'seam', 'year'], {
    cells: ['P1', 2, 'M8', '1987'],
    geometry: flat(-200),
  });
  const { layer } = goafLayer('goafs', [sampleSource(mine, 'goafs', content)], mine);
  const { properties } = layer.features[0]!;
  expect(properties).toMatchObject({
    id: 'P1',
    title: 'M8 1987',
    year: 1987,
    watertight: true,
    state: 'unknown',
    thicknessSource: 'measured',
  });
  expect(properties.area).toBeCloseTo(AREA * (1 - 200 / 6.37e6) ** 2, 0);
  expect(properties.volume).toBeCloseTo((properties.area as number) * 2, 0);
  expect(properties.floorMin).toBeCloseTo(-200, 2);
  expect(properties.floorMax).toBeCloseTo(-198, 2);
  expect(saidOf(mine)).toEqual([]);
});

test('without a thickness there is no void; a default is drawn and called assumed', () => {
  const content = sampleShapes(['id'], { cells: ['P1'], geometry: flat(-200) });
  const bare = sampleMine();
  expect(goafLayer('goafs', [sampleSource(bare, 'goafs', content)], bare).layer.features).toHaveLength(0);
  expect(saidOf(bare)).toEqual(['error thickness-missing']);

  const assumed = sampleMine();
  const source = sampleSource(assumed, 'goafs', content, { defaults: { thickness: 1 } });
  const { layer } = goafLayer('goafs', [source], assumed);
  expect(layer.features[0]!.properties).toMatchObject({
    thickness: 1,
    thicknessSource: 'assumed',
    provenance: 'derived',
  });
  expect(saidOf(assumed)).toEqual(['note thickness-assumed']);
});

test('a layer is known no better than its least certain feature, and what is made up stays made up', () => {
  const content = sampleShapes(
    ['id', 'thickness'],
    { cells: ['P1', 2], geometry: flat(-200) },
    { cells: ['P2', null], geometry: flat(-300) },
  );
  const layerOf = (options: object) => {
    const mine = sampleMine();
    return goafLayer('goafs', [sampleSource(mine, 'goafs', content, { ...options })], mine).layer;
  };
  const mixed = layerOf({ defaults: { thickness: 1 } });
  expect(mixed.features.map(({ properties }) => properties.provenance)).toEqual(['measured', 'derived']);
  expect(mixed.provenance).toBe('derived');
  expect(layerOf({}).provenance).toBe('measured');
  expect(layerOf({ defaults: { thickness: 1 }, provenance: 'synthetic' }).provenance).toBe('synthetic');
});

test('water below its level is a solid of its own with the share of the void it fills', () => {
  const mine = sampleMine();
  const content = sampleShapes(['id', 'thickness', '积水标高'], {
    cells: ['P1', 4, -199],
    geometry: flat(-200),
  });
  const { layer, goafs } = goafLayer('goafs', [sampleSource(mine, 'goafs', content)], mine);
  expect(layer.features[0]!.properties.state).toBe('flooded');
  const water = goafWaterLayer('goaf-water', goafs)!;
  expect(water.features[0]!.properties).toMatchObject({ goaf: 'P1', waterLevel: -199 });
  expect(water.features[0]!.properties.share).toBeCloseTo(25, 1);
  expect(water.provenance).toBe('derived');
  expect(water.features[0]!.properties.provenance).toBe('derived');
});

test('doubtful panels are kept and named', () => {
  const mine = sampleMine();
  const bow = polygonOf([0, 0, -10], [100, 50, -10], [100, 0, -10], [0, 50, -10]);
  const spike = polygonOf([200, 0, -10], [300, 0, 0], [300, 50, -10], [200, 50, -10]);
  const content = sampleShapes(
    ['id', 'year'],
    { cells: ['bow', -1913], geometry: bow },
    { cells: ['spike', 0], geometry: spike },
    { cells: ['over', 1990], geometry: flat(-60) },
  );
  const source = sampleSource(mine, 'goafs', content, { defaults: { thickness: 1 } });
  const { layer } = goafLayer('goafs', [source], mine);
  expect(layer.features).toHaveLength(3);
  expect(layer.features.map(({ properties }) => properties.year)).toEqual([null, null, 1990]);
  expect(saidOf(mine).sort()).toEqual([
    'note panels-stacked',
    'note thickness-assumed',
    'warning height-zero',
    'warning ring-crosses-itself',
    'warning year-invalid',
    'warning year-invalid',
  ]);
});
