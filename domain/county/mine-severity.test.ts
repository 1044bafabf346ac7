import { expect, it } from 'vitest';
import { MINE_GRADES, RISK_LEVELS, WARNING_LEVELS } from '../contracts/county.ts';
import { mineSeverity, SEVERITY_OF_BAD, SEVERITY_OF_WARNED } from './mine-severity.ts';

const NOTHING = { warning: null, risk: null, grade: null } as const;
const falls = (severities: readonly number[]): void =>
  expect(severities).toEqual([...new Set(severities)].toSorted((a, b) => b - a));

it('is greater for the worse of each list, and an ungraded mine stands between C and B', () => {
  falls(WARNING_LEVELS.map((warning) => mineSeverity({ ...NOTHING, warning })));
  falls(RISK_LEVELS.map((risk) => mineSeverity({ ...NOTHING, risk })));
  falls((['D', 'C', null, 'B', 'A'] as const).map((grade) => mineSeverity({ ...NOTHING, grade })));
});

it('every warned mine is above every other, and the worst of the others are bad', () => {
  const unwarned = [...RISK_LEVELS, null].flatMap((risk) =>
    [...MINE_GRADES, null].map((grade) => mineSeverity({ warning: null, risk, grade })),
  );
  expect(Math.max(...unwarned)).toBeLessThan(SEVERITY_OF_WARNED);
  for (const warning of WARNING_LEVELS)
    expect(mineSeverity({ ...NOTHING, warning, grade: 'A' })).toBeGreaterThanOrEqual(SEVERITY_OF_WARNED);
  expect(mineSeverity({ ...NOTHING, risk: 'major', grade: 'C' })).toBeGreaterThanOrEqual(SEVERITY_OF_BAD);
  expect(mineSeverity({ ...NOTHING, risk: 'low', grade: 'A' })).toBeLessThan(SEVERITY_OF_BAD);
});
