import fc from 'fast-check';
import { expect, it } from 'vitest';
import { real } from '../geometry/sample-solids.test-kit.ts';
import { cutStretches, outside } from './stretches.ts';

const ranges = fc.array(
  fc.tuple(real(-20, 120), real(0, 60)).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 6 },
);
const holds = (list: readonly { from: number; to: number }[], at: number) =>
  list.some(({ from, to }) => at > from && at < to);

it('leaves exactly what no range holds', () => {
  fc.assert(
    fc.property(ranges, (list) => {
      const left = outside({ from: 0, to: 100 }, list);
      for (let i = 0; i < 100; i++) {
        const at = i + 0.123456;
        if (list.some(({ from, to }) => Math.abs(from - at) < 1e-5 || Math.abs(to - at) < 1e-5)) continue;
        expect(holds(left, at)).toBe(!holds(list, at));
      }
      for (const { from, to } of left) expect(from >= 0 && to <= 100 && from < to).toBe(true);
    }),
  );
});

it('cuts without gaps, and in each stretch the same ranges hold everywhere', () => {
  fc.assert(
    fc.property(ranges, (list) => {
      const stretches = cutStretches(100, list);
      expect(stretches[0]!.from).toBe(0);
      expect(stretches.at(-1)!.to).toBe(100);
      stretches.forEach(({ from, to, holding }, i) => {
        if (i > 0) {
          expect(from).toBe(stretches[i - 1]!.to);
          expect(holding).not.toEqual(stretches[i - 1]!.holding);
        }
        for (const share of [0.1, 0.5, 0.9]) {
          const at = from + (to - from) * share;
          const truth = list.flatMap((range, n) => (at > range.from && at < range.to ? [n] : []));
          if (to - from > 1e-4) expect(holding).toEqual(truth);
        }
      });
    }),
  );
});

it('passes over ranges of no length', () => {
  expect(cutStretches(10, [{ from: 4, to: 4 }])).toEqual([{ from: 0, to: 10, holding: [] }]);
});
