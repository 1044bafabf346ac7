import { describe, expect, it } from 'vitest';
import { poseBetween } from './pose-flight.ts';

const from = { target: [0, 0, 0] as const, heading: 350, pitch: -80, range: 1000 };
const to = { target: [100, 0, -50] as const, heading: 20, pitch: 10, range: 10 };

describe('flight between poses', () => {
  it('starts and ends exactly', () => {
    expect(poseBetween(from, to, 0)).toBe(from);
    expect(poseBetween(from, to, 1)).toBe(to);
    expect(poseBetween(from, to, 1.5)).toBe(to);
  });

  it('turns the short way across north and changes scale by equal ratios', () => {
    const half = poseBetween(from, to, 0.5);
    expect(half.heading).toBeCloseTo(5, 9);
    expect(half.range).toBeCloseTo(100, 9);
    expect(half.target).toEqual([50, 0, -25]);
  });
});
