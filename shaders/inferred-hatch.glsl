/*
 * Hatch of what is inferred: slanted stripes fixed to the rock (they do not swim when the camera moves), their
 * spacing doubling with distance so that they stay readable.
 *
 * Inputs
 *   position  metres, ENU of the mine
 *   metresPerPixel  metres a drawing-buffer pixel covers at the point
 * Output: 0…1 coverage, no unit: 1 on a stripe, 0.22 between stripes.
 */
float inferredHatch(vec3 position, float metresPerPixel) {
  float spacing = exp2(ceil(log2(max(metresPerPixel, 1e-4) * 9.0)));
  float across = fract((position.x + position.y + 1.7 * position.z) / (spacing * 1.9));
  return across < 0.42 ? 1.0 : 0.22;
}
