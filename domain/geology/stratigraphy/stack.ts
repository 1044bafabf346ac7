import type { Vec3 } from '../../geometry/bounds.ts';
import { metres } from '../../units/quantities.ts';
import { type BlockFrame, type BlockIndex, createBlockIndex } from '../faults/fault-blocks.ts';
import type { FaultBlock, FaultSurface, GridSpec, HorizonGrid } from '../geological-model.ts';
import { heightAt } from '../horizon-height.ts';
import type { VariogramModel } from '../kriging/variogram-model.ts';
import { type BaseAccount, baseAccount } from './base-account.ts';
import { baseData, type FamilyData, movementOf } from './base-data.ts';
import type { Observations, SeenContact } from './observations.ts';
import { fitSurface, type SurfaceFit } from './surface-fit.ts';
import type { TrendDegree } from './trend.ts';
import { withinReach } from './within-reach.ts';

/** How the base of a unit is carried from hole to hole. */
export interface StackUnit {
  readonly interpolate: 'elevation' | 'thickness';
  /** Left out: a plane for elevations, none for thicknesses. */
  readonly trend?: TrendDegree;
  /** Its base runs over the faults undisplaced. */
  readonly youngerThanFaults: boolean;
  /** Left out: fitted. */
  readonly variogram?: VariogramModel;
}

export interface StackInput {
  readonly grid: GridSpec;
  readonly ground: HorizonGrid;
  readonly floor: number;
  /** From the top down. */
  readonly units: readonly StackUnit[];
  readonly faults: readonly FaultSurface[];
  readonly observations: Observations;
  /** Metres from the nearest contact beyond which a base is unknown. */
  readonly reach: number;
}

/** Something of a base that its reader must know. */
export type StackDoubt =
  /** Contacts there are, but fewer than a surface can be made of. */
  | { readonly kind: 'too-few-contacts'; readonly unit: number; readonly contacts: number }
  /** How the variogram came about, where it was not simply fitted. */
  | { readonly kind: 'variogram'; readonly unit: number; readonly fit: SurfaceFit }
  /** Left out, this contact is estimated much farther away than the model allows for. */
  | {
      readonly kind: 'outlier';
      readonly unit: number;
      readonly contact: SeenContact;
      readonly error: number;
      readonly deviation: number;
    }
  /** A log says that the base lies above or below a point of this hole; the surface passes on the other side. */
  | { readonly kind: 'bound-broken'; readonly unit: number; readonly hole: number }
  /** The surface misses a contact it was made from: it gave way to the one above. */
  | {
      readonly kind: 'contact-missed';
      readonly unit: number;
      readonly contact: SeenContact;
      readonly by: number;
    };

export interface Stack {
  readonly blocks: readonly FaultBlock[];
  /** By unit. */
  readonly accounts: readonly BaseAccount[];
  readonly doubts: readonly StackDoubt[];
  /** Every surface that was made, and the blocks that each holds for. */
  readonly fits: readonly {
    readonly unit: number;
    readonly family: number;
    readonly displaced: boolean;
    readonly fit: SurfaceFit;
  }[];
  /** By block: by how much it was moved, and which surfaces hold for it. */
  readonly frames: readonly Pick<BlockFrame, 'moved' | 'family'>[];
}

/** Standard deviations between a contact and its left-out estimate at which it is named: 1 in 370 if errors are normal. */
const OUTLIER = 3;
/** Metres by which a contact may be missed between the grid's nodes. */
const LEAST_MISS = 0.5;

/**
 * The bases of all units in all blocks, from the top down. Contacts are put back to where they lay before the faults moved, one
 * surface is fitted to all blocks whose displacements are known, and each block gets it at its own place. A base never rises
 * above the one before it; thicknesses never fall below nothing. Nothing is said beyond the reach of the contacts.
 */
export const stackHorizons = (input: StackInput): Stack => {
  const index = blocksOf(input);
  const { blocks } = index;
  const { grid, observations } = input;
  /** By block: the base above, unknown where it is, and the lowest known one, which no base may pass. */
  let above: readonly HorizonGrid[] = blocks.map(() => input.ground);
  let limits: readonly HorizonGrid[] = above;
  const bases: HorizonGrid[][] = blocks.map(() => []);
  const accounts: BaseAccount[] = [];
  const doubts: StackDoubt[] = [];
  const all: Stack['fits'][number][] = [];
  input.units.forEach((unit, u) => {
    const families = baseData({
      ...unit,
      unit: u,
      grid,
      observations,
      blocks,
      blockOf: index.blockOf,
      above,
    });
    const fits = new Map<number, { readonly fit: SurfaceFit; readonly family: FamilyData }>();
    for (const [key, family] of families) {
      const fit = fitSurface(family.data, family.bounds, {
        trend: unit.trend ?? (unit.interpolate === 'elevation' ? 1 : 0),
        ...(unit.variogram ? { model: unit.variogram } : {}),
      });
      if (fit) {
        fits.set(key, { fit, family });
        all.push({ unit: u, family: key, displaced: !unit.youngerThanFaults, fit });
        doubts.push(...fitDoubts(u, fit, family));
      } else doubts.push({ kind: 'too-few-contacts', unit: u, contacts: family.contacts });
    }
    const made = new Map<string, HorizonGrid>();
    const own = blocks.map((block, b) => {
      const { moved, family } = movementOf(block, unit);
      // Blocks that did not move against each other under one top share one base.
      const isFirst = blocks.findIndex(
        (_, other) => above[other] === above[b] && limits[other] === limits[b],
      );
      const key = [isFirst, family, ...moved].join();
      const horizon = made.get(key) ?? baseOf(input, unit, above[b]!, limits[b]!, moved, fits.get(family));
      made.set(key, horizon);
      return horizon;
    });
    own.forEach((horizon, b) => {
      bases[b]!.push(horizon);
    });
    const contacts = observations.contacts.filter((contact) => contact.unit === u);
    const residuals = contacts.map(
      ({ at }) => heightAt(grid, own[index.blockOf(at)]!.up, at[0], at[1]) - at[2],
    );
    const nugget = Math.max(0, ...[...fits.values()].map(({ fit }) => fit.model.nugget));
    residuals.forEach((by, i) => {
      // A nugget is variation between a contact and the rock a step beside it: the surface is smoother, and rightly.
      if (Math.abs(by) > Math.max(LEAST_MISS, OUTLIER * Math.sqrt(nugget)))
        doubts.push({ kind: 'contact-missed', unit: u, contact: contacts[i]!, by });
    });
    accounts.push(baseAccount(contacts.length, [...fits.values()], residuals));
    above = own;
    const lowered = new Map<HorizonGrid, Map<HorizonGrid, HorizonGrid>>();
    limits = limits.map((limit, b) => {
      const known = lowered.get(limit) ?? new Map<HorizonGrid, HorizonGrid>();
      lowered.set(limit, known);
      const next = known.get(own[b]!) ?? lowestKnown(limit, own[b]!);
      known.set(own[b]!, next);
      return next;
    });
  });
  const perBlock = new Int32Array(blocks.length);
  for (const { at } of observations.contacts) perBlock[index.blockOf(at)]!++;
  return {
    blocks: blocks.map(
      ({ sides }, b): FaultBlock => ({ id: String(b + 1), sides, bases: bases[b]!, contacts: perBlock[b]! }),
    ),
    accounts,
    doubts,
    fits: all,
    frames: blocks.map(({ moved, family }) => ({ moved, family })),
  };
};

