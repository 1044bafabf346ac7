import type { EnuBox } from '../../../../domain/contracts/catalog.ts';
import type { PlanPoint } from '../../../../domain/geology/section/curtain.ts';
import type { Ray } from '../../../../domain/geology/slice/cap-pick.ts';
import { planeLine } from '../../../../domain/geology/slice/cut-faces.ts';
import { alongAxis, onLevel } from '../../../../domain/geology/slice/drag.ts';
import {
  type BoxSlice,
  type LineSlice,
  type PlaneSlice,
  type Slice,
  towards,
} from '../../../../domain/geology/slice/slice.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import { BOX_FACES, type BoxFace, faceNormal, withFaceMoved } from './box-faces.ts';

/** A thing one takes a slice by. */
export interface SliceHandle {
  readonly id: string;
  readonly role: 'move' | 'turn' | 'face' | 'corner' | 'level';
  /** Which of several: number of a corner from 1, or a face. */
  readonly which: number | BoxFace | null;
  /** True ENU. */
  readonly at: Vec3;
  /** The slice after the pointer went from one ray to another; null where that says nothing. */
  dragged(from: Ray, to: Ray): Slice | null;
  /** The slice after arrow keys: steps to the right and up, `fine` a tenth of the usual step. */
  nudged(right: number, up: number, fine: boolean): Slice;
}

const METRES = 10;
const DEGREES = 5;
const FINE = 0.1;
/** Share of the worked height that handles lie above it. */
const OVER = 0.35;
const step = (usual: number, fine: boolean): number => (fine ? usual * FINE : usual);
/** Never −0, which would read back from a link as another number. */
const round = (value: number): number => Number(value.toFixed(1)) + 0;
const turned = (degrees: number): number => round((degrees + 720) % 360);

/** Where its handles are, and what they do. @param worked where the mine is at work: handles lie about there */
export const sliceHandles = (slice: Slice, extent: EnuBox, worked: EnuBox): readonly SliceHandle[] => {
  // Over what is mined, so that no handle hides what one wants to see.
  const over = worked.max[2] + (worked.max[2] - worked.min[2]) * OVER;
  switch (slice.kind) {
    case 'plane':
      return planeHandles(slice, extent, worked, over);
    case 'box':
      return boxHandles(slice);
    case 'line':
      return lineHandles(slice, over);
    case 'level': {
      const at: Vec3 = [(worked.min[0] + worked.max[0]) / 2, (worked.min[1] + worked.max[1]) / 2, slice.up];
      const moved = (by: number): Slice => ({ ...slice, up: round(slice.up + by) });
      return [
        {
          id: 'level',
          role: 'level',
          which: null,
          at,
          dragged: difference(at, [0, 0, 1], moved),
          nudged: (right, up, fine) => moved((right + up) * step(METRES, fine)),
        },
      ];
    }
  }
};

/** Along a line through the handle: only how far the pointer went counts, so that nothing jumps when it is taken. */
const difference =
  (at: Vec3, axis: Vec3, moved: (by: number) => Slice) =>
  (from: Ray, to: Ray): Slice | null => {
    const [before, after] = [alongAxis(from, at, axis), alongAxis(to, at, axis)];
    return before === null || after === null ? null : moved(after - before);
  };

const planeHandles = (slice: PlaneSlice, extent: EnuBox, worked: EnuBox, up: number): SliceHandle[] => {
  const { at, azimuth } = slice;
  const [e, n] = towards(azimuth);
  const normal: Vec3 = [n, -e, 0];
  const moved = (by: number): Slice => ({ ...slice, at: [round(at[0] + n * by), round(at[1] - e * by)] });
  const mine = planeLine(slice, {
    min: [...extent.min],
    max: [...extent.max],
  });
  const reach = Math.hypot(worked.max[0] - worked.min[0], worked.max[1] - worked.min[1]) / 2;
  const far = mine
    ? Math.min(reach, Math.hypot(mine[1][0] - mine[0][0], mine[1][1] - mine[0][1]) / 2)
    : reach;
  const ends = ([-1, 1] as const).map((sign): SliceHandle => {
    const place: Vec3 = [at[0] + e * far * sign, at[1] + n * far * sign, up];
    return {
      id: sign < 0 ? 'turn-a' : 'turn-b',
      role: 'turn',
      which: sign < 0 ? 1 : 2,
      at: place,
      dragged(_from, to) {
        const point = onLevel(to, up);
        if (!point) return null;
        const [de, dn] = [(point[0] - at[0]) * sign, (point[1] - at[1]) * sign];
        if (Math.hypot(de, dn) < 1) return null;
        return { ...slice, azimuth: turned((Math.atan2(de, dn) * 180) / Math.PI) };
      },
      nudged: (right, up, fine) => ({
        ...slice,
        azimuth: turned(azimuth + (right + up) * step(DEGREES, fine)),
      }),
    };
  });
  const centre: Vec3 = [at[0], at[1], up];
  return [
    {
      id: 'move',
      role: 'move',
      which: null,
      at: centre,
      dragged: difference(centre, normal, moved),
      nudged: (right, up, fine) => moved((right + up) * step(METRES, fine)),
    },
    ...ends,
  ];
};

const boxHandles = (box: BoxSlice): SliceHandle[] =>
  BOX_FACES.map((face) => {
    const [e, n] = faceNormal(box, face);
    const side = (face === 'front' || face === 'back' ? box.length : box.width) / 2;
    const upright = face === 'top' ? 1 : face === 'bottom' ? -1 : 0;
    const up = upright > 0 ? box.high : upright < 0 ? box.low : (box.low + box.high) / 2;
    const at: Vec3 = [box.centre[0] + e * side, box.centre[1] + n * side, up];
    const moved = (by: number): Slice => withFaceMoved(box, face, by);
    return {
      id: face,
      role: 'face',
      which: face,
      at,
      dragged: difference(at, [e, n, upright], moved),
      nudged: (right, upwards, fine) => moved((right + upwards) * step(METRES, fine)),
    };
  });

const lineHandles = (slice: LineSlice, up: number): SliceHandle[] =>
  slice.line.map(([east, north], i) => {
    const moved = (to: PlanPoint): Slice => ({
      ...slice,
      line: slice.line.map((point, k) => (k === i ? [round(to[0]), round(to[1])] : point)),
    });
    return {
      id: `corner-${i + 1}`,
      role: 'corner',
      which: i + 1,
      at: [east, north, up],
      dragged(from, to) {
        const [before, after] = [onLevel(from, up), onLevel(to, up)];
        const next = before && after && moved([east + after[0] - before[0], north + after[1] - before[1]]);
        return next?.kind === 'line' && hasLength(next) ? next : null;
      },
      nudged(right, up, fine) {
        const next = moved([east + right * step(METRES, fine), north + up * step(METRES, fine)]);
        return next.kind === 'line' && hasLength(next) ? next : slice;
      },
    };
  });

const hasLength = ({ line }: LineSlice): boolean =>
  line.some(([e, n]) => e !== line[0]![0] || n !== line[0]![1]);
