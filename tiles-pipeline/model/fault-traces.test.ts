import { expect, test } from 'vitest';
import { strataSchema } from '../../domain/contracts/stratigraphy.ts';
import type { Cell, ElevationGrid } from '../read/read-result.ts';
import { drivingFacts } from './driving-facts.ts';
import { faultTraceLayer } from './fault-traces.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import {
  lineOf,
  SAMPLE_ORIGIN,
  saidOf,
  sampleMine,
  sampleShapes,
  sampleSource,
} from './sample-mine.test-kit.ts';
import { strataFaults } from './strata-faults.ts';

const HEADERS = ['id', 'dip', 'dipDirection', 'throw', 'conductive', 'depthExtent'];
/** 1 km to the north, on the ground at 100 m. */
const NORTHWARD = lineOf([0, 0, 100], [0, 500, 100], [0, 1000, 100]);
const FLAT = lineOf([0, 0, null], [0, 1000, null]);

const terrain = (mine: MineContext): PlacedSource => {
  const [width, height] = [21, 21];
  const grid: ElevationGrid = {
    file: 't.tif',
    crs: null,
    width,
    height,
    firstCell: [SAMPLE_ORIGIN.easting - 500, SAMPLE_ORIGIN.northing + 800],
    cellSize: [50, 50],
    // Rises 1 m in 10 to the south.
    heights: Float64Array.from({ length: width * height }, (_, k) => 100 + 5 * Math.floor(k / width)),
    findings: [],
  };
  return sampleSource(mine, 'terrain', { form: 'grid', grid });
};

const made = (
  rows: readonly { readonly cells: readonly Cell[]; readonly geometry?: typeof NORTHWARD }[],
  options: Record<string, unknown> = {},
  withTerrain = false,
  headers = HEADERS,
) => {
  const mine = sampleMine();
  const traces = sampleSource(
    mine,
    'fault-traces',
    sampleShapes(headers, ...rows.map(({ cells, geometry }) => ({ cells, geometry: geometry ?? NORTHWARD }))),
    { ...options },
  );
  const all: PlacedSource[] = withTerrain ? [terrain(mine), traces] : [traces];
  return { mine, traces, all, layer: faultTraceLayer('fault-traces', [traces], all, mine) };
};

const boundsOf = (positions: Float64Array, axis: number): [number, number] => {
  const values = [...positions].filter((_, i) => i % 3 === axis);
  return [Math.min(...values), Math.max(...values)];
};

test('a trace with dip, side and depth is a sheet down its dip; what lies below ground is inferred', () => {
  const { layer, mine } = made([{ cells: ['F1', 60, 'E', 30, '导水', 200] }]);
  expect(saidOf(mine)).toEqual([]);
  expect(layer).toMatchObject({ group: 'strata', kind: 'surface', provenance: 'inferred' });
  const [{ mesh, properties }] = layer.features as [(typeof layer.features)[0]];
  expect(properties).toMatchObject({
    form: 'sheet',
    dip: 60,
    dipSource: 'measured',
    throw: 30,
    conductive: '导水',
    depthExtent: 200,
  });
  expect(Math.abs((properties.dipDirection as number) - 90)).toBeLessThan(0.01);
  const [low, high] = boundsOf(mesh.positions, 2);
  expect(high - low).toBeCloseTo(200, 0);
  const [west, east] = boundsOf(mesh.positions, 0);
  expect(east - west).toBeCloseTo(200 / Math.tan(Math.PI / 3), 0);
});

test('without heights a trace lies on the ground; where the terrain ends it is cut, and that is said', () => {
  const { layer, mine } = made([{ cells: ['F1', 90, null, null, null, 50], geometry: FLAT }], {}, true);
  expect(mine.findings).toMatchObject([{ code: 'trace-off-terrain', feature: 'F1' }]);
  const { positions } = layer.features[0]!.mesh;
  expect(boundsOf(positions, 1)[1]).toBeGreaterThan(750);
  expect(boundsOf(positions, 1)[1]).toBeLessThan(801);
  // 100 m at 800 north, 180 m at 0 north.
  expect(boundsOf(positions, 2)[1]).toBeCloseTo(180, 0);
  const none = made([{ cells: ['F1', 90, null, null, null, 50], geometry: FLAT }]);
  expect(none.layer.features).toEqual([]);
  expect(saidOf(none.mine)).toEqual(['reject trace-without-height']);
});

test('a trace without a dip is a line, or a ribbon where the manifest asks for one, and never a sheet', () => {
  const rows = [{ cells: ['F1', null, 'E', 30, null, 200] }, { cells: ['F2', 50, 'W', null, null, 200] }];
  const lines = made(rows);
  expect(lines.layer.features.map(({ properties }) => properties.form)).toEqual(['line', 'sheet']);
  expect(lines.mine.findings).toMatchObject([{ code: 'trace-without-dip', row: 1, feature: 'F1' }]);
  expect(lines.layer.features[0]!.properties).toMatchObject({ provenance: 'measured', depthExtent: null });
  const ribbons = made(rows, { withoutDip: 'ribbon' });
  const [ribbon] = ribbons.layer.features;
  expect(ribbon!.properties).toMatchObject({ form: 'ribbon', provenance: 'inferred', dip: null });
  expect(ribbons.layer.legend.map(({ key }) => key)).toEqual(['sheet', 'ribbon']);
  // Without a depth not even a ribbon can be drawn.
  const bare = made([{ cells: ['F1', null, null, null, null, null] }], { withoutDip: 'ribbon' });
  expect(bare.layer.features[0]!.properties.form).toBe('line');
});

