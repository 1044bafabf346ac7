import { expect, it } from 'vitest';
import { neighbourRulesSchema } from '../contracts/neighbours.ts';
import { findNeighbours } from '../neighbours/find-neighbours.ts';
import { MIDDLE, sampleFeature, sampleFrame, sampleMine, square } from './county.test-kit.ts';
import { levelsAsHeights } from './levels-as-heights.ts';
import { mineRecord } from './mine-record.ts';

it('says how high water stands as the register does, and its head over what it may reach, far from the middle', () => {
  const frame = sampleFrame();
  const far: [number, number] = [MIDDLE[0] + 0.2, MIDDLE[1]];
  const prism = (bottom: number, top: number) => ({
    type: 'prism' as const,
    rings: [square(far, 0.004)],
    bottom,
    top,
  });
  const wet = sampleFeature(prism(-40, -20), { holdsWater: true, waterLevel: 30 });
  const dry = sampleFeature(prism(-90, -70), { id: 'b/g1', mine: 'b', holdsWater: false });
  const ground = { frame, heights: { lowest: -100, highest: 100 }, lost: [], day: null };
  const mines = [
    mineRecord(sampleMine(), [wet], null, ground),
    mineRecord(sampleMine({ id: 'b' }), [dry], null, ground),
  ];
  const report = findNeighbours('c', mines, neighbourRulesSchema.parse({}), 100);
  const waterOf = ({ findings }: typeof report) =>
    findings.find(({ check }) => check === 'goafs-distance')!.proofs[0]!.water[0]!;
  expect(waterOf(report).level).toBeLessThan(15);
  const told = waterOf(levelsAsHeights(report, new Map([['a/g1', 30]]), frame));
  expect(told.level).toBe(30);
  expect(told.headMetres).toBeCloseTo(100, 1);
  expect(told.headMegapascals).toBeCloseTo(0.98, 2);
});
