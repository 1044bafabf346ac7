import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FINDING_TEXTS } from '../../domain/contracts/finding-texts.ts';

it('has a text for every finding a reader can make', () => {
  const folder = fileURLToPath(new URL('./', import.meta.url));
  const codes = new Set<string>();
  for (const name of readdirSync(folder).filter((each) => /(?<!\.test)(?<!\.test-kit)\.ts$/u.test(each))) {
    const text = readFileSync(folder + name, 'utf8');
    const pattern =
      /(?:fileError|fault|reject|rejected)\(\s*'([a-z-]+)'|findingAt\(\s*'\w+',\s*'([a-z-]+)'|'((?:geometry|manifest)-[a-z-]+)'/gu;
    for (const [, thrown, found, chosen] of text.matchAll(pattern))
      codes.add(thrown ?? found ?? chosen ?? '');
  }
  expect(codes.size).toBeGreaterThan(50);
  expect([...codes].filter((code) => !(code in FINDING_TEXTS))).toEqual([]);
});
