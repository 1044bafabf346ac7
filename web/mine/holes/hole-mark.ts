import type { Overlay } from '../../engines/mine-view.ts';

const COLOUR = [255, 214, 64, 255];
const RIM = [20, 20, 20, 255];
/** CSS pixels. */
const WIDTH = 3;
const SIDES = 24;

/**
 * A ring about a place of a hole, with a cross through it, seen through the rock: three rings, one in each plane, so that it is
 * one from everywhere. @param radius metres
 */
export const holeMark = (at: readonly [number, number, number], radius: number): Overlay => {
  const positions: number[] = [];
  const indices: number[] = [];
  const colours: number[] = [];
  const put = (points: readonly (readonly [number, number, number])[], colour: readonly number[]): void => {
    const first = positions.length / 3;
    for (const point of points) {
      positions.push(...point);
      colours.push(...colour);
    }
    for (let i = 1; i < points.length; i++) indices.push(first + i - 1, first + i);
  };
  const [e, n, u] = at;
  const ring = (place: (a: number, b: number) => readonly [number, number, number], size: number) =>
    Array.from({ length: SIDES + 1 }, (_, i) => {
      const angle = (i / SIDES) * 2 * Math.PI;
      return place(size * Math.cos(angle), size * Math.sin(angle));
    });
  for (const [size, colour] of [
    [radius * 1.12, RIM],
    [radius, COLOUR],
  ] as const) {
    put(
      ring((a, b) => [e + a, n + b, u], size),
      colour,
    );
    put(
      ring((a, b) => [e + a, n, u + b], size),
      colour,
    );
    put(
      ring((a, b) => [e, n + a, u + b], size),
      colour,
    );
  }
  put(
    [
      [e - radius * 2, n, u],
      [e + radius * 2, n, u],
    ],
    COLOUR,
  );
  put(
    [
      [e, n - radius * 2, u],
      [e, n + radius * 2, u],
    ],
    COLOUR,
  );
  return {
    kind: 'lines',
    positions: Float64Array.from(positions),
    indices: Uint32Array.from(indices),
    colours: Uint8Array.from(colours),
    width: WIDTH,
    throughRock: true,
  };
};
