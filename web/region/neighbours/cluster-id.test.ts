import { expect, test } from 'vitest';
import { clusterId } from './cluster-id.ts';

test('a certain area inside a doubtful one that begins with the same mine has an id of its own', () => {
  const clusters = [
    { mines: ['a', 'b', 'c'], certain: false, findings: [] },
    { mines: ['a', 'b'], certain: true, findings: [] },
    { mines: ['d', 'e'], certain: true, findings: [] },
  ];
  expect(clusters.map((cluster) => clusterId(cluster, clusters))).toEqual(['a', 'a/2', 'd']);
});
