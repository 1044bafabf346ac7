import type { GeologicalModel } from './geological-model.ts';
import { heightAt } from './horizon-height.ts';

/** How sure the model is of a place within a unit. */
export interface UnitSureness {
  /**
   * Metres, standard deviation: at the unit's top and base that of the contact, between them in proportion to the height, since nothing
   * else is known of what lies between. NaN where neither is known.
   */
  readonly deviation: number;
  /** The place lies on a modelled contact: on the unit's base, or on its top where that is not the ground. */
  readonly isContact: boolean;
}

/** Metres within which a height is that of a contact: corners of cuts lie on it exactly but for rounding. */
const ON_CONTACT = 0.05;

/** @param unit index of the unit, from 0 @param block index of the fault block the place is in */
export const unitDeviation = (
  { grid, ground, blocks }: GeologicalModel,
  { unit, block }: { readonly unit: number; readonly block: number },
  east: number,
  north: number,
  up: number,
): UnitSureness => {
  const { bases } = blocks[block]!;
  const at = (values: Float64Array): number => heightAt(grid, values, east, north);
  const base = bases[unit]!;
  const top = unit > 0 ? bases[unit - 1]! : ground;
  const [low, high] = [at(base.up), at(top.up)];
  const isContact = Math.abs(up - low) <= ON_CONTACT || (unit > 0 && Math.abs(up - high) <= ON_CONTACT);
  if (Number.isNaN(low)) return { deviation: at(top.deviation), isContact };
  if (Number.isNaN(high)) return { deviation: at(base.deviation), isContact };
  const [atLow, atHigh] = [at(base.deviation), at(top.deviation)];
  const share = high - low > 1e-6 ? Math.min(1, Math.max(0, (up - low) / (high - low))) : 0;
  return { deviation: atLow + share * (atHigh - atLow), isContact };
};

/**
 * The greatest standard deviation of a unit's base on the way between two places of it, metres; NaN where the model does not know the
 * base somewhere between, or has no such unit. Each place on the way is asked in the block that holds it.
 * @param blockOf index of the block at a place, −1 where there is none
 */
export const deviationBetween = (
  { grid, units, blocks }: GeologicalModel,
  blockOf: (east: number, north: number, up: number) => number,
  unitId: string,
  [e0, n0, u0]: readonly [number, number, number],
  [e1, n1, u1]: readonly [number, number, number],
): number => {
  const unit = units.findIndex(({ id }) => id === unitId);
  if (unit < 0) return Number.NaN;
  const steps = Math.max(1, Math.ceil((2 * Math.hypot(e1 - e0, n1 - n0)) / grid.cell));
  let most = 0;
  for (let i = 0; i <= steps; i++) {
    const f = i / steps;
    const [east, north] = [e0 + f * (e1 - e0), n0 + f * (n1 - n0)];
    const base = blocks[blockOf(east, north, u0 + f * (u1 - u0))]?.bases[unit];
    const deviation = base ? heightAt(grid, base.deviation, east, north) : Number.NaN;
    if (Number.isNaN(deviation)) return Number.NaN;
    most = Math.max(most, deviation);
  }
  return most;
};
