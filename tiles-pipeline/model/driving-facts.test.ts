import { expect, test } from 'vitest';
import type { MineManifest } from '../../domain/contracts/manifest.ts';
import { buildLayers } from './build-layers.ts';
import type { PlacedSource } from './mine-context.ts';
import {
  lineOf,
  polygonOf,
  SAMPLE_ORIGIN,
  saidOf,
  sampleMine,
  sampleShapes,
  sampleSource,
  sampleTable,
} from './sample-mine.test-kit.ts';

const { easting: E, northing: N } = SAMPLE_ORIGIN;
const DRIVING = {
  distances: [],
  accuracies: [],
  noneOf: [{ obstacle: 'karst', clause: 'report 3', status: 'approved' }],
} satisfies MineManifest['driving'];
const FOUND = { column: 'found', methods: { 实测: ['survey'], 物探: ['geophysics'] } };
const square = polygonOf([0, 0, -50], [30, 0, -50], [30, 30, -50], [0, 30, -50]);

const factsOf = (
  make: (mine: ReturnType<typeof sampleMine>) => PlacedSource[],
  manifest: Partial<MineManifest> = { driving: DRIVING },
) => {
  const mine = sampleMine(manifest);
  const { driving } = buildLayers(make(mine), mine);
  return { driving, said: saidOf(mine), findings: mine.findings };
};

test('a goaf carries how it was found and whether it holds water, and what no column says is unknown', () => {
  const { driving, said, findings } = factsOf((mine) => [
    sampleSource(
      mine,
      'goafs',
      sampleShapes(
        ['id', 'thickness', 'waterLevel', 'found', 'state'],
        { cells: ['G1', 5, -45, '实测', '积水'], geometry: square },
        { cells: ['G2', 5, null, '物探', '无积水'], geometry: square },
        { cells: ['G3', 5, null, '听说', null], geometry: square },
        // The water is believed, not the word.
        { cells: ['G4', 5, -44, null, '无积水'], geometry: square },
      ),
      { hazard: { foundBy: FOUND, dry: { column: 'state', words: ['无积水'] } } },
    ),
  ]);
  expect(driving.obstacles.map(({ id, evidence, water, placed }) => [id, evidence, water, placed])).toEqual([
    ['G1', ['survey'], { level: expect.closeTo(-45, 2) }, true],
    ['G2', ['geophysics'], 'dry', true],
    ['G3', [], 'unknown', true],
    ['G4', [], { level: expect.closeTo(-44, 2) }, true],
  ]);
  expect(said).toContain('warning hazard-word-unknown');
  expect(findings.find(({ code }) => code === 'hazard-word-unknown')).toMatchObject({
    row: 3,
    column: 'found',
    value: '听说',
  });
  expect(driving.recorded).toEqual(['goaf', 'karst']);
});

test('a row that became no obstacle makes its kind unrecorded, even where the mine states it has none', () => {
  const { driving, said } = factsOf(
    (mine) => [
      sampleSource(
        mine,
        'goafs',
        sampleShapes(
          ['id', 'thickness'],
          { cells: ['G1', 5], geometry: square },
          { cells: ['G2', 5], geometry: lineOf([0, 0, 0], [1, 0, 0]) },
        ),
      ),
    ],
    { driving: { ...DRIVING, noneOf: [{ obstacle: 'goaf', clause: 'c', status: 's' }] } },
  );
  expect(driving.recorded).toEqual([]);
  expect(driving.lost).toEqual([{ kind: 'goaf', source: 'goafs', rows: 1 }]);
  expect(said).toContain('warning hazard-rows-lost');
});

test('a goaf of assumed thickness is not placed', () => {
  const { driving } = factsOf((mine) => [
    sampleSource(mine, 'goafs', sampleShapes(['id'], { cells: ['G1'], geometry: square }), {
      defaults: { thickness: 4 },
    }),
  ]);
  expect(driving.obstacles).toMatchObject([{ id: 'G1', placed: false }]);
});

