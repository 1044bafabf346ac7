import type { Feature, FeatureCollection } from 'geojson';
import type {
  HazardTileProperties,
  MineHazardsTileProperties,
} from '../../../domain/contracts/county-tiles.ts';
import { labelPoint } from '../../../domain/geometry/label-point.ts';
import { HAZARD_FLAGS, type HazardFlag } from '../../../domain/hazards/hazard-flags.ts';
import type { CountyScope } from '../../county/county-scope.ts';
import { flagsOn, type VersionFacts } from './hazard-features.ts';

const told = ({ properties }: Feature): HazardTileProperties => properties as HazardTileProperties;
const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

/** A flag of an area stands once, within it: tiles cut the area, and each piece would have its own. */
const flagPoints = (hazards: readonly Feature[]): Feature[] =>
  hazards.flatMap((one): Feature[] => {
    const at = told(one).flags === null ? null : labelPoint(one.geometry);
    return at ? [{ ...one, geometry: { type: 'Point', coordinates: at } }] : [];
  });

const NONE = Object.fromEntries(HAZARD_FLAGS.map((flag) => [flag, 0])) as Record<HazardFlag, number>;

/**
 * Of each mine the ledger holds something of: how many of its hazards are open, and of how many each flag holds on a day. Those that
 * have no place on the map are counted too.
 */
export const countsOfMines = (hazards: readonly VersionFacts[], day: string): MineHazardsTileProperties[] => {
  const counts = new Map<
    string,
    { -readonly [K in keyof MineHazardsTileProperties]: MineHazardsTileProperties[K] }
  >();
  for (const one of hazards) {
    const {
      mine,
      told: { state },
    } = one;
    const of = counts.get(mine) ?? { ...NONE, id: mine, open: 0 };
    counts.set(mine, of);
    if (state !== 'closed') of.open += 1;
    // Closed ones have a flag, too, where nobody can rely on it that they are.
    for (const flag of flagsOn(one, day)) of[flag] += 1;
  }
  return [...counts.values()];
};

/** The layers of a ledger's tiles (domain/contracts/county-tiles.ts). @param hazards features with HazardTileProperties @param counts of them, by mine */
export const hazardLayers = (
  hazards: Feature[],
  counts: readonly MineHazardsTileProperties[],
  { bundle }: Pick<CountyScope, 'bundle'>,
): Readonly<Record<string, FeatureCollection>> => ({
  hazards: collection(hazards),
  hazardFlags: collection(flagPoints(hazards)),
  mineHazards: collection(
    counts.flatMap((properties): Feature[] => {
      const at = bundle.mine.get(properties.id)?.at;
      return at ? [{ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...at] } }] : [];
    }),
  ),
});
