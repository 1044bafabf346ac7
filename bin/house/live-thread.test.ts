import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles, staticImportsOf } from './source-files.ts';

/**
 * Live pictures and alarms go out from the thread in which the gateway answers: whatever composes, draws or compares plans, or writes
 * files of plans and ledgers, takes seconds and is not to run in it. What that thread can import it can run, so it can import none
 * of it, at its start or later; threads of their own are started by `new URL(…)`, which is no import.
 */
const STARTS = ['bin/verbs/serve.ts', 'gateway/county-side.ts'];
const SLOW = [
  'domain/regional-plan/compose-plan.ts',
  'domain/regional-plan/compare-plans.ts',
  'domain/regional-plan/plan-document.ts',
  'domain/regional-plan/figures/plan-figures.ts',
  'gateway/regional-plan/files/write-pdf.ts',
  'gateway/regional-plan/files/write-docx.ts',
  'gateway/ledger/exchange/ledger-geopackage.ts',
  'gateway/ledger/exchange/ledger-workbook.ts',
];
const THREADS = [
  'gateway/regional-plan/drafting/drafting-thread.ts',
  'gateway/regional-plan/files/writing-thread.ts',
  'gateway/ledger/exchange/file-thread.ts',
];

const texts = new Map(sourceFiles().map(({ path, text }) => [path, text]));

/** Files that a file can load: with it, or by `import(…)` later. Types are nothing that runs. */
const loadable = (text: string): string[] => [
  ...staticImportsOf(text),
  ...[...text.matchAll(/\bimport\('([^']+)'\)/g)].map((match) => match[1]!),
];
const reachedFrom = (starts: readonly string[]): Set<string> => {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const specifier of loadable(texts.get(path)!))
      if (specifier.startsWith('.'))
        waiting.push(normalize(join(dirname(path), specifier)).replaceAll('\\', '/'));
  }
  return reached;
};

test('what makes plans and files is out of reach of the thread that live pictures go out from', () => {
  const reached = reachedFrom(STARTS);
  expect(reached).toContain('gateway/regional-plan/drafting/plan-desks.ts');
  expect(reached).toContain('gateway/ledger/exchange/file-desk.ts');
  expect([...SLOW, ...THREADS].filter((path) => reached.has(path))).toEqual([]);
});

test('and in reach of the threads that do it', () => {
  const reached = reachedFrom(THREADS);
  expect(SLOW.filter((path) => !reached.has(path))).toEqual([]);
});
