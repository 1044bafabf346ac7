import { expect, test } from 'vitest';
import type { MajorEntry, MajorHazard } from '../contracts/major-hazard.ts';
import { majorDifference, unlikeFields, withMine } from './major-fields.ts';
import { sampleMajor, sampleSurvey } from './sample-major.test-kit.ts';

const entry = (more: Partial<MajorHazard> = {}): MajorEntry => ({
  kind: 'hazard',
  hazard: sampleMajor(more),
});
const { fiveFixed } = sampleMajor();
const base = entry();
const mine = entry({ title: '我的', fiveFixed: { ...fiveFixed, deadline: '2026-12-31' } });
const theirs = entry({
  ...{ title: '别人的', state: 'rectifying', hazards: ['H1'] },
  fiveFixed: { ...fiveFixed, measure: '另一个措施' },
});

test('two versions differ field by field, the five one by one', () => {
  expect(majorDifference(base, theirs)).toEqual(['title', 'hazards', 'measure', 'state']);
  expect(majorDifference(base, base)).toEqual([]);
  const survey = (more: object) => ({ kind: 'survey', survey: sampleSurvey(more) }) as const;
  expect(majorDifference(survey({}), survey({ found: ['M1'] }))).toEqual(['found']);
});

test('what is unlike was changed by me, by them, or by both', () => {
  const said = unlikeFields(base, mine, theirs).map(({ field, by }) => `${field} ${by}`);
  expect(said).toEqual(['title both', 'hazards them', 'measure them', 'deadline me', 'state them']);
  expect(unlikeFields(base, theirs, theirs)).toEqual([]);
  expect(unlikeFields(null, mine, theirs).every(({ by }) => by === 'both')).toBe(true);
});

test('what I take of mine stands on what they wrote, and the rest stays theirs', () => {
  const merged = withMine(theirs, mine, new Set(['title', 'deadline']));
  expect(majorDifference(theirs, merged)).toEqual(['title', 'deadline']);
  expect(withMine(theirs, mine, new Set())).toEqual(theirs);
  const all = new Set(unlikeFields(base, mine, theirs).map(({ field }) => field));
  expect(withMine(theirs, mine, all)).toEqual(mine);
  const report = 'a'.repeat(64);
  const [a, b] = [sampleSurvey(), sampleSurvey({ report, by: '钱工' })];
  expect(withMine({ kind: 'survey', survey: a }, { kind: 'survey', survey: b }, new Set(['report']))).toEqual(
    {
      kind: 'survey',
      survey: { ...a, report },
    },
  );
});
