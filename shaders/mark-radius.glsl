/*
 * How large a mark is on the screen: never lost far off, never a wall of badges near by. Its twin on the processor is
 * markRadius in web/engines/cesium/live/mark-size.ts.
 *
 * Inputs
 *   pixelsPerMetre  CSS pixels a metre covers at the mark
 *   size      no unit: 1 for people; larger and smaller kinds of things
 * Output: CSS pixels.
 */
float markRadius(float pixelsPerMetre, float size) {
  return clamp(4.0 * pow(max(pixelsPerMetre, 1e-6) / 0.15, 0.34) * size, 3.6, 15.0);
}
