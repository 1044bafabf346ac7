import type { MineContext, PlacedSource } from './mine-context.ts';
import { type LineLayer, roadwayLayer } from './roadways.ts';

/** Roadways still to be driven: a layer of their own, inferred, and never part of the network one can walk. */
export const plannedHeadingLayer = (
  id: string,
  sources: readonly PlacedSource<'planned-headings'>[],
  mine: MineContext,
): Pick<LineLayer, 'layer' | 'axes'> => roadwayLayer(id, sources, mine, true);
