/*
 * Selected: a body's own colour, a little brighter, in a strong rim. The colour tells a flooded void from a dry one,
 * so selecting never gives another; only the rim, of no survey colour, says that it is the selected.
 *
 * Inputs
 *   own       linear RGB of the feature
 *   light     no unit: see hemisphere-light.glsl
 *   rim       0…1, no unit: see rim-light.glsl
 *   outline   linear RGB of the rim
 * Output: linear RGB.
 */
vec3 selectedColour(vec3 own, vec3 light, float rim, vec3 outline) {
  // Never the outline alone: all of a flat body is rim when seen along it.
  return mix(own * light * 1.15, outline, 0.75 * smoothstep(0.2, 0.34, rim));
}
