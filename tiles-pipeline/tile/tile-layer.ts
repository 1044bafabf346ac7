import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EnuBox } from '../../domain/contracts/catalog.ts';
import type { LayerModel } from '../model/layer-model.ts';
import { coarseTile } from './coarse-tile.ts';
import { compactor } from './compact.ts';
import { writeTile } from './glb-writer.ts';
import { joinLists } from './index-lists.ts';
import { type LayerMesh, layerMesh } from './layer-mesh.ts';
import { measuredError } from './measured-error.ts';
import { layerSchema } from './property-table.ts';
import { leavesOf, QUADTREE_LIMITS, splitIntoTiles, type TileNode } from './quadtree.ts';
import { fromGrid, GRID_STEP, joinGridBoxes, thickened } from './quantise.ts';
import { type BorderTest, sharedBorders } from './shared-borders.ts';
import { type TiledNode, tilesetJson } from './tileset-json.ts';

/** What was written: files, their bytes, triangles at full detail and the box of the geometry, ENU metres. */
export interface TiledLayer {
  readonly tiles: number;
  readonly bytes: number;
  readonly triangles: number;
  readonly extent: EnuBox;
}

export interface TileLayerOptions {
  /** Column-major 4 × 4, the root transform of every tileset of the mine. */
  readonly enuToEcef: readonly number[];
  /** Where tileset.json and the .glb files go; made if absent, expected to be empty. */
  readonly folder: string;
  readonly generator?: string;
}

const DEFAULT_GENERATOR = 'hyalite';

/** Metres a coarse tile may be off, by its cell's side: ground 1/256 of it; a tube or a void by 2 m, however wide the view. */
const MAX_ERROR = {
  simplify: (side: number) => side / 256,
  keep: (side: number) => Math.min(side / 512, 2),
} as const;

const enuBox = (mesh: LayerMesh): EnuBox => {
  const box = joinGridBoxes(mesh.featureBoxes).map(fromGrid) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { min: [box[0], box[1], box[2]], max: [box[3], box[4], box[5]] };
};

/**
 * Writes a layer as 3D Tiles: one GLB a tile, a single tile while the layer is small, else a quadtree whose
 * coarser levels are simplified copies. Throws, naming layer and feature, when the model breaks its contract
 * (no features, unusable mesh, repeated feature id, wrong property id). Same model, same bytes.
 */
export const tileLayer = async (model: LayerModel, options: TileLayerOptions): Promise<TiledLayer> => {
  if (model.features.length === 0) throw new Error(`layer ${model.id} has no features`);
  if (options.enuToEcef.length !== 16) throw new Error('enuToEcef must have 16 numbers');
  const generator = options.generator ?? DEFAULT_GENERATOR;
  const schema = layerSchema(model);
  const mesh = await layerMesh(model);
  const root = splitIntoTiles(mesh, QUADTREE_LIMITS[model.detail]);
  const borders: BorderTest | null = root.children.length > 0 ? sharedBorders(mesh, root) : null;
  const compact = compactor(mesh.positions.length / 3);
  const translucent = model.features.some((feature) => feature.mesh.colour[3] < 1);
  await mkdir(options.folder, { recursive: true });
  let tiles = 0;
  let bytes = 0;

  const write = async (node: TileNode, indices: Uint32Array) => {
    const { glb, box } = await writeTile({
      name: `${model.id} ${node.name}`,
      mesh,
      tile: compact(indices),
      features: model.features,
      schema,
      translucent,
      generator,
    });
    const uri = `${node.name}.glb`;
    await writeFile(join(options.folder, uri), glb);
    tiles++;
    bytes += glb.length;
    return { uri, box: thickened(box) };
  };

  const build = async (node: TileNode): Promise<{ tiled: TiledNode; indices: Uint32Array }> => {
    if (node.children.length === 0) {
      const written = await write(node, node.leafIndices);
      return { tiled: { ...written, geometricError: 0, children: [] }, indices: node.leafIndices };
    }
    const parts: { tiled: TiledNode; indices: Uint32Array }[] = [];
    for (const child of node.children) parts.push(await build(child));
    const merged = joinLists(parts.map((part) => part.indices));
    const indices = await coarseTile(mesh, node, merged, compact, {
      maxError: MAX_ERROR[model.detail](fromGrid(node.size)),
      eachFeature: model.detail === 'keep',
      isLocked: borders!(node),
    });
    const children = parts.map((part) => part.tiled);
    const { uri, box } = await write(node, indices);
    const lost = measuredError(
      mesh,
      leavesOf(node).map((leaf) => leaf.leafIndices),
      indices,
    );
    // Never below a child's: an engine refines by this number, so it must fall from parent to child.
    const geometricError = Math.max(lost, ...children.map((child) => child.geometricError + GRID_STEP));
    return {
      tiled: {
        uri,
        box: joinGridBoxes([box, ...children.map((child) => child.box)]),
        geometricError,
        children,
      },
      indices,
    };
  };

  const { tiled } = await build(root);
  const json = tilesetJson(tiled, options.enuToEcef, generator);
  await writeFile(join(options.folder, 'tileset.json'), json);
  bytes += Buffer.byteLength(json);
  return { tiles, bytes, triangles: mesh.indices.length / 3, extent: enuBox(mesh) };
};
