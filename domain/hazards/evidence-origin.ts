import type { Evidence } from '../contracts/hazard.ts';

/** A version as far as it tells who brought which evidence. */
export interface BringingVersion {
  readonly account: string;
  readonly evidence: readonly Pick<Evidence, 'id'>[];
}

/** Ids of the evidence that an account brought into a hazard. @param versions of the hazard, oldest first */
export const evidenceBroughtBy = (
  account: string,
  versions: readonly BringingVersion[],
): ReadonlySet<string> => {
  const seen = new Set<string>();
  const own = new Set<string>();
  for (const version of versions)
    for (const { id } of version.evidence) {
      if (!seen.has(id) && version.account === account) own.add(id);
      seen.add(id);
    }
  return own;
};
