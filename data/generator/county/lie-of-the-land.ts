import { geoKeyTags } from '../../../domain/raster/geo-keys.ts';
import { asciiTag, writeTiff } from '../../../domain/raster/tiff.ts';
import { erode, splineSample } from '../erosion.ts';
import { ORIGIN, type Plan, smoothstep, TILE } from '../place.ts';
import { gradientNoise } from '../random.ts';
import { type Ground, riverBank, riverLevel } from '../terrain.ts';
import { COUNTY, SURVEY_PROJ } from './county-place.ts';

/** Hills, rivers and roads of the county. The two mines' own terrain is kept where they have surveyed it. */
const CELL = 100;
const COARSE = 250;
/** The relief reaches a little beyond the border. */
const MARGIN = 3500;
const WEST = COUNTY.centre[0] - COUNTY.halfWidth - MARGIN;
const SOUTH = COUNTY.centre[1] - COUNTY.halfHeight - MARGIN;
const WIDTH = 2 * (COUNTY.halfWidth + MARGIN);
const HEIGHT = 2 * (COUNTY.halfHeight + MARGIN);
/** Relief of the highest ground, metres above the river. */
const RELIEF = 430;
/** Between surveyed terrain and ours, metres. */
const BLEND = 1800;

/** Middle of the river: past the mines as they have surveyed it, elsewhere in wide bends. */
export const riverMiddle = (y: number): Plan => {
  const away = y < 0 ? -y : Math.max(0, y - TILE);
  const bend = smoothstep(300, 5500, away) * 2100 * Math.sin((y < 0 ? y : y - TILE) / 3400 + 0.4);
  return [riverBank(y, 0)[0] + bend, y];
};

export const riverLine = (): Plan[] =>
  Array.from(
    { length: 201 },
    (_, i) => riverMiddle(SOUTH + (HEIGHT * i) / 200).map(Math.round) as unknown as Plan,
  );

/** Brooks that join the river, from their springs down. */
const BROOKS: readonly { readonly zh: string; readonly en: string; readonly line: readonly Plan[] }[] = [
  {
    zh: '龙潭河',
    en: 'Longtan',
    line: [
      [-14_500, 6900],
      [-11_800, 5200],
      [-9000, 4100],
      [-6500, 4700],
      [-3600, 6000],
      [-900, 6400],
      [2600, 6300],
    ],
  },
  {
    zh: '柳河',
    en: 'Liuhe',
    line: [
      [-13_200, -4600],
      [-10_300, -6200],
      [-7000, -6700],
      [-4100, -6000],
      [-1500, -7300],
      [900, -7700],
    ],
  },
  {
    zh: '松溪',
    en: 'Songxi',
    line: [
      [18_800, 11_200],
      [16_300, 9200],
      [13_900, 7300],
      [11_000, 7800],
      [8200, 9000],
      [5200, 8600],
      [4300, 9500],
    ],
  },
  {
    zh: '石门河',
    en: 'Shimen',
    line: [
      [17_900, -3300],
      [15_500, -5400],
      [12_700, -6200],
      [9800, -5400],
      [7000, -6400],
      [4200, -8300],
      [2500, -9000],
    ],
  },
];

/** Rounds the corners of a line: Chaikin's cutting, three times. */
const smooth = (line: readonly Plan[]): Plan[] => {
  let points = [...line];
  for (let pass = 0; pass < 3; pass++)
    points = [
      points[0]!,
      ...points.slice(1).flatMap((b, i): Plan[] => {
        const a = points[i]!;
        return [
          [0.75 * a[0] + 0.25 * b[0], 0.75 * a[1] + 0.25 * b[1]],
          [0.25 * a[0] + 0.75 * b[0], 0.25 * a[1] + 0.75 * b[1]],
        ];
      }),
      points.at(-1)!,
    ];
  return points.map(([x, y]) => [Math.round(x), Math.round(y)]);
};

export interface NamedLine {
  readonly zh: string;
  readonly en: string;
  readonly class: string;
  readonly line: readonly Plan[];
}