test('a column that hazard names and the file lacks is an error', () => {
  const { said, findings } = factsOf((mine) => [
    sampleSource(mine, 'goafs', sampleShapes(['id', 'thickness'], { cells: ['G1', 5], geometry: square }), {
      hazard: { foundBy: FOUND },
    }),
  ]);
  expect(said).toContain('error hazard-column-missing');
  expect(findings.find(({ code }) => code === 'hazard-column-missing')).toMatchObject({ value: 'found' });
});

test('rows of one name that differ leave it unknown which is meant; rows that agree do not', () => {
  const { driving, said } = factsOf((mine) => [
    sampleSource(
      mine,
      'goafs',
      sampleShapes(
        ['id', 'thickness', 'found'],
        { cells: ['G1', 5, '实测'], geometry: square },
        { cells: ['G1', 5, '物探'], geometry: square },
        { cells: ['G2', 5, '实测'], geometry: square },
        { cells: ['G2', 5, '实测'], geometry: square },
      ),
      { hazard: { foundBy: FOUND } },
    ),
  ]);
  expect(driving.obstacles.map(({ id, evidence }) => [id, evidence])).toEqual([
    ['G1', []],
    ['G1 (2)', []],
    ['G2', ['survey']],
    ['G2 (2)', ['survey']],
  ]);
  expect(said.filter((one) => one === 'warning hazard-row-repeated')).toHaveLength(1);
});

test('shafts in use are no obstacle; one of unknown state, or of assumed width, is', () => {
  const { driving } = factsOf((mine) => [
    sampleSource(
      mine,
      'shafts',
      sampleTable(
        ['id', 'x', 'y', 'top', 'bottom', 'diameter', 'state'],
        ['S1', E, N, 100, -50, 4, '在用'],
        ['S2', E, N, 100, -50, 4, '已封闭'],
        ['S3', E, N, 100, -50, null, null],
      ),
      { hazard: { foundBy: ['document'] } },
    ),
  ]);
  expect(driving.obstacles.map(({ id, placed, evidence }) => [id, placed, evidence])).toEqual([
    ['S2', true, ['document']],
    ['S3', false, ['document']],
  ]);
  expect(driving.recorded).toContain('closed-shaft');
});

test('a hole is poorly sealed unless its sealing is stated; one without a survey is not placed', () => {
  const { driving } = factsOf((mine) => [
    sampleSource(
      mine,
      'borehole-collars',
      sampleTable(
        ['hole', 'x', 'y', 'z', 'depth', 'seal'],
        ['A', E, N, 100, 60, '合格'],
        ['B', E, N, 100, 60, '不合格'],
        ['C', E, N, 100, 60, null],
      ),
      { hazard: { foundBy: ['survey'], sealed: { column: 'seal', words: ['合格'] } } },
    ),
    sampleSource(
      mine,
      'borehole-surveys',
      sampleTable(['hole', 'depth', 'azimuth', 'dip'], ['B', 0, 0, -90], ['B', 60, 0, -90]),
      { dipConvention: 'negative-down' },
    ),
  ]);
  expect(driving.obstacles.map(({ id, kind, placed }) => [id, kind, placed])).toEqual([
    ['B', 'poorly-sealed-borehole', true],
    ['C', 'poorly-sealed-borehole', false],
  ]);
  const { body } = driving.obstacles[0]!;
  const ends = body.type === 'line' ? body.lines.flat() : [];
  expect([ends[0]![2], ends.at(-1)![2]]).toEqual([expect.closeTo(100, 2), expect.closeTo(40, 2)]);
});

