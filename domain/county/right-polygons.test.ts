import { expect, it } from 'vitest';
import { MIDDLE, square } from './county.test-kit.ts';
import { asRight, rightParcels, rightPolygons } from './right-polygons.ts';

const [outer, hole, other] = [
  square(MIDDLE, 0.003),
  square(MIDDLE, 0.001),
  square([MIDDLE[0] + 0.01, MIDDLE[1]], 0.003),
];
const level = { bottom: -100, top: 50 };

it('tells a second parcel from a hole, whatever lies within what', () => {
  for (const parcels of [
    [[outer, hole], [other]],
    [[outer], [hole], [other]],
    [[other], [outer, hole]],
  ])
    expect(rightPolygons(asRight(parcels.map((rings) => ({ rings, ...level }))))).toEqual(parcels);
});

it('takes rings of which nothing is said for parcels of their own', () => {
  expect(rightPolygons({ rings: [outer, other] })).toEqual([[outer], [other]]);
  const alike = [outer, other].map((ring) => ({ rings: [ring], ...level }));
  expect(asRight(alike)).toEqual({ rings: [outer, other], ...level });
});

it('keeps the heights of each parcel where they are not alike', () => {
  const parcels = [
    { rings: [outer, hole], bottom: 0, top: 50 },
    { rings: [other], bottom: -300, top: 20 },
  ];
  const right = asRight(parcels);
  expect(right).toMatchObject({ bottom: -300, top: 50 });
  expect(rightParcels(right)).toEqual(parcels);
  const unstated = [parcels[0]!, { ...parcels[1]!, bottom: null }];
  expect(asRight(unstated)).toMatchObject({ bottom: null, top: 50 });
  expect(rightParcels(asRight(unstated))).toEqual(unstated);
});
