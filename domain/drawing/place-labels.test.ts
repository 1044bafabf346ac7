import { expect, test } from 'vitest';
import { placeLabels, type WantedLabel } from './place-labels.ts';
import { textWidth } from './text-width.ts';

const label = (x: number, y: number): WantedLabel => ({
  at: [x, y],
  lines: ['ZK0101', '140.8 / 148.5'],
  size: 2,
});
const boxOf = (wanted: WantedLabel, lines: readonly (readonly [number, number])[]) => ({
  left: lines[0]![0],
  right: lines[0]![0] + Math.max(...wanted.lines.map((text) => textWidth(text, 2))),
  bottom: lines.at(-1)![1],
  top: lines[0]![1] + 2,
});

test('a label with room stands to the right of its point, its lines under one another', () => {
  const [placed] = placeLabels([label(10, 10)]);
  expect(placed!.leads).toBe(false);
  expect(placed!.lines[0]![0]).toBeGreaterThan(10);
  expect(placed!.lines[0]![1]).toBeGreaterThan(placed!.lines[1]![1]);
});

test('a row of points as near as their letters are high has labels that do not overlap', () => {
  const wanted = Array.from({ length: 8 }, (_, i) => label(i * 6, (i % 2) * 3));
  const boxes = placeLabels(wanted).map(({ lines }, i) => boxOf(wanted[i]!, lines));
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top).toBe(false);
});

test('where nothing is free a name is written all the same', () =>
  expect(placeLabels(Array.from({ length: 200 }, () => label(0, 0)))).toHaveLength(200));
