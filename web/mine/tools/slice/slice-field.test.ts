import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slice } from '../../../../domain/geology/slice/slice.ts';
import { DEFAULT_VIEW } from '../../../shell/view-state.ts';
import { SLICE_FIELD } from './slice-field.ts';

const written = (slice: Slice | null) => SLICE_FIELD.write({ ...DEFAULT_VIEW, slice });
const place = fc.tuple(
  fc.integer({ min: -99999, max: 99999 }).map((v) => v / 10),
  fc.integer({ min: -99999, max: 99999 }).map((v) => v / 10),
);
const hundredths = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((v) => v / 100);
const flipped = fc.boolean();

const slices: fc.Arbitrary<Slice> = fc.oneof(
  fc.record({ kind: fc.constant('plane' as const), at: place, azimuth: hundredths(0, 360), flipped }),
  fc.record({ kind: fc.constant('level' as const), up: hundredths(-2000, 2000), flipped }),
  fc.record({
    kind: fc.constant('box' as const),
    centre: place,
    azimuth: hundredths(0, 360),
    length: hundredths(1, 3000),
    width: hundredths(1, 3000),
    low: hundredths(-2000, 0),
    high: hundredths(1, 2000),
    flipped,
  }),
  fc.record({
    kind: fc.constant('line' as const),
    line: fc.uniqueArray(place, { minLength: 2, maxLength: 20, selector: String }),
    flipped,
  }),
);

describe('the link key of a slice', () => {
  it('reads what it has written', () => {
    fc.assert(
      fc.property(slices, (slice) => {
        expect(SLICE_FIELD.read(written(slice)!)).toEqual({ slice });
      }),
    );
    expect(written(null)).toBeNull();
  });

  it('is as the documentation says', () => {
    expect(written({ kind: 'plane', at: [10.04, -20], azimuth: 90, flipped: true })).toBe(
      'plane.flip_10_-20_90',
    );
    expect(written({ kind: 'level', up: -120.5, flipped: false })).toBe('level_-120.5');
  });

  it.each([
    'plane_1_2',
    'plane.side_1_2_3',
    'plane_1_2_x',
    'box_0_0_0_100_100_50_-50',
    'box_0_0_0_0_100_-50_50',
    'line_1_2',
    'line_1_2_1_2',
    'line_1_2_3',
    'sphere_1',
    'level_1e5',
    '',
  ])('refuses %s', (text) => expect(SLICE_FIELD.read(text)).toBeNull());
});
