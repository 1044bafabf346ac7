import { expect, test } from 'vitest';
import type { NeighbourFinding } from '../contracts/neighbours.ts';
import { findingsByWhatMatters, greatestHead } from './by-what-matters.ts';

const finding = (id: string, more: Partial<NeighbourFinding>, distance = 10, head: number | null = null) =>
  ({
    id,
    check: 'goafs-distance',
    answer: 'found',
    certain: true,
    proofs: [{ distance, water: head === null ? [] : [{ feature: 'w', level: 0, headMetres: head }] }],
    ...more,
  }) as unknown as NeighbourFinding;

test('certain before doubtful before unjudged, then check, head of water, distance', () => {
  const order = findingsByWhatMatters([
    finding('unjudged', { answer: 'unknown', certain: false, check: 'connected-workings' }),
    finding('doubtful', { certain: false, check: 'connected-workings' }),
    finding('far', {}, 50),
    finding('near', {}, 5),
    finding('wet', {}, 80, 30),
    finding('met', { check: 'connected-workings' }, 0),
  ]).map(({ id }) => id);
  expect(order).toEqual(['met', 'wet', 'near', 'far', 'doubtful', 'unjudged']);
});

test('water that stands lower has no head', () => {
  expect(greatestHead(finding('a', {}, 1, 0))).toBeNull();
  expect(greatestHead(finding('a', {}, 1, 12))).toBe(12);
});
