import type { XY } from '../../drawing/drawing.ts';

/** The direction in which points are spread most (eigenvector of their covariance), pointing east, or north where it has no east. */
export const longAxis = (points: readonly XY[]): { readonly from: XY; readonly direction: XY } => {
  const n = Math.max(1, points.length);
  const mean: XY = [
    points.reduce((sum, [x]) => sum + x, 0) / n,
    points.reduce((sum, [, y]) => sum + y, 0) / n,
  ];
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - mean[0]) ** 2;
    xy += (x - mean[0]) * (y - mean[1]);
    yy += (y - mean[1]) ** 2;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const direction: XY = [Math.cos(angle), Math.sin(angle)];
  const flipped = direction[0] < -1e-9 || (Math.abs(direction[0]) <= 1e-9 && direction[1] < 0);
  const turned: XY = flipped ? [-direction[0], -direction[1]] : direction;
  const least = points.reduce(
    (min, [x, y]) => Math.min(min, (x - mean[0]) * turned[0] + (y - mean[1]) * turned[1]),
    0,
  );
  return { from: [mean[0] + turned[0] * least, mean[1] + turned[1] * least], direction: turned };
};

/** Grid azimuths of both ends, e.g. "W 270°" and "E 90°". */
export const endsOf = ([x, y]: XY): readonly [string, string] => {
  const azimuth = Math.round(((Math.atan2(x, y) * 180) / Math.PI + 360) % 360);
  const named = (degrees: number): string =>
    `${['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'][Math.round(degrees / 45) % 8]} ${degrees}°`;
  return [named((azimuth + 180) % 360), named(azimuth)];
};
