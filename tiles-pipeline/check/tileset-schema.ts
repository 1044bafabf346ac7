import { z } from 'zod';

/**
 * The portable part of 3D Tiles 1.1 (OGC 22-025r4) that a bundle may use: explicit tiling, one content a tile,
 * boxes. Whatever else the standard allows is refused here, because not all viewers open it.
 */
const finite = z.number();
const boundingVolume = z.strictObject({ box: z.array(finite).length(12) });
const content = z.strictObject({ uri: z.string().min(1) });

const tile = z.strictObject({
  boundingVolume,
  geometricError: finite.min(0),
  refine: z.enum(['REPLACE', 'ADD']).optional(),
  content: content.optional(),
  get children() {
    return z.array(tile).min(1).optional();
  },
});

export const tilesetSchema = z.strictObject({
  asset: z.strictObject({
    version: z.literal('1.1'),
    extras: z.strictObject({ generator: z.string() }).optional(),
  }),
  geometricError: finite.min(0),
  root: tile.extend({
    refine: z.enum(['REPLACE', 'ADD']),
    transform: z.array(finite).length(16),
  }),
});

export type TileJson = z.output<typeof tile>;
