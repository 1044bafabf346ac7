import { expect, test } from 'vitest';
import { majorEntrySchema } from '../contracts/major-hazard.ts';
import { entryAsNow } from './entry-as-now.ts';
import { sampleCloseOut, sampleMajor, sampleSurvey } from './sample-major.test-kit.ts';

test('what was written when one hidden hazard could be named is read as it is written now', () => {
  const { hazards: _, ...rest } = sampleMajor();
  const older = (hazard: string | null) => entryAsNow({ kind: 'hazard', hazard: { ...rest, hazard } });
  expect(majorEntrySchema.parse(older('H1'))).toEqual({
    kind: 'hazard',
    hazard: sampleMajor({ hazards: ['H1'] }),
  });
  expect(older(null)).toEqual({ kind: 'hazard', hazard: sampleMajor() });
});

test('what was closed before a report was asked for reads as closed without one', () => {
  const { report: _, accepted: __, ...closeOut } = sampleCloseOut();
  const stored = { kind: 'hazard', hazard: { ...sampleMajor({ state: 'closed' }), closeOut } };
  expect(majorEntrySchema.parse(entryAsNow(stored))).toEqual({
    kind: 'hazard',
    hazard: sampleMajor({ state: 'closed', closeOut: sampleCloseOut({ report: null }) }),
  });
});

test('what is written now stays as it is', () => {
  for (const entry of [
    { kind: 'hazard', hazard: sampleMajor({ hazards: ['H1', 'H2'] }) },
    { kind: 'survey', survey: sampleSurvey() },
  ] as const)
    expect(entryAsNow(entry)).toBe(entry);
});
