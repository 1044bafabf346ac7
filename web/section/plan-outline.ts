import type { BodyKind, GeologicalBody } from '../../domain/geology/geological-model.ts';
import type { PlanPoint } from '../../domain/geology/section/curtain.ts';

/** A body seen from above, about: the convex hull of its corners. */
export interface PlanOutline {
  readonly id: string;
  readonly kind: BodyKind;
  readonly ring: readonly PlanPoint[];
}

/** Convex hull in plan (A. M. Andrew's monotone chain, 1979), counter-clockwise. */
export const planHull = (positions: Float64Array): PlanPoint[] => {
  const points = Array.from(
    { length: positions.length / 3 },
    (_, i) => [positions[i * 3]!, positions[i * 3 + 1]!] as const,
  ).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (all: readonly PlanPoint[]): PlanPoint[] => {
    const chain: PlanPoint[] = [];
    for (const p of all) {
      while (chain.length > 1 && turns(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(points), ...half(points.reverse())];
};

const turns = (a: PlanPoint, b: PlanPoint, c: PlanPoint): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

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
      ring: planHull(mesh.positions),
    }))
    .sort((a, b) => HULLED.indexOf(a.kind) - HULLED.indexOf(b.kind));
