import type { Vec3 } from '../../geometry/bounds.ts';
import { faultDistance } from '../fault-side.ts';
import type { FaultSurface } from '../geological-model.ts';
import { faultSlip } from './fault-surface.ts';

/** A block of ground between faults, before its horizons are known. */
export interface BlockFrame {
  /** As `FaultBlock.sides`. */
  readonly sides: Int8Array;
  /** How far its rock has moved against the footwalls of all faults with a known throw: taking it back restores it. */
  readonly moved: Vec3;
  /** Blocks of one number differ by known throws only, so contacts of one speak for all of them. */
  readonly family: number;
}

export interface BlockIndex {
  readonly blocks: readonly BlockFrame[];
  /** Index of the block of a point. A point of a block met for the first time adds it. */
  blockOf(at: Vec3): number;
}

/**
 * The blocks that faults make, found from the points asked for: of n faults 2ⁿ blocks can be thought of, and only those
 * that the model reaches into are needed.
 */
export const createBlockIndex = (faults: readonly FaultSurface[]): BlockIndex => {
  const before = order(faults);
  const ownSide = faults.map((fault) => (fault.endsAt === null ? 0 : sideOf(fault, faults[fault.endsAt]!)));
  const slips = faults.map(faultSlip);
  const blocks: BlockFrame[] = [];
  const byKey = new Map<string, number>();
  const families = new Map<string, number>();
  return {
    blocks,
    blockOf(at) {
      const sides = new Int8Array(faults.length);
      for (const f of before) {
        const { endsAt } = faults[f]!;
        // Beyond the fault it ends at, a fault is not there.
        const isThere = endsAt === null || sides[endsAt] === 0 || sides[endsAt] === ownSide[f];
        if (isThere) sides[f] = faultDistance(faults[f]!, at[0], at[1], at[2]) >= 0 ? 1 : -1;
      }
      const key = sides.join();
      const found = byKey.get(key);
      if (found !== undefined) return found;
      const moved: [number, number, number] = [0, 0, 0];
      let apart = '';
      sides.forEach((side, f) => {
        const slip = slips[f]!;
        if (!slip) apart += side > 0 ? '+' : '-';
        else if (side > 0) for (let k = 0; k < 3; k++) moved[k]! += slip[k]!;
      });
      if (!families.has(apart)) families.set(apart, families.size);
      byKey.set(key, blocks.length);
      blocks.push({ sides, moved, family: families.get(apart)! });
      return blocks.length - 1;
    },
  };
};

/** Faults so that each comes after the one it ends at. @throws RangeError where faults end at each other in a ring */
const order = (faults: readonly FaultSurface[]): number[] => {
  const done: number[] = [];
  const state = new Int8Array(faults.length);
  const visit = (f: number): void => {
    if (state[f] === 2) return;
    if (state[f] === 1) throw new RangeError(`faults end at each other in a ring: ${faults[f]!.id}`);
    state[f] = 1;
    const { endsAt } = faults[f]!;
    if (endsAt !== null) visit(endsAt);
    state[f] = 2;
    done.push(f);
  };
  faults.forEach((_, f) => {
    visit(f);
  });
  return done;
};

/** On which side of another fault most of a fault's sheet lies. */
const sideOf = ({ sheet: { positions } }: FaultSurface, other: FaultSurface): 1 | -1 => {
  let sum = 0;
  for (let i = 0; i < positions.length; i += 3)
    sum += faultDistance(other, positions[i]!, positions[i + 1]!, positions[i + 2]!) >= 0 ? 1 : -1;
  return sum >= 0 ? 1 : -1;
};
