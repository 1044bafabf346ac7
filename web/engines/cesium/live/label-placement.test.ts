import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LabelWish, placeLabels } from './label-placement.ts';

const area = { width: 800, height: 600 };
const wish = (x: number, y: number, side: LabelWish['side'] = null): LabelWish => ({
  x,
  y,
  radius: 8,
  halfWidth: 8,
  width: 90,
  height: 20,
  side,
});

describe('labels', () => {
  it('stand to the right, and elsewhere where that is taken or outside', () => {
    expect(
      placeLabels([wish(100, 100), wish(110, 104), wish(795, 300)], area).map((place) => place?.side),
    ).toEqual(['right', 'below', 'left']);
  });

  it('stay on the side where they were', () => {
    expect(placeLabels([wish(400, 300, 'above')], area)[0]?.side).toBe('above');
  });

  it('never overlap one another and never leave the picture', () => {
    const wished = fc.record({
      x: fc.integer({ min: -50, max: 850 }),
      y: fc.integer({ min: -50, max: 650 }),
      radius: fc.integer({ min: 3, max: 40 }),
      halfWidth: fc.integer({ min: 3, max: 40 }),
      width: fc.integer({ min: 10, max: 200 }),
      height: fc.constant(20),
      side: fc.constantFrom(null, 'right', 'left', 'above', 'below'),
    });
    fc.assert(
      fc.property(fc.array(wished as fc.Arbitrary<LabelWish>, { maxLength: 60 }), (wishes) => {
        const boxes = placeLabels(wishes, area).flatMap((place, i) =>
          place
            ? [{ ...place, right: place.left + wishes[i]!.width, bottom: place.top + wishes[i]!.height }]
            : [],
        );
        for (const [i, a] of boxes.entries()) {
          expect(a.left >= 0 && a.top >= 0 && a.right <= area.width && a.bottom <= area.height).toBe(true);
          for (const b of boxes.slice(i + 1))
            expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(
              true,
            );
        }
      }),
    );
  });
});
