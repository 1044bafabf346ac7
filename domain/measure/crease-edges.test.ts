import { expect, test } from 'vitest';
import { box } from '../geometry/sample-solids.test-kit.ts';
import { creaseEdges } from './crease-edges.ts';

const count = (bits: Uint8Array): number =>
  bits.reduce((sum, byte) => sum + (byte & 1) + ((byte >> 1) & 1) + ((byte >> 2) & 1), 0);

test('a box has its twelve edges, from both sides, and no diagonals', () => {
  expect(count(creaseEdges(box([0, 0, 0], [10, 20, 30])))).toBe(24);
});

test('of an open sheet only the border is an edge', () => {
  const sheet = {
    positions: Float64Array.of(0, 0, 0, 10, 0, 0, 10, 10, 0, 0, 10, 0),
    indices: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
  expect([...creaseEdges(sheet)]).toEqual([0b011, 0b110]);
});
