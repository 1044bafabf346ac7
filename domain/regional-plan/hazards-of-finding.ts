import type { CountyFeature } from '../contracts/county.ts';
import type { Hazard, HazardPlace } from '../contracts/hazard.ts';
import type { NeighbourFinding } from '../contracts/neighbours.ts';
import { edgeDistance, type PlanEdge } from '../geometry/plan-edges.ts';
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

const liesOver = ({ category, place }: Hazard, { kind, shape, plusMinus }: CountyFeature): boolean => {
  if (place.kind === 'feature' || !CATEGORIES[kind].includes(category)) return false;
  const drawn = placeOf(place);
  const ground = outlineOf(shape);
  const meets = (polygon: PlanPolygon | null, points: readonly Position[]): boolean =>
    polygon !== null && points.some(([x, y]) => isInPlan(polygon, x, y));
  return (
    meets(ground.area, drawn.points) ||
    meets(drawn.area, ground.points) ||
    planDistance(drawn, ground) <= (plusMinus ?? 0) + TYPED_WITHIN
  );
};

/** Metres. Degrees are typed and exported with five or six decimals: two drawings of one line differ by that. */
const TYPED_WITHIN = 1;
const METRES_PER_DEGREE = 111_320;

/** Least distance of two drawings' edges in plan, metres; 0 where they cross. */
const planDistance = (a: Outline, b: Outline): number => {
  const [originX, originY] = a.points[0] ?? [0, 0];
  const east = METRES_PER_DEGREE * Math.cos((originY * Math.PI) / 180);
  const edgesOf = ({ area, points }: Outline): PlanEdge[] =>
    (area ?? [points]).flatMap((path) => {
      const metres = path.map(
        ([x, y]): Position => [(x - originX) * east, (y - originY) * METRES_PER_DEGREE],
      );
      if (area && metres[0]) metres.push(metres[0]);
      return metres.length === 1
        ? [[metres[0]!, metres[0]!]]
        : metres.slice(1).map((to, i): PlanEdge => [metres[i]!, to]);
    });
  const [mine, other] = [edgesOf(a), edgesOf(b)];
  let least = Number.POSITIVE_INFINITY;
  for (const one of mine) for (const two of other) least = Math.min(least, edgeDistance(one, two));
  return least;
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
