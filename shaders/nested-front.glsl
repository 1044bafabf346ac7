/*
 * First of the two passes over see-through bodies: only what is nearest to the eye is kept, by the depth test, so the
 * layer that is looked at first is exact. What solid things hide is not drawn.
 *
 * Inputs
 *   colour        linear RGB, 0…1
 *   opacity       0…1, no unit
 *   depth         0…1, no unit: window depth of this fragment
 *   solidDepth    0…1, no unit: window depth of the solid things at this pixel
 * Output: red, green, blue times opacity, and opacity; discards where a solid thing is nearer.
 */
vec4 nestedFront(vec3 colour, float opacity, float depth, float solidDepth) {
  if (depth > solidDepth) discard;
  return vec4(colour * opacity, opacity);
}
