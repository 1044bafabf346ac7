/*
 * Whether a point lies in what a slice takes away: an upright prism, its inside or all but its inside. Twin of isCutAway in
 * domain/geology/slice/cut-region.ts, to which e2e/slice-twin.test.ts holds it. True heights: exaggeration stretches the picture
 * of the cut with the rest.
 *
 * Inputs
 *   place     metres, true ENU
 *   a         metres, east and north of the prism's outline in plan, even-odd, two corners a column: corners 0…7. Four
 *             matrices and no array of them: a software driver misreads an array that is a parameter where a variable indexes it
 *   b         metres, corners 8…15
 *   c         metres, corners 16…23
 *   d         metres, corners 24…31
 *   prism     x: number of corners, no unit (negative: no slice, 0: as wide as the world); y: no unit, 1 where the inside
 *             stays; z, w: metres up, its lower and its upper end
 * Output: true where nothing is to be drawn.
 */
bool slicedAway(vec3 place, mat4 a, mat4 b, mat4 c, mat4 d, vec4 prism) {
  if (prism.x < 0.0) return false;
  bool inside = place.z >= prism.z && place.z <= prism.w;
  int count = int(prism.x);
  if (inside && count > 0) {
    inside = false;
    vec2 before = vec2(0.0);
    // From the last corner round to itself: the first turn only finds where the ring begins.
    for (int turn = -1; turn < count; turn++) {
      int i = turn < 0 ? count - 1 : turn;
      int column = (i % 8) / 2;
      vec4 two = i < 8 ? a[column] : i < 16 ? b[column] : i < 24 ? c[column] : d[column];
      // Differences first: a corner far away would swallow the millimetres of one that is near.
      vec2 here = (i % 2 == 0 ? two.xy : two.zw) - place.xy;
      bool crosses = turn >= 0 && (here.y > 0.0) != (before.y > 0.0);
      if (crosses && (here.x * before.y - before.x * here.y > 0.0) == (before.y > here.y)) inside = !inside;
      before = here;
    }
  }
  return inside != (prism.y > 0.5);
}
