import { expect, test } from 'vitest';
import type { EscapeReport } from '../../../../domain/contracts/escape.ts';
import type { RoadwayNetwork } from '../../../../domain/contracts/network.ts';
import { singleRoadways } from './single-roadways.ts';

const edge = (
  id: string,
  roadway: string,
  length: number,
  name?: string,
): RoadwayNetwork['edges'][number] => ({
  id,
  roadway,
  from: 0,
  to: 1,
  line: [
    [0, 0, 0],
    [length, 0, 0],
  ],
  length,
  ...(name === undefined ? {} : { name }),
  type: 't',
  width: 3,
  height: 3,
});

test('pieces of a roadway are one row, without any way first, then the longest', () => {
  const network = {
    edges: [edge('a1', 'A', 10), edge('a2', 'A', 5), edge('b', 'B', 40, 'drift B'), edge('c', 'C', 2)],
  };
  const single = [
    { edge: 'a1', ways: 1, cutNodes: [], bridges: ['a2', 'b'] },
    { edge: 'a2', ways: 1, cutNodes: [], bridges: ['b'] },
    { edge: 'b', ways: 1, cutNodes: [], bridges: [] },
    { edge: 'c', ways: 0, cutNodes: [], bridges: [] },
  ];
  const rows = singleRoadways(
    { singleEdges: single } as unknown as EscapeReport,
    network as unknown as RoadwayNetwork,
  );
  expect(rows.map(({ roadway, name, length, ways, cut }) => [roadway, name, length, ways, cut])).toEqual([
    ['C', 'C', 2, 0, null],
    ['B', 'drift B', 40, 1, null],
    ['A', 'A', 15, 1, 'drift B'],
  ]);
});
