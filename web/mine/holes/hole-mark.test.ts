import { expect, test } from 'vitest';
import { holeMark } from './hole-mark.ts';

test('a mark lies about its place, every line of it, and has a colour a vertex', () => {
  const { positions, indices, colours } = holeMark([10, 20, -30], 5);
  const vertices = positions.length / 3;
  expect(colours).toHaveLength(vertices * 4);
  expect(Math.max(...indices)).toBe(vertices - 1);
  for (let i = 0; i < vertices; i++)
    expect(
      Math.hypot(positions[i * 3]! - 10, positions[i * 3 + 1]! - 20, positions[i * 3 + 2]! + 30),
    ).toBeLessThan(10.01);
});
