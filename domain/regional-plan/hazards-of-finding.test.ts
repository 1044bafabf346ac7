import { expect, it } from 'vitest';
import type { Hazard } from '../contracts/hazard.ts';
import { hazardsOfFinding } from './hazards-of-finding.ts';
import { groundOf } from './plan-sources.ts';
import { smallHazard, smallSources, square } from './small-plan.test-kit.ts';

const found = (hazard: Hazard) => {
  const sources = smallSources({ hazards: [hazard] });
  const finding = sources.neighbours.findings.find(({ id }) => id === 'f2')!;
  return hazardsOfFinding(groundOf(sources, '2026-11-01'), finding).map(({ isNamed }) => isNamed);
};
const [inside] = square(0);
const at: [number, number] = [inside![0] + 0.002, inside![1] + 0.002];

it('a hazard that names the goaf is about it, in its own mine only', () => {
  const place = { kind: 'feature' as const, layer: 'goafs', feature: 'G1' };
  expect(found(smallHazard('a', 'H', { place }))).toEqual([true]);
  expect(found(smallHazard('d', 'H', { place }))).toEqual([]);
});

it('one drawn over it counts by its place, where mine and kind are the same', () => {
  const point = { kind: 'point' as const, at };
  expect(found(smallHazard('a', 'H', { place: point }))).toEqual([false]);
  expect(found(smallHazard('a', 'H', { place: point, category: 'goaf-water' }))).toEqual([false]);
  expect(found(smallHazard('a', 'H', { place: point, category: 'fault' }))).toEqual([]);
  expect(found(smallHazard('d', 'H', { place: point }))).toEqual([]);
  const far = { kind: 'point' as const, at: [at[0] + 0.5, at[1]] as [number, number] };
  expect(found(smallHazard('a', 'H', { place: far }))).toEqual([]);
});

it('a drawn area that holds the goaf or lies in it meets it', () => {
  const ring = (half: number): [number, number][] => [
    [at[0] - half, at[1] - half],
    [at[0] + half, at[1] - half],
    [at[0] + half, at[1] + half],
    [at[0] - half, at[1] + half],
    [at[0] - half, at[1] - half],
  ];
  for (const half of [0.0005, 0.1])
    expect(found(smallHazard('a', 'H', { place: { kind: 'polygon', rings: [ring(half)] } }))).toEqual([
      false,
    ]);
});
