/*
 * Wedge outside a mark that points where its thing is heading.
 *
 * Inputs
 *   at        CSS pixels from the mark's centre
 *   radius    CSS pixels
 *   heading   no unit: direction on the screen, shorter the more it points at the eye or away
 * Output: CSS pixels from the wedge's edge, negative within; far outside where the direction cannot be told.
 */
float headingWedge(vec2 at, float radius, vec2 heading) {
  float known = length(heading);
  if (known < 0.15) return 1e3;
  vec2 ahead = heading / known;
  vec2 turned = vec2(dot(at, ahead), abs(at.x * ahead.y - at.y * ahead.x));
  float tip = radius * (1.2 + 0.45 * known) + 2.0;
  return max((turned.x - tip) * 0.64 + turned.y * 0.77, radius * 0.7 - turned.x);
}
