import { expect, test } from 'vitest';
import { stepBack } from './use-escape.ts';

test('from a body back to its mine, which stays in its place; from anything else to nothing', () => {
  expect(stepBack({ kind: 'body', id: 'qingshi/goafs/G1' })).toEqual({
    regionPick: { kind: 'mine', id: 'qingshi' },
    mineInPlace: true,
  });
  expect(stepBack({ kind: 'mine', id: 'qingshi' })).toEqual({ regionPick: null, mineInPlace: false });
  expect(stepBack({ kind: 'hazard', id: 'qingshi/H1' })).toEqual({ regionPick: null, mineInPlace: false });
});
