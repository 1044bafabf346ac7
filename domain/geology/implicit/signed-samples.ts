import type { Vec3 } from '../../geometry/bounds.ts';

/** A logged stretch of a hole: in the body, out of it, or (left out of the list) nobody knows. */
export interface BodyStretch {
  readonly from: number;
  readonly to: number;
  readonly isInside: boolean;
}

/** How far a place on a hole is from the body's skin, along the hole: positive inside, negative outside, 0 on it. */
export interface SignedSample {
  readonly at: Vec3;
  readonly value: number;
  /** Index of the hole. */
  readonly hole: number;
  /** On the skin: a logged contact. */
  readonly isContact: boolean;
}

/** Depths are written to the centimetre; smaller gaps and overlaps are rounding. */
const ROUNDING = 0.02;

/**
 * Samples of one hole: every contact, and places between them, `spacing` apart near one and rarer far from any. Distances are along the hole, so they are never
 * too short, and no more than `most`: far away only the side matters. Where a stretch ends at something unlogged its end is no
 * contact, and the distance is taken to the nearest one that is; without any contact it is `most`.
 */
export const signedSamples = (
  stretches: readonly BodyStretch[],
  hole: number,
  at: (depth: number) => Vec3,
  o: { readonly spacing: number; readonly most: number },
): SignedSample[] => {
  const sorted = joined(stretches);
  const contacts: number[] = [];
  for (let i = 1; i < sorted.length; i++) {
    const [before, after] = [sorted[i - 1]!, sorted[i]!];
    if (before.isInside !== after.isInside && after.from - before.to <= ROUNDING) contacts.push(after.from);
  }
  const samples = contacts.map((depth): SignedSample => ({ at: at(depth), value: 0, hole, isContact: true }));
  for (const { from, to, isInside } of sorted) {
    for (let depth = from + Math.min(o.spacing, to - from) / 2; depth < to; ) {
      const far = contacts.reduce((least, contact) => Math.min(least, Math.abs(contact - depth)), o.most);
      samples.push({ at: at(depth), value: isInside ? far : -far, hole, isContact: false });
      depth += Math.max(o.spacing, far / 2);
    }
  }
  return samples;
};

/** By depth, neighbours of one side as one. What overlaps the stretch before it begins where that ended. */
const joined = (stretches: readonly BodyStretch[]): BodyStretch[] => {
  const out: { from: number; to: number; isInside: boolean }[] = [];
  for (const { from, to, isInside } of stretches.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = out.at(-1);
    const start = last ? Math.max(from, last.to) : from;
    if (to - start <= 0) continue;
    if (last && last.isInside === isInside && start - last.to <= ROUNDING) last.to = to;
    else out.push({ from: start, to, isInside });
  }
  return out;
};

/**
 * Stretches of a grade at or above a cutoff, from assays averaged by length over `composite` metres: single assays above and
 * below it in turn are noise and no body. A composite of which less than half was assayed is not known.
 */
export const gradeStretches = (
  assays: readonly { readonly from: number; readonly to: number; readonly grade: number | null }[],
  o: { readonly cutoff: number; readonly composite: number },
): BodyStretch[] => {
  const known = assays.filter(
    (one): one is typeof one & { grade: number } => one.grade !== null && one.to > one.from,
  );
  if (known.length === 0) return [];
  const first = known.reduce((low, { from }) => Math.min(low, from), Number.POSITIVE_INFINITY);
  const last = known.reduce((high, { to }) => Math.max(high, to), Number.NEGATIVE_INFINITY);
  const count = Math.max(1, Math.round((last - first) / o.composite));
  const length = (last - first) / count;
  const found: BodyStretch[] = [];
  for (let k = 0; k < count; k++) {
    const [from, to] = [first + k * length, first + (k + 1) * length];
    let [assayed, metal] = [0, 0];
    for (const one of known) {
      const shared = Math.min(to, one.to) - Math.max(from, one.from);
      if (shared <= 0) continue;
      assayed += shared;
      metal += shared * one.grade;
    }
    if (assayed * 2 >= length) found.push({ from, to, isInside: metal / assayed >= o.cutoff });
  }
  return found;
};
