import { expect, it } from 'vitest';
import { neighboursReportSchema } from '../contracts/neighbours.ts';
import { findNeighbours } from './find-neighbours.ts';
import { mine, rule, rulesOf, SAID, solid } from './small-county.test-kit.ts';
import { withSubsidenceZones } from './with-subsidence-zones.ts';

const MINES = [
  mine('alder', [solid('a', 'goaf', [0, 0, -100], [100, 100, -90])]),
  mine('birch', [solid('b', 'goaf', [250, 0, -100], [350, 100, -90])]),
];
const RULES = { ...rulesOf(rule('subsidence-overlap')), drawAngles: [] };
const with45 = { ...RULES, drawAngles: [{ id: 'D', degrees: 45, mines: [], ...SAID }] };
const told = (rules: typeof with45 | typeof RULES) =>
  neighboursReportSchema.parse(withSubsidenceZones(findNeighbours('c', MINES, rules, 50), MINES, rules));

it('shows the ground both goafs may pull down, and how much of it', () => {
  const [finding] = told(with45).findings.filter(({ check }) => check === 'subsidence-overlap');
  const [{ zones, distance }] = finding!.proofs as [NonNullable<typeof finding>['proofs'][number]];
  expect(distance).toBeCloseTo(-50, 6);
  expect(zones).toMatchObject({ ground: 0, here: [expect.anything()], there: [expect.anything()] });
  // A strip of 50 by 100 m between straight edges, and a cap at each end where round corners cross.
  const caps = 2 * (100 ** 2 * Math.acos(0.75) - 75 * Math.sqrt(100 ** 2 - 75 ** 2));
  expect(zones!.squareMetres! / (50 * 100 + caps)).toBeCloseTo(1, 1);
  expect(zones!.least!).toBeLessThan(zones!.squareMetres!);
  expect(zones!.most!).toBeGreaterThan(zones!.squareMetres!);
});

it('draws nothing where no draw angle is configured: that is a gap of the report', () => {
  const report = told(RULES);
  expect(report.findings.filter(({ check }) => check === 'subsidence-overlap')).toEqual([]);
  expect(
    report.gaps.some(
      ({ check, settles }) => check === 'subsidence-overlap' && settles.do === 'configure-draw-angle',
    ),
  ).toBe(true);
});
