import type { Bilingual } from '../contracts/bilingual.ts';
import { HAZARD_CATEGORIES } from '../contracts/hazard.ts';
import { wordRank } from '../search/word-rank.ts';

/** What is looked through, in lower case. */
export interface SearchedHazard<T> {
  readonly told: T;
  /** Its number and title. */
  readonly own: readonly string[];
  /** And what kind it is, and of which mine. */
  readonly all: readonly string[];
  readonly isDone: boolean;
}

/** @param o.number within its mine @param o.category null: it has none @param o.isDone closed: listed last */
export const searchedHazard = <T>(
  told: T,
  o: {
    readonly number: string;
    readonly title: string;
    readonly category: string | null;
    readonly mine: { readonly id: string; readonly name: Bilingual | null };
    readonly isDone: boolean;
  },
): SearchedHazard<T> => {
  const category =
    o.category === null ? null : HAZARD_CATEGORIES[o.category as keyof typeof HAZARD_CATEGORIES];
  const lower = (texts: readonly (string | null | undefined)[]): string[] =>
    texts.flatMap((text) => (text ? [text.toLowerCase()] : []));
  const own = lower([o.number, o.title]);
  return {
    ...{ told, own, isDone: o.isDone },
    all: [
      ...own,
      ...lower([category?.zh ?? o.category, category?.en, o.mine.id, o.mine.name?.zh, o.mine.name?.en]),
    ],
  };
};

/**
 * Hazards that hold all words of a text: whose number or title begins with the first, then those that hold it, then those that are
 * found by their kind or mine; what is open before what is done with. @param most listed; `more`: so many were found besides
 */
export const findHazards = <T>(
  hazards: readonly SearchedHazard<T>[],
  text: string,
  most: number,
): { readonly found: readonly T[]; readonly more: number } => {
  const rank = wordRank(text);
  if (rank === null) return { found: [], more: 0 };
  const byRank: T[][] = Array.from({ length: 6 }, () => []);
  for (const { told, own, all, isDone } of hazards) {
    const of = rank(own) ?? (rank(all) === null ? null : 2);
    if (of !== null) byRank[of * 2 + (isDone ? 1 : 0)]!.push(told);
  }
  const found = byRank.flat();
  return { found: found.slice(0, most), more: Math.max(0, found.length - most) };
};
