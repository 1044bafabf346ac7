import type { XY } from './drawing.ts';

/** A many-sided ring about a point. */
export const circle = (radius: number, [x, y]: XY = [0, 0], sides = 20): XY[] =>
  Array.from({ length: sides }, (_, i): XY => {
    const angle = (i / sides) * 2 * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
