import { expect, it } from 'vitest';
import { standsAlone } from './stands-alone.ts';

it('stands alone while it is not done with and nothing it is about is open', () => {
  const isOpen = (id: string): boolean => id === 'H1';
  expect(standsAlone({ state: 'rectifying', hazards: [] }, isOpen)).toBe(true);
  expect(standsAlone({ state: 'reported', hazards: ['H2'] }, isOpen)).toBe(true);
  expect(standsAlone({ state: 'confirmed', hazards: ['H2', 'H1'] }, isOpen)).toBe(false);
  expect(standsAlone({ state: 'closed', hazards: [] }, isOpen)).toBe(false);
  expect(standsAlone({ state: 'unfounded', hazards: [] }, isOpen)).toBe(false);
});
