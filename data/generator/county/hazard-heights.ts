import type { EvidenceMethod } from '../../../domain/contracts/driving.ts';
import type { Elevation, HazardPlace } from '../../../domain/contracts/hazard.ts';
import type { CountyMine } from './county-mines.ts';
import { toDegrees } from './county-place.ts';
import { type DrawnFeature, tenth } from './drawn-feature.ts';

/** How thick things of a category are, metres; a ledger that has grown does not know it of all. */
const THICK: Readonly<Record<string, number>> = { fault: 130, aquifer: 28, 'stress-zone': 24, karst: 16 };
const THIN = 7;
/** Of so many both heights were written down, and of so many more the upper one only. */
const BOTH = 0.68;
const TOP_ONLY = 0.86;

/** Heights as somebody wrote them down; null: nobody did. Papers say nothing of them, and the model says those of its own features. */
export const hazardHeights = (
  next: () => number,
  o: {
    readonly mine: CountyMine;
    readonly category: string;
    readonly place: HazardPlace;
    readonly method: EvidenceMethod;
    readonly features: readonly DrawnFeature[];
  },
): Elevation | null => {
  const { mine, category, place, method, features } = o;
  const [lot, share, spread] = [next(), next(), next()];
  const { lower = null, upper = null } = mine.right ?? {};
  if (place.kind === 'feature' || method === 'document' || lot > TOP_ONLY) return null;
  if (lower === null || upper === null || mine.ground === null) return null;
  const corner = place.kind === 'polygon' ? place.rings[0]?.[0]?.join() : null;
  const same = features.find(({ shape }) => 'ring' in shape && toDegrees(shape.ring[0]!).join() === corner);
  const ground = mine.ground.highest;
  const reachesUp = ['closed-shaft', 'poorly-sealed-borehole', 'dump-base'].includes(category);
  const middle = Math.min(ground - 10, lower + (0.2 + 0.6 * share) * (upper - lower));
  const thick = (THICK[category] ?? THIN) * (0.7 + 0.6 * spread);
  const heights =
    same && 'ring' in same.shape
      ? { top: same.shape.top, bottom: same.shape.bottom }
      : reachesUp
        ? { top: ground - 12, bottom: category === 'dump-base' ? ground - 18 : middle }
        : { top: middle + thick / 2, bottom: middle - thick / 2 };
  return { top: tenth(heights.top), bottom: lot < BOTH ? tenth(heights.bottom) : null };
};
