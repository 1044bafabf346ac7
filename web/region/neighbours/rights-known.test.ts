import { expect, test } from 'vitest';
import type { RegisterMine } from '../../../domain/contracts/county.ts';
import { rightsKnown } from './rights-known.ts';

const mine = (id: string, right: object | null) => ({ id, right }) as unknown as RegisterMine;

test('a right without both heights is of the plan, and a mine without a right is a point', () => {
  const known = rightsKnown([
    mine('a', { bottom: -300, top: 100 }),
    mine('b', { bottom: null, top: 100 }),
    mine('c', null),
  ]);
  const ids = Object.values(known).map((some) => some.map(({ id }) => id));
  expect(ids).toEqual([['a'], ['b'], ['c']]);
});
