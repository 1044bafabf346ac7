import { expect, test } from 'vitest';
import { boreholeLayer } from './boreholes.ts';
import { readWaterLevels } from './groundwater-levels.ts';
import { holeLogs } from './hole-logs.ts';
import { readAssays, readStructures } from './hole-samples.ts';
import { SAMPLE_ORIGIN, sampleMine, sampleSource, sampleTable } from './sample-mine.test-kit.ts';

const { easting: E, northing: N } = SAMPLE_ORIGIN;

const logsOf = () => {
  const mine = sampleMine();
  const table = sampleTable;
  const sources = [
    sampleSource(
      mine,
      'borehole-collars',
      table(['hole', 'x', 'y', 'z', 'depth'], ['A', E, N, 100, 60], ['B', E + 50, N, null, 40]),
    ),
    sampleSource(mine, 'borehole-surveys', table(['hole', 'depth', 'azimuth', 'dip'], ['A', 0, 90, -60]), {
      dipConvention: 'negative-down',
    }),
    sampleSource(
      mine,
      'borehole-intervals',
      table(
        ['hole', 'from', 'to', 'lithology', 'RQD'],
        ['A', 10, 60, 'granite', 80],
        ['B', 0, 30, 'schist', 55],
      ),
    ),
  ];
  const water = sampleSource(
    mine,
    'borehole-water-levels',
    table(['hole', 'depth', 'height', 'date'], ['A', null, 90, '2025-01-01'], ['B', 12, null, '2025-01-02']),
  );
  const assays = sampleSource(
    mine,
    'borehole-assays',
    table(['hole', 'from', 'to', 'TFe'], ['A', 40, 42, 31.5], ['A', 20, 40, 12], ['B', 1, 2, 9]),
  );
  const structures = sampleSource(
    mine,
    'borehole-structures',
    table(['hole', 'depth', 'type', 'dip', 'dip direction'], ['A', 33, '断层', 60, 135]),
    { values: { type: { 断层: { zh: '断层', en: 'fault' } } } },
  );
  const model = boreholeLayer('boreholes', sources, mine, () => null);
  const holes = [...model.holes, ...model.unplaced];
  const beside = {
    readings: readWaterLevels([water]),
    assays: readAssays([assays], holes),
    structures: readStructures([structures], holes),
  };
  const logs = holeLogs(model, beside, mine.frame, model.layer.properties);
  return { mine, model, logs };
};

test('a hole is logged from its collar down, what nobody logged included, along its inclined path', () => {
  const { logs } = logsOf();
  const [a] = logs.holes;
  expect(a!.intervals.map(({ from, to, logged }) => [from, to, logged])).toEqual([
    [0, 10, false],
    [10, 60, true],
  ]);
  expect(a!.intervals[1]!.values).toEqual({ rqd: 80 });
  expect(a!.path!.slice(0, 1)).toEqual([0]);
  // 60° down: the bottom lies half the length to the east.
  expect(a!.path!.at(-4)).toBe(60);
  expect(a!.path!.at(-1)! - a!.path![3]!).toBeCloseTo(-60 * Math.sin(Math.PI / 3), 1);
  // A level at elevation 90 is met 10 / sin 60° along the hole.
  expect(a!.water).toEqual([{ depth: 11.547, elevation: 90, date: '2025-01-01' }]);
});

test('a hole without a collar height is no part of the model, keeps its log, and says that its height is unknown', () => {
  const { mine, model, logs } = logsOf();
  expect(model.holes.map(({ key }) => key)).toEqual(['A']);
  const b = logs.holes.find(({ hole }) => hole === 'B')!;
  expect(b).toMatchObject({ height: null, path: null, depth: 40, plan: { easting: E + 50, northing: N } });
  expect(b.intervals.map(({ from, to, feature }) => [from, to, feature])).toEqual([
    [0, 30, null],
    [30, 40, null],
  ]);
  expect(b.water).toEqual([{ depth: 12, elevation: null, date: '2025-01-02' }]);
  expect(mine.findings.map(({ code, row }) => `${code} ${row ?? ''}`)).toEqual(['hole-without-height 3']);
  expect(mine.findings.every(({ severity }) => severity !== 'reject')).toBe(true);
});

test('samples and structures lie beside the log, from the top down, of holes without a height as well', () => {
  const { logs } = logsOf();
  const [a, b] = logs.holes;
  expect(a!.assays).toEqual([
    { from: 20, to: 40, values: { tfe: 12 } },
    { from: 40, to: 42, values: { tfe: 31.5 } },
  ]);
  expect(b!.assays).toHaveLength(1);
  expect(a!.structures).toEqual([
    { depth: 33, kind: { zh: '断层', en: 'fault' }, dip: 60, dipDirection: 135, values: {} },
  ]);
  expect(logs.layer.assayColumns.map(({ id }) => id)).toEqual(['tfe']);
});
