import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { startTexts } from '../../i18n/i18n.ts';
import { lastReportText } from './gateway-list.tsx';

const t = startTexts('zh').t as TFunction;
const NOW = Date.parse('2026-11-27T15:03:42Z');

test('a gateway that was never heard is said to be so, not last heard in 1970', () => {
  expect(lastReportText(0, NOW, '+08:00', t)).toBe('从未上报');
  expect(lastReportText(NOW - 46_000, NOW, '+08:00', t)).toMatch(/23:02:56.*46/);
});
