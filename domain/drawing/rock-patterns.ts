import type { Bilingual } from '../contracts/bilingual.ts';

/**
 * Line patterns of rocks, drawn by us after the usual way of Chinese and international geological drawings; they are
 * not the symbols of GB/T 958 or of the FGDC, and every legend says so (ADR 0020).
 */
export const ROCK_PATTERNS = [
  'made-ground',
  'clay',
  'sand',
  'gravel',
  'weathered',
  'mudstone',
  'sandstone',
  'conglomerate',
  'limestone',
  'dolomite',
  'schist',
  'gneiss',
  'granite',
  'volcanic',
  'coal',
  'ore',
  'breccia',
  'void',
  'backfill',
  'water',
  'unknown',
] as const;
export type RockPattern = (typeof ROCK_PATTERNS)[number];

export const PATTERN_STANDARD: Bilingual = {
  zh: '花纹：本软件自绘，参照惯用画法，非 GB/T 958 图式',
  en: "Patterns: this program's own, after common usage; not GB/T 958 symbols",
};

/** A line through points, or a dot; millimetres in the tile, y up. */
export type PatternMark =
  | { readonly line: readonly (readonly [number, number])[]; readonly closed?: boolean }
  | { readonly dot: readonly [number, number]; readonly radius: number };

/** One tile; tiles side by side make the pattern. Marks may reach over the edge only where the next tile goes on with them. */
export interface PatternTile {
  readonly width: number;
  readonly height: number;
  readonly strokeWidth: number;
  readonly marks: readonly PatternMark[];
}

const line = (...points: (readonly [number, number])[]): PatternMark => ({ line: points });
const ring = (...points: (readonly [number, number])[]): PatternMark => ({ line: points, closed: true });
const dot = (x: number, y: number, radius = 0.16): PatternMark => ({ dot: [x, y], radius });
const tile = (
  width: number,
  height: number,
  marks: readonly PatternMark[],
  strokeWidth = 0.13,
): PatternTile => ({
  width,
  height,
  strokeWidth,
  marks,
});

/** A many-sided ring that reads as a pebble. */
const pebble = (x: number, y: number, a: number, b: number): PatternMark => ({
  line: Array.from({ length: 10 }, (_, i) => {
    const angle = (i / 10) * 2 * Math.PI;
    return [x + a * Math.cos(angle), y + b * Math.sin(angle)] as const;
  }),
  closed: true,
});

