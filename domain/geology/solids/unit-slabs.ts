import type { FaultBlock, GeologicalModel } from '../geological-model.ts';

/** A unit of one block at the grid's nodes; what bounds two units is the same number in both. NaN where not known. */
export interface UnitSlab {
  /** ENU up; base ≤ top, and either equal or THINNEST apart at least. */
  readonly top: Float64Array;
  readonly base: Float64Array;
  /** Standard deviation, metres; NaN where the unit just goes on to the model's floor. */
  readonly topDeviation: Float64Array;
  readonly baseDeviation: Float64Array;
}

/** What is thinner is absent: metres. No survey tells a bed of a few centimetres between two holes, and no eye a sliver. */
export const THINNEST = 0.05;

/**
 * Every unit of a block between the ground and the model's floor, before faults cut it: what `columnAt` says, at the nodes.
 * A unit whose own base or whose top is not known is not there; the lowest goes on to the floor where nobody met its base.
 */
export const unitSlabs = (
  { ground, floor, units }: Pick<GeologicalModel, 'ground' | 'floor' | 'units'>,
  block: Pick<FaultBlock, 'bases'>,
): UnitSlab[] => {
  const nodes = ground.up.length;
  const slabs = units.map((): UnitSlab => {
    const unknown = () => new Float64Array(nodes).fill(Number.NaN);
    return { top: unknown(), base: unknown(), topDeviation: unknown(), baseDeviation: unknown() };
  });
  for (let k = 0; k < nodes; k++) {
    let top = ground.up[k]!;
    if (!(top > floor)) continue;
    let deviation = ground.deviation[k]!;
    /** Of several units whose bases are not known, nobody can say where one ends and the next begins. */
    let unsure = false;
    for (let u = 0; u < units.length; u++) {
      const horizon = block.bases[u]!;
      const known = !Number.isNaN(horizon.up[k]!);
      if (!known && (u < units.length - 1 || unsure)) {
        unsure = true;
        continue;
      }
      const wanted = known ? horizon.up[k]! : floor;
      let base = Math.max(floor, Math.min(top, wanted));
      if (top - base < THINNEST) base = top;
      const reached = known && wanted >= floor;
      const baseDeviation = base === top ? deviation : reached ? horizon.deviation[k]! : Number.NaN;
      if (!unsure) {
        const slab = slabs[u]!;
        slab.top[k] = top;
        slab.base[k] = base;
        slab.topDeviation[k] = deviation;
        slab.baseDeviation[k] = baseDeviation;
      }
      unsure = false;
      top = base;
      deviation = baseDeviation;
    }
  }
  return slabs;
};