/** Nodes up and down a column between the ground and the floor at which is asked what block it is. */
const LEVELS = 24;

/** The blocks of all contacts and of all ground of the model, in the order of the grid. */
const blocksOf = ({ grid, ground, floor, faults, observations }: StackInput): BlockIndex => {
  const index = createBlockIndex(faults);
  if (faults.length === 0) index.blockOf([0, 0, 0]);
  else
    ground.up.forEach((top, k) => {
      if (!(top > floor)) return;
      const east = grid.east + (k % grid.columns) * grid.cell;
      const north = grid.north + Math.floor(k / grid.columns) * grid.cell;
      for (let level = 0; level <= LEVELS; level++)
        index.blockOf([east, north, floor + ((top - floor) * level) / LEVELS]);
    });
  for (const { at } of [...observations.contacts, ...observations.absent, ...observations.bounds])
    index.blockOf(at);
  return index;
};

const baseOf = (
  { grid, reach }: StackInput,
  { interpolate }: StackUnit,
  above: HorizonGrid,
  limit: HorizonGrid,
  moved: Vec3,
  found: { readonly fit: SurfaceFit; readonly family: FamilyData } | undefined,
): HorizonGrid => {
  const up = new Float64Array(grid.columns * grid.rows).fill(Number.NaN);
  const deviation = up.slice();
  if (!found) return { up, deviation };
  const before = { ...grid, east: metres(grid.east - moved[0]), north: metres(grid.north - moved[1]) };
  const surface = found.fit.grid(before);
  const near = withinReach(before, found.family.data, reach);
  for (let k = 0; k < up.length; k++) {
    if (!near[k]) continue;
    const own = surface.deviation[k]!;
    const isThickness = interpolate === 'thickness';
    const wanted = isThickness
      ? above.up[k]! - Math.max(0, surface.estimate[k]!)
      : surface.estimate[k]! + moved[2];
    if (Number.isNaN(wanted)) continue;
    const doubt = isThickness ? Math.hypot(above.deviation[k]!, own) : own;
    const crosses = wanted > limit.up[k]!;
    up[k] = crosses ? limit.up[k]! : wanted;
    // Where the unit is missing its base is the top's, and no better known than whether it is missing.
    deviation[k] =
      crosses && wanted - limit.up[k]! > 2 * own
        ? limit.deviation[k]!
        : crosses
          ? Math.max(limit.deviation[k]!, own)
          : doubt;
  }
  return { up, deviation };
};

/** The lower of the two at each node; the limit where the other is unknown. */
const lowestKnown = (limit: HorizonGrid, own: HorizonGrid): HorizonGrid => {
  const pick = (of: 'up' | 'deviation') =>
    own[of].map((value, k) => (Number.isNaN(own.up[k]!) ? limit[of][k]! : value));
  return { up: pick('up'), deviation: pick('deviation') };
};

const fitDoubts = (
  unit: number,
  fit: SurfaceFit,
  { data, sources, boundHoles }: FamilyData,
): StackDoubt[] => {
  const found: StackDoubt[] = [];
  if (fit.origin === 'assumed' || fit.doubts.length > 0 || fit.widened > 1)
    found.push({ kind: 'variogram', unit, fit });
  const named = new Set<number>();
  for (let i = 0; i < data.x.length; i++) {
    const merged = fit.into[i]!;
    const error = fit.crossValidation?.errors[merged] ?? Number.NaN;
    const deviation = fit.crossValidation?.deviations[merged] ?? Number.NaN;
    if (!(Math.abs(error) > OUTLIER * deviation) || named.has(merged)) continue;
    named.add(merged);
    found.push({ kind: 'outlier', unit, contact: sources[i]!, error, deviation });
  }
  const holes = new Set(fit.broken.map((i) => boundHoles[i]!));
  for (const hole of holes) found.push({ kind: 'bound-broken', unit, hole });
  return found;
};
