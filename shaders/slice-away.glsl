/*
 * Whether a point lies in what a slice takes away: an upright prism, its inside or all but its inside. Twin of isCutAway in
 * domain/geology/slice/cut-region.ts. True heights: exaggeration stretches the picture of the cut with the rest.
 *
 * Inputs
 *   place     metres, true ENU
 *   corners   metres, east and north of the prism's outline in plan, two corners a column, even-odd
 *   prism     x: number of corners, no unit (negative: no slice, 0: as wide as the world); y: no unit, 1 where the inside
 *             stays; z, w: metres up, its lower and its upper end
 * Output: true where nothing is to be drawn.
 */
bool slicedAway(vec3 place, mat4[4] corners, vec4 prism) {
  if (prism.x < 0.0) return false;
  bool inside = place.z >= prism.z && place.z <= prism.w;
  int count = int(prism.x);
  if (inside && count > 0) {
    inside = false;
    vec4 last = corners[(count - 1) / 8][((count - 1) % 8) / 2];
    vec2 b = ((count - 1) % 2 == 0 ? last.xy : last.zw) - place.xy;
    for (int i = 0; i < count; i++) {
      vec4 two = corners[i / 8][(i % 8) / 2];
      vec2 a = (i % 2 == 0 ? two.xy : two.zw) - place.xy;
      // Differences first: a corner far away would swallow the millimetres of one that is near.
      if ((a.y > 0.0) != (b.y > 0.0) && (a.x * b.y - b.x * a.y > 0.0) == (b.y > a.y)) inside = !inside;
      b = a;
    }
  }
  return inside != (prism.y > 0.5);
}
