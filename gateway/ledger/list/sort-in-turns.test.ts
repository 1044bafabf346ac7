import { expect, it } from 'vitest';
import { sortInTurns } from './sort-in-turns.ts';

it.each([0, 1, 1023, 1024, 1025, 20_000])(
  'sorts %i as a sort at once does, and lets others in between',
  async (n) => {
    const items = Array.from({ length: n }, (_, at) => ({ key: (at * 7919) % 97, at }));
    const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
    let rests = 0;
    const sorted = await sortInTurns(items, byKey, async () => void rests++);
    expect(sorted).toEqual(items.toSorted(byKey));
    expect(rests >= Math.floor(n / 4096)).toBe(true);
  },
);
