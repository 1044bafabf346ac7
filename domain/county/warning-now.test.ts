import { expect, test } from 'vitest';
import { sampleMine } from './county.test-kit.ts';
import { higherWarning, warnedNow } from './warning-now.ts';

test('of two warnings the worse one counts', () => {
  expect(higherWarning('blue', 'orange')).toBe('orange');
  expect(higherWarning('red', null)).toBe('red');
  expect(higherWarning(null, null)).toBeNull();
});

test('what stands now raises what the register was told and lowers nothing', () => {
  const mines = [
    sampleMine({ id: 'a', warning: null }),
    sampleMine({ id: 'b', warning: 'orange' }),
    sampleMine({ id: 'c', warning: 'blue' }),
  ];
  const warned = warnedNow(mines, { a: 'yellow', b: null, c: 'red', elsewhere: 'red' });
  expect(warned.map(({ warning }) => warning)).toEqual(['yellow', 'orange', 'red']);
  expect(warned[1]).toBe(mines[1]);
  expect(warnedNow(mines, { b: 'blue' })).toBe(mines);
});
