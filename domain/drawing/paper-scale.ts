import type { Shape, XY } from './drawing.ts';

/** Scale of a sheet, for what must keep its size on paper whatever the scale: strips, symbols, letters. */
export interface PaperScale {
  /** The 500 of 1:500. */
  readonly scale: number;
  /** Heights are drawn this many times as tall. */
  readonly exaggeration: number;
}

/** A point moved by millimetres on paper, in the model's metres. */
export const movedOnPaper = ([x, y]: XY, dx: number, dy: number, { scale, exaggeration }: PaperScale): XY => [
  x + (dx * scale) / 1000,
  y + (dy * scale) / 1000 / exaggeration,
];

/** Millimetres on paper between two points of the model. */
export const paperDistance = (a: XY, b: XY, { scale, exaggeration }: PaperScale): number =>
  (Math.hypot(b[0] - a[0], (b[1] - a[1]) * exaggeration) * 1000) / scale;

/** Shapes drawn about (0, 0) in millimetres, put at a point of the model. */
export const symbolAt = (symbol: readonly Shape[], at: XY, paper: PaperScale): Shape[] => {
  const put = ([dx, dy]: XY): XY => movedOnPaper(at, dx, dy, paper);
  return symbol.map((shape): Shape => {
    if (shape.type === 'text') return { ...shape, at: put(shape.at) };
    return shape.type === 'line'
      ? { ...shape, points: shape.points.map(put) }
      : { ...shape, rings: shape.rings.map((ring) => ring.map(put)) };
  });
};
