import { expect, it } from 'vitest';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import { inrushCoefficient } from './inrush-coefficient.ts';
import { block, heading, obstacle } from './scene.test-kit.ts';

const rule = (id: string, value: number): LayoutRule => ({
  ...{
    id,
    check: 'inrush-coefficient',
    op: '>',
    value,
    unit: 'MPa/m',
    coalOnly: true,
    mineTypes: [],
    mineSizes: [],
  },
  ...{ jurisdiction: '煤矿', clause: '煤矿防治水细则', status: 'value seen; assignment unverified' },
});
const RULES = [rule('INRUSH_STRUCT', 0.06), rule('INRUSH_NORMAL', 0.1)];
const aquifer = (level: number | null) =>
  obstacle({ id: 'A', kind: 'aquifer', body: block(210, 220), water: { level } });

it('is the pressure at the nearest point over the rock there, beside both bounds', () => {
  const found = inrushCoefficient(heading().heading, aquifer(81.5), RULES)!;
  // 10 m of rock; the height of the nearest point lies somewhere on the face.
  expect(found.rockMetres).toBeCloseTo(10, 9);
  expect(found.coefficient).toBeCloseTo(found.megapascals / 10, 12);
  expect(found.coefficient).toBeGreaterThan(0.0768);
  expect(found.coefficient).toBeLessThan(0.08);
  expect(found.against.map(({ rule, exceeded }) => [rule.id, rule.coalOnly, exceeded])).toEqual([
    ['INRUSH_STRUCT', true, true],
    ['INRUSH_NORMAL', true, false],
  ]);
});

it('is nothing without water, without a level, or without rock', () => {
  expect(inrushCoefficient(heading().heading, aquifer(null), RULES)).toBeNull();
  expect(inrushCoefficient(heading().heading, aquifer(-50), RULES)).toBeNull();
  expect(inrushCoefficient(heading().heading, obstacle({ body: block(210, 220) }), RULES)).toBeNull();
  expect(inrushCoefficient(heading().heading, { ...aquifer(81.5), body: block(150, 220) }, RULES)).toBeNull();
});
