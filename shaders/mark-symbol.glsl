/*
 * Symbol within a mark.
 *
 * Inputs
 *   at        no unit: from the mark's centre, 1 = the mark's radius
 *   symbol    no unit: 0 person, 1 lorry, 2 gauge, 3 camera, 4 reader, 5 call for help
 * Output: distance from the symbol's edge, no unit: 1 = the mark's radius, negative within.
 */
float markSymbol(vec2 at, float symbol) {
  if (symbol < 0.5) {
    float head = length(at - vec2(0.0, 0.3)) - 0.23;
    float shoulders = max(length((at - vec2(0.0, -0.6)) * vec2(1.0, 0.9)) - 0.48, -0.52 - at.y);
    return min(head, shoulders);
  }
  if (symbol < 1.5) {
    vec2 load = abs(at - vec2(-0.16, 0.1)) - vec2(0.38, 0.24);
    vec2 cab = abs(at - vec2(0.42, 0.0)) - vec2(0.16, 0.16);
    float wheels = length(vec2(abs(at.x - 0.04) - 0.36, at.y + 0.3)) - 0.14;
    return min(min(max(load.x, load.y), max(cab.x, cab.y)), wheels);
  }
  if (symbol < 2.5) {
    float dial = max(abs(length(at + vec2(0.0, 0.12)) - 0.46) - 0.08, -0.16 - at.y);
    vec2 needle = vec2(0.26, 0.3);
    vec2 from = at + vec2(0.0, 0.12);
    float along = clamp(dot(from, needle) / dot(needle, needle), 0.0, 1.0);
    return min(dial, length(from - needle * along) - 0.08);
  }
  if (symbol < 3.5) {
    vec2 box = abs(at - vec2(-0.12, 0.0)) - vec2(0.34, 0.24);
    float lens = max(abs(at.y) - (at.x - 0.18) * 0.8, at.x - 0.52);
    return min(max(box.x, box.y), max(lens, 0.24 - at.x));
  }
  if (symbol < 4.5) {
    vec2 from = at + vec2(0.0, 0.36);
    float rings = min(abs(length(from) - 0.42), abs(length(from) - 0.74)) - 0.07;
    return min(length(from) - 0.15, max(rings, abs(from.x) * 1.1 - from.y));
  }
  vec2 bar = abs(at - vec2(0.0, 0.14)) - vec2(0.09, 0.36);
  return min(max(bar.x, bar.y), length(at + vec2(0.0, 0.48)) - 0.13);
}
