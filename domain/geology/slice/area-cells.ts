import { ringInOpening } from './cut-opening.ts';

/**
 * An area of a cut in cells, so that a value taken at its corners and read straight between them is right to the model's own
 * nodes. The areas a sweep makes of an upright cut are so already: their corners stand no more than half a node apart.
 * @param step metres between the cells' sides @param isLevel cells both ways, else columns
 */
export const areaCells = (ring: Float64Array, step: number, isLevel: boolean): Float64Array[] => {
  if (!isLevel) return isSwept(ring) ? [ring] : bands(ring, step, 0);
  return bands(ring, step, 0).flatMap((band) => bands(band, step, 1));
};

/** Whether the points going and coming back stand over the same places. */
const isSwept = (ring: Float64Array): boolean => {
  const count = ring.length / 2;
  if (count % 2) return false;
  for (let i = 0; i < count / 2; i++) if (ring[i * 2] !== ring[(count - 1 - i) * 2]) return false;
  return true;
};

const bands = (ring: Float64Array, step: number, axis: 0 | 1): Float64Array[] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = axis; i < ring.length; i += 2) {
    low = Math.min(low, ring[i]!);
    high = Math.max(high, ring[i]!);
  }
  const whole = [-1e9, 1e9] as const;
  const found: Float64Array[] = [];
  for (let k = Math.floor(low / step); k * step < high; k++) {
    const band = [k * step, (k + 1) * step] as const;
    const part = ringInOpening(ring, axis === 0 ? { s: band, t: whole } : { s: whole, t: band });
    if (part && part.length >= 6) found.push(part);
  }
  return found;
};
