import { boundingBox } from '../../geometry/triangle-mesh.ts';
import type { GeologicalBody } from '../geological-model.ts';

/** A level of a mine: roadways whose floors are about as high. */
export interface MineLevel {
  /** ENU up of the middle of its roadways, whole metres. */
  readonly up: number;
  /** How much roadway lies on it: extents in plan added, metres. */
  readonly size: number;
}

/** What climbs more than this belongs to no level, metres. */
const FLAT = 8;

/** Levels by the roadways on them, the lowest first. */
export const mineLevels = (bodies: readonly GeologicalBody[]): MineLevel[] => {
  const sizes = new Map<number, number>();
  for (const { kind, mesh } of bodies) {
    if (kind !== 'roadway') continue;
    const { min, max } = boundingBox(mesh);
    if (max[2] - min[2] > FLAT) continue;
    const up = Math.round((min[2] + max[2]) / 2);
    sizes.set(up, (sizes.get(up) ?? 0) + (max[0] - min[0]) + (max[1] - min[1]));
  }
  return [...sizes].map(([up, size]) => ({ up, size })).sort((a, b) => a.up - b.up);
};

/** Heights within this of a larger level are part of it, metres. */
const SAME_LEVEL = 6;

/** The levels worth a line: each the largest within 6 m of itself. */
export const mainLevels = (bodies: readonly GeologicalBody[]): MineLevel[] => {
  const kept: MineLevel[] = [];
  for (const level of mineLevels(bodies).toSorted((a, b) => b.size - a.size))
    if (kept.every(({ up }) => Math.abs(up - level.up) > SAME_LEVEL)) kept.push(level);
  return kept.sort((a, b) => a.up - b.up);
};
