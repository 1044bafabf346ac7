import type { Bilingual } from '../contracts/bilingual.ts';
import type { Fill } from './drawing.ts';
import { patternOfNames } from './rock-patterns.ts';

/** The look of a rock: its colour, and the pattern its names call for; none where its names say nothing. */
export const rockFill = (colour: string, { zh, en }: Bilingual): Fill => {
  const pattern = patternOfNames(zh, en);
  return { colour, ...(pattern ? { pattern, patternColour: '#3a3a3a' } : {}) };
};
