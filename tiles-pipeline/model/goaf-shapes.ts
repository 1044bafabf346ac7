import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import type { Vec3 } from '../../domain/geometry/bounds.ts';
import {
  bestFitPlane,
  cleanRing,
  extrudePolygon,
  planArea,
  type Ring3,
  thicknessOffset,
  trueArea,
} from '../../domain/geometry/polygon3.ts';
import type { TriangleMesh } from '../../domain/geometry/triangle-mesh.ts';
import type { Metres } from '../../domain/units/quantities.ts';
import type { VectorGeometry } from '../read/read-result.ts';
import { joinMeshes } from './mesh-parts.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';
import { mendHeights, toEnu } from './placed-lines.ts';

/** A panel farther from its own plane than this is doubtful: a slip in a height, or two panels in one. */
const OUT_OF_PLANE_METRES = 5;

/** Corners in one line make a ring of almost nothing, m²: no panel, and no part of one, is this small. */
const LEAST_AREA = 0.01;

/** Root mean square distance of the outline from its best plane: one wavy corner does not count as a wrong panel. */
const offPlane = (ring: Ring3): number => {
  const { normal, point } = bestFitPlane(ring);
  const squares = ring.map((p) => {
    const off = normal.reduce((sum, n, axis) => sum + n * (p[axis]! - point[axis]!), 0);
    return off * off;
  });
  return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / ring.length);
};

export interface PanelShape {
  readonly mesh: TriangleMesh;
  /** m², in the panel. */
  readonly area: number;
  /** m², seen from above. */
  readonly planArea: number;
  readonly rings: readonly (readonly Ring3[])[];
}

/** Polygons of one record as rings in the mine's frame, heights mended, doubts reported; null where none is left. */
export const placedRings = (
  geometry: VectorGeometry & { type: 'polygons' },
  at: {
    readonly row: number;
    readonly feature: string;
    readonly height: number | null;
    readonly offset: number;
  },
  placed: PlacedSource,
  mine: MineContext,
): Ring3[][] | null => {
  const parts: Ring3[][] = [];
  for (const polygon of geometry.polygons) {
    const rings: Ring3[] = [];
    for (const [index, written] of polygon.entries()) {
      const mended = mendHeights(written, 'ring', at.height);
      if (mended === null) {
        placed.log.reject('height-missing', { row: at.row, feature: at.feature });
        return null;
      }
      if (mended.mended.length > 0)
        placed.log.warn('height-zero', {
          row: at.row,
          feature: at.feature,
          value: '0',
          params: { vertices: mended.mended.join(', ') },
        });
      const lifted = mended.points.map(([x, y, z]) => [x, y, z + at.offset] as const);
      const clean = cleanRing(toEnu(mine.frame, placed.place, lifted));
      if (clean.degenerate || trueArea([clean.ring]) < LEAST_AREA) {
        if (index === 0) break;
        placed.log.warn('ring-degenerate', { row: at.row, feature: at.feature, params: { ring: index + 1 } });
        continue;
      }
      if (clean.selfIntersects)
        placed.log.warn('ring-crosses-itself', {
          row: at.row,
          feature: at.feature,
          params: { ring: index + 1 },
        });
      rings.push(clean.ring);
    }
    if (rings.length > 0) parts.push(rings);
  }
  if (parts.length > 0) return parts;
  placed.log.reject('polygon-degenerate', { row: at.row, feature: at.feature });
  return null;
};

/** A mined-out panel as a closed solid: the polygon and its copy a thickness away, across the panel. */
export const panelShape = (
  parts: readonly (readonly Ring3[])[],
  thickness: Metres,
  polygonIs: 'floor' | 'roof' | 'middle',
  at: { readonly row: number; readonly feature: string },
  placed: PlacedSource,
): PanelShape => {
  const residual = Math.max(...parts.map((rings) => offPlane(rings[0]!)));
  const most = Math.max(...parts.map((rings) => bestFitPlane(rings[0]!).maxResidual));
  if (residual > OUT_OF_PLANE_METRES)
    placed.log.warn('polygon-out-of-plane', {
      ...at,
      params: {
        metres: Number(residual.toFixed(1)),
        most: Number(most.toFixed(1)),
        limit: OUT_OF_PLANE_METRES,
      },
    });
  const sum = (of: (rings: readonly Ring3[]) => number): number =>
    parts.reduce((total, rings) => total + of(rings), 0);
  return {
    mesh: joinMeshes(
      parts.map((rings) => extrudePolygon(rings, thicknessOffset(rings, thickness), polygonIs)),
    ),
    area: sum(trueArea),
    planArea: sum(planArea),
    rings: parts,
  };
};

/** Outer rings of a panel moved to its floor, whichever face was surveyed. */
export const floorPoints = (
  parts: readonly (readonly Ring3[])[],
  thickness: Metres,
  polygonIs: 'floor' | 'roof' | 'middle',
): Vec3[] => {
  const share = polygonIs === 'floor' ? 0 : polygonIs === 'roof' ? 1 : 0.5;
  return parts.flatMap((rings) => {
    const [east, north, up] = thicknessOffset(rings, thickness);
    return rings[0]!.map((p): Vec3 => [p[0] - share * east, p[1] - share * north, p[2] - share * up]);
  });
};

/** The middle of a point set, for questions that need one place (a level's height in the frame). */
export const middleOf = (positions: Float64Array): EnuPoint => {
  let [east, north, up] = [0, 0, 0];
  const count = positions.length / 3;
  for (let i = 0; i < positions.length; i += 3) {
    east += positions[i]! / count;
    north += positions[i + 1]! / count;
    up += positions[i + 2]! / count;
  }
  return [east, north, up] as unknown as EnuPoint;
};
