import type { RegisterMine } from '../contracts/county.ts';
import type { MineOnDay } from './mine-on-day.ts';

type RanksOf<Level extends string> = Readonly<Record<Level, number>>;
const WARNING: RanksOf<NonNullable<RegisterMine['warning']>> = { red: 40, orange: 30, yellow: 20, blue: 10 };
const RISK: RanksOf<NonNullable<RegisterMine['risk']>> = { major: 4, larger: 3, general: 2, low: 1 };
const GRADE: RanksOf<NonNullable<RegisterMine['grade']>> = { D: 4, C: 3, B: 1, A: 0 };
/** A mine nobody graded is taken for worse than a good one. */
const UNGRADED = 2;

/** From here on a mine is warned of: no risk and no grade weighs as much. */
export const SEVERITY_OF_WARNED = 10;
/** From here on a mine that nobody warns of is badly off by risk and grade together. */
export const SEVERITY_OF_BAD = 5;

/**
 * Which mine is drawn above and named before another: greater is worse, 0 to 48. An order for pictures, not a judgement: no document
 * asks for it.
 */
export const mineSeverity = ({
  warning,
  risk,
  grade,
}: Pick<MineOnDay, 'warning' | 'risk' | 'grade'>): number =>
  (warning ? WARNING[warning] : 0) + (risk ? RISK[risk] : 0) + (grade ? GRADE[grade] : UNGRADED);
