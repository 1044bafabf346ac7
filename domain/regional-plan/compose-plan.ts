import type { Hazard } from '../contracts/hazard.ts';
import type { PlanChapter, PlanGap, PlanObject, RegionalPlan } from '../contracts/regional-plan.ts';
import { closedMineId, closedMines } from './closed-mines.ts';
import { closedOut } from './closed-out.ts';
import { contiguousAreas } from './contiguous-areas.ts';
import { hazardObject } from './hazard-object.ts';
import { featureKey, groundOf, type PlanGround, type PlanSources } from './plan-sources.ts';
import { planCounts } from './plan-statistics.ts';
import { unlistedMineId, unlistedMines } from './unlisted-mines.ts';
import { type WaterAreas, waterAreas } from './water-areas.ts';

export interface PlanOf {
  readonly year: number;
  /** The day that is shown, YYYY-MM-DD. */
  readonly on: string;
  readonly comparedWith: RegionalPlan['comparedWith'];
}

/**
 * The plan of a county for a year as things stood on a day. Every open hazard of the ledger stands in exactly one chapter: closed
 * mines first, then what a pair of mines shares, then water, then the rest by kind; those of a mine that the register does not list
 * under that mine.
 */
export const composePlan = (sources: PlanSources, { year, on, comparedWith }: PlanOf): RegionalPlan => {
  const ground = groundOf(sources, on);
  const contiguous = contiguousAreas(ground);
  const water = waterAreas(ground);
  const closed = closedMines(ground);
  const unlisted = unlistedMines(ground);
  const hazards = placedHazards(ground, contiguous.hazards, water);
  const objects: PlanObject[] = [
    ...contiguous.objects,
    ...water.objects,
    ...closed.objects,
    ...unlisted.objects,
    ...hazards.objects,
  ];
  const gaps: PlanGap[] = [
    ...unlisted.gaps,
    ...(ground.neighbours.clusters.length === 0 &&
    !ground.findings.some(({ check }) => check === 'contiguous')
      ? contiguousSilence(ground)
      : []),
    ...contiguous.gaps,
    ...water.gaps,
    ...closed.gaps,
    ...hazards.gaps,
  ];
  return {
    format: 'hyalite-regional-plan/1',
    county: ground.catalog.county,
    countyName: ground.catalog.name,
    year,
    on,
    provenance: worstProvenance(ground),
    pins: ground.pins,
    comparedWith,
    mines: ground.mines.map(({ id, name }) => ({ id, name })),
    outside: [...ground.outside],
    objects,
    gaps,
    counts: planCounts(ground, { objects, gaps, notToldWater: water.notTold.length }),
    closedOut: closedOut(ground, year),
  };
};

/** No cluster is a finding only where the check ran for every mine. */
const contiguousSilence = (ground: PlanGround): PlanGap[] => {
  const open = ground.neighbours.gaps.filter(({ check }) => check === 'contiguous');
  if (open.length === 0) return [];
  return [
    {
      kind: 'no-neighbours-rule',
      chapter: 'contiguous',
      object: null,
      of: ground.catalog.name,
      detail: null,
    },
  ];
};

/** Made-up data anywhere make the whole plan one of made-up data. */
const worstProvenance = ({ catalog, mines, outside }: PlanGround): RegionalPlan['provenance'] =>
  [...mines, ...outside].some(({ provenance }) => provenance === 'synthetic')
    ? 'synthetic'
    : catalog.provenance;

const placedHazards = (
  ground: PlanGround,
  ofClusters: ReadonlyMap<string, string>,
  { areaOf }: Pick<WaterAreas, 'areaOf'>,
): { readonly objects: PlanObject[]; readonly gaps: PlanGap[] } => {
  const waterCategories = new Set(
    ground.rules?.complexHydrogeology.flatMap((rule) => (rule.active ? rule.categories : [])) ?? [],
  );
  const outside = new Set(ground.outside.map(({ id }) => id));
  const placeOf = (hazard: Hazard): { readonly chapter: PlanChapter; readonly parent: string | null } => {
    const { mine, id, category } = hazard;
    if (ground.mineById.get(mine)?.state === 'closed')
      return { chapter: 'closed-mines', parent: closedMineId(mine) };
    if (outside.has(mine)) return { chapter: 'other-hazards', parent: unlistedMineId(mine) };
    const cluster = ofClusters.get(featureKey(mine, id));
    if (cluster) return { chapter: 'contiguous', parent: cluster };
    const area = areaOf.get(mine);
    if (area && waterCategories.has(category)) return { chapter: 'hydrogeology', parent: area };
    return { chapter: 'other-hazards', parent: null };
  };
  const objects: PlanObject[] = [];
  const gaps: PlanGap[] = [];
  for (const hazard of ground.open) {
    const { chapter, parent } = placeOf(hazard);
    const placed = hazardObject(ground, hazard, chapter, parent);
    objects.push(placed.object);
    gaps.push(...placed.gaps);
  }
  return { objects, gaps };
};
