import { expect, test } from 'vitest';
import type { Hazard } from '../contracts/hazard.ts';
import { unlikeParts, withFreeEvidence, withMyParts } from './hazard-conflict.ts';
import { sampleEvidence, sampleHazard } from './sample-hazard.test-kit.ts';

const base = sampleHazard({ evidence: [sampleEvidence('e1')] });
const own = sampleEvidence('e2', { finding: '我的' });
const mine: Hazard = {
  ...{ ...base, title: '我的名', evidence: [...base.evidence, own] },
  fiveFixed: { ...base.fiveFixed, deadline: '2026-12-31' },
};
const theirs: Hazard = {
  ...{ ...base, title: '别人的名', category: 'karst' },
  evidence: [...base.evidence, sampleEvidence('e2', { finding: '别人的' })],
};
const said = (of: Hazard) => unlikeParts(base, of, theirs).map(({ key, by }) => `${key} ${by}`);

test('what is unlike was changed by me, by them, or by both', () => {
  expect(said(mine)).toEqual(['title both', 'category them', 'deadline me', 'evidence e2 both']);
  expect(said(theirs)).toEqual([]);
});

test('two new pieces under one number stay two', () => {
  const renamed = withFreeEvidence(base, mine, theirs, (taken) => `e${taken.size + 1}`);
  expect(renamed.evidence.map(({ id }) => id)).toEqual(['e1', 'e3']);
  expect(said(renamed)).toEqual([
    ...['title both', 'category them', 'deadline me', 'evidence e3 me', 'evidence e2 them'],
  ]);
  const made = withMyParts(theirs, renamed, new Set(['title', 'evidence e3']));
  expect(made.evidence.map(({ finding }) => finding)).toEqual([base.evidence[0]!.finding, '别人的', '我的']);
  // What both wrote alike is one piece.
  expect(withFreeEvidence(base, theirs, theirs, () => 'x')).toEqual(theirs);
});

test('what I take of mine stands on what they wrote, and the rest stays theirs', () => {
  const made = withMyParts(theirs, mine, new Set(['deadline']));
  expect(made).toEqual({ ...theirs, fiveFixed: { ...theirs.fiveFixed, deadline: '2026-12-31' } });
  const keys = new Set(unlikeParts(base, mine, theirs).map(({ key }) => key));
  expect(withMyParts(theirs, mine, keys)).toEqual(mine);
});
