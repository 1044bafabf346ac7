import { expect, it } from 'vitest';
import { areaInPlan } from './plan-polygon.ts';
import { simplifiedRing } from './simplified-ring.ts';

it('keeps the corners of a square and nothing between them, wherever the ring begins', () => {
  const square: [number, number][] = [];
  for (let i = 0; i < 40; i++) {
    const [side, along] = [Math.floor(i / 10), i % 10];
    square.push(
      [
        [along, 0],
        [10, along],
        [10 - along, 10],
        [0, 10 - along],
      ][side] as [number, number],
    );
  }
  for (const from of [0, 3, 17]) {
    const kept = simplifiedRing([...square.slice(from), ...square.slice(0, from)], 0.01);
    expect(new Set(kept.map(String))).toEqual(new Set(['0,0', '10,0', '10,10', '0,10']));
    expect(areaInPlan([kept])).toBe(100);
  }
});

it('leaves out no point that is further off than the tolerance', () => {
  const circle = Array.from({ length: 200 }, (_, i): [number, number] => [
    100 * Math.cos((i * Math.PI) / 100),
    100 * Math.sin((i * Math.PI) / 100),
  ]);
  const kept = simplifiedRing(circle, 1);
  // a chord of 1 m sagitta on a radius of 100 m spans 16.2°: at least 23 of them
  expect(kept.length).toBeGreaterThanOrEqual(22);
  expect(kept.length).toBeLessThan(50);
  expect(areaInPlan([kept])).toBeGreaterThan(0.98 * Math.PI * 100 ** 2);
});
