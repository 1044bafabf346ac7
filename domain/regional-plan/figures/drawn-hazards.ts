import type { CountyFeature } from '../../contracts/county.ts';
import type { Hazard } from '../../contracts/hazard.ts';
import { heightsOf } from '../../county/feature-heights.ts';
import type { XY } from '../../drawing/drawing.ts';
import type { PlanGround } from '../plan-sources.ts';
import { type CountyGrid, middleOf, pointOfPlace } from './county-grid.ts';
import { type HazardLook, hazardLook } from './figure-looks.ts';

export interface DrawnHazard {
  readonly hazard: Hazard;
  readonly at: XY;
  /** Metres; null: its place says none. */
  readonly height: number | null;
  readonly look: HazardLook;
}

/** Positions of a feature, longitude first. */
export const positionsOf = ({ shape }: CountyFeature): readonly (readonly number[])[] =>
  shape.type === 'prism' ? shape.rings.flat() : shape.type === 'line' ? shape.line : shape.trace;

/**
 * Open hazards where they lie: at their own place, at the middle of the feature they name, or, where the county does not hold that
 * feature, at their mine. One of a mine the register does not list has no place.
 */
export const drawnHazards = (
  ground: Pick<PlanGround, 'open' | 'featuresOf' | 'mineById'>,
  grid: CountyGrid,
): DrawnHazard[] =>
  ground.open.flatMap((hazard): DrawnHazard[] => {
    const { mine, place } = hazard;
    const look = hazardLook(hazard);
    const own = pointOfPlace(place);
    if (own) return [{ hazard, at: grid.plan(own), height: null, look }];
    const feature = place.kind === 'feature' ? featureNamed(ground, mine, place) : undefined;
    if (feature) {
      const { bottom, top } = heightsOf(feature.shape);
      return [{ hazard, at: grid.plan(middleOf(positionsOf(feature))), height: (bottom + top) / 2, look }];
    }
    const at = ground.mineById.get(mine)?.at;
    return at ? [{ hazard, at: grid.plan(at), height: null, look }] : [];
  });

const featureNamed = (
  { featuresOf }: Pick<PlanGround, 'featuresOf'>,
  mine: string,
  { layer, feature }: { readonly layer: string; readonly feature: string },
): CountyFeature | undefined => {
  const names = new Set([feature, `${mine}/${feature}`, `${layer}/${feature}`]);
  return featuresOf.get(mine)?.find(({ id }) => names.has(id));
};
