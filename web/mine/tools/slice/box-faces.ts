import type { PlanPoint } from '../../../../domain/geology/section/curtain.ts';
import { type BoxSlice, boxCorners, towards } from '../../../../domain/geology/slice/slice.ts';

export const BOX_FACES = ['front', 'back', 'left', 'right', 'top', 'bottom'] as const;
export type BoxFace = (typeof BOX_FACES)[number];

/** Keeps a box's faces in their order: none is dragged through the one opposite. */
const LEAST_SIDE = 1;

const round = (value: number): number => Number(value.toFixed(1)) + 0;

/** A box with one face moved outwards by so many metres; the opposite face stays. */
export const withFaceMoved = (box: BoxSlice, face: BoxFace, by: number): BoxSlice => {
  if (face === 'top') return { ...box, high: Math.max(box.low + LEAST_SIDE, round(box.high + by)) };
  if (face === 'bottom') return { ...box, low: Math.min(box.high - LEAST_SIDE, round(box.low - by)) };
  const along = face === 'front' || face === 'back';
  const before = along ? box.length : box.width;
  const side = Math.max(LEAST_SIDE, round(before + by));
  const [e, n] = faceNormal(box, face);
  const shift = (side - before) / 2;
  const centre: PlanPoint = [box.centre[0] + e * shift, box.centre[1] + n * shift];
  return { ...box, centre, ...(along ? { length: side } : { width: side }) };
};

/** Outward unit vector of a face in plan; of top and bottom none. */
export const faceNormal = ({ azimuth }: BoxSlice, face: BoxFace): PlanPoint => {
  const [e, n] = towards(azimuth);
  switch (face) {
    case 'front':
      return [e, n];
    case 'back':
      return [-e, -n];
    case 'right':
      return [n, -e];
    case 'left':
      return [-n, e];
    default:
      return [0, 0];
  }
};

/** The twelve edges of a box, two points each. */
export const boxEdges = (box: BoxSlice): (readonly [number, number, number])[] => {
  const corners = boxCorners(box);
  return corners.flatMap(([e, n], i) => {
    const [fe, fn] = corners[(i + 1) % 4]!;
    return [
      [e, n, box.low],
      [fe, fn, box.low],
      [e, n, box.high],
      [fe, fn, box.high],
      [e, n, box.low],
      [e, n, box.high],
    ] as const;
  });
};
