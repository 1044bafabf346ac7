/*
 * A person of true size, as on a sign: helmet, jacket with two bright bands, legs.
 *
 * Inputs
 *   at        metres: to the right of the middle, and above the ground
 * Output: x: metres from the outline, negative within; y: part, no unit: 0 skin, 1 helmet, 2 jacket, 3 bands, 4 legs.
 */
vec2 personFigure(vec2 at) {
  vec2 side = vec2(abs(at.x), at.y);
  float head = length(at - vec2(0.0, 1.56)) - 0.13;
  float helmet = max(length(at - vec2(0.0, 1.6)) - 0.17, 1.6 - at.y);
  vec2 brim = abs(at - vec2(0.0, 1.6)) - vec2(0.22, 0.02);
  helmet = min(helmet, max(brim.x, brim.y));
  vec2 trunk = abs(at - vec2(0.0, 1.13)) - vec2(0.15, 0.22);
  float jacket = length(max(trunk, 0.0)) + min(max(trunk.x, trunk.y), 0.0) - 0.07;
  vec2 arm = side - vec2(0.25, 1.3);
  vec2 down = vec2(0.07, -0.5);
  float along = clamp(dot(arm, down) / dot(down, down), 0.0, 1.0);
  jacket = min(jacket, length(arm - down * along) - 0.065);
  vec2 leg = abs(side - vec2(0.105, 0.46)) - vec2(0.05, 0.4);
  float legs = length(max(leg, 0.0)) + min(max(leg.x, leg.y), 0.0) - 0.04;
  float part = at.y > 1.58 ? 1.0 : at.y > 1.44 ? 0.0 : at.y > 0.88 || side.x > 0.2 ? 2.0 : 4.0;
  if (part == 2.0 && side.x < 0.22 && (abs(at.y - 1.02) < 0.035 || abs(side.x - 0.12) < 0.03)) part = 3.0;
  return vec2(min(min(head, helmet), min(jacket, legs)), part);
}
