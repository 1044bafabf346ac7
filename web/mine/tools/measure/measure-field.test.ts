import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Measurement,
  MOST_POINTS,
  POINTS_OF,
  type VolumeSurface,
} from '../../../../domain/measure/measurement.ts';
import { DEFAULT_VIEW } from '../../../shell/view-state.ts';
import { MEASURE_FIELD } from './measure-field.ts';

const number = fc.double({ min: -99_999, max: 99_999, noNaN: true }).map((v) => Number(v.toFixed(3)) + 0);
const points = (most: number) => fc.array(fc.tuple(number, number, number), { maxLength: most });
const surface: fc.Arbitrary<VolumeSurface> = fc.oneof(
  fc.constant({ kind: 'ground' as const }),
  fc.record({ kind: fc.constant('level' as const), up: number }),
  fc.record({ kind: fc.constant('base' as const), unit: fc.string({ minLength: 1, unit: 'grapheme' }) }),
);
const measurement: fc.Arbitrary<Measurement> = fc.oneof(
  ...(['distance', 'path', 'area', 'attitude', 'angle'] as const).map((kind) =>
    fc.record({ kind: fc.constant(kind), points: points(POINTS_OF[kind][1]) }),
  ),
  fc.record({
    kind: fc.constant('volume' as const),
    top: surface,
    base: surface,
    points: points(MOST_POINTS),
  }),
  fc.tuple(number, fc.integer({ min: 1, max: 500 }), points(MOST_POINTS)).map(([low, height, at]) => ({
    kind: 'block' as const,
    low,
    high: Number((low + height).toFixed(3)),
    points: at,
  })),
);

describe('a measurement in the link', () => {
  test('reads back as it was', () => {
    fc.assert(
      fc.property(measurement, (measure) => {
        const written = MEASURE_FIELD.write({ ...DEFAULT_VIEW, measure })!;
        expect(MEASURE_FIELD.read(written)).toEqual({ measure });
      }),
    );
    expect(MEASURE_FIELD.write(DEFAULT_VIEW)).toBeNull();
  });

  test('is readable', () => {
    const measure: Measurement = {
      kind: 'volume',
      top: { kind: 'ground' },
      base: { kind: 'base', unit: 'Q_1' },
      points: [[1.5, -2, 3]],
    };
    expect(MEASURE_FIELD.write({ ...DEFAULT_VIEW, measure })).toBe('volume_ground_base.Q%5F1_1.5_-2_3');
  });

  test.each([
    'ruler_1_2_3',
    'distance_1_2',
    'distance_1_2_x',
    'distance_1_2_3_4_5_6_7_8_9',
    'volume_ground_1_2_3',
    'volume_ground_base._1_2_3',
    'volume_ground_base.%E0%A4%A_1_2_3',
    'block_10_5_1_2_3',
    'block_10_1_2_3',
  ])('%s is not understood', (value) => {
    expect(MEASURE_FIELD.read(value)).toBeNull();
  });
});
