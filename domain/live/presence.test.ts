import { expect, it } from 'vitest';
import { presenceByAge } from './presence.ts';

it('goes fresh, stale, lost by age, each from its second on; never heard is unknown', () => {
  const bounds = { staleAfter: 10, lostAfter: 60 };
  const ages = [0, 9, 10, 59, 60, 65_535, null];
  expect(ages.map((age) => presenceByAge(age, bounds))).toEqual([
    'fresh',
    'fresh',
    'stale',
    'stale',
    'lost',
    'lost',
    'unknown',
  ]);
});

it('is lost at once where the mine set no time between stale and lost', () => {
  expect(presenceByAge(10, { staleAfter: 10, lostAfter: 10 })).toBe('lost');
});
