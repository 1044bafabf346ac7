/*
 * Dashes of an outline whose place is not sure: a line of its own width keeps dashes of one length on the screen, a thick one dashes
 * as long as it is wide.
 *
 * Inputs
 *   mark   no unit: 1 sure, more: doubtful, as hazard-pattern.glsl
 *   along  CSS pixels, from the beginning of the segment
 *   halfWidth  CSS pixels
 * Output: true in a gap.
 */
bool inDashGap(float mark, float along, float halfWidth) {
  float period = max(9.0, 5.0 * halfWidth);
  return mark > 1.5 && mod(along, period) > 0.6 * period;
}
