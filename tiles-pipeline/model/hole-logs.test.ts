import { expect, test } from 'vitest';
import { boreholeLayer } from './boreholes.ts';
import { readWaterLevels } from './groundwater-levels.ts';
import { holeLogs } from './hole-logs.ts';
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
  const model = boreholeLayer('boreholes', sources, mine, () => null);
  const logs = holeLogs(model, readWaterLevels([water]), mine.frame, model.layer.properties);
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
