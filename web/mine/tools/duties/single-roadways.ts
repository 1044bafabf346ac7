import type { EscapeReport } from '../../../../domain/contracts/escape.ts';
import type { RoadwayNetwork } from '../../../../domain/contracts/network.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';

/** A roadway of which something has fewer than two ways out. */
export interface SingleRoadway {
  readonly roadway: string;
  readonly name: string;
  /** Metres of it. */
  readonly length: number;
  /** The fewest anywhere on it. */
  readonly ways: 0 | 1;
  /** Name of the nearest roadway that every way passes; null: none but its own. */
  readonly cut: string | null;
  /** A point of it, ENU metres. */
  readonly at: Vec3;
}

/** Edges with fewer than two ways out, by the roadway they are pieces of: those without any first, then the longest. */
export const singleRoadways = (
  { singleEdges }: EscapeReport,
  { edges }: RoadwayNetwork,
): readonly SingleRoadway[] => {
  const byId = new Map(edges.map((edge) => [edge.id, edge]));
  const found = new Map<string, SingleRoadway>();
  for (const { edge: id, ways, bridges } of singleEdges) {
    const edge = byId.get(id);
    if (!edge) continue;
    const before = found.get(edge.roadway);
    const passed = bridges
      .map((bridge) => byId.get(bridge))
      .find((one) => one && one.roadway !== edge.roadway);
    found.set(edge.roadway, {
      roadway: edge.roadway,
      name: edge.name ?? edge.roadway,
      length: (before?.length ?? 0) + edge.length,
      ways: before && before.ways < ways ? before.ways : ways,
      cut: before?.cut ?? (passed ? (passed.name ?? passed.roadway) : null),
      at: before?.at ?? edge.line[Math.floor(edge.line.length / 2)]!,
    });
  }
  return [...found.values()].sort(
    (a, b) => a.ways - b.ways || b.length - a.length || (a.roadway < b.roadway ? -1 : 1),
  );
};
