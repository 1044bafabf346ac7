import { expect, test } from 'vitest';
import { sampleEvidence } from './sample-hazard.test-kit.ts';
import { hasLooked, isWitness } from './witness.ts';

test('a witness looked, could tell, and says where or in which file', () => {
  expect(isWitness(sampleEvidence('e1'))).toBe(true);
  expect(isWitness(sampleEvidence('e1', { says: 'unclear' }))).toBe(false);
  expect(isWitness(sampleEvidence('e1', { place: null }))).toBe(false);
  expect(isWitness(sampleEvidence('e1', { place: null, file: 'a'.repeat(64) }))).toBe(true);
  expect(isWitness(sampleEvidence('e1', { method: 'document' }))).toBe(false);
  expect(hasLooked({ method: 'document' })).toBe(false);
});
