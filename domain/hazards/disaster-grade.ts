import { type RegisterMine, RISK_LEVELS } from '../contracts/county.ts';
import type { DisasterKindsRule } from '../contracts/live/rule-book.ts';
import { type WorstGrade, worstOf } from './worst-of.ts';

type RiskLevel = (typeof RISK_LEVELS)[number];

export interface GradedMine {
  readonly mine: string;
  readonly grades: Readonly<Record<string, RiskLevel | null>>;
  readonly worst: WorstGrade<RiskLevel, string>;
}

/**
 * The disaster grade of every mine: the worst of its kinds. A kind that any mine of the county is graded in, or that the county's
 * rules name for its type, is asked of a mine, whichever mines the reader sees: where it is not graded it is unknown, and not harmless. Where no rule says which
 * kinds there are to ask, nobody knows whether all were graded: the grade is "at least" then. The worst mines come first, and of
 * equal ones those with more unknown.
 */
export const gradeMines = (
  mines: readonly Pick<RegisterMine, 'id' | 'disasterGrades' | 'disasterKinds' | 'gradedKinds'>[],
): GradedMine[] => {
  const anywhere = mines.flatMap(({ disasterGrades }) => Object.keys(disasterGrades));
  const order = ({ worst }: GradedMine): number =>
    worst.grade === null ? RISK_LEVELS.length : RISK_LEVELS.indexOf(worst.grade);
  return mines
    .map(({ id, disasterGrades, disasterKinds, gradedKinds = [] }): GradedMine => {
      const kinds = [...new Set([...anywhere, ...gradedKinds, ...(disasterKinds ?? [])])].sort();
      const grades = Object.fromEntries(kinds.map((kind) => [kind, disasterGrades[kind] ?? null]));
      const worst = worstOf(grades, RISK_LEVELS);
      const mayBeWorse = disasterKinds === null && worst.grade !== null && worst.grade !== RISK_LEVELS[0];
      return { mine: id, grades, worst: { ...worst, atLeast: worst.atLeast || mayBeWorse } };
    })
    .sort((a, b) => order(a) - order(b) || b.worst.ungraded.length - a.worst.ungraded.length);
};

/** The kinds rules ask of a type of mine, each once; null: none speaks of it. */
export const disasterKindsOf = (
  rules: readonly Pick<DisasterKindsRule, 'mineTypes' | 'kinds'>[],
  type: RegisterMine['type'],
): string[] | null => {
  const kinds = rules
    .filter(({ mineTypes }) => mineTypes.length === 0 || mineTypes.includes(type))
    .flatMap((rule) => rule.kinds);
  return kinds.length === 0 ? null : [...new Set(kinds)];
};
