import { expect, it } from 'vitest';
import type { HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import { stretchAt } from './stretch-at.ts';

const heading = {
  stretches: [
    { from: 0, to: 40 },
    { from: 40, to: 100 },
  ],
} as unknown as HeadingAnswer;

it('is the stretch the metres lie in, or none', () => {
  expect([0, 20, 70, 100].map((along) => stretchAt(heading, along))).toEqual([0, 0, 1, 1]);
  expect(stretchAt(heading, 100.01)).toBeNull();
  expect(stretchAt(heading, undefined)).toBeNull();
});
