import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box3 } from '../geometry/bounds.ts';
import { boxGap, forNearBoxes } from './near-pairs.ts';

const number = fc.integer({ min: -40, max: 40 });
const size = fc.integer({ min: 0, max: 15 });
const box = fc
  .tuple(number, number, number, size, size, size)
  .map(([x, y, z, u, v, w]): Box3 => ({ min: [x, y, z], max: [x + u, y + v, z + w] }));
const boxes = fc.array(box, { maxLength: 60 });
const reach = fc.integer({ min: 0, max: 12 });

const collect = (a: readonly Box3[], b: readonly Box3[], within: number): string[] => {
  const found: string[] = [];
  forNearBoxes(a, b, within, (i, j) => found.push(`${i}-${j}`));
  return found.sort();
};

describe('forNearBoxes', () => {
  it('visits each two boxes of one list once, as looking at all of them does', () => {
    fc.assert(
      fc.property(boxes, reach, (all, within) => {
        const every: string[] = [];
        for (let i = 0; i < all.length; i++)
          for (let j = i + 1; j < all.length; j++)
            if (boxGap(all[i]!, all[j]!) <= within) every.push(`${i}-${j}`);
        expect(collect(all, all, within)).toEqual(every.sort());
      }),
    );
  });

  it('visits each box of one list with each of another', () => {
    fc.assert(
      fc.property(boxes, boxes, reach, (a, b, within) => {
        const every = a.flatMap((one, i) =>
          b.flatMap((other, j) => (boxGap(one, other) <= within ? [`${i}-${j}`] : [])),
        );
        expect(collect(a, [...b], within)).toEqual(every.sort());
      }),
    );
  });
});