const TILES: Readonly<Record<RockPattern, PatternTile>> = {
  'made-ground': tile(8, 6, [
    line([1, 1], [2.4, 1.8]),
    line([5, 1.2], [5.6, 2.4]),
    ring([2.6, 3.6], [3.8, 3.4], [3.4, 4.6]),
    line([6, 4.4], [7.2, 3.8]),
    dot(4.6, 5.2),
    dot(0.8, 4.6),
  ]),
  clay: tile(6, 3, [line([0.5, 0.75], [2.5, 0.75]), line([3.5, 2.25], [5.5, 2.25])]),
  sand: tile(3, 3, [dot(0.75, 0.75), dot(2.25, 2.25)]),
  gravel: tile(6, 5, [
    pebble(1.5, 1.3, 0.75, 0.5),
    pebble(4.5, 3.7, 0.9, 0.55),
    dot(4.4, 1.1),
    dot(1.4, 3.8),
  ]),
  weathered: tile(6, 6, [
    line([0.7, 2], [1.5, 0.8], [2.3, 2]),
    line([3.7, 5], [4.5, 3.8], [5.3, 5]),
    dot(4.6, 1.2),
    dot(1.4, 4.4),
  ]),
  mudstone: tile(6, 2.4, [line([0, 0.6], [6, 0.6]), line([1.6, 1.8], [4.4, 1.8])]),
  sandstone: tile(4, 4, [line([0, 0.5], [4, 0.5]), dot(1, 1.6), dot(3, 1.6), dot(2, 2.8), dot(0.2, 2.8)]),
  conglomerate: tile(7, 5, [line([0, 0.4], [7, 0.4]), pebble(2, 2.4, 1, 0.7), pebble(5.2, 3.4, 0.8, 0.6)]),
  limestone: tile(6, 4, [
    line([0, 0], [6, 0]),
    line([0, 2], [6, 2]),
    line([1.5, 0], [1.5, 2]),
    line([4.5, 2], [4.5, 4]),
  ]),
  dolomite: tile(6, 4, [
    line([0, 0], [6, 0]),
    line([0, 2], [6, 2]),
    line([1, 0], [1.8, 2]),
    line([4, 2], [4.8, 4]),
  ]),
  schist: tile(6, 3, [
    line([0, 0.8], [1, 1.1], [2, 0.8], [3, 0.5], [4, 0.8], [5, 1.1], [6, 0.8]),
    line([1, 2.4], [1.8, 2.65], [2.6, 2.4], [3.4, 2.15], [4.2, 2.4]),
  ]),
  gneiss: tile(6, 4, [
    line([0, 1], [1.5, 1.6], [3, 1], [4.5, 0.4], [6, 1]),
    line([1, 3], [2.2, 3.4], [3.4, 3]),
    dot(4.8, 3),
  ]),
  granite: tile(6, 6, [
    line([0.8, 1.5], [2.2, 1.5]),
    line([1.5, 0.8], [1.5, 2.2]),
    line([3.8, 4.5], [5.2, 4.5]),
    line([4.5, 3.8], [4.5, 5.2]),
  ]),
  volcanic: tile(6, 6, [line([0.9, 2.2], [1.5, 0.8], [2.1, 2.2]), line([3.9, 5.2], [4.5, 3.8], [5.1, 5.2])]),
  coal: tile(2, 2, [line([0, 0.5], [2, 0.5]), line([0, 1.5], [2, 1.5])], 0.7),
  ore: tile(3, 3, [line([0, 0], [3, 3]), line([0, 1.5], [1.5, 3]), line([1.5, 0], [3, 1.5])], 0.18),
  breccia: tile(6, 6, [
    ring([0.8, 0.8], [2.4, 0.9], [1.6, 2.2]),
    ring([3.8, 3.6], [5.2, 4], [4.2, 5.2]),
    line([4, 1.2], [5, 2]),
    line([1, 4.4], [2, 4]),
  ]),
  void: tile(5, 5, [line([0, 0], [5, 5]), line([0, 5], [5, 0])], 0.1),
  backfill: tile(4, 4, [line([0, 0], [4, 4]), dot(1, 3), dot(3, 1)], 0.1),
  water: tile(6, 3, [line([0.6, 0.8], [3, 0.8]), line([1.2, 1.5], [2.4, 1.5]), line([3.8, 2.4], [5.6, 2.4])]),
  unknown: tile(6, 6, [
    line([1.2, 3.4], [1.2, 3.9], [1.7, 4.3], [2.3, 4.3], [2.7, 3.9], [2.6, 3.3], [1.9, 2.7], [1.9, 2.2]),
    dot(1.9, 1.5, 0.14),
  ]),
};

export const patternTile = (pattern: RockPattern): PatternTile => TILES[pattern];

/** Words of rock names, most telling first: "灰质白云岩" is a dolomite, "泥灰岩" a limestone. */
const WORDS: readonly (readonly [RegExp, RockPattern])[] = [
  [/填土|回填|made ground|fill\b/i, 'made-ground'],
  [/破碎|角砾|断层|breccia|fault/i, 'breccia'],
  [/风化|weathered|saprolite/i, 'weathered'],
  [/溶洞|空洞|采空|cavity|karst|void/i, 'void'],
  [/黏土|粘土|clay/i, 'clay'],
  [/砾岩|conglomerate/i, 'conglomerate'],
  // Before the sands: "粉砂质泥岩" speaks of sand and is a mudstone.
  [/泥岩|页岩|shale|mudstone/i, 'mudstone'],
  [/砂岩|sandstone|quartzite|石英岩/i, 'sandstone'],
  [/砾|卵石|gravel/i, 'gravel'],
  [/砂|sand\b|silt\b/i, 'sand'],
  [/白云|dolom/i, 'dolomite'],
  [/灰岩|大理岩|limestone|marble/i, 'limestone'],
  [/矿体|矿石|磁铁|赤铁|\bore\b|magnetite|hematite|iron formation|\bBIF\b/i, 'ore'],
  [/煤|coal/i, 'coal'],
  [/片麻|gneiss/i, 'gneiss'],
  [/片岩|千枚|板岩|schist|phyllite|slate/i, 'schist'],
  [/花岗|闪长|辉长|granit|diorite|gabbro|dolerite/i, 'granite'],
  [/玄武|安山|流纹|凝灰|火山|basalt|andesite|rhyolite|tuff|volcanic/i, 'volcanic'],
];

/** The pattern a rock's names call for; null where none of its words is known, and it is then drawn by its colour alone. */
export const patternOfNames = (...names: readonly string[]): RockPattern | null => {
  for (const [words, pattern] of WORDS) if (names.some((name) => words.test(name))) return pattern;
  return null;
};
