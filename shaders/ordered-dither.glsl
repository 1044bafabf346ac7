/*
 * Ordered dither: turns a coverage into kept and dropped pixels, so that see-through bodies stay in the opaque
 * pass and need no sorting.
 *
 * Inputs
 *   coverage  0…1, no unit: share of pixels to keep
 *   pixel     drawing-buffer pixels: gl_FragCoord.xy, shifted by one for shells, so that they drop
 *             the pixels which the bodies inside them keep
 *   viewport  drawing-buffer pixels: a one-pixel viewport is a ray pick, which must hit what a person sees as a
 *             body, not fall through its holes
 * Output: true where the pixel is dropped.
 */
bool ditherDrops(float coverage, vec2 pixel, vec2 viewport) {
  if (viewport.x < 1.5) return coverage <= 0.02;
  ivec2 p = ivec2(mod(pixel, 4.0));
  // Bayer 4 × 4, built from bits instead of an array: dynamic array indexing is slow on some drivers.
  int x = p.x ^ p.y;
  int rank = ((x & 1) << 3) | ((p.y & 1) << 2) | (x & 2) | ((p.y & 2) >> 1);
  return coverage <= (float(rank) + 0.5) / 16.0;
}
