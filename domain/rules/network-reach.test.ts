import { describe, expect, it } from 'vitest';
import { createNetworkIndex } from './network-index.ts';
import { createReach } from './network-reach.ts';
import { TINY_NETWORK } from './tiny-rule-mine.test-kit.ts';

const [MAIN_1, MAIN_2, CROSS, LOW, RAISE] = [0, 1, 2, 3, 4];

describe('createReach', () => {
  const reach = createReach(createNetworkIndex(TINY_NETWORK));

  it('goes round corners and not through rock', () => {
    reach.from(MAIN_2!, 450, 120);
    expect(reach.distanceTo(RAISE!, 25)).toBeCloseTo(75);
    expect(reach.distanceTo(LOW!, 990)).toBeCloseTo(110);
    // 50 m below as the crow flies, far by way.
    expect(reach.distanceTo(LOW!, 950)).toBe(Number.POSITIVE_INFINITY);
  });

  it('forgets the walk before', () => {
    reach.from(MAIN_2!, 450, 120);
    reach.from(MAIN_1!, 100, 50);
    expect(reach.edges()).toEqual([MAIN_1]);
    expect(reach.distanceTo(RAISE!, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(reach.stretches()).toEqual([{ edge: MAIN_1, from: 50, to: 150 }]);
  });

  it('covers each branch of a junction to the radius', () => {
    reach.from(MAIN_1!, 470, 100);
    expect(reach.stretches().sort((a, b) => a.edge - b.edge)).toEqual([
      { edge: MAIN_1, from: 370, to: 500 },
      { edge: MAIN_1, from: 430, to: 500 },
      { edge: MAIN_2, from: 0, to: 70 },
      { edge: CROSS, from: 0, to: 70 },
    ]);
  });
});
