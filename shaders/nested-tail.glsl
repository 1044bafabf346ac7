/*
 * Second pass over see-through bodies: all that lies behind the nearest layer is summed without sorting, nearer
 * fragments weighing more (M. McGuire, L. Bavoil, Weighted Blended Order-Independent Transparency, JCGT 2(2), 2013, eq. 9
 * and 10; depth is linear here, since the projection is orthographic, and weights are a tenth of theirs, so that two
 * hundred layers fit into a half float).
 *
 * Inputs
 *   colour        linear RGB, 0…1
 *   opacity       0…1, no unit
 *   depth         0…1, no unit: window depth of this fragment
 *   frontDepth    0…1, no unit: window depth of the nearest see-through layer at this pixel
 *   solidDepth    0…1, no unit: window depth of the solid things at this pixel
 * Output: colour × weight, and the weight, which is opacity × nearness; discards the nearest layer and what is hidden.
 */
vec4 nestedTail(vec3 colour, float opacity, float depth, float frontDepth, float solidDepth) {
  // A depth buffer of 24 bits gives the front layer's own depth back with an error of half a step.
  if (depth <= frontDepth + 2.4e-7 || depth > solidDepth) discard;
  float near = 1.0 - depth;
  float weight = opacity * max(1e-2, 3e2 * near * near * near);
  return vec4(colour * weight, weight);
}
