import { expect, test } from 'vitest';
import { becomesLasting, isEased } from './rewording-refusals.ts';

const TARGET = { metric: '充填率', value: 95, unit: '%', direction: 'at-least' } as const;

test('a target is eased where it asks for less, for something else or for nothing', () => {
  expect(isEased(TARGET, { ...TARGET, value: 94 })).toBe(true);
  expect(isEased(TARGET, { ...TARGET, value: 96 })).toBe(false);
  expect(isEased(TARGET, TARGET)).toBe(false);
  const water = { metric: '水位', value: -120, unit: 'm', direction: 'at-most' } as const;
  expect(isEased(water, { ...water, value: -110 })).toBe(true);
  expect(isEased(water, { ...water, value: -130 })).toBe(false);
  expect(isEased(TARGET, water)).toBe(true);
  expect(isEased(TARGET, null)).toBe(true);
  expect(isEased(null, TARGET)).toBe(false);
});

test('what must be gone becomes what may stay, and not the other way round', () => {
  expect(becomesLasting({ category: 'goaf' }, { category: 'fault' })).toBe(true);
  expect(becomesLasting({ category: 'fault' }, { category: 'goaf' })).toBe(false);
  expect(becomesLasting({ category: 'fault' }, { category: 'aquifer' })).toBe(false);
});
