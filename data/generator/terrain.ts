import { erode, splineSample } from './erosion.ts';
import { DUMP, dumpSurface, haulRoad, pitSurface } from './open-pit.ts';
import { atStrike, type Plan, smoothstep, TILE, type Vec3 } from './place.ts';
import { gradientNoise, type Noise2 } from './random.ts';

/** The ground of the county on a 5 m grid: hills, the river valley, yards, and what mining did to it. */

export const CELL = 5;
const COLUMNS = (2 * TILE) / CELL + 1;
const ROWS = TILE / CELL + 1;

/** Heights are kept on a 1/64 m raster: finer than 2 cm, and Float32 then packs to a third. */
const QUANTUM = 64;

export interface HeightGrid {
  readonly columns: number;
  readonly rows: number;
  /** Row 0 is y = 0 (south). */
  readonly heights: Float32Array;
}

export interface Ground {
  /** What a surveyor finds today; bilinear on the 5 m grid. */
  readonly height: (x: number, y: number) => number;
  /** The ground before pit and dump. */
  readonly natural: (x: number, y: number) => number;
  readonly grid: HeightGrid;
  readonly pond: { readonly centre: Plan; readonly level: number; readonly outline: readonly Plan[] };
}

const riverX = (y: number): number => 2880 + 230 * Math.sin(y / 590 + 0.6) + 70 * Math.sin(y / 241 + 2);
const riverSlope = (y: number): number =>
  (230 / 590) * Math.cos(y / 590 + 0.6) + (70 / 241) * Math.cos(y / 241 + 2);

/** Signed distance from the river, metres, east positive. */
export const riverDistance = (x: number, y: number): number => (x - riverX(y)) / Math.hypot(1, riverSlope(y));

/** Water level of the river, which flows south at one per mille. */
export const riverLevel = (y: number): number => 121 + y * 0.001;

/** The point `across` metres east of the river's middle. */
export const riverBank = (y: number, across: number): Plan => {
  const length = Math.hypot(1, riverSlope(y));
  return [riverX(y) + across / length, y - (across * riverSlope(y)) / length];
};

export const RIVER_HALF_WIDTH = 23;

/** Yards levelled at the height of their middle. */
export const YARDS: readonly { readonly at: Plan; readonly radius: number }[] = [
  { at: planOf(10, -290), radius: 95 },
  { at: planOf(520, -130), radius: 35 },
  { at: planOf(-560, -400), radius: 40 },
];

function planOf(s: number, t: number): Plan {
  const [x, y] = atStrike(s, t, 0);
  return [x, y];
}

/** Relief of the highest ground above the river, metres. */
const RELIEF = 245;
const COARSE = 25;
/** The eroded country reaches beyond the two terrains, so that no valley stops at their edge. */
const MARGIN = 750;

const hillside = (seed: number): Noise2 => {
  const large = gradientNoise(seed + 11);
  const fine = gradientNoise(seed + 12);
  const columns = (2 * TILE + 2 * MARGIN) / COARSE + 1;
  const rows = (TILE + 2 * MARGIN) / COARSE + 1;
  const place = (i: number, j: number): Plan => [i * COARSE - MARGIN, j * COARSE - MARGIN];
  const eroded = erode({
    columns,
    rows,
    cell: COARSE,
    // The next valleys east and west: without them the far hills would never be cut.
    isOutlet: (i, j) => i === 0 || i === columns - 1 || Math.abs(riverDistance(...place(i, j))) < 40,
    uplift: (i, j) => {
      const [x, y] = place(i, j);
      const d = riverDistance(x, y) + 160 * large(x / 900 + 30, y / 900);
      const rising = d < 0 ? smoothstep(780, 1900, -d) : smoothstep(380, 1700, d);
      const hill = 1.5 * Math.exp(-(((x - 6420) / 620) ** 2) - ((y - 2180) / 560) ** 2);
      return rising * (1 + 0.55 * large(x / 1300, y / 1300) + hill);
    },
    start: (i, j) => {
      const [x, y] = place(i, j);
      return (
        0.002 * Math.abs(riverDistance(x, y)) +
        1.2 * (1 + large(x / 500, y / 500)) +
        0.5 * (1 + fine(x / 90, y / 90))
      );
    },
  });
  const highest = eroded.reduce((a, b) => Math.max(a, b), 0);
  const relief = splineSample(eroded, columns, rows, COARSE);
  return (x, y) => {
    const away = Math.abs(riverDistance(x, y));
    const hill = (relief(x + MARGIN, y + MARGIN) / highest) * RELIEF;
    const terrace = 2 + 0.016 * Math.max(0, Math.min(away, 1400) - 32);
    const rough =
      1.6 * fine(x / 130, y / 130 + 9) + 1.1 * fine(x / 50 + 4, y / 50) + 0.5 * fine(x / 22, y / 22);
    return (
      riverLevel(y) +
      terrace +
      hill +
      smoothstep(40, 300, away) * (0.2 + 0.8 * smoothstep(4, 60, hill)) * rough
    );
  };
};

