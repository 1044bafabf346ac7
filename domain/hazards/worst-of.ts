/**
 * The worst of several grades and what raised it (就高不就低): a mine is as dangerous as its most dangerous kind of disaster.
 * What was not graded is not harmless: it is listed, and where it might be worse than the worst known the whole is "at least".
 */
export interface WorstGrade<G extends string, K extends string> {
  /** null: nothing was graded. */
  readonly grade: G | null;
  /** Kinds that have it. */
  readonly raisedBy: readonly K[];
  /** Kinds nobody graded. */
  readonly ungraded: readonly K[];
  /** The true grade may be worse: something is ungraded, and there is a worse grade than the one found. */
  readonly atLeast: boolean;
}

/** @param worstFirst every grade there is */
export const worstOf = <G extends string, K extends string>(
  grades: Readonly<Record<K, G | null>>,
  worstFirst: readonly G[],
): WorstGrade<G, K> => {
  const kinds = Object.keys(grades) as K[];
  const grade = worstFirst.find((one) => kinds.some((kind) => grades[kind] === one)) ?? null;
  const ungraded = kinds.filter((kind) => grades[kind] === null);
  return {
    grade,
    raisedBy: grade === null ? [] : kinds.filter((kind) => grades[kind] === grade),
    ungraded,
    atLeast: ungraded.length > 0 && grade !== worstFirst[0],
  };
};
