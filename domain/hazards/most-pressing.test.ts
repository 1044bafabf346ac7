import { expect, test } from 'vitest';
import type { Hazard } from '../contracts/hazard.ts';
import { standingOf } from './hazard-standing.ts';
import { mostPressing } from './most-pressing.ts';
import { acceptedHazard, sampleEvidence, treatedHazard } from './sample-hazard.test-kit.ts';

const pressing = (hazard: Hazard, day = '2026-06-01') => mostPressing(hazard, standingOf(hazard, day));

test('the worst of a hazard is told first', () => {
  const proven = treatedHazard({ evidence: treatedHazard().evidence.slice(0, 2) });
  expect(pressing(proven)).toBe('in-hand');
  expect(pressing(proven, '2026-07-01')).toBe('overdue');
  expect(pressing({ ...proven, evidence: proven.evidence.slice(0, 1) })).toBe('uncorroborated');
  expect(pressing({ ...proven, fiveFixed: { ...proven.fiveFixed, funding: null } })).toBe(
    'five-fixed-missing',
  );
  const contradicted = [...proven.evidence, sampleEvidence('no', { method: 'survey', says: 'absent' })];
  expect(pressing({ ...proven, evidence: contradicted })).toBe('contradicted');
  const closed = acceptedHazard({ state: 'closed' });
  expect(pressing(closed, '2030-01-01')).toBe('closed');
  const again = sampleEvidence('e9', { method: 'drilling', on: '2026-10-01' });
  expect(pressing({ ...closed, evidence: [...closed.evidence, again] })).toBe('contradicted');
});