export const riverLines = (): NamedLine[] => [
  { zh: '云岫河', en: 'Yunxiu River', class: 'river', line: riverLine() },
  ...BROOKS.map(({ zh, en, line }) => ({
    zh,
    en: `${en} Brook`,
    class: 'brook',
    line: smooth([...line.slice(0, -1), riverMiddle(line.at(-1)![1])]),
  })),
];

const ROADS: readonly NamedLine[] = [
  {
    zh: '云石公路',
    en: 'Yunxiu–Shimen road',
    class: 'trunk',
    line: [
      [-15_500, -9600],
      [-11_000, -8300],
      [-6600, -7600],
      [-2200, -5200],
      [2500, -4400],
      [6900, -5600],
      [13_200, -7100],
      [20_500, -8800],
    ],
  },
  {
    zh: '北岭公路',
    en: 'Beiling road',
    class: 'main',
    line: [
      [2500, -4400],
      [1500, -900],
      [1100, 1500],
      [1000, 3300],
      [1500, 7000],
      [2400, 10_000],
      [3400, 12_300],
      [3900, 17_000],
    ],
  },
  {
    zh: '龙潭公路',
    en: 'Longtan road',
    class: 'main',
    line: [
      [1000, 3300],
      [-2500, 3100],
      [-6000, 3300],
      [-9300, 3500],
      [-15_000, 4300],
    ],
  },
  {
    zh: '松溪公路',
    en: 'Songxi road',
    class: 'main',
    line: [
      [2500, -4400],
      [6000, -1200],
      [8400, 1500],
      [11_000, 5200],
      [14_800, 8300],
      [20_000, 10_600],
    ],
  },
  {
    zh: '柳龙路',
    en: 'Liuhe–Longtan road',
    class: 'minor',
    line: [
      [-6700, -7300],
      [-8200, -3000],
      [-9300, 3500],
    ],
  },
  {
    zh: '白云路',
    en: 'Baiyun road',
    class: 'minor',
    line: [
      [1000, 3300],
      [4400, 3700],
      [8400, 1500],
    ],
  },
  {
    zh: '北松路',
    en: 'Beiling–Songxi road',
    class: 'minor',
    line: [
      [3400, 12_300],
      [8600, 11_600],
      [14_800, 8300],
    ],
  },
  {
    zh: '石松路',
    en: 'Shimen–Songxi road',
    class: 'minor',
    line: [
      [13_200, -7100],
      [14_600, -500],
      [14_800, 8300],
    ],
  },
];

export const roadLines = (): NamedLine[] => ROADS.map((road) => ({ ...road, line: smooth(road.line) }));

const away = (x: number, y: number, line: readonly Plan[]): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const [[ax, ay], [bx, by]] = [line[i - 1]!, line[i]!];
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    least = Math.min(least, Math.hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return least;
};

export type HeightAt = (x: number, y: number) => number;

