import type { Vec3 } from '../../geometry/bounds.ts';
import type { BlockFrame } from '../faults/fault-blocks.ts';
import type { GridSpec, HorizonGrid } from '../geological-model.ts';
import { heightAt } from '../horizon-height.ts';
import type { KrigingData } from '../kriging/kriging-data.ts';
import type { Observations, SeenContact } from './observations.ts';
import type { SurfaceBound } from './surface-fit.ts';

/** What one family of blocks knows of the base of a unit: values where the rock lay before the faults moved it. */
export interface FamilyData {
  readonly data: KrigingData;
  readonly bounds: readonly SurfaceBound[];
  /** One for each value: where it comes from. */
  readonly sources: readonly SeenContact[];
  /** One for each bound: the hole it comes from. */
  readonly boundHoles: readonly number[];
  /** Values that are a logged base; the rest are places where the unit is missing. */
  readonly contacts: number;
}

export interface BaseQuestion {
  readonly unit: number;
  readonly interpolate: 'elevation' | 'thickness';
  readonly youngerThanFaults: boolean;
  readonly grid: GridSpec;
  readonly observations: Observations;
  readonly blocks: readonly BlockFrame[];
  readonly blockOf: (at: Vec3) => number;
  /** By block: the base above, from which thicknesses are measured. */
  readonly above: readonly HorizonGrid[];
}

const STILL: Vec3 = [0, 0, 0];

/** By how much a block's rock has moved, for a unit that the faults may not have touched. */
export const movementOf = (
  block: BlockFrame,
  unit: { readonly youngerThanFaults: boolean },
): { readonly moved: Vec3; readonly family: number } =>
  unit.youngerThanFaults ? { moved: STILL, family: 0 } : block;

/**
 * Contacts, absences and bounds of one base as numbers to be kriged, by family. Elevations: a unit that is missing was
 * eroded, so its base had lain above. Thicknesses: from the base above as modelled there, whose own doubt is the value's
 * error; nothing where it is missing; what would be less than nothing is nothing, and the miss is seen afterwards.
 */
export const baseData = (q: BaseQuestion): Map<number, FamilyData> => {
  const drafts = new Map<number, Draft>();
  const draftOf = (family: number): Draft => {
    const found = drafts.get(family) ?? emptyDraft();
    drafts.set(family, found);
    return found;
  };
  const place = (at: Vec3) => {
    const b = q.blockOf(at);
    const { moved, family } = movementOf(q.blocks[b]!, q);
    const above = q.above[b]!;
    return {
      draft: draftOf(family),
      x: at[0] - moved[0],
      y: at[1] - moved[1],
      up: at[2] - moved[2],
      thickness: heightAt(q.grid, above.up, at[0], at[1]) - at[2],
      error: heightAt(q.grid, above.deviation, at[0], at[1]),
    };
  };
  const isThickness = q.interpolate === 'thickness';
  const own = <T extends { readonly unit: number }>(all: readonly T[]) =>
    all.filter(({ unit }) => unit === q.unit);
  const value = (source: SeenContact, isMissing: boolean): void => {
    const { draft, x, y, up, thickness, error } = place(source.at);
    if (isThickness && Number.isNaN(thickness)) return;
    draft.x.push(x);
    draft.y.push(y);
    draft.z.push(isThickness ? (isMissing ? 0 : Math.max(0, thickness)) : up);
    draft.error.push(isThickness && !isMissing ? error : 0);
    draft.hole.push(source.hole);
    draft.sources.push(source);
    if (!isMissing) draft.contacts++;
  };
  const bound = (at: Vec3, hole: number, side: SurfaceBound['side']): void => {
    const { draft, x, y, up, thickness } = place(at);
    if (!isThickness) draft.bounds.push({ x, y, z: up, side });
    else if (Number.isNaN(thickness)) return;
    // A lower base is a thicker unit.
    else
      draft.bounds.push({
        x,
        y,
        z: Math.max(0, thickness),
        side: side === 'at-or-below' ? 'at-or-above' : 'at-or-below',
      });
    draft.boundHoles.push(hole);
  };
  for (const contact of own(q.observations.contacts)) value(contact, false);
  for (const missing of own(q.observations.absent)) {
    if (isThickness) value(missing, true);
    else bound(missing.at, missing.hole, 'at-or-above');
  }
  for (const { at, hole, side } of own(q.observations.bounds)) bound(at, hole, side);
  return new Map([...drafts].map(([family, draft]) => [family, finished(draft)]));
};

interface Draft {
  readonly x: number[];
  readonly y: number[];
  readonly z: number[];
  readonly error: number[];
  readonly hole: number[];
  readonly sources: SeenContact[];
  readonly bounds: SurfaceBound[];
  readonly boundHoles: number[];
  contacts: number;
}

const emptyDraft = (): Draft => ({
  x: [],
  y: [],
  z: [],
  error: [],
  hole: [],
  sources: [],
  bounds: [],
  boundHoles: [],
  contacts: 0,
});

const finished = ({ x, y, z, error, hole, ...rest }: Draft): FamilyData => ({
  ...rest,
  data: {
    x: Float64Array.from(x),
    y: Float64Array.from(y),
    z: Float64Array.from(z),
    error: Float64Array.from(error),
    group: Int32Array.from(hole),
  },
});
