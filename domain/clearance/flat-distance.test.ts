import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { real } from '../geometry/sample-solids.test-kit.ts';
import { type NearestPair, nearestOfFlat, nothingNearer } from './flat-distance.ts';

const nearest = (p: readonly number[], q: readonly number[]): NearestPair => {
  const pair = nothingNearer();
  nearestOfFlat(Float64Array.from(p), 0, p.length / 3, Float64Array.from(q), 0, q.length / 3, pair);
  return pair;
};
const distance = (p: readonly number[], q: readonly number[]): number => Math.sqrt(nearest(p, q).square);

const coordinate = fc.oneof(real(-50, 50), fc.integer({ min: -3, max: 3 }));
const shape = (corners: number) => fc.array(coordinate, { minLength: corners * 3, maxLength: corners * 3 });
const anyShape = fc.integer({ min: 1, max: 3 }).chain(shape);
/** Shares of the corners, adding up to 1: a point of the shape. */
const pointOf = (p: readonly number[], weights: readonly number[]): number[] => {
  const used = weights.slice(0, p.length / 3);
  const sum = used.reduce((a, b) => a + b, 0);
  return [0, 1, 2].map((k) => used.reduce((at, w, i) => at + (w / sum) * p[i * 3 + k]!, 0));
};
const weights = fc.array(real(0.001, 1), { minLength: 3, maxLength: 3 });

describe('nearestOfFlat', () => {
  it('knows the cases that can be written down', () => {
    const floor = [0, 0, 0, 4, 0, 0, 0, 4, 0];
    expect(distance([1, 1, 3], floor)).toBe(3);
    expect(distance([-3, -4, 0], floor)).toBe(5);
    expect(distance([3, 3, 1], floor)).toBeCloseTo(Math.sqrt(3), 12);
    expect(distance([1, 1, -1, 1, 1, 2], floor)).toBe(0);
    expect(distance([1, 1, 2, 9, 9, 2], floor)).toBe(2);
    expect(distance([0, 0, 7, 4, 0, 7, 0, 4, 7], floor)).toBe(7);
    expect(distance([1, 1, -1, 1, 1, 1, 2, 9, 0], floor)).toBe(0);
    expect(distance([1, 1, 0, 1.5, 1, 0, 1, 1.5, 0], floor)).toBe(0);
    expect(distance([0, 0, 0], [0, 0, 0])).toBe(0);
    expect(distance([0, 0, 1, 9, 0, 1], [3, 0, 0, 30, 0, 0])).toBe(1);
    // The section of a roadway, five corners with a straight one.
    expect(distance([0, 0, 0, 2, 0, 0, 4, 0, 0, 4, 0, 3, 0, 0, 3], [2, -6, 1, 9, -6, 1, 2, -6, 9])).toBe(6);
  });

  it('says which points are nearest, each on its own shape', () => {
    expect(nearest([1, 1, 3], [0, 0, 0, 4, 0, 0, 0, 4, 0])).toMatchObject({
      hereX: 1,
      hereY: 1,
      hereZ: 3,
      thereX: 1,
      thereY: 1,
      thereZ: 0,
    });
    fc.assert(
      fc.property(anyShape, anyShape, (p, q) => {
        const { square, ...at } = nearest(p, q);
        const [here, there] = [
          [at.hereX, at.hereY, at.hereZ],
          [at.thereX, at.thereY, at.thereZ],
        ];
        expect(Math.hypot(...here.map((v, k) => v - there[k]!))).toBeCloseTo(Math.sqrt(square), 8);
        expect(distance(here, p)).toBeLessThan(1e-7);
        expect(distance(there, q)).toBeLessThan(1e-7);
      }),
    );
  });

  it('is no further than any pair of points of the two shapes', () => {
    fc.assert(
      fc.property(anyShape, anyShape, weights, weights, (p, q, a, b) => {
        const [x, y] = [pointOf(p, a), pointOf(q, b)];
        expect(distance(p, q)).toBeLessThanOrEqual(Math.hypot(...x.map((v, k) => v - y[k]!)) + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('cannot be nearer: no corner lies on the far side of the plane across the nearest points', () => {
    // For convex shapes this is what "least distance" means (variational inequality), so it proves the answer.
    fc.assert(
      fc.property(anyShape, anyShape, (p, q) => {
        const { square, ...at } = nearest(p, q);
        const here = [at.hereX, at.hereY, at.hereZ];
        const between = [at.thereX, at.thereY, at.thereZ].map((v, k) => v - here[k]!);
        const along = (corner: number[]) =>
          corner.reduce((sum, v, k) => sum + (v - here[k]!) * between[k]!, 0);
        const corners = (s: readonly number[]) =>
          Array.from({ length: s.length / 3 }, (_, i) => s.slice(i * 3, i * 3 + 3));
        for (const corner of corners(p)) expect(along(corner)).toBeLessThan(1e-7);
        for (const corner of corners(q)) expect(along(corner)).toBeGreaterThan(square - 1e-7);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same from both sides and wherever the shapes are moved', () => {
    fc.assert(
      fc.property(
        anyShape,
        anyShape,
        fc.tuple(real(-2000, 2000), real(-2000, 2000), real(-900, 900)),
        (p, q, by) => {
          const there = (s: readonly number[]) => s.map((v, i) => v + by[i % 3]!);
          expect(distance(q, p)).toBeCloseTo(distance(p, q), 9);
          expect(distance(there(p), there(q))).toBeCloseTo(distance(p, q), 6);
        },
      ),
    );
  });

  it('takes slivers and collapsed triangles for the segments and points they are', () => {
    fc.assert(
      fc.property(shape(2), real(0, 1), anyShape, real(0, 1e-9), (s, share, q, width) => {
        const middle = [0, 1, 2].map((k) => s[k]! + (s[3 + k]! - s[k]!) * share);
        const sliver = [...s, middle[0]! + width, middle[1]!, middle[2]!];
        expect(distance(sliver, q)).toBeCloseTo(distance(s, q), 7);
        expect(distance([...s, ...s.slice(3)], q)).toBeCloseTo(distance(s, q), 9);
      }),
    );
  });

  it('leaves a pair alone that is near enough already', () => {
    const pair = nothingNearer(4);
    expect(nearestOfFlat(Float64Array.of(0, 0, 2), 0, 1, Float64Array.of(0, 0, 0), 0, 1, pair)).toBe(false);
    expect(pair.square).toBe(4);
  });
});
