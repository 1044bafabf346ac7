import { expect, test } from 'vitest';
import { metres } from '../units/quantities.ts';
import { coverageTable } from './coverage-table.ts';
import { standpoint } from './line-of-sight.ts';
import { mineSurroundings } from './mine-surroundings.ts';

const grid = { east: metres(-100), north: metres(-100), cell: metres(10), columns: 21, rows: 21 };
/** A hill of 40 m in the middle of a plain. */
const up = Float64Array.from({ length: 441 }, (_, k) => {
  const [e, n] = [(k % 21) * 10 - 100, Math.floor(k / 21) * 10 - 100];
  return Math.max(0, 40 - Math.hypot(e, n));
});

test('where neither roadways nor ground are known, nothing is', () => {
  expect(mineSurroundings(null, null)).toBeNull();
});

test('without roadways a camera over the ground sees what is before the hill and not what is behind it', () => {
  const surroundings = mineSurroundings(null, { grid, up })!;
  const camera = {
    id: 'C',
    kind: 'camera',
    name: { zh: '摄像机', en: 'camera' },
    enu: [-90, 0, 8] as [number, number, number],
    azimuth: 90,
    tilt: 0,
    hfov: 60,
    vfov: 60,
    range: 300,
  };
  const place = (id: string, e: number) => ({
    id,
    name: { zh: id, en: id },
    enu: [e, 0, 0] as [number, number, number],
    radius: 5,
  });
  const table = coverageTable(surroundings, {
    devices: [camera],
    keyPlaces: [],
    workPlaces: [place('before', -60), place('behind', 70)],
  } as unknown as Parameters<typeof coverageTable>[1]);
  expect(table.cameras[0]!.stands).toBe('surface');
  expect(table.workPlaces).toEqual([
    { id: 'before', cameras: ['C'] },
    { id: 'behind', cameras: [] },
  ]);
  expect(standpoint(surroundings, [0, 0, 10]).in).toBe('unknown');
});
