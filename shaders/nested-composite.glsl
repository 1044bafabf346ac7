/*
 * Puts the picture together: the exact nearest layer over the weighted mean of those behind it, over the solid things.
 *
 * Inputs
 *   solid       linear RGB, 0…1, of the solid things and the background
 *   front       linear RGB times opacity, and opacity, of the nearest see-through layer
 *   tailSum     linear RGB summed by weight, and in the fourth the product of (1 − opacity), of the layers behind it
 *   tailWeight  no unit: sum of the weights; 0 where nothing is behind
 * Output: linear red, green, blue.
 */
vec3 nestedComposite(vec3 solid, vec4 front, vec4 tailSum, float tailWeight) {
  vec3 behind = solid;
  if (tailWeight > 0.0) behind = mix(tailSum.rgb / tailWeight, solid, tailSum.a);
  return front.rgb + behind * (1.0 - front.a);
}