test('a hole whose place is not known makes the kind unrecorded', () => {
  const holes = (seal: string) =>
    factsOf((mine) => [
      sampleSource(
        mine,
        'borehole-collars',
        sampleTable(
          ['hole', 'x', 'y', 'z', 'depth', 'seal'],
          ['A', E, N, 100, 60, '合格'],
          ['B', E, N, null, 60, seal],
        ),
        { hazard: { foundBy: ['survey'], sealed: { column: 'seal', words: ['合格'] } } },
      ),
    ]).driving;
  expect(holes('不合格').recorded).not.toContain('poorly-sealed-borehole');
  expect(holes('不合格').lost).toMatchObject([{ kind: 'poorly-sealed-borehole', rows: 1 }]);
});

test('surfaces and water are obstacles only where the manifest says what they are', () => {
  const shapes = sampleShapes(['id', 'level'], { cells: ['W1', 20], geometry: square });
  const plain = factsOf((mine) => [sampleSource(mine, 'water-bodies', shapes)]);
  expect(plain.driving.obstacles).toEqual([]);
  expect(plain.driving.recorded).toEqual(['karst']);
  const said = factsOf((mine) => [
    sampleSource(mine, 'water-bodies', shapes, { hazard: { is: 'aquifer', foundBy: ['drilling'] } }),
  ]);
  expect(said.driving.obstacles).toMatchObject([
    { kind: 'aquifer', water: { level: expect.closeTo(20, 2) }, evidence: ['drilling'] },
  ]);
});

test('planned headings keep line, section and where it is written', () => {
  const line = lineOf([0, 0, -10], [50, 0, -10]);
  const { driving } = factsOf((mine) => [
    sampleSource(
      mine,
      'planned-headings',
      sampleShapes(
        ['id', 'width', 'height', 'start'],
        { cells: ['H1', 4, 3, '2026-01'], geometry: line },
        { cells: ['H2', null, null, null], geometry: lineOf([0, 0, null], [10, 0, -10]) },
      ),
    ),
  ]);
  expect(
    driving.headings.map(({ id, section, heightsInterpolated, start }) => [
      id,
      section.from,
      heightsInterpolated,
      start,
    ]),
  ).toEqual([
    ['H1', 'file', 0, '2026-01'],
    ['H2', 'nobody', 1, null],
  ]);
  expect(driving.headings[0]!.line).toHaveLength(2);
  expect(driving.headings[0]!.section).toMatchObject({ width: 4, height: 3, lineIs: 'floor' });
});

test('rights, surveyed areas and the plan of years are kept in plan', () => {
  const { driving, said } = factsOf((mine) => [
    sampleSource(
      mine,
      'mining-right',
      sampleShapes(['id', 'upper', 'lower'], { cells: ['R1', 100, -200], geometry: square }),
      { hazard: { foundBy: ['survey'] } },
    ),
    sampleSource(
      mine,
      'hazard-surveys',
      sampleShapes(['id', 'date', 'found'], { cells: ['P1', '2025-09-12', '物探'], geometry: square }),
      { hazard: { foundBy: FOUND } },
    ),
    sampleSource(
      mine,
      'mining-plan',
      sampleShapes(
        ['id', 'year'],
        { cells: ['C1', 2027], geometry: square },
        { cells: ['C2', '明年'], geometry: square },
      ),
    ),
  ]);
  expect(driving.rights).toMatchObject([
    { id: 'R1', lower: expect.closeTo(-200, 2), upper: expect.closeTo(100, 2), evidence: ['survey'] },
  ]);
  expect(driving.surveyed).toMatchObject([{ id: 'P1', methods: ['geophysics'], date: '2025-09-12' }]);
  expect(driving.plan).toMatchObject([{ id: 'C1', year: 2027 }]);
  expect(said).toContain('reject mining-plan-year-invalid');
});

test('without such files nothing is said, and nothing is recorded but what the mine states', () => {
  const { driving } = factsOf(() => []);
  expect(driving).toMatchObject({ surveyed: null, plan: null, headings: [], recorded: ['karst'] });
  expect(factsOf(() => [], {}).driving.recorded).toEqual([]);
});
