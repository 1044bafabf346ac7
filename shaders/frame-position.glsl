/*
 * Where a fragment lies in the mine. Computed from the eye outwards: Earth-centred float32 metres are half a metre
 * coarse, metres from the eye are not.
 *
 * Inputs
 *   eyeToPoint  eye-space metres from the eye
 *   eyeToWorld  rotation, no unit: eye space → Earth-centred axes
 *   worldToEnu  rotation, no unit: Earth-centred axes → the mine's east, north, up
 *   eye       metres, ENU of the mine as drawn (exaggerated)
 *   stretch   x: vertical exaggeration, no unit; y: metres, height that stays in place
 * Output: metres, true ENU (exaggeration removed).
 */
vec3 framePosition(vec3 eyeToPoint, mat3 eyeToWorld, mat3 worldToEnu, vec3 eye, vec2 stretch) {
  vec3 drawn = eye + worldToEnu * (eyeToWorld * eyeToPoint);
  return vec3(drawn.xy, stretch.y + (drawn.z - stretch.y) / stretch.x);
}
