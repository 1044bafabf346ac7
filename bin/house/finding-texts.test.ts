import { expect, test } from 'vitest';
import { FINDING_TEXTS } from '../../domain/contracts/finding-texts.ts';
import { sourceFiles } from './source-files.ts';

test('the texts say something in both languages, with the same blanks to fill', () => {
  const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  for (const [code, { what, mend }] of Object.entries(FINDING_TEXTS)) {
    for (const text of [what, mend]) expect(new Set(blanks(text.zh)), code).toEqual(new Set(blanks(text.en)));
    expect(what.zh, code).toMatch(/[\u4e00-\u9fff]/);
  }
});

test('no text is left over from a finding that is no longer made', () => {
  const text = sourceFiles()
    .filter(({ path }) => path.startsWith('tiles-pipeline/'))
    .map((file) => file.text)
    .join('\n');
  expect(Object.keys(FINDING_TEXTS).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});
