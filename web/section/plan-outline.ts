import type { BodyKind, GeologicalBody } from '../../domain/geology/geological-model.ts';
import type { PlanPoint } from '../../domain/geology/section/curtain.ts';
import { hullRing } from '../../domain/geometry/hull-ring.ts';

/** A body seen from above, about: the convex hull of its corners. */
export interface PlanOutline {
  readonly id: string;
  readonly kind: BodyKind;
  readonly ring: readonly PlanPoint[];
}

/** Kinds that a hull tells the place of; roadways wind, and their hull would tell nothing. */
const HULLED: readonly BodyKind[] = [
  'ore',
  'lens',
  'karst',
  'goaf',
  'stope',
  'shaft',
  'planned-heading',
  'roadway',
];

export const planOutlines = (bodies: readonly GeologicalBody[]): PlanOutline[] =>
  bodies
    .filter(({ kind }) => HULLED.includes(kind))
    .map(({ layerId, featureId, kind, mesh }) => ({
      id: `${layerId}/${featureId}`,
      kind,
      ring: hullRing(mesh.positions),
    }))
    .sort((a, b) => HULLED.indexOf(a.kind) - HULLED.indexOf(b.kind));
