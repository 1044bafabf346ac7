import { blockOfDistances, faultDistance } from './fault-side.ts';
import type { GeologicalModel } from './geological-model.ts';
import { heightAt } from './horizon-height.ts';

/** What a boundary between two parts of a column is. */
export type BoundaryKind =
  /** The ground. */
  | 'ground'
  /** The base of a unit, as modelled. */
  | 'contact'
  | 'fault'
  /** Where the model begins or ends to know: it is no boundary in the rock. */
  | 'limit';

/** A stretch of the vertical line through one unit in one fault block, or through what is not known. */
export interface ColumnPart {
  /** Index of the unit; −1: not known. */
  readonly unit: number;
  /** Index of the block; −1 where there is none. */
  readonly block: number;
  /** ENU up. */
  readonly top: number;
  readonly base: number;
  readonly baseKind: BoundaryKind;
  /** Standard deviation of the base, metres; NaN where it is no contact. */
  readonly baseDeviation: number;
  /** Index of the fault at the base; −1 where it is none. */
  readonly baseFault: number;
}

export const UNKNOWN = -1;

/** Metres to which a fault is found on a line. */
const FAULT_TOLERANCE = 1e-4;

/**
 * The units from the ground down to the model's floor at (east, north): unknown is a part of its own, and nothing is skipped.
 * Outside the grid, or where the ground is not known, there are no parts. The lowest unit goes on to the floor where its
 * base was never reached.
 */
export const columnAt = (model: GeologicalModel, east: number, north: number): ColumnPart[] => {
  const ground = heightAt(model.grid, model.ground.up, east, north);
  if (!(ground > model.floor)) return [];
  const crossings = faultCrossings(model, east, north, ground);
  const parts: ColumnPart[] = [];
  let top = ground;
  for (let k = 0; k <= crossings.length; k++) {
    const crossing = crossings[k];
    const base = crossing ? crossing.up : model.floor;
    addStretch(model, east, north, { top, base, fault: crossing?.fault ?? -1 }, parts);
    top = base;
  }
  return parts;
};

interface Crossing {
  readonly up: number;
  readonly fault: number;
}

const faultCrossings = (model: GeologicalModel, east: number, north: number, ground: number): Crossing[] => {
  const found: Crossing[] = [];
  model.faults.forEach((fault, index) => {
    const step = Math.max(1, Math.min(fault.offsets.cell, (ground - model.floor) / 8));
    let high = ground;
    let atHigh = faultDistance(fault, east, north, high);
    while (high > model.floor) {
      const low = Math.max(model.floor, high - step);
      const atLow = faultDistance(fault, east, north, low);
      if (atHigh >= 0 !== atLow >= 0) {
        let [a, b] = [high, low];
        while (a - b > FAULT_TOLERANCE) {
          const middle = (a + b) / 2;
          if (faultDistance(fault, east, north, middle) >= 0 === atHigh >= 0) a = middle;
          else b = middle;
        }
        found.push({ up: (a + b) / 2, fault: index });
      }
      high = low;
      atHigh = atLow;
    }
  });
  return found.sort((a, b) => b.up - a.up);
};

const addStretch = (
  model: GeologicalModel,
  east: number,
  north: number,
  stretch: { readonly top: number; readonly base: number; readonly fault: number },
  parts: ColumnPart[],
): void => {
  const { top, base } = stretch;
  const middle = (top + base) / 2;
  const block = blockOfDistances(
    model,
    Float64Array.from(model.faults, (fault) => faultDistance(fault, east, north, middle)),
  );
  let from = top;
  const push = (unit: number, to: number, kind: BoundaryKind, deviation: number): void => {
    const reached = Math.max(to, base);
    if (!(from > reached)) return;
    const cut = to < base;
    const last = parts.at(-1);
    // Crossing a fault that does not bound this block changes nothing.
    const joins =
      last && last.unit === unit && last.block === block && last.base === from && last.baseKind !== 'contact';
    if (joins) parts.pop();
    parts.push({
      unit,
      block,
      top: joins ? last.top : from,
      base: reached,
      baseKind: cut ? (stretch.fault >= 0 ? 'fault' : 'limit') : kind,
      baseDeviation: cut ? Number.NaN : deviation,
      baseFault: cut ? stretch.fault : -1,
    });
    from = reached;
  };
  if (block >= 0) {
    const { bases } = model.blocks[block]!;
    let unsure = false;
    for (let unit = 0; unit < bases.length; unit++) {
      const height = heightAt(model.grid, bases[unit]!.up, east, north);
      if (Number.isNaN(height)) {
        // Nobody reached the bottom of the lowest unit: it is what goes on.
        if (unit === bases.length - 1 && !unsure) push(unit, Number.NEGATIVE_INFINITY, 'limit', Number.NaN);
        unsure = true;
        continue;
      }
      // Of several units whose bases are not known, nobody can say where one ends and the next begins.
      push(
        unsure ? UNKNOWN : unit,
        height,
        'contact',
        heightAt(model.grid, bases[unit]!.deviation, east, north),
      );
      unsure = false;
    }
  }
  push(UNKNOWN, Number.NEGATIVE_INFINITY, 'limit', Number.NaN);
};
