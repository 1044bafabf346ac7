/*
 * What fills a cut besides its colour: strokes of what nobody knows, crosses of a void, waves of water, grains of ore. They
 * keep to the face; far off, where strokes would run together, only their mean shade is left.
 *
 * Inputs
 *   place     metres, along the face and up it
 *   metresPerPixel  metres a drawing-buffer pixel covers at the point
 *   spacing   metres between strokes
 *   pattern   no unit: 0 plain, 1 unknown, 2 void, 3 water, 4 ore, as CAP_PATTERNS in domain/geology/slice/cap-mesh.ts
 * Output: 0…1 coverage by the pattern's ink, no unit.
 */
float capPattern(vec2 place, float metresPerPixel, float spacing, float pattern) {
  int kind = int(pattern + 0.5);
  if (kind == 0) return 0.0;
  vec2 cell = place / spacing;
  float pixel = metresPerPixel / spacing;
  float width = 0.55 * pixel;
  float ink;
  float mean = min(2.0 * width, 0.5);
  if (kind == 1) {
    // Twice as wide apart: it is the most there is of, and is not to outshout what is known.
    float across = abs(fract((cell.x + cell.y) * 0.35355) - 0.5);
    width *= 0.5;
    mean = width * 2.0;
    ink = 1.0 - smoothstep(width, width + 0.35 * pixel, across);
  } else if (kind == 2) {
    vec2 across = abs(fract(vec2(cell.x + cell.y, cell.x - cell.y) * 0.7071) - 0.5);
    ink = 1.0 - smoothstep(width, width + 0.7 * pixel, min(across.x, across.y));
  } else if (kind == 3) {
    float wave = abs(fract(cell.y + 0.12 * sin(cell.x * 3.1416)) - 0.5);
    float dash = step(fract(cell.x * 0.25 + 0.5 * mod(floor(cell.y), 2.0)), 0.72);
    ink = (1.0 - smoothstep(width, width + 0.7 * pixel, wave)) * dash;
  } else {
    vec2 grain = fract(cell + vec2(0.5 * mod(floor(cell.y), 2.0), 0.0)) - 0.5;
    ink = 1.0 - smoothstep(0.12, 0.12 + pixel, length(grain));
    mean = 0.05;
  }
  return mix(ink, mean, smoothstep(0.2, 0.5, pixel));
}
