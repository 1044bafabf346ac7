import { lineBetween } from '../../../domain/drive-on/along-line.ts';
import type { Vec3 } from '../../../domain/geometry/bounds.ts';
import type { Overlay } from '../../engines/mine-view.ts';

/** Lines a tool draws into the scene. */
export type Rgb = readonly [number, number, number];
export type Stroke = readonly [a: Vec3, b: Vec3, colour: Rgb];

/** @param colour "#rrggbb" */
export const rgbOf = (colour: string): Rgb => [
  Number.parseInt(colour.slice(1, 3), 16),
  Number.parseInt(colour.slice(3, 5), 16),
  Number.parseInt(colour.slice(5, 7), 16),
];

/** Every so many metres of what is wrong is a cross, so large. */
const CROSS_EVERY = 8;
const CROSS = 4.5;

/** Crosses along the piece of a line between two chainages: colour is never the only sign. */
export const crosses = (line: readonly Vec3[], from: number, to: number, rgb: Rgb): Stroke[] => {
  const found: Stroke[] = [];
  for (let at = from + Math.min(CROSS_EVERY, to - from) / 2; at < to; at += CROSS_EVERY) {
    const [point] = lineBetween(line, at, at);
    if (!point) continue;
    const [x, y, z] = point;
    for (const [dx, dy] of [
      [CROSS, CROSS],
      [CROSS, -CROSS],
    ] as const)
      found.push([[x - dx, y - dy, z - CROSS], [x + dx, y + dy, z + CROSS], rgb]);
  }
  return found;
};

/** @param width CSS pixels @param sliced they belong to the mine, and the slice takes them away with the rest */
export const strokesOverlay = (strokes: readonly Stroke[], width: number, sliced = false): Overlay | null =>
  strokes.length === 0
    ? null
    : {
        kind: 'lines',
        positions: Float64Array.from(strokes.flatMap(([a, b]) => [...a, ...b])),
        indices: Uint32Array.from({ length: strokes.length * 2 }, (_, i) => i),
        colours: Uint8Array.from(strokes.flatMap(([, , [r, g, b]]) => [r, g, b, 255, r, g, b, 255])),
        width,
        throughRock: true,
        sliced,
      };
