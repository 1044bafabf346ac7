import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';
import type { PlanPoint } from './curtain.ts';

/**
 * A line along the strike of what is mined: the direction in plan in which its corners spread most (first principal axis), from its western to
 * its eastern end. null: there is nothing, or it is as wide as long.
 * @param margin how much longer than the corners reach, a share of their length at each end
 */
export const strikeLine = (
  meshes: readonly TriangleMesh[],
  margin = 0.03,
): readonly [PlanPoint, PlanPoint] | null => {
  let count = 0;
  let [east, north] = [0, 0];
  const each = (visit: (e: number, n: number) => void): void => {
    for (const { positions } of meshes)
      for (let i = 0; i < positions.length; i += 3) visit(positions[i]!, positions[i + 1]!);
  };
  each((e, n) => {
    count++;
    east += e;
    north += n;
  });
  if (count < 2) return null;
  east /= count;
  north /= count;
  let [ee, en, nn] = [0, 0, 0];
  each((e, n) => {
    ee += (e - east) ** 2;
    en += (e - east) * (n - north);
    nn += (n - north) ** 2;
  });
  const spread = Math.hypot(ee - nn, 2 * en);
  if (spread < 1e-6 * (ee + nn)) return null;
  const angle = Math.atan2(2 * en, ee - nn) / 2;
  const along: PlanPoint = [Math.cos(angle), Math.sin(angle)];
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  each((e, n) => {
    const s = (e - east) * along[0] + (n - north) * along[1];
    low = Math.min(low, s);
    high = Math.max(high, s);
  });
  const beyond = (high - low) * margin;
  const at = (s: number): PlanPoint => [
    Math.round((east + s * along[0]) * 10) / 10,
    Math.round((north + s * along[1]) * 10) / 10,
  ];
  return [at(low - beyond), at(high + beyond)];
};
