import { expect, test } from 'vitest';
import { contactDashes } from './contact-dashes.ts';

const RING = Float64Array.of(0, 50, 160, 50, 160, 0, 0, 0);
const lengthOf = (line: Float64Array): number => {
  let sum = 0;
  for (let i = 2; i < line.length; i += 2)
    sum += Math.hypot(line[i]! - line[i - 2]!, line[i + 1]! - line[i - 1]!);
  return sum;
};
/** The base at t = 0 is a contact, 4 m sure; the rest is the ground and edges. */
const sureness = (_: number, t: number) => ({ deviation: t === 0 ? 4 : 0, isContact: t === 0 });

test('a contact that is sure enough is a whole line with the rest of the outline', () => {
  const [whole, ...more] = contactDashes(RING, sureness, 5);
  expect(more).toEqual([]);
  expect(lengthOf(whole!)).toBeCloseTo(420, 9);
});

test('past the bound the contact is dashed, and only it', () => {
  const lines = contactDashes(RING, sureness, 3);
  expect(lines.length).toBeGreaterThan(9);
  expect(lines.reduce((sum, line) => sum + lengthOf(line), 0)).toBeCloseTo(260 + 100, 9);
  expect(contactDashes(RING, () => ({ deviation: Number.NaN, isContact: true }), 3).length).toBeGreaterThan(
    9,
  );
});

test('both units at a contact draw the same dashes', () => {
  const strokesAt = (ring: Float64Array) =>
    contactDashes(ring, sureness, 3)
      .flatMap((line) =>
        line.length === 4 && line[1] === 0 ? [[line[0]!, line[2]!].sort((a, b) => a - b)] : [],
      )
      .sort((a, b) => a[0]! - b[0]!)
      .slice(1, -1);
  const below = Float64Array.of(0, 0, 160, 0, 160, -40, 0, -40);
  expect(strokesAt(below)[2]).toEqual(strokesAt(RING).find(([from]) => from === strokesAt(below)[2]![0]));
});