test('a whole file without dips is said once', () => {
  const { mine, layer } = made([{ cells: ['F1'] }, { cells: ['F2'] }], {}, false, ['id']);
  expect(mine.findings).toMatchObject([{ code: 'traces-without-dip', params: { count: 2 } }]);
  expect(layer.features).toHaveLength(2);
  const empty = made([{ cells: ['F1', null] }, { cells: ['F2', null] }], {}, false, ['id', 'dip']);
  expect(empty.mine.findings).toMatchObject([
    { code: 'traces-without-dip', column: 'dip', params: { count: 2 } },
  ]);
});

test('a dip and depth of the manifest are used, and said to be assumed', () => {
  const { layer, mine } = made([{ cells: ['F1', null, 'W', null, null, null] }], {
    defaults: { dip: 70, depthExtent: 300 },
  });
  expect(layer.features[0]!.properties).toMatchObject({ form: 'sheet', dip: 70, dipSource: 'assumed' });
  expect(mine.findings).toMatchObject([{ code: 'trace-dip-assumed', params: { count: 1 } }]);
});

test.each([
  [['F1', 120, 'E', null, null, 200], 'trace-dip-invalid', 'dip', '120'],
  [['F1', 60, 'up', null, null, 200], 'trace-direction-invalid', 'dipDirection', 'up'],
  [['F1', 60, '10', null, null, 200], 'trace-direction-along', 'dipDirection', '10'],
])(
  'what cannot be is named with row, column and value, and makes no sheet: %j',
  (cells, code, column, value) => {
    const { layer, mine } = made([{ cells }]);
    expect(mine.findings[0]).toMatchObject({ code, row: 1, feature: 'F1', column, value });
    expect(layer.features[0]!.properties.form).toBe('line');
  },
);

test.each([
  [['F1', 60, null, null, null, 200], 'trace-without-side'],
  [['F1', 60, 'E', null, null, null], 'trace-without-depth'],
])('what is not said is not guessed: %j', (cells, code) => {
  const { layer, mine } = made([{ cells }]);
  expect(saidOf(mine)).toEqual([`warning ${code}`]);
  expect(layer.features[0]!.properties.form).toBe('line');
});

test('an upright fault needs no side to be drawn, but one for its throw', () => {
  const blind = made([{ cells: ['F1', 90, null, 25, null, 200] }]);
  expect(blind.layer.features[0]!.properties).toMatchObject({ form: 'sheet', throw: null });
  expect(mineCodes(blind.mine)).toEqual(['trace-throw-side']);
  const said = made([{ cells: ['F1', 90, 'W', 25, null, 200] }]);
  expect(said.layer.features[0]!.properties).toMatchObject({ form: 'sheet', throw: 25 });
});
const mineCodes = (mine: MineContext) => mine.findings.map(({ code }) => code);

const column = (faults: unknown) =>
  strataSchema.parse({
    cell: 20,
    reach: 100,
    units: [{ id: 'a', name: { zh: '甲', en: 'a' }, lithologies: ['a'] }],
    faults,
  });

test('sheets of traces cut the strata with their own throw; lines and ribbons do not', () => {
  const { layer, traces, all, mine } = made(
    [
      { cells: ['F1', 60, 'E', 30, '是', 200] },
      { cells: ['F2', 90, 'W', 12, '否', 200] },
      { cells: ['F3', null, null, 5, null, 200] },
    ],
    { withoutDip: 'ribbon' },
  );
  const settings = column([{ source: traces.id, conductiveValues: ['是'], tightValues: ['否'] }]);
  const faults = strataFaults(settings, all, [layer], mine);
  expect(faults.map(({ id, throw: drop, conductive }) => [id, drop, conductive])).toEqual([
    ['F1', 30, true],
    ['F2', 12, false],
  ]);
  expect(faults[0]!.dip).toBeCloseTo(60, 1);
  // The wall that has gone down is the one the survey says.
  expect(Math.abs(faults[1]!.dipDirection - 270)).toBeLessThan(0.1);
});

test('a trace without a surface is a fault nobody knows the place of: it is not among those a heading can be kept from', () => {
  const { layer, all, mine } = made([
    { cells: ['F1', 60, 'E', 30, null, 200] },
    { cells: ['F3', null, null, 5, null, 200] },
  ]);
  const { obstacles, lost, recorded } = drivingFacts(all, [layer], [], mine);
  expect(obstacles.map(({ id, kind, placed }) => [id, kind, placed])).toEqual([['F1', 'fault', true]]);
  expect(lost).toMatchObject([{ kind: 'fault', rows: 1 }]);
  expect(recorded).not.toContain('fault');
});
