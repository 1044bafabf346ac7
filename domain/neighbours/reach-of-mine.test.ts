import { expect, it } from 'vitest';
import { smallFinding } from '../regional-plan/small-plan.test-kit.ts';
import { foundMines, reachOfMine } from './reach-of-mine.ts';

const pair = smallFinding('x', 'shared-water-path', [
  ['a', 'A1'],
  ['b', 'B1'],
]);
const [first] = pair.proofs;
const proof = (mine: string, answer: 'found' | 'unknown', certain: boolean) => ({
  ...first!,
  there: { ...first!.there, mine },
  judged: { answer, certain },
});
const proofs = [proof('a', 'found', true), proof('b', 'found', false), proof('c', 'unknown', false)];
const shared = { ...pair, mines: ['a', 'b', 'c'], proofs };

it('each mine has the answer of its own proof, never a surer one than the finding', () => {
  expect(reachOfMine(shared, 'a')).toEqual({ answer: 'found', certain: true });
  expect(reachOfMine(shared, 'b')).toEqual({ answer: 'found', certain: false });
  expect(reachOfMine(shared, 'c')).toEqual({ answer: 'unknown', certain: false });
  expect(foundMines(shared)).toEqual(['a', 'b']);
  const doubtful = { ...shared, answer: 'unknown' as const, certain: false };
  expect(reachOfMine(doubtful, 'a')).toEqual({ answer: 'unknown', certain: false });
  expect(foundMines(doubtful)).toEqual([]);
  expect(foundMines(pair)).toEqual(['a', 'b']);
});
