import { expect, test } from 'vitest';
import { direction } from './direction.ts';

const minutes = Array.from({ length: 24 }, (_, i) => i * 300_000);
/** Repeats without a trend; no clock and no chance in it. */
const swing = (i: number) => [0.3, -0.2, 0.1, -0.35, 0.25, -0.1][i % 6]!;

test('a value that climbs through its noise rises; one that only swings is steady', () => {
  expect(
    direction(
      minutes,
      minutes.map((_, i) => i * 0.2 + swing(i)),
    ),
  ).toBe('rising');
  expect(
    direction(
      minutes,
      minutes.map((_, i) => -i * 0.2 + swing(i)),
    ),
  ).toBe('falling');
  expect(
    direction(
      minutes,
      minutes.map((_, i) => swing(i)),
    ),
  ).toBe('steady');
  expect(
    direction(
      minutes,
      minutes.map(() => 5),
    ),
  ).toBe('steady');
});

test('too few values have no direction', () => {
  expect(
    direction(
      minutes,
      minutes.map((_, i) => (i < 4 ? i : null)),
    ),
  ).toBe('unknown');
  expect(direction([], [])).toBe('unknown');
});
