import { expect, test } from 'vitest';
import type { LogsFile } from '../contracts/logs.ts';
import { depthNear, elevationAtDepth, latestWater, pointAtDepth, readLogs } from './borehole-log.ts';

const file = (): LogsFile => ({
  format: 'hyalite-logs/1',
  layers: [
    {
      layer: 'boreholes',
      rocks: [{ key: 'LS', name: { zh: '灰岩', en: 'limestone' }, colour: '#8fb8d8' }],
      intervalColumns: [],
      collarColumns: [],
      structureColumns: [],
      assayColumns: [],
    },
  ],
  holes: [
    {
      layer: 'boreholes',
      hole: 'ZK1',
      title: 'ZK1',
      provenance: 'measured',
      plan: { easting: 500_000, northing: 4_000_000 },
      height: null,
      depth: 30,
      surveyed: false,
      path: null,
      water: [],
      values: {},
      structures: [],
      assays: [],
      intervals: [
        {
          from: 0,
          to: 30,
          rock: 0,
          lithology: '灰岩',
          logged: true,
          feature: null,
          source: 'log',
          values: { recovery: 90 },
        },
      ],
    },
  ],
});

test('a hole without a collar height keeps its log, and its height stays unknown', () => {
  const [log] = readLogs(file());
  expect(log!.height).toBeNull();
  expect(log!.path).toBeNull();
  expect(log!.intervals[0]).toMatchObject({ rock: { zh: '灰岩' }, colour: '#8fb8d8', from: 0, to: 30 });
});

test('what the file does not list is named', () => {
  const broken = file();
  broken.holes[0]!.intervals[0]!.rock = 3;
  expect(() => readLogs(broken)).toThrow('ZK1: its layer has no rock number 3');
});

test('a place between two points of the path is on the straight line between them', () => {
  const path = Float64Array.of(0, 10, 20, 100, 40, 10, 44, 68, 60, 10, 44, 48);
  expect([...pointAtDepth(path, 20)]).toEqual([10, 32, 84]);
  expect([...pointAtDepth(path, 50)]).toEqual([10, 44, 58]);
  expect([...pointAtDepth(path, 99)]).toEqual([10, 44, 48]);
  expect([...pointAtDepth(path, -1)]).toEqual([10, 20, 100]);
});

test('the newest water reading counts, whatever its place in the file', () => {
  const reading = (date: string | null, depth: number) => ({ date, depth, elevation: null });
  const water = [reading('2025-06-01', 8), reading('2024-06-01', 9)] as never;
  expect(latestWater({ water })).toMatchObject({ depth: 8 });
  expect(latestWater({ water: [] })).toBeNull();
});

test('a place beside the hole leads back to the depth it is beside', () => {
  const path = Float64Array.of(0, 10, 20, 100, 40, 10, 44, 68, 60, 10, 44, 48);
  expect(depthNear(path, [13, 48, 58])).toEqual({ depth: 50, distance: 5 });
  const found = depthNear(path, pointAtDepth(path, 17));
  expect(found.depth).toBeCloseTo(17, 9);
  expect(found.distance).toBeCloseTo(0, 9);
  expect(depthNear(path, [10, 44, 0]).depth).toBe(60);
});

test('an elevation is known where the collar is, and nowhere else', () => {
  const path = Float64Array.of(0, 10, 20, 100, 40, 10, 44, 68);
  expect(elevationAtDepth({ height: 180 as never, path }, 20)).toBe(164);
  expect(elevationAtDepth({ height: null, path: null }, 20)).toBeNull();
});
