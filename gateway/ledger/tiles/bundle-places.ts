import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import type { z } from 'zod';
import { catalogSchema } from '../../../domain/contracts/catalog.ts';
import { bodiesSchema } from '../../../domain/contracts/geology.ts';
import { frameOfCatalog } from '../../../domain/frame/catalog-frame.ts';
import { enu } from '../../../domain/frame/coordinates.ts';
import { readBodies } from '../../../domain/geology/read-bodies.ts';
import { hullRing } from '../../../domain/geometry/hull-ring.ts';
import { containedFile } from '../../contained-file.ts';

/** Where a feature of a mine's model lies on the map, and between which heights: metres in the mine's height datum. */
export interface BundlePlace {
  readonly geometry: Geometry;
  readonly bottom: number;
  readonly top: number;
}

/** By `placeKey`. */
export type BundlePlaces = ReadonlyMap<string, BundlePlace>;

export const placeKey = (layer: string, feature: string): string => `${layer}\n${feature}`;

const NONE: BundlePlaces = new Map();

/** Degrees to about a centimetre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

const readPlaces = async (folder: string): Promise<BundlePlaces> => {
  const bytes = async (path: string): Promise<Buffer> => {
    const file = await containedFile(folder, path);
    if (!file) throw new Error(`${path} is not in the bundle`);
    return readFile(file);
  };
  const json = async <S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> =>
    schema.parse(JSON.parse((await bytes(path)).toString('utf8')));
  const catalog = await json('catalog.json', catalogSchema);
  if (!catalog.bodies) return NONE;
  const list = await json(catalog.bodies.file, bodiesSchema);
  const binary = await bytes(list.file);
  const buffer = binary.buffer.slice(binary.byteOffset, binary.byteOffset + binary.byteLength) as ArrayBuffer;
  const frame = frameOfCatalog(catalog);
  const separation = catalog.survey.geoidSeparation.metres;
  const heightsOf = (positions: ArrayLike<number>): { bottom: number; top: number } => {
    let [bottom, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = 2; i < positions.length; i += 3) {
      bottom = Math.min(bottom, positions[i]!);
      top = Math.max(top, positions[i]!);
    }
    const height = (up: number): number => {
      const { ellipsoidHeight } = frame.enuToGeographic(enu(positions[0]!, positions[1]!, up));
      return Math.round((ellipsoidHeight - separation) * 10) / 10;
    };
    return { bottom: height(bottom), top: height(top) };
  };
  return new Map(
    readBodies(list, buffer).flatMap(
      ({ layerId, featureId, mesh: { positions } }): [string, BundlePlace][] => {
        const ring = hullRing(positions).map(([east, north]) => {
          const { longitude, latitude } = frame.enuToGeographic(enu(east, north, positions[2]!));
          return [rounded(longitude), rounded(latitude)];
        });
        if (ring.length === 0) return [];
        // What stands upright, as a fault, has no width in plan.
        const geometry: Geometry =
          ring.length > 2
            ? { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
            : { type: 'Point', coordinates: ring[0]! };
        return [[placeKey(layerId, featureId), { geometry, ...heightsOf(positions) }]];
      },
    ),
  );
};

/** The places of a mine's model, read once for each revision of its bundle; none where there is no bundle or it is broken. */
export const createBundlePlaces = (bundlesRoot: string): ((mine: string) => Promise<BundlePlaces>) => {
  const kept = new Map<string, { revision: string; places: Promise<BundlePlaces> }>();
  return async (mine) => {
    const catalog = await containedFile(bundlesRoot, join(mine, 'catalog.json'));
    if (!catalog) return NONE;
    const { revision } = catalogSchema
      .pick({ revision: true })
      .loose()
      .parse(JSON.parse(await readFile(catalog, 'utf8')));
    const known = kept.get(mine);
    if (known?.revision === revision) return known.places;
    const places = readPlaces(join(bundlesRoot, mine)).catch(() => NONE);
    kept.set(mine, { revision, places });
    return places;
  };
};
