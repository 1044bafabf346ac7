/** Metres along the equator a common unit of deck.gl is, 512 of which are the world. Source: the tile scheme. */
export const METRES_A_UNIT = (2 * Math.PI * 6_378_137) / 512;

/**
 * Metres after which every spacing of hazard-pattern.glsl up to 4096 repeats in each of its directions: they are 1.9 metres doubled,
 * along whole tenths of the axes.
 */
const REPEAT = 1.9 * 4096 * 10;

/**
 * Where the origin of a picture lies in the pattern, metres. The picture's own coordinates are told from its middle, which moves: only
 * with this does the pattern stay on the ground. Less a whole number of repeats, for a graphics card knows seven digits.
 * @param origin common units of deck.gl
 */
export const hatchOrigin = (origin: readonly number[]): [number, number, number] => {
  const at = (axis: 0 | 1 | 2): number => ((origin[axis] ?? 0) * METRES_A_UNIT) % REPEAT;
  return [at(0), at(1), at(2)];
};

/** Metres along the equator a pixel of the drawing buffer is where the view is one unit of its depth away. */
export const metresAPixel = (o: {
  readonly zoom: number;
  readonly pixelRatio: number;
  /** How deep the middle of the picture lies, in units of the view's depth. */
  readonly depth: number;
}): number => METRES_A_UNIT / 2 ** o.zoom / o.pixelRatio / o.depth;
