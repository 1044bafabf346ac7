import { expect, test } from 'vitest';
import { MAJOR_STATES } from '../contracts/major-hazard.ts';
import { isNotDone } from './not-done.ts';

test('what the public reported has to be looked at; what is closed or was nothing has not', () => {
  expect(MAJOR_STATES.filter((state) => !isNotDone(state)).toSorted()).toEqual(['closed', 'unfounded']);
  expect(isNotDone('reported')).toBe(true);
});
