import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSeqRanges } from './seq-ranges.ts';

const seqs = fc.array(fc.nat({ max: 60 }), { maxLength: 120 });

test('knows exactly what a Set knows, whatever the order and the duplicates', () => {
  fc.assert(
    fc.property(seqs, (received) => {
      const set = new Set<number>();
      const ranges = createSeqRanges();
      for (const seq of received) {
        expect(ranges.stateOf(seq)).toBe(set.has(seq) ? 'seen' : 'new');
        if (!set.has(seq)) ranges.add(seq);
        set.add(seq);
      }
      for (let seq = 0; seq < 64; seq++) expect(ranges.stateOf(seq)).toBe(set.has(seq) ? 'seen' : 'new');
      const highest = Math.max(-1, ...set);
      expect(ranges.missing()).toBe(highest + 1 - set.size);
      const listed = ranges.ranges();
      expect(listed.reduce((n, [from, to]) => n + to - from, 0)).toBe(set.size);
      for (let i = 1; i < listed.length; i++) expect(listed[i]![0]).toBeGreaterThan(listed[i - 1]![1]);
    }),
  );
});

test('goes on where kept ranges ended', () => {
  fc.assert(
    fc.property(seqs, seqs, (before, after) => {
      const first = createSeqRanges();
      for (const seq of before) if (first.stateOf(seq) === 'new') first.add(seq);
      const second = createSeqRanges(first.ranges());
      for (const seq of after) {
        expect(second.stateOf(seq)).toBe(first.stateOf(seq));
        if (first.stateOf(seq) === 'new') first.add(seq);
        if (second.stateOf(seq) === 'new') second.add(seq);
      }
      expect(second.ranges()).toEqual(first.ranges());
    }),
  );
});

test('with few ranges allowed, nothing received is ever called new, and nothing missing is forgotten', () => {
  fc.assert(
    fc.property(seqs, fc.integer({ min: 1, max: 6 }), (received, most) => {
      const set = new Set<number>();
      const ranges = createSeqRanges([], most);
      for (const seq of received) {
        const state = ranges.stateOf(seq);
        if (set.has(seq)) expect(state).not.toBe('new');
        if (state === 'seen') expect(set.has(seq)).toBe(true);
        if (state === 'new') {
          ranges.add(seq);
          set.add(seq);
        }
        expect(ranges.ranges().length).toBeLessThanOrEqual(most);
      }
      expect(ranges.missing()).toBe(Math.max(-1, ...set) + 1 - set.size);
    }),
  );
});

test('live numbers are always taken, however many gaps there were', () => {
  const ranges = createSeqRanges([], 8);
  for (let seq = 0; seq < 10_000; seq += 2) {
    expect(ranges.stateOf(seq)).toBe('new');
    ranges.add(seq);
  }
  expect(ranges.stateOf(1)).toBe('given-up');
  expect(ranges.stateOf(9_997)).toBe('new');
  expect(ranges.missing()).toBe(4_999);
});

test('what retention threw away is not called missing', () => {
  expect(createSeqRanges([[500, 600]]).missing()).toBe(0);
  expect(
    createSeqRanges([
      [500, 600],
      [610, 700],
    ]).missing(),
  ).toBe(10);
});

test('the largest number a message may carry does not upset the count', () => {
  const ranges = createSeqRanges();
  ranges.add(0);
  ranges.add(Number.MAX_SAFE_INTEGER);
  expect(ranges.stateOf(Number.MAX_SAFE_INTEGER)).toBe('seen');
  expect(ranges.stateOf(Number.MAX_SAFE_INTEGER - 1)).toBe('new');
  expect(ranges.missing()).toBe(Number.MAX_SAFE_INTEGER - 1);
});
