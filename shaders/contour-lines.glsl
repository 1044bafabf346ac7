/*
 * Contour lines at round heights, of constant width on the screen; every fifth is an index line.
 *
 * Inputs
 *   height    metres above the mine's datum, true (not exaggerated)
 *   interval  metres between lines
 *   widthPixels  drawing-buffer pixels: width of a plain line; an index line is 1.6 times as wide
 * Output: 0…1 coverage, no unit: 0.6 on a plain line, 1 on an index line, 0 between them.
 */
float contourLines(float height, float interval, float widthPixels) {
  float scaled = height / interval;
  float perPixel = fwidth(scaled);
  // On level ground, or so far off that lines would touch, a line is a patch: better none than a false terrace.
  if (perPixel < 1e-5) return 0.0;
  float room = 1.0 - smoothstep(0.2, 0.4, perPixel);
  float nearest = floor(scaled + 0.5);
  float pixelsOff = abs(scaled - nearest) / perPixel;
  bool isIndex = abs(nearest - 5.0 * floor(nearest / 5.0 + 0.5)) < 0.5;
  float halfWidth = widthPixels * (isIndex ? 0.8 : 0.5);
  return (1.0 - smoothstep(halfWidth - 0.4, halfWidth + 0.4, pixelsOff)) * (isIndex ? 1.0 : 0.6) * room;
}
