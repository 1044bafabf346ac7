import { expect, it } from 'vitest';
import { levelLines } from './level-lines.ts';

const grid = (rows: readonly (readonly number[])[]) => ({
  width: rows[0]!.length,
  height: rows.length,
  heights: Float64Array.from(rows.flat()),
});

it('closes a line around a hill', () => {
  const [line, ...others] = levelLines(
    grid([
      [0, 0, 0],
      [0, 10, 0],
      [0, 0, 0],
    ]),
    5,
  );
  expect(others).toEqual([]);
  expect(line![0]).toEqual(line!.at(-1));
  expect(new Set(line!.map(String))).toEqual(new Set(['1.5,1', '1,0.5', '0.5,1', '1,1.5']));
});

it('runs from border to border down a slope, where the height is what it says', () => {
  const lines = levelLines(
    grid([
      [0, 0, 0],
      [10, 10, 10],
    ]),
    2.5,
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]!.map(([, row]) => row)).toEqual([0.25, 0.25, 0.25]);
});

it('tells the two lines of a saddle apart and leaves out unknown ground', () => {
  expect(
    levelLines(
      grid([
        [10, 0],
        [0, 10],
      ]),
      4,
    ),
  ).toHaveLength(2);
  expect(
    levelLines(
      grid([
        [10, 0],
        [0, Number.NaN],
      ]),
      4,
    ),
  ).toEqual([]);
});

it('loses no crossing: every edge the level crosses is on one line', () => {
  const rows = Array.from({ length: 14 }, (_, j) =>
    Array.from({ length: 17 }, (__, i) => Math.sin(i * 1.3) * Math.cos(j * 0.9) + 0.1 * Math.sin(i * j)),
  );
  const { width, height, heights } = grid(rows);
  const points = levelLines({ width, height, heights }, 0.05).flatMap((line) => {
    const isRing = String(line[0]) === String(line.at(-1));
    return isRing ? line.slice(1) : line;
  });
  let crossings = 0;
  for (let j = 0; j < height; j++)
    for (let i = 0; i < width; i++)
      for (const other of [i + 1 < width ? j * width + i + 1 : -1, j + 1 < height ? (j + 1) * width + i : -1])
        if (other >= 0 && heights[other]! >= 0.05 !== heights[j * width + i]! >= 0.05) crossings++;
  expect(points).toHaveLength(crossings);
});
