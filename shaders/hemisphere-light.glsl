/*
 * Hemisphere light: a hint of sky from above and of warm rock from below, so that roof, wall and floor of a body
 * differ whichever way the headlight looks.
 *
 * Inputs
 *   up        −1…1, no unit: share of the face's normal that points up in the mine
 * Output: linear RGB to multiply a lit colour by; 1 on an upright wall.
 */
vec3 hemisphereLight(float up) {
  vec3 sky = vec3(1.16, 1.19, 1.24);
  vec3 rock = vec3(0.72, 0.68, 0.64);
  return up > 0.0 ? mix(vec3(1.0), sky, up) : mix(vec3(1.0), rock, -up);
}
