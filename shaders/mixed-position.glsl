/*
 * Where a moving thing is between two pictures. Differences of whole centimetres are exact in integers however far the
 * mine's origin is; only what is left, metres from the eye, becomes a float.
 *
 * Inputs
 *   before    whole centimetres, no rounding: hundredths of metres, true ENU in the picture before
 *   now       hundredths of metres, true ENU in the newest picture
 *   eye       hundredths of metres, true ENU, a whole-centimetre point at the eye
 *   share     0…1, no unit: 0 the picture before, 1 the newest
 *   leap      metres along one axis: whoever moved further stands at the new place at once
 * Output: metres, true ENU from `eye`.
 */
vec3 mixedPosition(ivec3 before, ivec3 now, ivec3 eye, float share, float leap) {
  vec3 target = vec3(now - eye) * 0.01;
  vec3 moved = vec3(now - before) * 0.01;
  vec3 far = abs(moved);
  return max(far.x, max(far.y, far.z)) > leap ? target : target - moved * (1.0 - share);
}
