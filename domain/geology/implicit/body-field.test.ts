import { expect, test } from 'vitest';
import { bodyField, MOST_SAMPLES } from './body-field.ts';
import { type BodyStretch, type SignedSample, signedSamples } from './signed-samples.ts';

/** A lens that lies flat, 240 × 160 × 40 m. */
const isIn = (x: number, y: number, z: number) => (x / 120) ** 2 + (y / 80) ** 2 + (z / 20) ** 2 < 1;

/** Vertical holes on a grid, from 60 m above to 60 m below the middle. */
const drilled = (step: number, body = isIn): SignedSample[] => {
  const samples: SignedSample[] = [];
  let hole = 0;
  for (let x = -150; x <= 150; x += step)
    for (let y = -110; y <= 110; y += step) {
      const stretches: BodyStretch[] = [];
      for (let d = 0; d < 120; d += 0.5)
        stretches.push({ from: d, to: d + 0.5, isInside: body(x, y, 59.75 - d) });
      samples.push(...signedSamples(stretches, hole++, (d) => [x, y, 60 - d], { spacing: 8, most: 40 }));
    }
  return samples;
};
const PLANE = { dipDirection: 0, dip: 0, across: 0.3 };

test('the field is nothing on every contact, and right of sign where nobody drilled', () => {
  const samples = drilled(50);
  const field = bodyField(samples, { reach: 80, plane: PLANE })!;
  for (const { at, isContact, value } of samples) {
    if (isContact) expect(Math.abs(field.at(...at))).toBeLessThan(0.3);
    else if (Math.abs(value) > 2) expect(field.at(...at) > 0).toBe(value > 0);
  }
  let [right, all] = [0, 0];
  for (let x = -140; x <= 140; x += 13)
    for (let y = -100; y <= 100; y += 13)
      for (let z = -40; z <= 40; z += 4) {
        all++;
        if (field.at(x, y, z) > 0 === isIn(x, y, z)) right++;
      }
  expect(right / all).toBeGreaterThan(0.95);
});

test('left-out holes are met as well as the field says, and that is told', () => {
  const { crossValidation } = bodyField(drilled(50), { reach: 80, plane: PLANE })!;
  expect(crossValidation!.holes).toBe(35);
  expect(crossValidation!.contacts).toBeGreaterThan(15);
  expect(crossValidation!.rightSide).toBeGreaterThan(0.85);
  expect(crossValidation!.inside95).toBeGreaterThan(0.8);
});

test('it is sure at a contact, less between holes, and says nothing beyond the reach', () => {
  const samples = drilled(50);
  const field = bodyField(samples, { reach: 60, plane: PLANE })!;
  const contact = samples.find(({ isContact }) => isContact)!.at;
  expect(field.deviation(...contact)).toBeLessThan(0.1);
  expect(field.deviation(25, 15, 10)).toBeGreaterThan(1);
  expect(field.deviation(0, 0, 200)).toBeNaN();
  expect(field.at(0, 0, 200)).toBeLessThan(0);
});

test('a body that no hole leaves, or none meets, has no skin to be found', () => {
  expect(
    bodyField(
      drilled(60, () => true),
      { reach: 80 },
    ),
  ).toBeNull();
  expect(
    bodyField(
      drilled(60, () => false),
      { reach: 80 },
    ),
  ).toBeNull();
});

test('more samples than can be solved are refused', () => {
  const many = Array.from(
    { length: MOST_SAMPLES + 1 },
    (_, i): SignedSample => ({
      at: [i * 5, 0, 0],
      value: i % 2 ? 1 : -1,
      hole: i,
      isContact: false,
    }),
  );
  expect(() => bodyField(many, { reach: 10 })).toThrow(RangeError);
});
