import type { CountyFeature } from '../contracts/county.ts';
import { heightsOf } from '../county/feature-heights.ts';
import type { PlanGround } from './plan-sources.ts';

export const HOLLOW_KINDS = ['working', 'goaf'] as const satisfies CountyFeature['kind'][];
const HOLLOW: ReadonlySet<CountyFeature['kind']> = new Set(HOLLOW_KINDS);
/** What may hold water over workings; the kinds a register must have whole before nothing is said to stand above them. */
export const WATERY_KINDS = [
  'working',
  'goaf',
  'aquifer',
  'closed-shaft',
] as const satisfies CountyFeature['kind'][];
const WATERY: ReadonlySet<CountyFeature['kind']> = new Set(WATERY_KINDS);

/** Holds water, or nobody says that it does not. */
export const isWater = ({ kind, holdsWater }: CountyFeature): boolean =>
  WATERY.has(kind) && holdsWater !== false;

/** The waters of a mine against its hollows. */
export interface MineWater {
  readonly features: readonly CountyFeature[];
  readonly hollows: readonly CountyFeature[];
  /** Lowest of the hollows, metres; null: none is recorded. */
  readonly lowest: number | null;
  /** What holds water, or of which nobody says that it does not. */
  readonly waters: readonly CountyFeature[];
  /** Those of known level, the highest first. */
  readonly known: readonly { readonly one: CountyFeature; readonly level: number }[];
  /** Those of unknown level. */
  readonly open: readonly CountyFeature[];
}

export const waterOfMine = ({ featuresOf }: Pick<PlanGround, 'featuresOf'>, mine: string): MineWater => {
  const features = featuresOf.get(mine) ?? [];
  const hollows = features.filter(({ kind }) => HOLLOW.has(kind));
  const waters = features.filter(isWater);
  return {
    features,
    hollows,
    lowest: hollows.length === 0 ? null : Math.min(...hollows.map((one) => heightsOf(one.shape).bottom)),
    waters,
    known: waters
      .flatMap((one) => (one.waterLevel === null ? [] : [{ one, level: one.waterLevel }]))
      .sort((a, b) => b.level - a.level),
    open: waters.filter(({ waterLevel }) => waterLevel === null),
  };
};
