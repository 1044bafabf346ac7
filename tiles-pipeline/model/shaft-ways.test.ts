import { expect, test } from 'vitest';
import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import { buildNetwork, type NetworkLine } from '../../domain/workings/network.ts';
import { saidOf, sampleMine, sampleSource, sampleTable } from './sample-mine.test-kit.ts';
import { shaftWays } from './shaft-ways.ts';
import type { ShaftAxis } from './shafts.ts';

const TOLERANCE = 0.05;
const at = (x: number, y: number, z: number) => [x, y, z] as unknown as EnuPoint;
const roadway = (id: string, ...line: EnuPoint[]): NetworkLine => ({
  id,
  line,
  type: 'drift',
  width: 4,
  height: 3,
});

/** A shaft of 5 m from the ground at 100 m down to −10 m, about the origin. */
const shaftOf = (state: ShaftAxis['state'] = 'open') => {
  const mine = sampleMine();
  const placed = sampleSource(mine, 'shafts', sampleTable(['id']));
  const shaft: ShaftAxis = {
    ...{ id: 'S1', name: 'Main', top: at(0, 0, 100), bottom: at(0, 0, -10), diameter: 5 },
    ...{ state, placed, row: 2 },
  };
  return { mine, shaft };
};
const networkOf = (shaft: ShaftAxis, ...lines: NetworkLine[]) =>
  buildNetwork([...lines, ...shaftWays([shaft], lines, TOLERANCE)], metres(TOLERANCE));

test('a roadway that stops at the lining and one that ends in the axis both join the shaft', () => {
  const { mine, shaft } = shaftOf();
  const network = networkOf(
    shaft,
    roadway('wall', at(50, 0, 40), at(2.5, 0, 40)),
    roadway('axis', at(0, 60, 0), at(0.01, 0, 0)),
  );
  expect(network.components).toHaveLength(1);
  expect(network.edges.map(({ id, kind, length }) => [id, kind, Number(length.toFixed(1))])).toEqual([
    ['wall/1', undefined, 47.5],
    ['axis/1', undefined, 60],
    ['S1/1', 'shaft', 60],
    ['S1/2', 'shaft', 40],
    ['S1/3', 'shaft', 10],
    ['S1/4', 'shaft', 2.5],
  ]);
  expect(saidOf(mine)).toEqual([]);
});

test('a roadway that runs on through the shaft joins it too', () => {
  const { shaft } = shaftOf();
  const network = networkOf(shaft, roadway('through', at(-50, 1, 40), at(50, 1, 40)));
  expect(network.components).toHaveLength(1);
  expect(
    network.nodes.filter(({ degree }) => degree > 1).map((node) => Number(node.at[2].toFixed(9))),
  ).toEqual([40, 40]);
});

test('one that stops short of the lining is not taken to open into it, and that is said', () => {
  const { mine, shaft } = shaftOf();
  const network = networkOf(shaft, roadway('short', at(50, 0, 40), at(2.7, 0, 40)));
  expect(network.edges.map(({ id }) => id)).toEqual(['short/1']);
  expect(saidOf(mine)).toEqual(['warning shaft-meets-no-roadway']);
});

test.each([
  ['closed', []],
  ['unknown', ['warning shaft-not-a-way']],
  ['doubtful', ['warning shaft-not-a-way']],
] as const)('a shaft that is %s is no way out', (state, said) => {
  const { mine, shaft } = shaftOf(state);
  expect(shaftWays([shaft], [roadway('R', at(50, 0, 40), at(0, 0, 40))], TOLERANCE)).toEqual([]);
  expect(saidOf(mine)).toEqual(said);
});
