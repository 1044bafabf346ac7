import { expect, test } from 'vitest';
import { z } from 'zod';
import { contractIssues } from './contract-issues.ts';

const schema = z.strictObject({ day: z.iso.date(), parts: z.array(z.strictObject({ metres: z.number() })) });

test('every place that does not fit is told in both languages, with its path', () => {
  const issues = contractIssues(schema, { day: 'soon', parts: [{ metres: 1 }, { metres: 'far' }] });
  expect(issues.map(({ path }) => path)).toEqual([['day'], ['parts', 1, 'metres']]);
  for (const { message } of issues) {
    expect(message.zh).toMatch(/\p{Script=Han}/u);
    expect(message.en).not.toMatch(/\p{Script=Han}/u);
  }
});

test('what fits has no issues', () => {
  expect(contractIssues(schema, { day: '2026-11-30', parts: [] })).toEqual([]);
});
