/*
 * Noise dither: turns a coverage into kept and dropped pixels, so that nested see-through bodies stay in the opaque
 * pass and need no sorting. Interleaved gradient noise (J. Jimenez, "Next generation post processing in Call of Duty:
 * Advanced Warfare", SIGGRAPH 2014): as even as an ordered matrix, without its net.
 *
 * Inputs
 *   coverage  0…1, no unit: share of pixels to keep
 *   turn      no unit: 0 for bodies; 1 turns the noise round, so that a shell drops just the pixels which the bodies
 *             in it keep; between, the noise is shifted, and the one shows through the other by chance
 *   pixel     drawing-buffer pixels: gl_FragCoord.xy
 *   viewport  drawing-buffer pixels: a one-pixel viewport is a ray pick, which must hit what a person sees as a
 *             body, not fall through its holes
 * Output: true where the pixel is dropped.
 */
bool noiseDrops(float coverage, float turn, vec2 pixel, vec2 viewport) {
  if (viewport.x < 1.5) return coverage <= 0.02;
  float noise = fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
  return coverage <= (turn > 0.99 ? 1.0 - noise : fract(noise + turn));
}
