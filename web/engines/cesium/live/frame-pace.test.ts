import { expect, it } from 'vitest';
import { createFramePace } from './frame-pace.ts';

/** Frames drawn in a second of animation frames `every` ms apart, each taking `cost` ms. */
const framesIn = (cost: number, want: 'moving' | 'pulsing' | 'nothing'): number => {
  const pace = createFramePace();
  let drawn = 0;
  let now = 0;
  // The first second teaches it what a frame costs.
  while (now < 2000) {
    pace.next(now);
    const due = pace.due(now, want);
    if (due) {
      pace.drawn(now);
      if (now >= 1000) drawn++;
    }
    now += due ? Math.max(cost, 16.7) : 16.7;
  }
  return drawn;
};

it('draws as often as the display where a frame is cheap', () =>
  expect(framesIn(5, 'moving')).toBeGreaterThan(55));
it('draws ten times a second at most where a frame is dear', () =>
  expect(framesIn(80, 'moving')).toBeLessThanOrEqual(10));
it('pulses twenty times a second at most', () => expect(framesIn(5, 'pulsing')).toBeLessThanOrEqual(20));
it('draws nothing when nothing is wanted', () => expect(framesIn(5, 'nothing')).toBe(0));
