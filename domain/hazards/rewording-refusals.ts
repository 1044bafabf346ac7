import { type Hazard, STAYS_BY_NATURE, type Treatment } from '../contracts/hazard.ts';
import type { LedgerRefusal } from '../contracts/ledger.ts';
import { canonicalJson } from './ledger-chain.ts';
import { refusal } from './refuser.ts';
import { hasBegun } from './treated-evidence.ts';

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** It asks for less than it did, or for something else that cannot be compared, or for nothing any more. */
export const isEased = (before: Treatment['target'], after: Treatment['target']): boolean => {
  if (before === null || same(before, after)) return false;
  if (after === null || after.metric !== before.metric || after.unit !== before.unit) return true;
  if (after.direction !== before.direction) return true;
  return before.direction === 'at-least' ? after.value < before.value : after.value > before.value;
};

/** It becomes one of those that may still be there when they are closed. */
export const becomesLasting = (before: Pick<Hazard, 'category'>, after: Pick<Hazard, 'category'>): boolean =>
  !STAYS_BY_NATURE.has(before.category) && STAYS_BY_NATURE.has(after.category);

/**
 * What is said of a hazard in other words, so that something else is asked of it. Mistakes happen: the county, which decides, may put them right.
 */
export const rewordingRefusals = ({
  before,
  after,
  rights,
}: {
  readonly before: Hazard | null;
  readonly after: Hazard;
  readonly rights: { readonly accept: boolean };
}): LedgerRefusal[] => {
  // What is accepted or closed stays as it is anyway.
  if (before === null || rights.accept || after.state === 'accepted' || after.state === 'closed') return [];
  const refusals: LedgerRefusal[] = [];
  if (before.evidence.length > 0) {
    if (!same(before.found, after.found)) refusals.push(refusal('found-stands', 'found'));
    if (before.category !== after.category && !same(before.place, after.place))
      refusals.push(refusal('becomes-another', 'category'));
  }
  if (hasBegun(before)) {
    if (becomesLasting(before, after)) refusals.push(refusal('category-eased', 'category', after.category));
    if (isEased(before.treatment.target, after.treatment.target))
      refusals.push(refusal('target-eased', 'treatment.target'));
  }
  return refusals;
};
