import { expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';

/** A Han sign is 2 wide, others 1. */
const measure = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);

it('breaks between Han signs and between words, and keeps every sign', () => {
  const text = '治理措施：充填 grouting of the goaf 完成';
  const lines = breakLines(text, 12, measure);
  expect(lines.every((line) => measure(line) <= 12)).toBe(true);
  expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  expect(lines.some((line) => /\bgrou$/.test(line))).toBe(false);
});

it('begins no line with a stop and ends none with an opening bracket', () => {
  for (let width = 6; width < 20; width++)
    for (const line of breakLines('采空区（积水），断层；含水层（富水）。', width, measure).slice(1))
      expect(line).not.toMatch(/^[，。；）]/);
  expect(breakLines('甲乙（丙丁', 6, measure)).toEqual(['甲乙', '（丙丁']);
});

it('cuts a word that is wider than the line, and keeps empty lines', () => {
  expect(breakLines('abcdefgh', 3, measure)).toEqual(['abc', 'def', 'gh']);
  expect(breakLines('甲\n\n乙', 10, measure)).toEqual(['甲', '', '乙']);
});
