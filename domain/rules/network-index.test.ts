import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNetworkIndex, OFF_NETWORK_METRES } from './network-index.ts';
import { TINY_NETWORK } from './tiny-rule-mine.test-kit.ts';

const index = createNetworkIndex(TINY_NETWORK);

/** The plain way: every segment of every edge. */
const nearest = (p: readonly [number, number, number]) => {
  let best = { edge: -1, offset: 0, distance: Number.POSITIVE_INFINITY };
  TINY_NETWORK.edges.forEach(({ line }, edge) => {
    const [a, b] = [line[0]!, line[1]!];
    const d = b.map((v, k) => v - a[k]!);
    const length = Math.hypot(...d);
    const t = Math.min(1, Math.max(0, d.reduce((s, v, k) => s + v * (p[k]! - a[k]!), 0) / length ** 2));
    const distance = Math.hypot(...p.map((v, k) => v - a[k]! - t * d[k]!));
    if (distance < best.distance) best = { edge, offset: t * length, distance };
  });
  return best;
};

describe('createNetworkIndex', () => {
  it('finds what looking at every segment finds', () => {
    const coordinate = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(coordinate(-30, 1030), coordinate(-40, 340), coordinate(-80, 30)), (p) => {
        const plain = nearest(p);
        const found = index.snap(...p);
        if (Math.abs(plain.distance - OFF_NETWORK_METRES) < 1e-6) return;
        expect(found).toBe(plain.distance < OFF_NETWORK_METRES);
        if (found) expect(index.foot.distance).toBeCloseTo(plain.distance, 6);
      }),
      { numRuns: 2000 },
    );
  });

  it('tells edge and metres along it', () => {
    expect(index.snap(730, 1, 0.5)).toBe(true);
    expect(index.foot).toMatchObject({ edge: 1, offset: 230 });
  });
});
