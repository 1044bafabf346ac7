import type { EvidenceMethod } from '../contracts/driving.ts';
import type { Evidence } from '../contracts/hazard.ts';

/**
 * How well a hazard is known: the plans ask that geophysics, drilling and geochemistry confirm one another, and forbid
 * surveys on paper.
 */
export type Corroboration =
  /** Two independent methods say it is there, none says it is not. */
  | 'proven'
  /** One method says so. */
  | 'inferred'
  /** One says it is there, another that it is not. */
  | 'contradicted'
  /** Methods say it is not there, none that it is. */
  | 'refuted'
  /** Nobody has looked: at most papers speak of it, or what was found is unclear. */
  | 'unverified';

export interface CrossValidation {
  readonly status: Corroboration;
  /** Methods that say it is there, that it is not, and that could not tell; in the order of METHODS_THAT_PROVE. */
  readonly present: readonly EvidenceMethod[];
  readonly absent: readonly EvidenceMethod[];
  readonly unclear: readonly EvidenceMethod[];
}

/** Methods that go and look. An old plan or hearsay is a reason to look and proves nothing. */
export const METHODS_THAT_PROVE = [
  'geophysics',
  'drilling',
  'geochemistry',
  'survey',
] as const satisfies readonly EvidenceMethod[];

/**
 * What the evidence amounts to. Evidence that later evidence says it replaces no longer counts; two results of one method
 * that disagree, without one replacing the other, contradict each other like those of two.
 */
export const crossValidation = (evidence: readonly Evidence[]): CrossValidation => {
  const replaced = new Set(evidence.flatMap(({ replaces }) => replaces ?? []));
  const standing = evidence.filter(({ id }) => !replaced.has(id));
  const saying = (says: Evidence['says']): EvidenceMethod[] =>
    METHODS_THAT_PROVE.filter((method) => standing.some((one) => one.method === method && one.says === says));
  const [present, absent, unclear] = [saying('present'), saying('absent'), saying('unclear')];
  const status: Corroboration =
    present.length > 0 && absent.length > 0
      ? 'contradicted'
      : present.length >= 2
        ? 'proven'
        : present.length === 1
          ? 'inferred'
          : absent.length > 0
            ? 'refuted'
            : 'unverified';
  return { status, present, absent, unclear };
};
