import { RISK_LEVELS } from '../contracts/county.ts';
import { type WorstGrade, worstOf } from './worst-of.ts';

type RiskLevel = (typeof RISK_LEVELS)[number];

export interface GradedMine {
  readonly mine: string;
  readonly grades: Readonly<Record<string, RiskLevel | null>>;
  readonly worst: WorstGrade<RiskLevel, string>;
}

/**
 * The disaster grade of every mine: the worst of its kinds. A kind that any mine of the county is graded in is asked of all of them: where it
 * is not graded it is unknown, and not harmless. The worst mines come first, and of equal ones those with more unknown.
 */
export const gradeMines = (
  mines: readonly { readonly id: string; readonly disasterGrades: Readonly<Record<string, RiskLevel>> }[],
): GradedMine[] => {
  const kinds = [...new Set(mines.flatMap(({ disasterGrades }) => Object.keys(disasterGrades)))].sort();
  const order = ({ worst }: GradedMine): number =>
    worst.grade === null ? RISK_LEVELS.length : RISK_LEVELS.indexOf(worst.grade);
  return mines
    .map(({ id, disasterGrades }): GradedMine => {
      const grades = Object.fromEntries(kinds.map((kind) => [kind, disasterGrades[kind] ?? null]));
      return { mine: id, grades, worst: worstOf(grades, RISK_LEVELS) };
    })
    .sort((a, b) => order(a) - order(b) || b.worst.ungraded.length - a.worst.ungraded.length);
};
