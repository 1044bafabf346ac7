/*
 * How well a hidden hazard is known, on its body: proven is solid, inferred hatched, contradicted crossed, unverified
 * dotted, ruled out only a trace. Patterns are fixed to the rock, their spacing doubles with distance.
 *
 * Inputs
 *   mark      no unit: 1 proven, 2 inferred, 3 contradicted, 4 unverified, 5 ruled out
 *   position  metres, ENU of the mine
 *   metresPerPixel  metres a drawing-buffer pixel covers at the point
 * Output: 0…1 coverage, no unit: 1 on the pattern, little between.
 */
float hazardPattern(float mark, vec3 position, float metresPerPixel) {
  if (mark < 1.5) return 1.0;
  if (mark > 4.5) return 0.1;
  float spacing = exp2(ceil(log2(max(metresPerPixel, 1e-4) * 9.0))) * 1.9;
  float along = fract((position.x + position.y + 1.7 * position.z) / spacing);
  if (mark < 2.5) return along < 0.42 ? 1.0 : 0.14;
  // On any plane two of the three families cross: their directions share none.
  float across = fract((position.x - position.y - 1.2 * position.z) / spacing);
  float third = fract((1.2 * position.y - 0.3 * position.x - 1.7 * position.z) / spacing);
  if (mark < 3.5) return min(along, min(across, third)) < 0.16 ? 1.0 : 0.1;
  return max(along, max(across, third)) < 0.55 ? 1.0 : 0.1;
}
