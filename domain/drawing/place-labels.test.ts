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
  const boxes = placeLabels(wanted).map((placed, i) => boxOf(wanted[i]!, placed!.lines));
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top).toBe(false);
});

test('where nothing is free the least important names are left out, and none covers another', () => {
  const wanted = Array.from({ length: 200 }, (_, i) => ({ ...label(0, 0), weight: i }));
  const placed = placeLabels(wanted);
  const kept = placed.flatMap((one, i) => (one ? [i] : []));
  expect(kept.length).toBeLessThan(200);
  // The heaviest stands at its point; the first of the list is the first to go.
  expect(placed.at(-1)!.leads).toBe(false);
  expect(placed[0]).toBeNull();
  const boxes = kept.map((i) => boxOf(wanted[i]!, placed[i]!.lines));
  for (const [i, a] of boxes.entries())
    for (const b of boxes.slice(i + 1))
      expect(a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top).toBe(false);
});

test('one that must never be left out is written all the same', () => {
  const wanted = Array.from({ length: 200 }, () => ({ ...label(0, 0), always: true }));
  expect(placeLabels(wanted).every((one) => one !== null)).toBe(true);
});
