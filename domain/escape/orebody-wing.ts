import type { Vec3 } from '../geometry/bounds.ts';

export interface Wings {
  /** Horizontal unit vector along the strike: the direction the orebody is longest in, seen from above. */
  readonly strike: readonly [east: number, north: number];
  /** Metres along the strike, of the orebody's two ends and of each exit. */
  readonly ends: readonly [number, number];
  readonly exits: readonly number[];
  /** Length along the strike of the orebody beyond the outermost exit, at either end, metres; 0 where an exit lies beyond. */
  readonly wings: readonly [number, number];
}

/**
 * The wings of an orebody without an exit: what of its strike length lies beyond the last exit on either side. The strike is
 * the main axis of its corners in plan (principal component).
 * @param positions corners of the orebody's mesh, 3 doubles each, ENU metres
 * @param exits ENU metres; without any the whole orebody is one wing
 * @throws RangeError where the orebody has fewer than two corners
 */
export function orebodyWings(positions: Float64Array, exits: readonly Vec3[]): Wings {
  const count = positions.length / 3;
  if (count < 2) throw new RangeError('an orebody of fewer than two corners has no strike');
  let [x, y] = [0, 0];
  for (let i = 0; i < positions.length; i += 3) {
    x += positions[i]! / count;
    y += positions[i + 1]! / count;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < positions.length; i += 3) {
    const [dx, dy] = [positions[i]! - x, positions[i + 1]! - y];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const strike = [Math.cos(angle), Math.sin(angle)] as const;
  const along = (east: number, north: number): number => (east - x) * strike[0] + (north - y) * strike[1];
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 3) {
    const at = along(positions[i]!, positions[i + 1]!);
    low = Math.min(low, at);
    high = Math.max(high, at);
  }
  const places = exits.map(([east, north]) => along(east, north));
  const first = Math.min(...places);
  const last = Math.max(...places);
  const whole = high - low;
  return {
    strike,
    ends: [low, high],
    exits: places,
    wings:
      places.length === 0
        ? [whole, whole]
        : [Math.min(whole, Math.max(0, first - low)), Math.min(whole, Math.max(0, high - last))],
  };
}
