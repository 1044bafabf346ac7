import type { Bilingual } from '../contracts/bilingual.ts';
import type { Provenance } from '../contracts/layers.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import type { TriangleMesh } from '../geometry/triangle-mesh.ts';
import type { Metres } from '../units/quantities.ts';

/**
 * The geological model of a mine in memory: what sections, virtual boreholes, volumes and distances are computed from.
 * Everything is in the mine's ENU frame, metres, doubles. `domain/contracts/geology.ts` is its form in the bundle.
 */

/** Nodes of all horizons: node (column i, row j) lies at east + i·cell, north + j·cell; its value at index j·columns + i. */
export interface GridSpec {
  readonly east: Metres;
  readonly north: Metres;
  readonly cell: Metres;
  readonly columns: number;
  readonly rows: number;
}

/** A height field with how well it is known. Arrays have columns·rows values. */
export interface HorizonGrid {
  /** ENU up of the surface at each node; NaN where it is not known. Bilinear between nodes. */
  readonly up: Float64Array;
  /** Standard deviation of `up`, metres; NaN exactly where `up` is NaN. 0 only where the surface was surveyed (the ground). */
  readonly deviation: Float64Array;
}

/** How a unit lies on what is below it: it follows the bed below, cuts it off, or has broken into its surroundings. */
export const UNIT_RELATIONS = ['conformable', 'erosive', 'intrusive'] as const;
export type UnitRelation = (typeof UNIT_RELATIONS)[number];

/** A unit of the stratigraphic column. */
export interface StratumUnit {
  readonly id: string;
  readonly name: Bilingual;
  /** #rrggbb */
  readonly colour: string;
  /** Lithology code whose pattern stands for the unit. */
  readonly lithology: string;
  readonly relation: UnitRelation;
}

/**
 * A fault as an offset over its mean plane, so that steep and vertical faults are no special case. A point p is on the
 * hanging-wall side where (p − origin)·normal > offset(s, t), s = (p − origin)·alongStrike, t = (p − origin)·downDip;
 * the offset is bilinear in the grid and constant beyond its edge.
 */
export interface FaultSurface {
  readonly id: string;
  readonly name: Bilingual;
  readonly provenance: Provenance;
  readonly origin: Vec3;
  /** Unit vectors, right-handed: alongStrike × downDip = normal, which points into the hanging wall. */
  readonly alongStrike: Vec3;
  readonly downDip: Vec3;
  readonly normal: Vec3;
  readonly offsets: {
    readonly s: Metres;
    readonly t: Metres;
    readonly cell: Metres;
    readonly columns: number;
    readonly rows: number;
    /** Metres along `normal`, index row·columns + column; rows go down the dip. */
    readonly values: Float64Array;
  };
  /** Vertical throw as the survey gives it; null: not known. */
  readonly throw: Metres | null;
  /** Degrees from horizontal, and the compass direction it falls to; of the mean plane. */
  readonly dip: number;
  readonly dipDirection: number;
  readonly conductive: boolean | null;
  /** Index of the fault that this one ends at; null: it cuts the whole model. */
  readonly endsAt: number | null;
  /** The sheet as it was surveyed or drawn. */
  readonly sheet: TriangleMesh;
}

/**
 * One block of ground between faults. Its horizons run on beyond the block, so that they can be cut at the faults exactly:
 * whoever reads a height asks first which block the point is in.
 */
export interface FaultBlock {
  readonly id: string;
  /** Per fault: 1 = in its hanging wall, −1 = in its footwall, 0 = the fault does not bound this block. */
  readonly sides: Int8Array;
  /** Base of every unit, in the order of `units`. Never rises above the base before it; a unit is absent where they meet. */
  readonly bases: readonly HorizonGrid[];
  /** Contacts that this block's horizons rest on; a block without any is inferred from its neighbours, and says so. */
  readonly contacts: number;
}

export interface GeologicalModel {
  readonly grid: GridSpec;
  /** From the top down. The top of the first is the ground. */
  readonly units: readonly StratumUnit[];
  /** The ground, or, where no terrain was given, what the collars say of it. */
  readonly ground: HorizonGrid;
  /** ENU up below which the model says nothing: what is under the lowest base stays unknown. */
  readonly floor: Metres;
  readonly faults: readonly FaultSurface[];
  /** Together they fill the model; at least one. */
  readonly blocks: readonly FaultBlock[];
}

/** What a closed body is: decides its look in sections and what a heading must keep from it. */
export const BODY_KINDS = [
  'ore',
  'lens',
  'karst',
  'goaf',
  'goaf-water',
  'water',
  'stope',
  'roadway',
  'shaft',
  'planned-heading',
  'solid',
  /** A fault or horizon as it was drawn: open, so it has a line in a section and no inside. */
  'surface',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** A closed thing that cuts through the strata: ore, cavity, goaf, the water in it, a roadway, a shaft. */
export interface GeologicalBody {
  readonly layerId: string;
  /** Value of the layer's `id` property, so that a section leads back to the feature's card. */
  readonly featureId: string;
  readonly kind: BodyKind;
  readonly name: Bilingual;
  readonly colour: string;
  readonly provenance: Provenance;
  readonly mesh: TriangleMesh;
  /** False: the mesh has open edges, so it has an outline in a section but no inside. */
  readonly closed: boolean;
  /** Standard deviation of the surface at each vertex, metres; NaN where not known. Left out: it is no model. */
  readonly deviation?: Float32Array;
}

/** A unit in one block as a closed body: for distances. Sections cut the model itself. */
export type StratumBody = Pick<GeologicalBody, 'layerId' | 'featureId' | 'mesh' | 'closed' | 'deviation'>;
