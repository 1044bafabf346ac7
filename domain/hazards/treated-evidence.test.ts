import { expect, test } from 'vitest';
import { sampleEvidence, treatedHazard } from './sample-hazard.test-kit.ts';
import { evidenceByTreatment, foundValidation, isGoneByTreatment, isSettled } from './treated-evidence.ts';

const PRESENT = sampleEvidence('e1');
const GONE = sampleEvidence('e2', { method: 'survey', on: '2026-06-01', says: 'absent' });
const of = (...evidence: (typeof PRESENT)[]) => treatedHazard({ evidence });

test('evidence is told apart by the day the treatment began, and what was replaced is in neither half', () => {
  const again = sampleEvidence('e3', { on: '2026-07-01', replaces: 'e1' });
  const { before, since } = evidenceByTreatment(of(PRESENT, GONE, again));
  expect(before).toEqual([]);
  expect(since.map(({ id }) => id)).toEqual(['e2', 'e3']);
  const untreated = treatedHazard({
    evidence: [PRESENT, GONE],
    treatment: { target: null, begun: null, accepted: null },
    state: 'verifying',
  });
  expect(evidenceByTreatment(untreated).since).toEqual([]);
});

test('there before and gone after is settled; the other way round, or both after, contradicts itself', () => {
  expect(isSettled(of(PRESENT, GONE))).toBe(true);
  expect(foundValidation(of(PRESENT, GONE)).status).toBe('inferred');
  const turned = of({ ...PRESENT, says: 'absent' }, { ...GONE, says: 'present' });
  expect(isSettled(turned)).toBe(false);
  expect(foundValidation(turned).status).toBe('contradicted');
  const still = of(PRESENT, GONE, { ...GONE, id: 'e3', method: 'drilling', says: 'present' });
  expect(foundValidation(still).status).toBe('contradicted');
});

test('what is gone since the treatment says nothing of whether it was there; what is still there does', () => {
  const paper = { ...PRESENT, method: 'document' as const };
  const gone = of(paper, GONE, { ...GONE, id: 'e3', method: 'drilling' });
  expect(foundValidation(gone).status).toBe('unverified');
  const there = of(PRESENT, { ...GONE, says: 'present' });
  expect(foundValidation(there).status).toBe('proven');
});

test('gone by treatment: it was there, and a witness says that it is gone', () => {
  expect(isGoneByTreatment(of(PRESENT, GONE))).toBe(true);
  expect(isGoneByTreatment(of({ ...PRESENT, method: 'document' }, GONE))).toBe(false);
  expect(isGoneByTreatment(of(PRESENT, { ...GONE, place: null }))).toBe(false);
});
