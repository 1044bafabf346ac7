import { z } from 'zod';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { invertRigid, multiply4, transformPoint } from '../../../../domain/frame/matrix4.ts';
import { rockBelow } from '../../../../domain/geology/slice/rock-below.ts';
import { type TriangleMesh, weldVertices } from '../../../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../../../domain/units/quantities.ts';
import { glbPrimitives } from '../../../engines/glb-primitives.ts';

const tilesetSchema = z.object({
  root: z.object({
    transform: z.array(z.number()).length(16).optional(),
    content: z.object({ uri: z.string() }),
  }),
});

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
/** Quantised corners of neighbouring triangles are the same again within this. */
const WELD = metres(0.01);

/**
 * All the rock of a mine without a stratigraphic model, as one closed body from the ground down to the mine's deepest point.
 * The ground is the terrain's coarsest tile, which is as near to the ground as its geometric error says (about a metre for
 * the demo mine). null: no terrain.
 * @throws Error where the tile cannot be fetched or read
 */
export const fetchRock = async (
  { layers, frame, extent }: Catalog,
  bundleUrl: string,
  signal: AbortSignal,
): Promise<TriangleMesh | null> => {
  const terrain = layers.find(({ kind }) => kind === 'terrain');
  if (!terrain) return null;
  const url = new URL(terrain.tileset, bundleUrl);
  const get = async (from: URL): Promise<Response> => {
    const answer = await fetch(from, { signal });
    if (!answer.ok) throw new Error(`${from.pathname}: ${answer.status} ${answer.statusText}`);
    return answer;
  };
  const { root } = tilesetSchema.parse(await (await get(url)).json());
  const bytes = new Uint8Array(await (await get(new URL(root.content.uri, url))).arrayBuffer());
  const tileToEnu = multiply4(invertRigid(frame.enuToEcef), root.transform ?? IDENTITY);
  return rockOfTile(bytes, tileToEnu, Math.floor(extent.min[2]));
};

/**
 * The rock under the ground of one terrain tile, closed.
 * @param tileToEnu 4 × 4 column-major from the tile's Z-up frame @param floor ENU up, below all of the ground
 * @throws Error where the bytes are no GLB of the portable profile
 */
export const rockOfTile = async (
  bytes: Uint8Array,
  tileToEnu: readonly number[],
  floor: number,
): Promise<TriangleMesh> => {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const primitive of await glbPrimitives(bytes, tileToEnu)) {
    const place = primitive.column('POSITION');
    if (!place) continue;
    const first = positions.length / 3;
    for (let i = 0; i < place.count; i++)
      positions.push(...transformPoint(primitive.matrix, place.at(i, 0), place.at(i, 1), place.at(i, 2)));
    const { indices: order } = primitive;
    for (let i = 0; i < (order?.count ?? place.count); i++)
      indices.push(first + (order ? order.at(i, 0) : i));
  }
  return rockBelow(weldVertices(Float64Array.from(positions), Uint32Array.from(indices), WELD), floor);
};
