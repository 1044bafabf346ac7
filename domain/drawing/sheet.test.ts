import { expect, test } from 'vitest';
import { boxHeight, boxWidth, makeSheet, SHEET_SIZES } from './sheet.ts';

test('A sizes halve: the short side of one is the long side of the next', () => {
  const sheets = SHEET_SIZES.map((size) => makeSheet(size, 'landscape'));
  for (let i = 1; i < sheets.length; i++) expect(sheets[i]!.width).toBe(sheets[i - 1]!.height);
});

test.each(SHEET_SIZES)('the frame of %s lies inside the paper, widest margin at the binding edge', (size) => {
  for (const orientation of ['landscape', 'portrait'] as const) {
    const { width, height, frame } = makeSheet(size, orientation);
    expect(frame.left).toBe(25);
    expect(width - frame.right).toBeGreaterThanOrEqual(5);
    expect(height - frame.top).toBe(frame.bottom);
    expect(boxWidth(frame)).toBeGreaterThan(boxHeight(frame) * 0.5);
  }
});
