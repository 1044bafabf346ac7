import { type RendererContext, Texture } from '@cesium/engine';
import { patternTile, ROCK_PATTERNS } from '../../../../domain/drawing/rock-patterns.ts';

/** Tiles a row of the atlas, texels of a cell, and texels round a tile where its neighbour goes on, for reading between texels. */
const COLUMNS = 5;
const CELL = 64;
const GUTTER = 4;
const SIZE = COLUMNS * CELL;
const INNER = CELL - 2 * GUTTER;
/** Lines of paper are too thin for a screen. */
const STROKE_GAIN = 1.6;

/**
 * rockPattern: coverage by the ink of a rock's pattern, 0…1.
 * Inputs: place, metres along the face and up it as drawn; metresPerPixel; spacing, metres between strokes of other patterns;
 * pattern, index in ROCK_PATTERNS.
 */
export const ROCK_PATTERN_GLSL = `
uniform sampler2D u_rockPatterns;
const vec2 ROCK_TILES[${ROCK_PATTERNS.length}] = vec2[${ROCK_PATTERNS.length}](${ROCK_PATTERNS.map((name) => {
  const { width, height } = patternTile(name);
  return `vec2(${width.toFixed(2)}, ${height.toFixed(2)})`;
}).join(', ')});
float rockPattern(vec2 place, float metresPerPixel, float spacing, int pattern) {
  float millimetre = spacing * 0.5;
  vec2 within = fract(place / (millimetre * ROCK_TILES[pattern]));
  vec2 cell = vec2(pattern % ${COLUMNS}, pattern / ${COLUMNS});
  float ink = texture(u_rockPatterns, (cell * ${CELL}.0 + ${GUTTER}.0 + within * ${INNER}.0) / ${SIZE}.0).r;
  // Far off its marks would run together: only their mean shade is left.
  return mix(ink, 0.14, smoothstep(0.4, 0.9, metresPerPixel / millimetre));
}
`;

/** One tile of every rock pattern, white on black. @throws Error where the browser gives no canvas to draw on */
export const createPatternAtlas = (context: RendererContext): Texture => {
  const canvas = document.createElement('canvas');
  canvas.width = SIZE;
  canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('rock patterns: the browser gives no canvas to draw on');
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, SIZE, SIZE);
  pen.fillStyle = '#fff';
  pen.strokeStyle = '#fff';
  ROCK_PATTERNS.forEach((name, k) => {
    const { width, height, strokeWidth, marks } = patternTile(name);
    const [left, below] = [(k % COLUMNS) * CELL, SIZE - Math.floor(k / COLUMNS) * CELL];
    pen.save();
    pen.beginPath();
    pen.rect(left, below - CELL, CELL, CELL);
    pen.clip();
    // Millimetres of the tile, y up; the texture's first row is the canvas's last.
    pen.transform(INNER / width, 0, 0, -INNER / height, left + GUTTER, below - GUTTER);
    pen.lineWidth = strokeWidth * STROKE_GAIN;
    for (const x of [-width, 0, width])
      for (const y of [-height, 0, height])
        for (const mark of marks) {
          pen.beginPath();
          if ('dot' in mark) {
            pen.arc(mark.dot[0] + x, mark.dot[1] + y, mark.radius * 1.3, 0, 2 * Math.PI);
            pen.fill();
            continue;
          }
          for (const [px, py] of mark.line) pen.lineTo(px + x, py + y);
          if (mark.closed) pen.closePath();
          pen.stroke();
        }
    pen.restore();
  });
  return new Texture({ context, source: canvas });
};
