/*
 * Moves the end of a line sideways, so that it is as wide as wanted on the screen however far it is.
 *
 * Inputs
 *   here      no unit: clip coordinates of this end
 *   other     no unit: clip coordinates of the other end
 *   side      −1 or 1, no unit: which edge of the line
 *   halfWidth  drawing-buffer pixels
 *   viewport  drawing-buffer pixels: width and height
 *   near      metres before the eye: what lies nearer is cut off
 * Output: clip coordinates, no unit.
 */
vec4 wideLine(vec4 here, vec4 other, float side, float halfWidth, vec2 viewport, float near) {
  // An end behind the eye has no place on the screen: the line is cut where it enters the view.
  vec4 seen = here.w < near ? mix(other, here, clamp((other.w - near) / (other.w - here.w), 0.0, 1.0)) : here;
  vec4 beyond = other.w < near ? mix(here, other, clamp((here.w - near) / (here.w - other.w), 0.0, 1.0)) : other;
  vec2 along = (beyond.xy / beyond.w - seen.xy / seen.w) * viewport;
  float length2 = dot(along, along);
  vec2 across = length2 > 1e-9 ? vec2(-along.y, along.x) * inversesqrt(length2) : vec2(0.0, 1.0);
  seen.xy += across * side * halfWidth * 2.0 / viewport * seen.w;
  return seen;
}
