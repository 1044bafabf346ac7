import { fromGrid, type GridBox } from './quantise.ts';

/** A tile ready to be named in tileset.json. `box` holds its own geometry and its children's. */
export interface TiledNode {
  readonly uri: string;
  readonly box: GridBox;
  /** Metres by which the tile's content is off the full-detail surface; 0 for a leaf. */
  readonly geometricError: number;
  readonly children: readonly TiledNode[];
}

/**
 * Engines draw nothing at all while the whole tileset's error looks small on the screen. A layer of one thin
 * borehole must not vanish from a view of the county: the error of drawing nothing is set far above any mine.
 */
const NOTHING_DRAWN_METRES = 100_000;

const boundingBox = (box: GridBox): number[] => {
  const half = (axis: 0 | 1 | 2) => fromGrid(box[axis + 3]! - box[axis]) / 2;
  const middle = (axis: 0 | 1 | 2) => fromGrid(box[axis + 3]! + box[axis]) / 2;
  return [middle(0), middle(1), middle(2), half(0), 0, 0, 0, half(1), 0, 0, 0, half(2)];
};

const tileJson = (node: TiledNode): Record<string, unknown> => ({
  boundingVolume: { box: boundingBox(node.box) },
  geometricError: node.geometricError,
  refine: 'REPLACE',
  content: { uri: node.uri },
  ...(node.children.length > 0 ? { children: node.children.map(tileJson) } : {}),
});

/** 3D Tiles 1.1 with explicit tiling, boxes in ENU, placed on the globe by the root transform (column-major). */
export const tilesetJson = (root: TiledNode, enuToEcef: readonly number[], generator: string): string => {
  const { boundingVolume, ...rest } = tileJson(root);
  const tileset = {
    asset: { version: '1.1', extras: { generator } },
    geometricError: Math.max(NOTHING_DRAWN_METRES, root.geometricError),
    root: { boundingVolume, transform: [...enuToEcef], ...rest },
  };
  return `${JSON.stringify(tileset)}\n`;
};
