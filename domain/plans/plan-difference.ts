import type { PlanFeature } from '../contracts/plans.ts';

/** What is told as changed: moved or grown by more than this, metres. */
export const MOVED = 0.1;
/** Or by more than this share of its volume. */
export const GROWN = 0.01;

export interface PlanDifference {
  readonly added: readonly PlanFeature[];
  readonly removed: readonly PlanFeature[];
  readonly changed: readonly { readonly before: PlanFeature; readonly after: PlanFeature }[];
  readonly unchanged: readonly PlanFeature[];
}

const keyOf = ({ layer, feature }: PlanFeature): string => `${layer}/${feature}`;

/** What came, went and changed between two plans; a thing is the same thing where layer and id are. */
export const planDifference = (
  before: readonly PlanFeature[],
  after: readonly PlanFeature[],
): PlanDifference => {
  const old = new Map(before.map((feature) => [keyOf(feature), feature]));
  const now = new Set(after.map(keyOf));
  const known = after.flatMap((feature) => {
    const was = old.get(keyOf(feature));
    return was ? [{ before: was, after: feature }] : [];
  });
  return {
    added: after.filter((feature) => !old.has(keyOf(feature))),
    removed: before.filter((feature) => !now.has(keyOf(feature))),
    changed: known.filter((pair) => differs(pair.before, pair.after)),
    unchanged: known.filter((pair) => !differs(pair.before, pair.after)).map(({ after: same }) => same),
  };
};

const differs = (a: PlanFeature, b: PlanFeature): boolean =>
  a.kind !== b.kind ||
  apart(a.low, b.low) ||
  apart(a.high, b.high) ||
  grown(a.volume, b.volume) ||
  boxOf(a).some((value, i) => Math.abs(value - boxOf(b)[i]!) > MOVED);

/** Known and not known differ. */
const apart = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a !== b : Math.abs(a - b) > MOVED;

const grown = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a !== b : Math.abs(a - b) > GROWN * Math.max(a, b);

const boxOf = ({ ring }: PlanFeature): number[] => {
  const [east, north] = [ring.map(([e]) => e), ring.map(([, n]) => n)];
  return [Math.min(...east), Math.max(...east), Math.min(...north), Math.max(...north)];
};
