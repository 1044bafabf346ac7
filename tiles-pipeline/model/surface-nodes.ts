import type { RoadwayNetwork } from '../../domain/contracts/network.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import { groundHeightAt } from './terrain.ts';

/**
 * A collar so far below the terrain is still a collar, metres: terrain models are that wrong on a levelled yard, while a
 * blind shaft begins at a level, far deeper.
 */
const COLLAR_BELOW = 5;

/** Height of the ground over a point of the frame, metres above the survey's datum; null where no terrain says. */
export type GroundAt = (at: readonly [number, number, number]) => number | null;

export const groundOf =
  (sources: readonly PlacedSource[], mine: MineContext): GroundAt =>
  (at) => {
    for (const placed of sources) {
      if (placed.source.kind !== 'terrain' || placed.content.form !== 'grid') continue;
      const height = groundHeightAt(placed.content.grid, placed as PlacedSource<'terrain'>, enu(...at), mine);
      if (height !== null) return height;
    }
    return null;
  };

/**
 * Marks the nodes at which one is out, by the terrain: the end of a roadway whose section breaks through the ground (a
 * portal), any node that lies on or over it, and the collar of a shaft in use. Without terrain none is known to be out.
 * @param elevationOf height of a point above the survey's datum, metres
 */
export const withSurface = (
  network: RoadwayNetwork,
  groundAt: GroundAt,
  elevationOf: (at: readonly [number, number, number]) => number,
): RoadwayNetwork => {
  const edgesAt = new Map<number, RoadwayNetwork['edges']>();
  for (const edge of network.edges)
    for (const node of [edge.from, edge.to]) edgesAt.set(node, [...(edgesAt.get(node) ?? []), edge]);
  const nodes = network.nodes.map((node) => {
    const ground = groundAt(node.at);
    if (ground === null) return node;
    const edges = edgesAt.get(node.id) ?? [];
    const below = ground - elevationOf(node.at);
    const isCollar = edges.some(({ kind, line }) => kind === 'shaft' && isTop(node.at, line));
    const reach = isCollar ? COLLAR_BELOW : edges.length === 1 ? edges[0]!.height : 0;
    return below <= reach ? { ...node, surface: true as const } : node;
  });
  return { ...network, nodes };
};

/** The upper end of a piece that stands upright; steps from a roadway to the axis lie level. */
const isTop = (
  at: readonly [number, number, number],
  line: RoadwayNetwork['edges'][number]['line'],
): boolean => {
  const [a, b] = [line[0]!, line.at(-1)!];
  const [upper, lower] = a[2] > b[2] ? [a, b] : [b, a];
  const isUpright = upper[2] - lower[2] > Math.hypot(upper[0] - lower[0], upper[1] - lower[1]);
  return isUpright && Math.abs(at[2] - upper[2]) < 1e-6;
};
