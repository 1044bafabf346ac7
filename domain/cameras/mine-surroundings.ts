import type { RoadwayNetwork } from '../contracts/network.ts';
import { type GroundField, terrainOf } from '../geology/ground-field.ts';
import { createSurroundings, type Surroundings } from './line-of-sight.ts';

/** An open pit has no roadways, and its cameras look over the ground all the same. */
const NO_ROADWAYS: RoadwayNetwork = { format: 'hyalite-network/1', nodes: [], edges: [], components: [] };

/** A mine as cameras see it, of what is known of it; null where neither its roadways nor its ground are. */
export const mineSurroundings = (
  network: RoadwayNetwork | null,
  ground: GroundField | null,
): Surroundings | null =>
  network || ground ? createSurroundings(network ?? NO_ROADWAYS, ground && terrainOf(ground)) : null;
