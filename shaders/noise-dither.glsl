/*
 * Noise dither: as ordered-dither.glsl, but by interleaved gradient noise (J. Jimenez, "Next generation post
 * processing in Call of Duty: Advanced Warfare", SIGGRAPH 2014). A body dithered so never keeps and drops the same
 * pixels as one dithered in order, so one of them always shows through the other.
 *
 * Inputs
 *   coverage  0…1, no unit: share of pixels to keep
 *   pixel     drawing-buffer pixels: gl_FragCoord.xy
 *   viewport  drawing-buffer pixels: a one-pixel viewport is a ray pick, which must not fall through the holes
 * Output: true where the pixel is dropped.
 */
bool noiseDrops(float coverage, vec2 pixel, vec2 viewport) {
  if (viewport.x < 1.5) return coverage <= 0.02;
  return coverage <= fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
}
