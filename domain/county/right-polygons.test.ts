import { expect, it } from 'vitest';
import { MIDDLE, square } from './county.test-kit.ts';
import { asRings, rightPolygons } from './right-polygons.ts';

const [outer, hole, other] = [
  square(MIDDLE, 0.003),
  square(MIDDLE, 0.001),
  square([MIDDLE[0] + 0.01, MIDDLE[1]], 0.003),
];

it('tells a second parcel from a hole, whatever lies within what', () => {
  for (const parcels of [
    [[outer, hole], [other]],
    [[outer], [hole], [other]],
    [[other], [outer, hole]],
  ])
    expect(rightPolygons(asRings(parcels))).toEqual(parcels);
});

it('takes rings of which nothing is said for parcels of their own', () => {
  expect(rightPolygons({ rings: [outer, other] })).toEqual([[outer], [other]]);
  expect(asRings([[outer], [other]])).toEqual({ rings: [outer, other] });
});
