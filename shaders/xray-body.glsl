/*
 * X-ray body: a goaf, an ore body or a water body through which others are read. Its face is thinned out, its
 * silhouette and steep sides stay, so the shape is crisp from any side, from within too.
 *
 * Inputs
 *   fill      0…1, no unit: coverage of faces seen straight on
 *   rimStrength  0…1, no unit: coverage added at the silhouette
 *   rim       0…1, no unit: see rim-light.glsl
 *   lines     0…1, no unit: coverage of level lines, 0 where the kind has none
 *   hatch     0…1, no unit: see inferred-hatch.glsl, 1 where the body is not inferred
 * Output: 0…1 coverage, no unit.
 */
float bodyCoverage(float fill, float rimStrength, float rim, float lines, float hatch) {
  float faced = fill + (1.0 - fill) * rimStrength * rim;
  return clamp(max(faced, lines * rimStrength) * hatch, 0.0, 1.0);
}
