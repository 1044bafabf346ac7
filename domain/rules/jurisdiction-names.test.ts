import { expect, test } from 'vitest';
import { jurisdictionIn } from './jurisdiction-names.ts';

test('a known jurisdiction has its name in either language, another stays as written', () => {
  expect(jurisdictionIn('全国', 'en')).toBe('China');
  expect(jurisdictionIn('全国', 'zh')).toBe('全国');
  expect(jurisdictionIn('某县', 'en')).toBe('某县');
});
