/*
 * What fills a cut besides its colour: strokes of what nobody knows, crosses of a void, waves of water, grains of ore. They
 * keep to the face, and their spacing doubles with distance so that they stay readable.
 *
 * Inputs
 *   place     metres, along the face and up it
 *   metresPerPixel  metres a drawing-buffer pixel covers at the point
 *   pattern   no unit: 0 plain, 1 unknown, 2 void, 3 water, 4 ore, as CAP_PATTERNS in domain/geology/slice/cap-mesh.ts
 * Output: 0…1 coverage by the pattern's ink, no unit.
 */
float capPattern(vec2 place, float metresPerPixel, float pattern) {
  int kind = int(pattern + 0.5);
  if (kind == 0) return 0.0;
  float pixel = max(metresPerPixel, 1e-4);
  float spacing = exp2(ceil(log2(pixel * (kind == 1 ? 9.0 : 7.0))));
  float width = 1.1 * pixel / spacing;
  vec2 cell = place / spacing;
  if (kind == 1) {
    float across = abs(fract((cell.x + cell.y) * 0.7071) - 0.5);
    return 1.0 - smoothstep(width * 0.5, width * 1.2, across);
  }
  if (kind == 2) {
    vec2 across = abs(fract(vec2(cell.x + cell.y, cell.x - cell.y) * 0.7071) - 0.5);
    return 1.0 - smoothstep(width * 0.5, width * 1.2, min(across.x, across.y));
  }
  if (kind == 3) {
    float wave = abs(fract(cell.y + 0.12 * sin(cell.x * 3.1416)) - 0.5);
    float dash = step(fract(cell.x * 0.25 + 0.5 * mod(floor(cell.y), 2.0)), 0.72);
    return (1.0 - smoothstep(width * 0.5, width * 1.2, wave)) * dash;
  }
  vec2 grain = fract(cell + vec2(0.5 * mod(floor(cell.y), 2.0), 0.0)) - 0.5;
  return 1.0 - smoothstep(0.13, 0.13 + width, length(grain));
}
