/*
 * Headlight: plain two-sided light aimed with the camera. Underground there is no sun, and a face must read the
 * same from either side.
 *
 * Inputs
 *   colour    linear RGB, 0…1
 *   normal    unit vector in eye space, turned towards the eye
 *   towardsLight  unit vector in eye space
 *   ambient   0…1, no unit: light of a face turned away
 * Output: linear RGB.
 */
vec3 headlight(vec3 colour, vec3 normal, vec3 towardsLight, float ambient) {
  float facing = clamp(dot(normal, towardsLight) * 0.5 + 0.5, 0.0, 1.0);
  return colour * mix(ambient, 1.0, facing * facing);
}
