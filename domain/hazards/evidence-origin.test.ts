import { expect, test } from 'vitest';
import { evidenceBroughtBy } from './evidence-origin.ts';

test('evidence is of who wrote it first, not of who writes the hazard after', () => {
  const versions = [
    { account: 'engineer', evidence: [{ id: 'e1' }] },
    { account: 'official', evidence: [{ id: 'e1' }, { id: 'e2' }] },
    { account: 'engineer', evidence: [{ id: 'e1' }, { id: 'e2' }, { id: 'e3' }] },
  ];
  expect([...evidenceBroughtBy('official', versions)]).toEqual(['e2']);
  expect([...evidenceBroughtBy('engineer', versions)]).toEqual(['e1', 'e3']);
  expect(evidenceBroughtBy('other', versions).size).toBe(0);
});
