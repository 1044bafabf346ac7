import { expect, test } from 'vitest';
import type { NeighbourProof, SubsidenceZones } from '../../../domain/contracts/neighbours.ts';
import { groundOf } from './proofs-of-finding.ts';

const square = (at: number, size: number): [number, number][] => [
  [at, at],
  [at + size, at],
  [at + size, at + size],
  [at, at + size],
];
const thing = { pick: { kind: 'pair', id: 'p' }, name: 'a pair' } as const;
const drawn = (zones: Partial<SubsidenceZones> | undefined) =>
  groundOf({ proofs: [{ zones } as NeighbourProof] }, ([east, north, up]) => [east, north, up], thing);

test('zones are drawn with their holes and closed; what is not told, not there or not of zones is not drawn', () => {
  const areas = drawn({ ground: 5, here: [square(10, 5), square(0, 40)], there: null, overlap: [] });
  expect(areas).toHaveLength(1);
  const [{ kind, polygons }] = areas as [(typeof areas)[number]];
  expect(kind).toBe('zone');
  expect(polygons.map((rings) => rings.map((ring) => ring.length))).toEqual([[5, 5]]);
  expect(polygons[0]![1]![0]).toEqual(polygons[0]![1]!.at(-1));
  expect(drawn(undefined)).toEqual([]);
});
