import { expect, it } from 'vitest';
import { differingParts } from './differing-parts.ts';

it('marks what the other side has not, and keeps the text whole', () => {
  const parts = differingParts('甲矿（A 级）；乙矿（B 级）；丙矿', '甲矿（A 级）；乙矿（C 级）；丙矿；丁矿');
  expect(parts.map(({ text }) => text).join('')).toBe('甲矿（A 级）；乙矿（B 级）；丙矿');
  expect(parts.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['乙矿（B 级）；']);
});

it('spaces after English stops stay', () => {
  expect(
    differingParts('a; b; c', 'a; c')
      .map(({ text, differs }) => (differs ? `[${text}]` : text))
      .join(''),
  ).toBe('a;[ b;] c');
});

it('a text of one piece is changed as a whole and is not marked', () => {
  expect(differingParts('治理中', '已验收')).toEqual([{ at: 0, text: '治理中', differs: false }]);
});