/** Ground height of the county anywhere in it, metres. */
export const makeCountyGround = (seed: number, surveyed: Ground): HeightAt => {
  const noise = gradientNoise(seed + 401);
  const rivers = riverLines();
  const [main, ...brooks] = rivers;
  const columns = Math.ceil(WIDTH / COARSE) + 1;
  const rows = Math.ceil(HEIGHT / COARSE) + 1;
  const place = (i: number, j: number): Plan => [WEST + i * COARSE, SOUTH + j * COARSE];
  const eroded = erode({
    columns,
    rows,
    cell: COARSE,
    isOutlet: (i, j) => {
      const [x, y] = place(i, j);
      return (
        i === 0 ||
        i === columns - 1 ||
        away(x, y, main!.line) < COARSE * 0.6 ||
        brooks.some(({ line }) => away(x, y, line) < COARSE * 0.55)
      );
    },
    uplift: (i, j) => {
      const [x, y] = place(i, j);
      const d = away(x, y, main!.line) + 500 * noise(x / 2600 + 9, y / 2600);
      return smoothstep(500, 6500, d) * (1 + 0.6 * noise(x / 5200, y / 5200));
    },
    start: (i, j) => {
      const [x, y] = place(i, j);
      return 1 + noise(x / 900 + 3, y / 900) + 0.0004 * away(x, y, main!.line);
    },
  });
  const highest = eroded.reduce((a, b) => Math.max(a, b), 0);
  const relief = splineSample(eroded, columns, rows, COARSE);
  const own: HeightAt = (x, y) => {
    const valley = 3 + 0.004 * Math.min(6000, away(x, y, main!.line));
    const hill = (relief(x - WEST, y - SOUTH) / highest) * RELIEF;
    return riverLevel(y) + valley + hill + (hill > 15 ? 6 : 1.5) * noise(x / 420, y / 420 + 5);
  };
  const within = (x: number, y: number): Plan => [
    Math.min(2 * TILE, Math.max(0, x)),
    Math.min(TILE, Math.max(0, y)),
  ];
  /** By how much the surveyed ground lies above ours. */
  const above = ([x, y]: Plan): number => surveyed.height(x, y) - own(x, y);
  return (x, y) => {
    const [nearX, nearY] = within(x, y);
    const out = Math.hypot(x - nearX, y - nearY);
    if (out >= BLEND) return own(x, y);
    if (out === 0) return surveyed.height(x, y);
    // The further out, the wider the stretch of the edge that is looked at: else every bump of it would run on as a ridge.
    const around = AROUND.map(([u, v]) => above(within(x + u * out, y + v * out)));
    const mean = around.reduce((sum, value) => sum + value, 0) / around.length;
    return own(x, y) + mean * (1 - smoothstep(0, BLEND, out));
  };
};

/** The middle and two rings about it. */
const AROUND: readonly Plan[] = [
  [0, 0],
  ...[0.45, 0.9].flatMap((r, ring) =>
    Array.from({ length: 6 }, (_, k): Plan => {
      const angle = ((k + 0.5 * ring) / 6) * 2 * Math.PI;
      return [r * Math.cos(angle), r * Math.sin(angle)];
    }),
  ),
];

/** GeoTIFF of the heights, Float32 on a 1/4 m raster: finer than the hills are known, and it packs well. */
export const reliefTiff = (height: HeightAt): Uint8Array => {
  const [width, rows] = [Math.round(WIDTH / CELL) + 1, Math.round(HEIGHT / CELL) + 1];
  const band = new Float32Array(width * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++)
      band[row * width + column] =
        Math.round(4 * height(WEST + column * CELL, SOUTH + (rows - 1 - row) * CELL)) / 4;
  return writeTiff({ width, height: rows, bands: [band] }, [
    { tag: 33550, type: 'double', values: [CELL, CELL, 0] },
    {
      tag: 33922,
      type: 'double',
      values: [0, 0, 0, ORIGIN.easting + WEST - CELL / 2, ORIGIN.northing + SOUTH + (rows - 0.5) * CELL, 0],
    },
    ...geoKeyTags({
      crs: 'EPSG:4527',
      name: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
      proj: SURVEY_PROJ,
    }),
    asciiTag(42113, '-9999'),
  ]);
};

const blob = (centre: Plan, radius: number, seed: number): Plan[] =>
  Array.from({ length: 36 }, (_, k) => {
    const angle = (k / 36) * 2 * Math.PI;
    const r = radius * (1 + 0.28 * Math.sin(2 * angle + seed) + 0.14 * Math.sin(5 * angle + 2 * seed));
    return [Math.round(centre[0] + r * Math.cos(angle)), Math.round(centre[1] + r * Math.sin(angle))];
  });

export interface Water {
  readonly zh: string;
  readonly en: string;
  readonly ring: readonly Plan[];
}

/** Reservoirs and ponds. */
export const waters = (pond: readonly Plan[]): Water[] => [
  { zh: '龙潭水库', en: 'Longtan reservoir', ring: blob([-6700, 4650], 620, 1) },
  { zh: '松溪水库', en: 'Songxi reservoir', ring: blob([11_300, 7750], 480, 2.4) },
  { zh: '石门水库', en: 'Shimen reservoir', ring: blob([9600, -5450], 390, 4) },
  { zh: '青石塘', en: 'Qingshi pond', ring: pond.map(([x, y]): Plan => [Math.round(x), Math.round(y)]) },
];
