import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownMetres } from './watched-places.ts';

const metre = fc.double({ min: -500, max: 500, noNaN: true });
const point = fc.tuple(metre, metre, metre);

test('who is within a reader’s own metres is nearer to it than to any other', () => {
  fc.assert(
    fc.property(point, fc.array(point, { minLength: 1, maxLength: 8 }), point, (at, others, direction) => {
      const own = ownMetres(350, at, others);
      const length = Math.hypot(...direction) || 1;
      const tag = at.map((v, i) => v + (direction[i]! / length) * own);
      const away = (to: readonly number[]) => Math.hypot(...tag.map((v, i) => v - to[i]!));
      for (const other of others) expect(away(at)).toBeLessThanOrEqual(away(other) + 1e-9);
    }),
  );
});

test('a reader alone is sure of half its range', () => {
  expect(ownMetres(350, [0, 0, 0], [])).toBe(175);
  expect(ownMetres(350, [0, 0, 0], [[0, 0, 60]])).toBeCloseTo(27, 12);
});
