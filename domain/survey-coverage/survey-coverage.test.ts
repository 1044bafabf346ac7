import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyCoverageSchema } from '../contracts/survey-coverage.ts';
import { isInPlan, type PlanPolygon } from '../geometry/plan-polygon.ts';
import { radii, star } from '../geometry/sample-solids.test-kit.ts';
import { type SurveyCoverageInput, surveyCoverage } from './survey-coverage.ts';

const rectangle = (x: number, y: number, width: number, height: number): PlanPolygon => [
  [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
];
const said = { jurisdiction: '济宁', clause: 'JN矿 4(2)', status: 'source document' };
const coverage = (parts: Partial<SurveyCoverageInput> = {}) =>
  surveyCoverage({
    planned: { years: 1, polygons: [rectangle(0, 0, 100, 100)] },
    surveyed: [rectangle(0, 0, 60, 100), rectangle(50, 0, 30, 50)],
    rules: [
      { id: 'SURVEY_NEXT_YEAR', when: 'producing', years: 1, yearlyBy: '09-30', ...said },
      { id: 'SURVEY_RESUMPTION', when: 'resumption', years: 3, ...said },
      { id: 'SURVEY_5', when: 'producing', years: 5, dueBy: '2024-12-31', ...said },
    ],
    state: 'producing',
    today: '2026-09-28',
    ...parts,
  });

describe('surveyCoverage', () => {
  it('tells the share, the gaps, and the days left', () => {
    const found = coverage();
    expect(surveyCoverageSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(found).toMatchObject({ plannedArea: 10_000, coveredArea: expect.closeTo(7_000, 6) });
    expect(found.share).toBeCloseTo(0.7, 9);
    expect(found.gaps).toHaveLength(1);
    expect(found.gaps[0]!.area).toBeCloseTo(3_000, 6);
    expect(
      found.scopes.map(({ rule, due, daysLeft, yearsMet }) => [rule.id, due, daysLeft, yearsMet]),
    ).toEqual([
      ['SURVEY_NEXT_YEAR', '2026-09-30', 2, true],
      ['SURVEY_5', '2024-12-31', -636, false],
    ]);
  });

  it('counts the days across the year, the last day included', () => {
    const left = (today: string) => coverage({ today }).scopes[0]!;
    expect(left('2026-09-30')).toMatchObject({ due: '2026-09-30', daysLeft: 0 });
    expect(left('2026-10-01')).toMatchObject({ due: '2027-09-30', daysLeft: 364 });
    expect(left('2027-10-01')).toMatchObject({ due: '2028-09-30', daysLeft: 365 });
    expect(() => left('30.9.2026')).toThrow(/YYYY-MM-DD/);
  });

  it('asks three years before a resumption', () => {
    const scopes = coverage({ state: 'resumption' }).scopes;
    expect(scopes).toEqual([
      {
        rule: { id: 'SURVEY_RESUMPTION', ...said, note: null },
        years: 3,
        yearsMet: false,
        due: null,
        daysLeft: null,
      },
    ]);
  });

  it('knows nothing surveyed from nothing planned', () => {
    expect(coverage({ surveyed: [] })).toMatchObject({ share: 0, coveredArea: 0, gaps: [{ area: 10_000 }] });
    expect(coverage({ planned: { years: 1, polygons: [] } })).toMatchObject({ share: null, gaps: [] });
  });

  it('has gaps exactly where it is planned and not surveyed', () => {
    fc.assert(
      fc.property(radii, radii, radii, (a, b, c) => {
        const at = (r: number[], x: number): PlanPolygon => [star(r, () => 0).map(([u, v]) => [u + x, v])];
        const planned = [at(a, 0)];
        const surveyed = [at(b, 25), at(c, -40)];
        const found = coverage({ planned: { years: 1, polygons: planned }, surveyed });
        let [inGap, inPlanned] = [0, 0];
        for (let x = -60; x < 60; x += 4)
          for (let y = -60; y < 60; y += 4) {
            const [u, v] = [x + 0.137, y + 0.173];
            const truth = isInPlan(planned[0]!, u, v) && !surveyed.some((one) => isInPlan(one, u, v));
            const told = found.gaps.some(({ rings }) => isInPlan(rings, u, v));
            inPlanned++;
            // On a border rounding decides.
            if (truth !== told) inGap++;
          }
        expect(inGap).toBeLessThanOrEqual(inPlanned * 0.002);
        const gapArea = found.gaps.reduce((sum, { area }) => sum + area, 0);
        expect(found.coveredArea + gapArea).toBeCloseTo(found.plannedArea, 0);
      }),
    );
  });
});
