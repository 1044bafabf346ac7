import { expect, it } from 'vitest';
import type { CountyFeature } from '../contracts/county.ts';
import type { NeighbourFinding } from '../contracts/neighbours.ts';
import { findingsOfDay } from './findings-of-day.ts';
import { smallFeature, smallFinding } from './small-plan.test-kit.ts';

const isThere = ({ to }: CountyFeature): boolean => to === null;
const ENDED: Partial<CountyFeature> = { to: '2026-06-30' };
const goaf = (mine: string, id: string, more: Partial<CountyFeature> = {}) =>
  smallFeature(mine, id, 'goaf', 0, more);
const told = (findings: readonly NeighbourFinding[], features: readonly CountyFeature[]) => {
  const of = findingsOfDay(findings, features, isThere);
  return {
    findings: of.findings.map(({ mines }) => mines),
    untold: of.untold.map(({ mines }) => mines),
  };
};

const proof = (mine: string) =>
  smallFinding('x', 'shared-water-path', [
    ['a', 'A1'],
    [mine, `G-${mine}`],
  ]).proofs[0]!;
const shared: NeighbourFinding = {
  ...smallFinding('x', 'shared-water-path', [
    ['a', 'A1'],
    ['b', 'G-b'],
  ]),
  mines: ['a', 'b', 'c'],
  proofs: ['a', 'b', 'c'].map(proof),
};
const aquifer = smallFeature('a', 'A1', 'aquifer', 0);

it('a shared thing stays shared by the mines that reach it, when a goaf of another is there no more', () => {
  const features = [aquifer, goaf('a', 'G-a'), goaf('b', 'G-b'), goaf('c', 'G-c', ENDED)];
  expect(told([shared], features)).toEqual({ findings: [['a', 'b']], untold: [] });
});

it('what only one is left to reach for certain is no longer certain, and what only one reaches not found', () => {
  const judged = (mine: string, answer: 'found' | 'unknown') => ({
    ...proof(mine),
    judged: { answer, certain: answer === 'found' },
  });
  const proofs = [judged('a', 'found'), judged('b', 'unknown'), judged('c', 'found')];
  const features = [aquifer, goaf('a', 'G-a'), goaf('b', 'G-b'), goaf('c', 'G-c', ENDED)];
  const { findings } = findingsOfDay([{ ...shared, proofs }], features, isThere);
  expect(findings).toMatchObject([{ mines: ['a', 'b'], answer: 'unknown', certain: false }]);
});

it('a mine whose nearest goaf ended while it has another is not told of', () => {
  const features = [aquifer, goaf('a', 'G-a'), goaf('b', 'G-b'), goaf('c', 'G-c', ENDED), goaf('c', 'G9')];
  expect(told([shared], features)).toEqual({ findings: [['a', 'b']], untold: [['c']] });
  const pair = smallFinding('p', 'goafs-distance', [
    ['a', 'G-a'],
    ['c', 'G-c'],
  ]);
  expect(told([pair], features)).toEqual({ findings: [], untold: [['a', 'c']] });
  expect(told([pair], features.slice(0, 4))).toEqual({ findings: [], untold: [] });
});

it('a thing that is there no more leads nowhere, unless another part of it is', () => {
  const goafs = [goaf('a', 'G-a'), goaf('b', 'G-b'), goaf('c', 'G-c')];
  expect(told([shared], [{ ...aquifer, ...ENDED }, ...goafs])).toEqual({ findings: [], untold: [] });
  const part = { ...aquifer, partOf: 'O2' };
  const parts = [{ ...part, ...ENDED }, { ...part, id: 'A2' }, ...goafs];
  expect(told([shared], parts)).toEqual({ findings: [], untold: [['a', 'b', 'c']] });
});
