import { expect, test } from 'vitest';
import { patternOfNames, patternTile, ROCK_PATTERNS } from './rock-patterns.ts';

test.each(ROCK_PATTERNS)('%s: marks lie in the tile, so that tiles join without a seam', (pattern) => {
  const { width, height, marks } = patternTile(pattern);
  expect(marks.length).toBeGreaterThan(0);
  for (const mark of marks) {
    const points = 'dot' in mark ? [mark.dot] : mark.line;
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  }
});

test('lines that leave a tile on the right come in on its left', () => {
  for (const pattern of ROCK_PATTERNS) {
    const { width, marks } = patternTile(pattern);
    const ends = marks.flatMap((mark) =>
      'dot' in mark || mark.closed ? [] : [mark.line[0]!, mark.line.at(-1)!],
    );
    const heights = (x: number) =>
      ends.filter((end) => end[0] === x).map((end) => end[1] % patternTile(pattern).height);
    expect(new Set(heights(width)), pattern).toEqual(new Set(heights(0)));
  }
});

test.each([
  ['灰岩', 'limestone'],
  ['灰质白云岩', 'dolomite'],
  ['强风化带', 'weathered'],
  ['第四系砂砾石含水层', 'gravel'],
  ['第四系粉质黏土', 'clay'],
  ['磁铁矿', 'ore'],
  ['断层破碎带', 'breccia'],
  ['片岩', 'schist'],
  ['Granodiorite', 'granite'],
  ['人工填土', 'made-ground'],
  ['粉砂质泥岩', 'mudstone'],
  ['泥质砂岩', 'sandstone'],
  ['15-5下煤', 'coal'],
])('%s is drawn as %s', (name, pattern) => expect(patternOfNames(name)).toBe(pattern));

test('a rock whose name says nothing has no pattern rather than a wrong one', () =>
  expect(patternOfNames('X7', '')).toBeNull());
