/*
 * Rim: how much a point belongs to the silhouette of a curved body.
 *
 * Inputs
 *   normal    unit vector in eye space, turned towards the eye
 *   eyeToPoint  eye-space metres from the eye
 * Output: 0 (facing the eye) … 1 (grazing), no unit.
 */
float rimLight(vec3 normal, vec3 eyeToPoint) {
  float grazing = 1.0 - abs(dot(normal, normalize(eyeToPoint)));
  return grazing * grazing * grazing;
}
