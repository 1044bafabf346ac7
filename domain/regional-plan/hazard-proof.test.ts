import { expect, test } from 'vitest';
import { proofOf } from './hazard-proof.ts';
import { evidence, smallHazard } from './small-plan.test-kit.ts';

const treatment = { target: null, begun: '2026-04-01', accepted: null };
const [before, since] = ['2026-03-01', '2026-05-01'];
const proof = (first: 'present' | 'absent', then: 'present' | 'absent') =>
  proofOf(
    smallHazard('a', 'H', {
      treatment,
      evidence: [
        evidence('e1', 'geophysics', { says: first, on: before }),
        evidence('e2', 'drilling', { says: then, on: since }),
      ],
    }),
  );

test('there before and gone after is treated; gone before and there after contradicts itself', () => {
  expect(proof('present', 'absent')).toBe('treated');
  expect(proof('absent', 'present')).toBe('contradicted');
  expect(proof('present', 'present')).toBe('proven');
  expect(proof('absent', 'absent')).toBe('refuted');
});
