import { expect, test } from 'vitest';
import { faultedModel, layeredModel } from '../small-model.test-kit.ts';
import { gridAroundPlaces, placeAt, placesAlong } from './hole-places.ts';

test('a place names the units whose bases are met there, and where they lay before the faults', () => {
  const blocks = [
    { moved: [0, 0, 0], family: 0 },
    { moved: [12, -3, -40], family: 0 },
  ] as const;
  const model = faultedModel();
  const [soil, limestone, schist] = placeAt(model, blocks, [false, true, true], 550, 100);
  expect(soil).toEqual({ family: 0, x: 550, y: 100 });
  expect(limestone).toEqual({ family: 0, x: 538, y: 103 });
  // Its base was never reached.
  expect(schist).toBeNull();
  expect(placeAt(model, blocks, [false, true, true], -900, 0)).toEqual([null, null, null]);
});

test('nothing is said of a place where the model does not know the base', () => {
  const model = layeredModel(() => Number.NaN);
  expect(placeAt(model, [{ moved: [0, 0, 0], family: 0 }], [true, true, true], 300, 100)[1]).toBeNull();
});

test('places along a line keep its corners and stand no farther apart than asked', () => {
  const places = placesAlong(
    [
      [
        [0, 0, 5],
        [100, 0, 5],
        [100, 30, 9],
      ],
    ],
    40,
  );
  expect(places.map(({ east, north }) => [Math.round(east), Math.round(north)])).toEqual([
    [0, 0],
    [33, 0],
    [67, 0],
    [100, 0],
    [100, 30],
  ]);
});

test('candidates lie on a grid, each within reach of a heading', () => {
  const found = gridAroundPlaces([{ east: 3, north: 0 }], 10, 20);
  expect(found.length).toBeGreaterThan(8);
  for (const { east, north } of found) {
    expect(Math.hypot(east - 3, north)).toBeLessThanOrEqual(20);
    expect([Math.abs(east % 10), Math.abs(north % 10)]).toEqual([0, 0]);
  }
  expect(gridAroundPlaces([], 10, 20)).toEqual([]);
});
