/*
 * Least width on the screen for tubes: seen from far off, roadways and boreholes are drawn as lines of this width
 * instead of breaking into single pixels. Nearer by, their true width takes over.
 *
 * Inputs
 *   position  model units: vertex of the tube's wall
 *   normal    unit vector in model axes, outward
 *   metresPerPixel  metres a drawing-buffer pixel covers at the vertex
 *   unitsPerMetre   model units in a metre (quantised tiles count in steps of the grid); otherwise no unit
 *   halfWidth  metres: half the true width, about
 *   leastPixels  drawing-buffer pixels
 * Output: model units.
 */
vec3 leastWidth(vec3 position, vec3 normal, float metresPerPixel, float unitsPerMetre, float halfWidth, float leastPixels) {
  float missing = max(0.5 * leastPixels * metresPerPixel - halfWidth, 0.0);
  return position + normal * (missing * unitsPerMetre);
}
