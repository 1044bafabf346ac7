/*
 * Certainty of a modelled surface: solid where it is known within the bound; past it hatched, and fainter the less is known,
 * so that what lies between two far holes never looks like what a hole has met.
 *
 * Inputs
 *   deviation  metres, standard deviation of the surface at the point
 *   bound      metres, standard deviation up to which it counts as certain
 *   hatch      0…1, no unit: see inferred-hatch.glsl
 * Output: 0…1 coverage, no unit: 1 where certain.
 */
float modelCertainty(float deviation, float bound, float hatch) {
  float past = smoothstep(bound, bound * 1.1, deviation);
  float faint = mix(1.0, 0.45, smoothstep(bound, bound * 5.0, deviation));
  return mix(1.0, hatch * faint, past);
}
