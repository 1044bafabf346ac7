import type { Body } from '../clearance/body.ts';
import type { DriveReason } from '../contracts/drive-on.ts';
import type { EvidenceMethod, ObstacleKind } from '../contracts/driving.ts';

/** What holds water and up to where. `unknown`: nobody has said whether there is any. */
export type Water = 'dry' | 'unknown' | { readonly level: number | null };

/** What it takes to say how far an obstacle may be from where it is drawn. */
export interface Position {
  /** The method its position was found by; null: not known. */
  readonly method: EvidenceMethod | null;
  /** Metres, where the source gives its own; null: that of the method is taken. */
  readonly plusMinus: number | null;
  readonly source: string | null;
  /** Of the modelled surface, metres, where it is one; null: it is not. */
  readonly standardDeviation: number | 'unknown' | null;
}

/** Something hidden in the rock, or a border, that a heading must not run into unawares. */
export interface Obstacle {
  readonly id: string;
  readonly name: string | null;
  /** Flooded goafs are `goaf` with water, conductive faults `fault` with `conductive`: what is unknown is told apart here. */
  readonly kind: Exclude<ObstacleKind, 'flooded-goaf' | 'conductive-fault'>;
  readonly body: Body;
  /** Of goafs, old workings, karst, aquifers, shafts; 'dry' for what holds none. */
  readonly water: Water;
  /** Of faults: whether water runs along it; null: not known. */
  readonly conductive: boolean | null;
  readonly evidence: readonly EvidenceMethod[];
  readonly position: Position;
}

export interface JudgedAs {
  readonly kind: ObstacleKind;
  readonly taken: NonNullable<DriveReason['obstacle']>['taken'];
}

/** The kind whose distances hold; of what nobody knows the worse is taken, and said. */
export function judgedAs({ kind, water, conductive }: Obstacle): JudgedAs {
  if (kind === 'goaf' && water !== 'dry')
    return { kind: 'flooded-goaf', taken: water === 'unknown' ? 'flooded' : null };
  if (kind === 'fault' && conductive !== false)
    return { kind: 'conductive-fault', taken: conductive === null ? 'conductive' : null };
  return { kind, taken: null };
}

/** Hollow things a heading or a hole breaks into; faults, aquifers and borders are crossed, not broken into. */
export const isVoid = (kind: ObstacleKind): boolean => VOIDS.has(kind);
const VOIDS: ReadonlySet<ObstacleKind> = new Set([
  'goaf',
  'flooded-goaf',
  'old-working',
  'karst',
  'poorly-sealed-borehole',
  'closed-shaft',
  'neighbour-workings',
]);

const ENGINEERING: ReadonlySet<EvidenceMethod> = new Set(['geophysics', 'drilling', 'geochemistry']);

/**
 * Whether an obstacle is proven: measured in the open, or found by two of geophysics, drilling and geochemistry that bear
 * one another out (相互印证, JN矿 4(1)). Old plans and hearsay prove nothing.
 */
export const isProven = (evidence: readonly EvidenceMethod[]): boolean =>
  evidence.includes('survey') || new Set(evidence.filter((method) => ENGINEERING.has(method))).size >= 2;
