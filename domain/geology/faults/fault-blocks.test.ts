import { expect, test } from 'vitest';
import { metres } from '../../units/quantities.ts';
import { planeFault } from '../small-model.test-kit.ts';
import { createBlockIndex } from './fault-blocks.ts';

const sheetAt = (east: number) => ({
  positions: Float64Array.of(east, 0, 0, east, 100, 0, east, 0, -50),
  indices: Uint32Array.of(0, 1, 2),
});

test('without faults all ground is one block that has not moved', () => {
  const index = createBlockIndex([]);
  expect(index.blockOf([5, 6, 7])).toBe(0);
  expect(index.blocks).toEqual([{ sides: new Int8Array(0), moved: [0, 0, 0], family: 0 }]);
});

test('the hanging wall has moved by the throw, and both walls are of one family', () => {
  const index = createBlockIndex([planeFault(400)]);
  expect(index.blockOf([0, 300, 0])).toBe(0);
  expect(index.blockOf([800, 300, 0])).toBe(1);
  expect(index.blockOf([900, 310, -20])).toBe(1);
  const [foot, hanging] = index.blocks;
  expect([...foot!.sides, ...hanging!.sides]).toEqual([-1, 1]);
  expect(foot!.moved).toEqual([0, 0, 0]);
  expect(hanging!.moved[0]).toBeCloseTo(40 / Math.tan(Math.PI / 3), 9);
  expect(hanging!.moved[2]).toBeCloseTo(-40, 9);
  expect(hanging!.family).toBe(foot!.family);
});

test('over a fault of unknown throw contacts of one wall say nothing of the other', () => {
  const index = createBlockIndex([planeFault(400, { throw: null })]);
  const [foot, hanging] = [index.blockOf([0, 300, 0]), index.blockOf([800, 300, 0])];
  expect(index.blocks[foot]!.family).not.toBe(index.blocks[hanging]!.family);
});

test('a fault is not there beyond the one it ends at', () => {
  const main = planeFault(400, { id: 'main', sheet: sheetAt(400) });
  // Lies in the west, the footwall of the main fault.
  const branch = planeFault(200, { id: 'branch', endsAt: 0, sheet: sheetAt(100), throw: metres(10) });
  const index = createBlockIndex([main, branch]);
  const sides = ([100, 300, 800] as const).map((east) => [
    ...index.blocks[index.blockOf([east, 300, 0])]!.sides,
  ]);
  expect(sides).toEqual([
    [-1, -1],
    [-1, 1],
    [1, 0],
  ]);
});

test('faults that end at each other are refused', () => {
  const [a, b] = [planeFault(100, { endsAt: 1 }), planeFault(200, { endsAt: 0 })];
  expect(() => createBlockIndex([a, b])).toThrow(RangeError);
});
