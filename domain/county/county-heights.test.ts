import { expect, it } from 'vitest';
import { MIDDLE, sampleFeature, sampleMine, square } from './county.test-kit.ts';
import { countyHeights } from './county-heights.ts';

const goaf = (bottom: number, top: number) =>
  sampleFeature({ type: 'prism', rings: [square(MIDDLE, 0.001)], bottom, top });
const right = (bottom: number | null, top: number | null) =>
  sampleMine({ right: { rings: [square(MIDDLE, 0.003)], bottom, top, validUntil: null }, ground: null });

it('holds what is highest and lowest of things, rights and ground, on a plateau as in a plain', () => {
  expect(countyHeights([right(null, null)], [goaf(4180, 4200)])).toEqual({ lowest: 4179, highest: 4201 });
  expect(countyHeights([right(3000, null)], [goaf(4180, 4200)])).toEqual({ lowest: 2999, highest: 4201 });
  const mine = sampleMine({ right: null, ground: { highest: 4870, plusMinus: 5 } });
  expect(countyHeights([mine], [])).toEqual({ lowest: 4869, highest: 4871 });
});

it('leaves a height to rights of which nobody states any', () => {
  expect(countyHeights([right(null, null)], [])).toEqual({ lowest: -1, highest: 1 });
});
