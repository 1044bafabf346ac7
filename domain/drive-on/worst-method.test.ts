import { expect, test } from 'vitest';
import { NO_DRIVING_SETTINGS } from '../contracts/driving.ts';
import { worstMethod } from './worst-method.ts';

const settings = {
  ...NO_DRIVING_SETTINGS,
  accuracies: [
    { method: 'survey' as const, plusMinus: 0.5, clause: 'c', status: 's' },
    { method: 'geophysics' as const, plusMinus: 8, clause: 'c', status: 's' },
  ],
};

test('the method that is off the most counts, whatever the order', () => {
  expect(worstMethod(['survey', 'geophysics'], settings)).toBe('geophysics');
  expect(worstMethod(['geophysics', 'survey'], settings)).toBe('geophysics');
});

test('a method without an accuracy is worse than any', () => {
  expect(worstMethod(['geophysics', 'document'], settings)).toBe('document');
  expect(worstMethod(['survey', 'drilling'], NO_DRIVING_SETTINGS)).toBe('survey');
});

test('nothing known stays nothing known', () => {
  expect(worstMethod([], settings)).toBeNull();
});
