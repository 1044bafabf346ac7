/*
 * See-through ground, a sheet of glass: solid at 0; towards 1 it clears until only contour lines at round heights
 * and the rims of hills remain.
 *
 * Inputs
 *   amount    0…1, no unit: how far one sees through
 *   rim       0…1, no unit: see rim-light.glsl
 *   lines     0…1, no unit: see contour-lines.glsl
 * Output: 0…1 opacity, no unit.
 */
float groundOpacity(float amount, float rim, float lines) {
  float sheet = pow(1.0 - amount, 1.6) * 0.92;
  float edge = rim * 0.3 * (1.0 - 0.5 * amount);
  float drawn = lines * mix(0.75, 0.5, amount);
  return clamp(1.0 - (1.0 - sheet) * (1.0 - edge) * (1.0 - drawn), 0.0, 1.0);
}
