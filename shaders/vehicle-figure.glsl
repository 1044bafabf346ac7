/*
 * A mine lorry of true size, seen from its side and facing right.
 *
 * Inputs
 *   at        metres: ahead of the middle, and above the ground
 * Output: x: metres from the outline, negative within; y: part, no unit: 0 window, 1 wheel, 2 body, 3 load bed.
 */
vec2 vehicleFigure(vec2 at) {
  vec2 frame = abs(at - vec2(0.0, 0.85)) - vec2(2.45, 0.2);
  vec2 bed = abs(at - vec2(-0.75, 1.5)) - vec2(1.65 + 0.18 * (at.y - 1.5), 0.55);
  vec2 cab = abs(at - vec2(1.75, 1.6)) - vec2(0.6 - 0.12 * max(at.y - 1.5, 0.0), 0.75);
  float body = min(max(frame.x, frame.y), max(cab.x, cab.y) - 0.06);
  float load = max(bed.x, bed.y);
  float wheel = min(length(at - vec2(1.6, 0.55)), length(vec2(abs(at.x + 1.0) - 0.62, at.y - 0.55))) - 0.55;
  vec2 window = abs(at - vec2(1.9, 1.85)) - vec2(0.32, 0.32);
  float part = wheel < 0.0 ? 1.0 : max(window.x, window.y) < 0.0 ? 0.0 : load < body ? 3.0 : 2.0;
  return vec2(min(min(body, load), wheel), part);
}
