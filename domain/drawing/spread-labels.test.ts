import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

test('labels with room stay where they want to be', () =>
  expect(spreadLabels([10, 20, 30], [4, 4, 4], [0, 40])).toEqual([10, 20, 30]));

test('crowded labels move apart around their middle', () =>
  expect(spreadLabels([20, 20], [4, 4], [0, 40])).toEqual([18, 22]));

test('labels at the edge stay inside', () => expect(spreadLabels([0, 0.5], [4, 4], [0, 40])).toEqual([2, 6]));

test('too many labels have no places, and nobody pretends', () =>
  expect(spreadLabels([1, 2, 3], [4, 4, 4], [0, 10])).toBeNull());

test('whatever is asked for, labels keep their order, do not overlap and stay inside', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 6 }))),
      (all) => {
        const sorted = [...all].sort((a, b) => a[0] - b[0]);
        const sizes = sorted.map(([, size]) => size);
        const places = spreadLabels(
          sorted.map(([at]) => at),
          sizes,
          [0, 100],
        );
        if (!places) return sizes.reduce((a, b) => a + b, 0) > 100;
        return places.every((at, i) => {
          const above = i === 0 ? 0 : places[i - 1]! + sizes[i - 1]! / 2;
          return at - sizes[i]! / 2 >= above - 1e-6 && at + sizes[i]! / 2 <= 100 + 1e-6;
        });
      },
    ),
  );
});
