import { describe, expect, it } from 'vitest';
import { heldSpans, holdsWith } from './held-spans.ts';
import { testHold } from './holds.test-data.ts';

describe('held spans of the timeline', () => {
  it('join where they touch, and say which of their ends lie on it', () => {
    const holds = [
      testHold(1, { from: 100, to: 200 }),
      testHold(2, { from: 150, to: 300 }),
      testHold(3, { from: 700, to: null }),
      testHold(4, { from: -50, to: 20 }),
    ];
    expect(heldSpans(holds, 0, 1000)).toEqual([
      { from: 0, to: 0.02, begins: false, ends: true },
      { from: 0.1, to: 0.3, begins: true, ends: true },
      { from: 0.7, to: 1, begins: true, ends: false },
    ]);
  });

  it('are none of what was released or lies elsewhere', () => {
    const holds = [
      testHold(1, { from: 100, to: 200, releasedAt: 5, releasedBy: '李' }),
      testHold(2, { from: 2000, to: 3000 }),
      testHold(3, { from: -20, to: -10 }),
    ];
    expect(heldSpans(holds, 0, 1000)).toEqual([]);
  });
});

it('a hold that is released moves behind those that stand', () => {
  const [a, b] = [testHold(1), testHold(2)];
  const released = { ...b, releasedAt: 9, releasedBy: '李' };
  expect(holdsWith([b, a], released)).toEqual([a, released]);
  expect(holdsWith([b, a], testHold(3)).map(({ madeAt }) => madeAt)).toEqual([3, 2, 1]);
});
