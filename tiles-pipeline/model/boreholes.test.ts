import { expect, test } from 'vitest';
import { boreholeLayer } from './boreholes.ts';
import type { MineContext } from './mine-context.ts';
import { SAMPLE_ORIGIN, saidOf, sampleMine, sampleSource, sampleTable } from './sample-mine.test-kit.ts';

const { easting: E, northing: N } = SAMPLE_ORIGIN;
const COLLAR_HEADERS = ['hole', 'x', 'y', 'z', 'depth'];
const model = (
  mine: MineContext,
  collars: (string | number)[][],
  surveys: (string | number | null)[][],
  intervals: (string | number | null)[][],
  headers = ['hole', 'from', 'to', 'lithology'],
) =>
  boreholeLayer(
    'boreholes',
    [
      sampleSource(mine, 'borehole-collars', sampleTable(COLLAR_HEADERS, ...collars)),
      sampleSource(mine, 'borehole-surveys', sampleTable(['hole', 'depth', 'azimuth', 'dip'], ...surveys), {
        dipConvention: 'negative-down',
      }),
      sampleSource(mine, 'borehole-intervals', sampleTable(headers, ...intervals)),
    ],
    mine,
    () => null,
  );
const rows = (layer: ReturnType<typeof model>['layer'], ...columns: string[]) =>
  layer.features.map(({ properties }) => columns.map((column) => properties[column]));

test('every metre of a hole is drawn: log, gap and end, with the unlogged stretch grey', () => {
  const mine = sampleMine();
  const { layer } = model(
    mine,
    [['A', E, N, 100, 60]],
    [['A', 0, 0, -90]],
    [
      ['A', 0, 10, 'granite'],
      ['A', 20, 50, 'schist'],
    ],
  );
  expect(rows(layer, 'from', 'to', 'legend', 'logged')).toEqual([
    [0, 10, 'granite', true],
    [10, 20, 'not-logged', false],
    [20, 50, 'schist', true],
    [50, 60, 'not-logged', false],
  ]);
  expect(saidOf(mine)).toEqual(['warning interval-gap']);
  expect(layer.features[2]!.properties.bottomElevation).toBeCloseTo(50, 6);
  expect(layer.features[3]!.properties.holeBottomElevation).toBeCloseTo(40, 6);
});

test('what belongs to a rejected collar says so, and the bad cell is warned about once', () => {
  const mine = sampleMine();
  model(
    mine,
    [
      ['A', E, N, 100, 60],
      ['B', E, 'north', 100, 60],
    ],
    [['B', 0, 0, -90]],
    [
      ['A', 0, 60, 'granite'],
      ['B', 0, 60, 'granite'],
    ],
  );
  const said = mine.findings.filter(({ code }) => code !== 'hole-without-survey');
  expect(said.map(({ severity, code, row }) => `${severity} ${code} ${row}`)).toEqual([
    'warning cell-not-number 3',
    'reject position-missing 3',
    'reject survey-collar-rejected 2',
    'reject interval-collar-rejected 3',
  ]);
  expect(said.at(-1)!.params).toEqual({ collarRow: 3 });
});

test('overlaps, wrong depths and orphans are named and only orphans are lost', () => {
  const mine = sampleMine();
  const { layer } = model(
    mine,
    [['A', E, N, 100, 60]],
    [
      ['A', 0, 0, -90],
      ['A', 90000, 0, -90],
      ['B', 0, 0, -90],
    ],
    [
      ['A', 0, 30, 'granite'],
      ['A', 20, 70, 'schist'],
      ['B', 0, 10, 'granite'],
      ['A', 50, 40, 'granite'],
    ],
  );
  expect(saidOf(mine).sort()).toEqual([
    'reject interval-invalid',
    'reject interval-without-collar',
    'reject survey-without-collar',
    'warning interval-beyond-depth',
    'warning interval-overlap',
    'warning survey-beyond-depth',
  ]);
  expect(layer.features).toHaveLength(2);
  expect(layer.features[1]!.properties.holeDepth).toBe(70);
});

test('a sentinel station does not make a hole kilometres deep', () => {
  const mine = sampleMine();
  const content = sampleTable(['hole', 'x', 'y', 'z'], ['A', E, N, 100]);
  const { holes } = boreholeLayer(
    'boreholes',
    [
      sampleSource(mine, 'borehole-collars', content),
      sampleSource(
        mine,
        'borehole-surveys',
        sampleTable(['hole', 'depth', 'azimuth', 'dip'], ['A', 90000, 0, 60]),
        {
          dipConvention: 'positive-down',
        },
      ),
      sampleSource(mine, 'borehole-intervals', sampleTable(['hole', 'from', 'to'], ['A', 0, 80])),
    ],
    mine,
    () => null,
  );
  expect(holes[0]!.depth).toBe(80);
  expect(holes[0]!.path.at(holes[0]!.path.totalDepth).height).toBeCloseTo(
    100 - 80 * Math.sin(Math.PI / 3),
    9,
  );
});

test('a hole whose stations all lack an azimuth is warned of, a vertical one needs none', () => {
  const mine = sampleMine();
  model(
    mine,
    [
      ['A', E, N, 100, 60],
      ['B', E + 50, N, 100, 60],
      ['C', E + 90, N, 100, 60],
    ],
    [
      ['A', 0, null, -60],
      ['B', 0, null, -90],
    ],
    [],
  );
  expect(saidOf(mine)).toEqual([
    'reject station-incomplete',
    'warning hole-survey-unusable',
    'note hole-without-survey',
  ]);
});

test('assays without rocks are coloured by classes of the first number; no value is not zero', () => {
  const mine = sampleMine();
  const grades = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const { layer } = model(
    mine,
    [['A', E, N, 100, 60]],
    [['A', 0, 0, -90]],
    [...grades, null].map((grade, i) => ['A', i, i + 1, grade]),
    ['hole', 'from', 'to', 'Cu'],
  );
  expect(layer.features[10]!.properties).toMatchObject({ cu: null, legend: 'no-assay' });
  expect(layer.legend.reduce((sum, entry) => sum + entry.count, 0)).toBe(layer.features.length);
  expect(layer.features[0]!.properties.legend).toBe('cu-class-1');
});

test('a repeated hole is rejected with the row it repeats', () => {
  const mine = sampleMine();
  const { holes } = model(
    mine,
    [
      ['A', E, N, 100, 60],
      ['A', E + 5, N, 100, 60],
    ],
    [['A', 0, 0, -90]],
    [],
  );
  expect(holes).toHaveLength(1);
  expect(mine.findings[0]).toMatchObject({ code: 'hole-duplicate', row: 3, params: { first: 2 } });
});
