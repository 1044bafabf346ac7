import { edgeReport, type TriangleMesh } from '../geometry/triangle-mesh.ts';
import { type MiningRight, planTriangles } from '../mining-right/right-prism.ts';
import type { FeatureShape } from './mine-features.ts';

/** Heights that hold everything in a county, metres up. */
export interface CountyHeights {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * The body of a mining right. Where a licence gives no lower or upper height the right goes to the end of the county's heights,
 * which is the nearest it can be to anything.
 * @throws RangeError where the outline crosses or touches itself, or the right has no height
 */
export function rightShape(right: MiningRight, { lowest, highest }: CountyHeights): FeatureShape {
  const [lower, upper] = [right.lower ?? lowest, right.upper ?? highest];
  if (!(lower < upper))
    throw new RangeError(
      `mining right ${right.id} reaches from ${lower} m up to ${upper} m: the upper height must be above the lower one`,
    );
  const numbers = new Map<string, number>();
  const positions: number[] = [];
  const corner = (x: number, y: number, up: number): number => {
    const key = `${x} ${y} ${up}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = positions.length / 3;
      positions.push(x, y, up);
      numbers.set(key, number);
    }
    return number;
  };
  const indices: number[] = [];
  /** Sides of the plan's triangles as they run; one that runs both ways is inside. */
  const sides = new Map<string, readonly [ax: number, ay: number, bx: number, by: number]>();
  for (const [ax, ay, bx, by, cx, cy] of planTriangles(right)) {
    indices.push(corner(ax, ay, upper), corner(bx, by, upper), corner(cx, cy, upper));
    indices.push(corner(ax, ay, lower), corner(cx, cy, lower), corner(bx, by, lower));
    for (const [px, py, qx, qy] of [
      [ax, ay, bx, by],
      [bx, by, cx, cy],
      [cx, cy, ax, ay],
    ] as const) {
      if (!sides.delete(`${qx} ${qy} ${px} ${py}`)) sides.set(`${px} ${py} ${qx} ${qy}`, [px, py, qx, qy]);
    }
  }
  for (const [px, py, qx, qy] of sides.values()) {
    const [a, b] = [corner(px, py, lower), corner(qx, qy, lower)];
    const [c, d] = [corner(qx, qy, upper), corner(px, py, upper)];
    indices.push(a, b, c, a, c, d);
  }
  const mesh: TriangleMesh = { positions: Float64Array.from(positions), indices: Uint32Array.from(indices) };
  return { type: 'mesh', mesh, closed: edgeReport(mesh).closed };
}
