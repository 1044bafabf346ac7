import { expect, test } from 'vitest';
import { startTexts } from './i18n.ts';

test('English words follow their numbers, each its own; Chinese has none to choose', () => {
  const { t } = startTexts('en');
  expect(t('ledger.overdue', { n: 1 })).toBe('1 day overdue');
  expect(t('ledger.overdue', { n: '1,001' })).toBe('1,001 days overdue');
  expect(t('map.filtered', { kept: 0, all: 1 })).toBe('0 of 1 mine');
});
