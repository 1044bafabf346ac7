import { expect, test } from 'vitest';
import type { Hazard } from '../contracts/hazard.ts';
import { treatedHazard } from './sample-hazard.test-kit.ts';
import { talkedDown } from './talked-down.ts';

const HAZARD = treatedHazard();
const aims = (value: number): Hazard => ({
  ...HAZARD,
  treatment: { ...HAZARD.treatment, target: { ...HAZARD.treatment.target!, value } },
});
const of = (...hazards: readonly Hazard[]) =>
  talkedDown(hazards.map((hazard, i) => ({ number: i + 1, hazard }))).map(
    ({ field, number }) => `${field} ${number}`,
  );

test('what was lowered and still stands lower is told with the version that did it; what was put back is not', () => {
  expect(of(HAZARD)).toEqual([]);
  expect(of(aims(95), aims(98))).toEqual([]);
  expect(of(aims(95), aims(90), aims(92))).toEqual(['target 2']);
  expect(of(aims(95), aims(90), aims(95))).toEqual([]);
  expect(of(aims(95), { ...aims(5), category: 'fault' })).toEqual(['category 2', 'target 2']);
  expect(of({ ...HAZARD, category: 'fault' }, HAZARD)).toEqual([]);
});