const withRiverBed = (x: number, y: number, ground: number): number => {
  const away = Math.abs(riverDistance(x, y));
  if (away > 60) return ground;
  const level = riverLevel(y);
  const bed = level - 2.5 + 4.5 * Math.min(1, Math.max(0, (away - 12) / 20));
  return away < 32 ? Math.min(ground, bed) : ground;
};

const withYards = (x: number, y: number, ground: number, heights: readonly number[]): number => {
  let result = ground;
  YARDS.forEach((yard, i) => {
    const r = Math.hypot(x - yard.at[0], y - yard.at[1]);
    result += (heights[i]! - result) * (1 - smoothstep(yard.radius, yard.radius * 1.9, r));
  });
  return result;
};

const POND: Plan = [2330, 1420];
const pondRadius = (angle: number): number => 88 + 22 * Math.cos(angle * 2 + 0.7) + 9 * Math.sin(angle * 3);

const nearestOnLine = (x: number, y: number, line: readonly Vec3[]): { away: number; z: number } => {
  let away = Number.POSITIVE_INFINITY;
  let z = 0;
  // Far from the line's first point nothing on it is near: lines here are under 1.5 km long.
  if (line.length === 0 || Math.hypot(x - line[0]![0], y - line[0]![1]) > 1500) return { away, z };
  for (const point of line) {
    const r = Math.hypot(x - point[0], y - point[1]);
    if (r < away) {
      away = r;
      z = point[2];
    }
  }
  return { away, z };
};

const sample = (grid: HeightGrid): ((x: number, y: number) => number) => {
  const { columns, rows, heights } = grid;
  return (x, y) => {
    const gx = Math.min(columns - 1.000001, Math.max(0, x / CELL));
    const gy = Math.min(rows - 1.000001, Math.max(0, y / CELL));
    const i = Math.floor(gx);
    const j = Math.floor(gy);
    const fx = gx - i;
    const fy = gy - j;
    const at = j * columns + i;
    const south = heights[at]! * (1 - fx) + heights[at + 1]! * fx;
    const north = heights[at + columns]! * (1 - fx) + heights[at + columns + 1]! * fx;
    return south * (1 - fy) + north * fy;
  };
};

const fill = (height: (x: number, y: number) => number): HeightGrid => {
  const heights = new Float32Array(COLUMNS * ROWS);
  for (let j = 0; j < ROWS; j++)
    for (let i = 0; i < COLUMNS; i++)
      heights[j * COLUMNS + i] = Math.round(height(i * CELL, j * CELL) * QUANTUM) / QUANTUM;
  return { columns: COLUMNS, rows: ROWS, heights };
};

/** @param trench floor line of the ramp's open cut, so that the portal stands free. */
export const makeGround = (seed: number, trench: (yard: number) => readonly Vec3[]): Ground => {
  const hill = hillside(seed);
  const yardHeights = YARDS.map((yard) => hill(yard.at[0], yard.at[1]));
  const outline = Array.from({ length: 40 }, (_, i): Plan => {
    const angle = (i / 40) * 2 * Math.PI;
    const r = pondRadius(angle) * 0.94;
    return [POND[0] + r * Math.cos(angle), POND[1] + r * Math.sin(angle)];
  });
  const pondLevel = Math.round((Math.min(...outline.map(([x, y]) => hill(x, y))) - 0.6) * 10) / 10;
  const cut = trench(yardHeights[2]!);

  const natural = fill((x, y) => {
    let z = withYards(x, y, withRiverBed(x, y, hill(x, y)), yardHeights);
    const r = Math.hypot(x - POND[0], y - POND[1]);
    if (r < 200) {
      const share = r / pondRadius(Math.atan2(y - POND[1], x - POND[0]));
      z = Math.min(z, pondLevel - 3.5 + 3.5 * smoothstep(0.3, 0.94, share) + 12 * Math.max(0, share - 0.94));
    }
    const { away, z: floor } = nearestOnLine(x, y, cut);
    if (away < 24) z = Math.min(z, floor + 1.6 * Math.max(0, away - 7));
    return z;
  });
  const naturalHeight = sample(natural);

  const noise = gradientNoise(seed + 21);
  const road = haulRoad(naturalHeight, noise);
  const dumpTop = naturalHeight(DUMP.centre[0], DUMP.centre[1]) + 62;
  const grid = fill((x, y) => {
    let z = naturalHeight(x, y);
    if (x < 4100) return z;
    const pitted = Math.hypot(x - 5900, y - 1980) < 900;
    if (pitted) z = Math.min(z, pitSurface(x, y, noise));
    else if (Math.hypot(x - DUMP.centre[0], y - DUMP.centre[1]) < 700)
      z = Math.max(z, dumpSurface(x, y, dumpTop, noise));
    if (pitted) {
      const { away, z: level } = nearestOnLine(x, y, road);
      if (away < 16) z += (level - z) * (1 - smoothstep(8, 16, away));
    }
    return z;
  });
  return {
    height: sample(grid),
    natural: naturalHeight,
    grid,
    pond: { centre: POND, level: pondLevel, outline },
  };
};
