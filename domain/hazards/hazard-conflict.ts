import type { Hazard } from '../contracts/hazard.ts';
import { type HazardDifference, hazardDifference, withField } from './hazard-difference.ts';
import { canonicalJson } from './ledger-chain.ts';

/** A part of a hazard that two people left unlike: a field, or a piece of evidence, which is taken whole. */
export interface UnlikePart {
  /** Unique in the hazard. */
  readonly key: string;
  /** From theirs to mine. */
  readonly difference: HazardDifference;
  /** Who changed it since the version that I began with. */
  readonly by: 'me' | 'them' | 'both';
}

const keyOf = (one: HazardDifference): string => (one.kind === 'field' ? one.field : `evidence ${one.id}`);

/**
 * Mine with its new evidence under ids that theirs does not have: two people who each add a piece give it the same next number, and it is
 * still two pieces.
 * @param freeId an id that is not among those that are taken
 */
export const withFreeEvidence = (
  base: Hazard,
  mine: Hazard,
  theirs: Hazard,
  freeId: (taken: ReadonlySet<string>) => string,
): Hazard => {
  const before = new Set(base.evidence.map(({ id }) => id));
  const taken = new Map(theirs.evidence.map((one) => [one.id, canonicalJson(one)]));
  const ids = new Set([...taken.keys(), ...mine.evidence.map(({ id }) => id)]);
  return {
    ...mine,
    evidence: mine.evidence.map((one) => {
      const other = taken.get(one.id);
      if (before.has(one.id) || other === undefined || other === canonicalJson(one)) return one;
      const id = freeId(ids);
      ids.add(id);
      return { ...one, id };
    }),
  };
};

/** Where mine differs from what stands in the ledger now. @param base what I began with */
export const unlikeParts = (base: Hazard, mine: Hazard, theirs: Hazard): UnlikePart[] => {
  const mineChanged = new Set(hazardDifference(base, mine).map(keyOf));
  const theirsChanged = new Set(hazardDifference(base, theirs).map(keyOf));
  return hazardDifference(theirs, mine).map((difference) => {
    const key = keyOf(difference);
    const [isMine, isTheirs] = [mineChanged.has(key), theirsChanged.has(key)];
    return { key, difference, by: isMine && isTheirs ? 'both' : isMine ? 'me' : 'them' };
  });
};

/** What stands in the ledger now, with these parts as I have them. @param keys as unlikeParts gives them */
export const withMyParts = (theirs: Hazard, mine: Hazard, keys: ReadonlySet<string>): Hazard => {
  let hazard = theirs;
  const evidence = new Map(theirs.evidence.map((one) => [one.id, one]));
  for (const one of hazardDifference(theirs, mine)) {
    if (!keys.has(keyOf(one))) continue;
    if (one.kind === 'field') hazard = withField(hazard, one.field, mine);
    else if (one.kind === 'evidence-removed') evidence.delete(one.id);
    else evidence.set(one.id, mine.evidence.find(({ id }) => id === one.id)!);
  }
  return { ...hazard, evidence: [...evidence.values()] };
};
