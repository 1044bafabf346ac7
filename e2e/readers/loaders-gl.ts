import { Tiles3DLoader } from '@loaders.gl/3d-tiles';
import { parse } from '@loaders.gl/core';
import { z } from 'zod';
import { extentOf, type OpenedTile, openTree, readArrayBuffer, type TileHeader } from './opened-tile.ts';

/** What loaders.gl hands out, as far as it is asked here. */
const typed = z.custom<ArrayLike<number>>((value) => ArrayBuffer.isView(value));
const column = z.looseObject({
  data: z.custom<ArrayLike<unknown>>((v) => Array.isArray(v) || ArrayBuffer.isView(v)),
});
const tileSchema = z.looseObject({
  rotateYtoZ: z.literal(true),
  gltf: z.looseObject({
    nodes: z.array(
      z.looseObject({ translation: z.array(z.number()), scale: z.array(z.number()).default([1, 1, 1]) }),
    ),
    meshes: z.array(
      z.looseObject({
        primitives: z.array(
          z.looseObject({
            attributes: z.looseObject({ POSITION: z.looseObject({ value: typed, count: z.number() }) }),
            indices: z.looseObject({ count: z.number() }),
            extensions: z.looseObject({
              EXT_mesh_features: z.looseObject({ featureIds: z.array(z.looseObject({ data: typed })) }),
            }),
          }),
        ),
      }),
    ),
    extensions: z
      .looseObject({
        EXT_structural_metadata: z.looseObject({
          propertyTables: z.array(z.looseObject({ properties: z.record(z.string(), column) })),
        }),
      })
      .optional(),
  }),
});

const openTile = async (glb: ArrayBuffer): Promise<Omit<OpenedTile, 'uri' | 'isLeaf'>> => {
  const tile = tileSchema.parse(
    await parse(glb, Tiles3DLoader, { core: { worker: false }, '3d-tiles': { isTileset: false } }),
  );
  const node = tile.gltf.nodes[0]!;
  const primitive = tile.gltf.meshes[0]!.primitives[0]!;
  const { value, count } = primitive.attributes.POSITION;
  const at = (i: number, k: number) => node.translation[k]! + node.scale[k]! * value[3 * i + k]!;
  const rows = new Set(Array.from(primitive.extensions.EXT_mesh_features.featureIds[0]!.data));
  const columns = tile.gltf.extensions?.EXT_structural_metadata.propertyTables[0]?.properties ?? {};
  return {
    triangles: primitive.indices.count / 3,
    extent: extentOf(count, (i) => [at(i, 0), at(i, 1), at(i, 2)]),
    features: [...rows].map((row) =>
      Object.fromEntries(Object.entries(columns).map(([id, { data }]) => [id, data[row]])),
    ),
  };
};

const headerSchema = z.looseObject({ root: z.custom<TileHeader & { contentUrl?: string }>() });

/** Opens a tileset and all its tiles with loaders.gl (what deck.gl draws with), in Node. */
export const openWithLoadersGl = async (tilesetFile: string): Promise<OpenedTile[]> => {
  const tileset = headerSchema.parse(
    await parse(await readArrayBuffer(tilesetFile), Tiles3DLoader, {
      core: { worker: false },
      '3d-tiles': { isTileset: true },
    }),
  );
  return openTree(tilesetFile, tileset.root, (tile) => tile.content!.uri, openTile);
};
