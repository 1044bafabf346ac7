import { expect, test } from 'vitest';
import { FINDING_TEXTS } from '../../domain/contracts/finding-texts.ts';
import { sourceFiles } from './source-files.ts';

const used = new Set(
  sourceFiles()
    .filter(({ path }) => path.startsWith('tiles-pipeline/') && !path.endsWith('.test.ts'))
    .flatMap(({ text }) => [...text.matchAll(/\bcode:\s*'([a-z0-9-]+)'/g)].map((match) => match[1])),
);

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

test('every finding the pipeline makes has its text', () => {
  expect(used.size).toBeGreaterThan(10);
  // check/ reports problems of our own output to developers, not findings in a survey.
  const problems = new Set(
    sourceFiles()
      .filter(({ path }) => path.startsWith('tiles-pipeline/check/'))
      .flatMap(({ text }) => [...text.matchAll(/\bcode:\s*'([a-z0-9-]+)'/g)].map((match) => match[1])),
  );
  expect([...used].filter((code) => !(code in FINDING_TEXTS) && !problems.has(code))).toEqual([]);
});
