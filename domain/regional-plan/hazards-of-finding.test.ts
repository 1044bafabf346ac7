import { expect, it } from 'vitest';
import type { Hazard } from '../contracts/hazard.ts';
import { hazardsOfFinding } from './hazards-of-finding.ts';
import { groundOf } from './plan-sources.ts';
import { smallFinding, smallHazard, smallSources, square } from './small-plan.test-kit.ts';

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

it('one drawn as the line of a fault, at the collar of a shaft, or across a goaf like a plus, meets it', () => {
  const sources = smallSources();
  const near = (mine: string, feature: string, more: Partial<Hazard>) => {
    const finding = smallFinding('x', 'shared-water-path', [
      [mine, feature],
      [mine, feature],
    ]);
    const ground = groundOf({ ...sources, hazards: [smallHazard(mine, 'H', more)] }, '2026-11-01');
    return hazardsOfFinding(ground, finding).length;
  };
  const shape = (id: string) => sources.features.find((one) => one.id === id)!.shape;
  const fault = shape('F1');
  const trace = fault.type === 'sheet' ? fault.trace : [];
  const line = (east: number) => ({
    category: 'fault',
    place: { kind: 'line' as const, line: trace.map(([x, y]): [number, number] => [x, y + east]) },
  });
  expect(near('a', 'F1', line(0))).toBe(1);
  expect(near('a', 'F1', line(0.000_01))).toBe(1);
  expect(near('a', 'F1', line(0.000_1))).toBe(0);
  const shaft = shape('S1');
  const [collar] = shaft.type === 'line' ? shaft.line : [];
  const point = { kind: 'point' as const, at: [collar![0], collar![1]] as [number, number] };
  expect(near('c', 'S1', { category: 'closed-shaft', place: point })).toBe(1);
  const [west, south] = inside!;
  const across: [number, number][] = [
    [west - 0.001, south + 0.002],
    [west + 0.006, south + 0.002],
    [west + 0.006, south + 0.003],
    [west - 0.001, south + 0.003],
    [west - 0.001, south + 0.002],
  ];
  expect(near('a', 'G1', { place: { kind: 'polygon', rings: [across] } })).toBe(1);
});
