import type { RoadwayNetwork } from '../contracts/network.ts';

/** Where no height is told: what the roadways say. */
export interface GuessedHeight {
  /** ENU metres. */
  readonly up: number;
  /** false: roadways of different heights are near; `up` is then between them and stands for none. */
  readonly sure: boolean;
}

export interface HeightInRoadway {
  /**
   * The height at a plan position, ENU metres. @param near height of the reader that heard the tag; null where unknown
   * @returns null where no roadway is near
   */
  at(east: number, north: number, near: number | null): GuessedHeight | null;
}

const CELL = 16;
/** As far from a roadway's axis, in plan, a position may be and still be in it: half a wide hall and the error of the fix. */
const REACH_METRES = 15;
/** Roadways of one level differ by less than this within the reach; levels by far more. */
const ONE_LEVEL_METRES = 8;
/** A reader hears along the roadway it hangs in, and up its ramps, not through the rock. */
const READER_METRES = 15;

export const createHeightInRoadway = (network: RoadwayNetwork | null): HeightInRoadway => {
  /** 6 a segment: both ends. */
  const segments: number[] = [];
  const cells = new Map<string, number[]>();
  for (const { line } of network?.edges ?? [])
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1]!, line[i]!];
      const number = segments.length / 6;
      segments.push(...a, ...b);
      const from = [0, 1].map((k) => Math.floor((Math.min(a[k]!, b[k]!) - REACH_METRES) / CELL));
      const to = [0, 1].map((k) => Math.floor((Math.max(a[k]!, b[k]!) + REACH_METRES) / CELL));
      for (let x = from[0]!; x <= to[0]!; x++)
        for (let y = from[1]!; y <= to[1]!; y++) {
          const key = `${x} ${y}`;
          const list = cells.get(key);
          if (list) list.push(number);
          else cells.set(key, [number]);
        }
    }

  return {
    at: (x, y, near) => {
      let nearest = Number.POSITIVE_INFINITY;
      let up = 0;
      let lowest = Number.POSITIVE_INFINITY;
      let highest = Number.NEGATIVE_INFINITY;
      for (const number of cells.get(`${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`) ?? []) {
        const [ax, ay, az, bx, by, bz] = segments.slice(number * 6, number * 6 + 6) as number[];
        const dx = bx! - ax!;
        const dy = by! - ay!;
        const squared = dx * dx + dy * dy;
        const t = squared > 0 ? Math.min(1, Math.max(0, ((x - ax!) * dx + (y - ay!) * dy) / squared)) : 0;
        const distance = Math.hypot(x - ax! - t * dx, y - ay! - t * dy);
        const height = az! + t * (bz! - az!);
        if (distance > REACH_METRES || (near !== null && Math.abs(height - near) > READER_METRES)) continue;
        lowest = Math.min(lowest, height);
        highest = Math.max(highest, height);
        if (distance < nearest) {
          nearest = distance;
          up = height;
        }
      }
      if (nearest === Number.POSITIVE_INFINITY) return null;
      const sure = near !== null || highest - lowest <= ONE_LEVEL_METRES;
      return { up: sure ? up : (lowest + highest) / 2, sure };
    },
  };
};
