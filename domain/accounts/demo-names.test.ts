import { expect, it } from 'vitest';
import { nameIn } from './demo-names.ts';

it('says a demo account in the reader’s language, and everybody else as they are called', () => {
  expect(nameIn('访客·演示', 'en')).toBe('Visitor · demo');
  expect(nameIn('访客·演示', 'zh')).toBe('访客·演示');
  expect(nameIn('王工', 'en')).toBe('王工');
});
