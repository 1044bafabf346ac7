import { expect, test } from 'vitest';
import { createKept } from './kept.ts';

test('what was used longest ago goes first, and what is kept is not made again', () => {
  const kept = createKept<string | null>(2);
  let made = 0;
  const get = (key: string) =>
    kept.get(key, () => {
      made++;
      return null;
    });
  for (const key of ['a', 'b', 'a', 'c']) get(key);
  expect(['a', 'b', 'c'].map(kept.has)).toEqual([true, false, true]);
  expect(made).toBe(3);
});
