/*
 * See-through ground: solid at 0; towards 1 the surface thins out until only contour lines at round heights and
 * the rims of hills remain.
 *
 * Inputs
 *   amount    0…1, no unit: how far one sees through
 *   rim       0…1, no unit: see rim-light.glsl
 *   lines     0…1, no unit: see contour-lines.glsl
 * Output: 0…1 coverage, no unit.
 */
float groundCoverage(float amount, float rim, float lines) {
  float surface = pow(1.0 - amount, 1.5);
  float drawn = max(lines, rim * 0.55);
  return clamp(max(surface, drawn * smoothstep(0.0, 0.05, amount)), 0.0, 1.0);
}
