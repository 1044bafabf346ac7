import type { CountyFeature } from '../contracts/county.ts';
import type { Hazard, HazardPlace } from '../contracts/hazard.ts';
import type { NeighbourFinding } from '../contracts/neighbours.ts';
import { isInPlan, type PlanPolygon } from '../geometry/plan-polygon.ts';
import { featureKey, type PlanGround } from './plan-sources.ts';

/** Which hazards of the ledger may be the thing the county records as a feature of a kind. */
const CATEGORIES: Readonly<Record<CountyFeature['kind'], readonly string[]>> = {
  right: [],
  working: [],
  orebody: [],
  goaf: ['goaf', 'goaf-water', 'old-working'],
  aquifer: ['aquifer', 'karst'],
  fault: ['fault'],
  'closed-shaft': ['closed-shaft', 'old-working'],
};

type Position = readonly [number, number];

export interface HazardOfFinding {
  readonly hazard: Hazard;
  /** It names the thing; else it is of the same mine and kind, and drawn where the thing lies. */
  readonly isNamed: boolean;
}

/** Open hazards of the ledger about a thing the finding is about: those that name it, and those that are drawn over it. */
export const hazardsOfFinding = (
  ground: Pick<PlanGround, 'openOfFeature' | 'openOfMine' | 'featuresOf'>,
  { proofs }: NeighbourFinding,
): HazardOfFinding[] => {
  const found = new Map<Hazard, boolean>();
  for (const { here, there } of proofs)
    for (const { mine, feature } of [here, there]) {
      for (const hazard of ground.openOfFeature.get(featureKey(mine, feature)) ?? []) found.set(hazard, true);
      const recorded = ground.featuresOf.get(mine)?.find(({ id }) => id === feature);
      if (!recorded) continue;
      for (const hazard of ground.openOfMine.get(mine) ?? [])
        if (!found.has(hazard) && liesOver(hazard, recorded)) found.set(hazard, false);
    }
  return [...found].map(([hazard, isNamed]) => ({ hazard, isNamed }));
};

const liesOver = ({ category, place }: Hazard, { kind, shape }: CountyFeature): boolean => {
  if (place.kind === 'feature' || !CATEGORIES[kind].includes(category)) return false;
  const drawn = placeOf(place);
  const ground = outlineOf(shape);
  const meets = (polygon: PlanPolygon | null, points: readonly Position[]): boolean =>
    polygon !== null && points.some(([x, y]) => isInPlan(polygon, x, y));
  return meets(ground.area, drawn.points) || meets(drawn.area, ground.points);
};

interface Outline {
  readonly area: PlanPolygon | null;
  readonly points: readonly Position[];
}

const placeOf = (place: Exclude<HazardPlace, { kind: 'feature' }>): Outline => {
  switch (place.kind) {
    case 'point':
      return { area: null, points: [place.at] };
    case 'line':
      return { area: null, points: place.line };
    case 'polygon':
      return { area: place.rings, points: place.rings.flat() };
  }
};

const outlineOf = (shape: CountyFeature['shape']): Outline => {
  switch (shape.type) {
    case 'prism':
      return { area: shape.rings, points: shape.rings.flat() };
    case 'line':
      return { area: null, points: shape.line.map(([x, y]): Position => [x, y]) };
    case 'sheet':
      return { area: null, points: shape.trace };
  }
};
