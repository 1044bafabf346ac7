import { type ColumnPart, columnAt, UNKNOWN } from '../geology/column.ts';
import type { GeologicalModel } from '../geology/geological-model.ts';
import type { GroundField } from '../geology/ground-field.ts';
import { heightAt } from '../geology/horizon-height.ts';
import type { VolumeSurface } from './measurement.ts';

/** Where a vertical line passes through a surface. */
export interface Crossing {
  /** ENU up. */
  readonly up: number;
  /** Standard deviation, metres; NaN where nobody says (at a fault). */
  readonly deviation: number;
}

/**
 * A surface on vertical lines: its crossings from the top down, an odd number of them, as a reverse fault lays rock over itself;
 * what lies under the first and over the second is below the surface, and so on. null: it is not known there.
 */
export type SurfaceLine = (east: number, north: number) => readonly Crossing[] | null;

/** @throws RangeError where a base is asked of a mine without strata, or of a unit it does not have */
export const surfaceLine = (
  surface: VolumeSurface,
  model: GeologicalModel | null,
  ground: GroundField | null,
): SurfaceLine => {
  switch (surface.kind) {
    case 'level': {
      const only: readonly Crossing[] = [{ up: surface.up, deviation: 0 }];
      return () => only;
    }
    case 'ground':
      return (east, north) => {
        if (ground) return known(heightAt(ground.grid, ground.up, east, north), 0);
        if (!model) return null;
        const { grid, ground: top } = model;
        return known(heightAt(grid, top.up, east, north), heightAt(grid, top.deviation, east, north));
      };
    case 'base': {
      const unit = model?.units.findIndex(({ id }) => id === surface.unit) ?? -1;
      if (!model || unit < 0) throw new RangeError(`the mine's strata have no unit ${surface.unit}`);
      return (east, north) => baseCrossings(columnAt(model, east, north), unit);
    }
  }
};

const known = (up: number, deviation: number): readonly Crossing[] | null =>
  Number.isNaN(up) ? null : [{ up, deviation }];

/**
 * Where the base of a unit (index in the column) is met on a vertical line: between rock of it or of units above it and rock of
 * units below it. Of an unknown stretch it is known on which side it lies where its neighbours in the block say so; null where
 * they do not, or where the base is not reached.
 */
export const baseCrossings = (parts: readonly ColumnPart[], unit: number): readonly Crossing[] | null => {
  const found: Crossing[] = [];
  let below = false;
  for (const [i, part] of parts.entries()) {
    const before = parts[i - 1];
    const side = part.unit === UNKNOWN ? sideOfUnknown(parts, i, unit) : part.unit > unit;
    if (side === null) {
      // Under rock that lies below, nobody knows whether a fault brings the upper rock again: it is not supposed to.
      if (below) continue;
      return null;
    }
    if (side === below) continue;
    found.push({ up: part.top, deviation: before?.baseDeviation ?? 0 });
    below = side;
  }
  return below ? found : null;
};

const sideOfUnknown = (parts: readonly ColumnPart[], at: number, unit: number): boolean | null => {
  const { block } = parts[at]!;
  const before = parts[at - 1];
  const after = parts[at + 1];
  if (block === UNKNOWN) return null;
  // What lies under a unit's own base is younger than nothing above it.
  if (before?.block === block && before.baseKind === 'contact' && before.unit >= unit) return true;
  if (after?.block === block && after.unit !== UNKNOWN && after.unit <= unit) return false;
  return null;
};
