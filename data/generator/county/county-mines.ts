import { fromStrike, type Plan } from '../place.ts';
import { randomStream } from '../random.ts';
import { addDays } from './county-place.ts';
import type { HeightAt } from './lie-of-the-land.ts';
import { FIELDS, type Field, type ListedType } from './mine-list.ts';
import { type Town, townAt } from './towns.ts';

/** The register: who mines what, since when, how well, how dangerously. Everything is made up. */

export type MineState = 'producing' | 'construction' | 'suspended' | 'closed' | 'unknown';
export type MineSize = 'large' | 'medium' | 'small';
export type Grade = 'A' | 'B' | 'C' | 'D';
export type Risk = 'major' | 'larger' | 'general' | 'low';
export type Warning = 'red' | 'orange' | 'yellow' | 'blue';

export interface CountyMine {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly at: Plan;
  readonly town: Town | null;
  readonly type: ListedType;
  /** null: nobody registered it. */
  readonly size: MineSize | null;
  readonly state: MineState;
  readonly history: readonly {
    readonly from: string;
    readonly state: MineState;
    readonly grade: Grade | null;
  }[];
  readonly grade: Grade | null;
  readonly risk: Risk | null;
  readonly warning: Warning | null;
  readonly owner: string | null;
  readonly leader: { readonly name: string; readonly office: string } | null;
  readonly minerals: readonly string[];
  readonly right: {
    readonly id: string;
    readonly ring: readonly Plan[];
    readonly lower: number | null;
    readonly upper: number | null;
    readonly validUntil: string | null;
  } | null;
  readonly ground: { readonly highest: number; readonly plusMinus: number | null } | null;
  /** null: every kind is recorded; else those that are. */
  readonly recorded: readonly string[] | null;
  readonly field: Field | null;
  readonly hasBundle: boolean;
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧';
const GIVEN = [
  '建国',
  '志强',
  '海峰',
  '文斌',
  '秀兰',
  '永刚',
  '晓东',
  '立新',
  '春梅',
  '国栋',
  '学军',
  '振华',
  '玉明',
  '丽娟',
  '长河',
  '启明',
];
const OFFICES = ['副县长', '县应急管理局局长', '镇长', '副镇长', '县自然资源局副局长', '乡党委书记'];
const COMPANIES = [
  '鸿远',
  '金诚',
  '恒泰',
  '华岳',
  '瑞丰',
  '同兴',
  '宏达',
  '东升',
  '永固',
  '天成',
  '润泽',
  '长青',
];

export const personName = (next: () => number): string =>
  `${SURNAMES[Math.floor(next() * SURNAMES.length)]}${GIVEN[Math.floor(next() * GIVEN.length)]}`;

export const pick = <T>(next: () => number, of: readonly (readonly [value: T, weight: number])[]): T => {
  let left = next() * of.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of of) {
    left -= weight;
    if (left < 0) return value;
  }
  return of.at(-1)![0];
};

export const roundRing = (
  next: () => number,
  [x, y]: Plan,
  radius: number,
  corners: number,
  wobble: number,
): Plan[] => {
  const turn = next() * Math.PI;
  return Array.from({ length: corners }, (_, k) => {
    const angle = turn + (2 * Math.PI * k) / corners;
    const r = radius * (1 + wobble * (2 * next() - 1));
    return [Math.round(x + r * Math.cos(angle)), Math.round(y + r * Math.sin(angle))];
  });
};

const RISKS: readonly (readonly [Risk | null, number])[] = [
  ['major', 11],
  ['larger', 25],
  ['general', 38],
  ['low', 20],
  [null, 6],
];
const GRADES: readonly Grade[] = ['A', 'B', 'C', 'D'];
const FIRST_YEAR = 2021;
const LAST_YEAR = 2026;
const ALL = ['right', 'working', 'goaf', 'aquifer', 'fault', 'closed-shaft', 'orebody'] as const;

/** Every year a grade in January, and now and then another state. */
const historyOf = (next: () => number, type: ListedType, now: MineState): CountyMine['history'] => {
  const graded = type !== 'exploration';
  let grade = 1 + Math.floor(next() * 3);
  const states: MineState[] = [];
  for (let year = LAST_YEAR, state = now; year >= FIRST_YEAR; year--) {
    states.unshift(state);
    if (next() < 0.18)
      state = state === 'producing' ? 'suspended' : state === 'unknown' ? 'unknown' : 'producing';
  }
  return states.map((state, i) => {
    const drift = next();
    grade = Math.min(3, Math.max(0, grade + (drift < 0.2 ? -1 : drift > 0.82 ? 1 : 0)));
    const from = addDays(`${FIRST_YEAR + i}-01-10`, Math.floor(next() * 300 * (i === 0 ? 0.1 : 0.6)));
    // A closed mine is graded no more; some years nobody graded.
    const known = graded && state !== 'closed' && next() > 0.06;
    return { from, state, grade: known ? GRADES[grade]! : null };
  });
};

const stateOf = (next: () => number, type: ListedType): MineState =>
  type === 'exploration'
    ? pick(next, [
        ['unknown', 2],
        ['suspended', 1],
      ])
    : pick(next, [
        ['producing', 56],
        ['suspended', 17],
        ['closed', 14],
        ['construction', 9],
        ['unknown', 4],
      ]);

/** Nobody wrote down where they belong. */
const WITHOUT_TOWN = new Set(['wuliping', 'qianjing']);

/** Highest ground within so many metres, by a grid of 50 m. */
const highestWithin = ([x, y]: Plan, radius: number, height: HeightAt): number => {
  let highest = height(x, y);
  for (let dx = -radius; dx <= radius; dx += 50)
    for (let dy = -radius; dy <= radius; dy += 50)
      if (Math.hypot(dx, dy) <= radius) highest = Math.max(highest, height(x + dx, y + dy));
  return Math.round(10 * highest) / 10;
};

const draw = (
  next: () => number,
  base: Pick<CountyMine, 'id' | 'zh' | 'en' | 'at' | 'type' | 'minerals' | 'field'>,
  towns: readonly (readonly Plan[])[],
  height: HeightAt,
  more: Partial<CountyMine> = {},
): CountyMine => {
  const { field, type, at } = base;
  const state = stateOf(next, type);
  const history = historyOf(next, type, state);
  const heights =
    field && next() > 0.06 ? { lower: field.lower, upper: field.upper } : { lower: null, upper: null };
  const ring = roundRing(next, at, field?.radius ?? 400, 5 + Math.floor(next() * 4), 0.12);
  const validUntil =
    next() < 0.05 ? null : `${2024 + Math.floor(next() * 11)}-${next() < 0.5 ? '06-30' : '12-31'}`;
  const right = next() < 0.96 ? { id: `C-${base.id}`.toUpperCase(), ring, ...heights, validUntil } : null;
  const highest = highestWithin(at, (field?.radius ?? 400) * 1.1, height);
  const company = COMPANIES[Math.floor(next() * COMPANIES.length)]!;
  return {
    ...base,
    size: null,
    town: next() < 0.03 || WITHOUT_TOWN.has(base.id) ? null : townAt(at, towns),
    state,
    history,
    grade: history.at(-1)!.grade,
    risk: pick(next, RISKS),
    warning: null,
    owner: next() < 0.93 ? `云岫${company}矿业有限公司` : null,
    leader:
      next() < 0.9 ? { name: personName(next), office: OFFICES[Math.floor(next() * OFFICES.length)]! } : null,
    right,
    ground: next() < 0.94 ? { highest, plusMinus: next() < 0.8 ? 5 : null } : null,
    recorded:
      next() < 0.68 ? null : ALL.filter((kind) => kind === 'right' || kind === 'working' || next() < 0.45),
    hasBundle: false,
    ...more,
  };
};

const inField = (field: Field, k: number, next: () => number): Plan => {
  const rows = Math.ceil(field.mines.length / field.columns);
  const u = ((k % field.columns) - (field.columns - 1) / 2) * field.spacing;
  const v = (Math.floor(k / field.columns) - (rows - 1) / 2) * field.spacing;
  const turn = (field.turn * Math.PI) / 180;
  const jitter = () => (next() - 0.5) * field.spacing * 0.05;
  return [
    Math.round(field.at[0] + u * Math.cos(turn) - v * Math.sin(turn) + jitter()),
    Math.round(field.at[1] + u * Math.sin(turn) + v * Math.cos(turn) + jitter()),
  ];
};

const SIZES: readonly (readonly [MineSize | null, number])[] = [
  ['large', 1],
  ['medium', 4],
  ['small', 8],
  [null, 2],
];
/** Drawn from a stream of its own: what was drawn before it was asked for stays as it is. */
const sizeOf = ({ id, type, hasBundle }: CountyMine, seed: number): MineSize | null => {
  if (type === 'exploration') return null;
  if (hasBundle) return 'medium';
  const next = randomStream(seed * 61 + [...id].reduce((sum, c) => sum * 37 + c.charCodeAt(0), 11));
  for (let warm = 0; warm < 3; warm++) next();
  return pick(next, SIZES);
};

/** Warnings stand at few mines. */
const WARNINGS: Readonly<Record<string, Warning>> = {
  'longtan-gypsum': 'red',
  heishigou: 'orange',
  'baiyun-limestone': 'blue',
  'songxi-gold': 'orange',
  yingzuiya: 'yellow',
  'liuhe-coal': 'yellow',
  'songxi-tailings': 'yellow',
  daheishan: 'blue',
  dazhushan: 'blue',
  zhaojiatun: 'yellow',
};

/** Mines of which the demo tells a story keep what the lot gave them except this. */
const TOLD: Readonly<Record<string, Partial<CountyMine>>> = {
  heishigou: {
    state: 'producing',
    owner: '云岫黑石沟矿业有限公司',
    recorded: null,
    risk: 'major',
    grade: 'D',
  },
  xiling: { state: 'producing', owner: '云岫西岭铁矿有限公司', recorded: null, risk: 'larger' },
  'longtan-gypsum': {
    state: 'suspended',
    owner: '云岫龙潭石膏有限公司',
    recorded: null,
    risk: 'major',
    grade: 'D',
  },
  'liuhe-gypsum': { state: 'producing', owner: '云岫柳河建材有限公司', recorded: null, risk: 'larger' },
};

export const countyMines = (
  seed: number,
  towns: readonly (readonly Plan[])[],
  height: HeightAt,
): CountyMine[] => {
  const listed = FIELDS.flatMap((field, f) =>
    field.mines.map(([id, zh, en], k): CountyMine => {
      const next = randomStream(seed * 1009 + f * 131 + k * 7 + 5);
      for (let warm = 0; warm < 4; warm++) next();
      const at = inField(field, k, next);
      const type = field.type;
      const mine = draw(next, { id, zh, en, at, type, minerals: field.minerals, field }, towns, height, {});
      const told = TOLD[id];
      if (!told) return mine;
      const right = mine.right ?? null;
      const last = mine.history.at(-1)!;
      return {
        ...mine,
        ...told,
        ground: mine.ground ?? { highest: highestWithin(at, field.radius, height), plusMinus: 5 },
        right: {
          id: `C-${id}`.toUpperCase(),
          ring: right?.ring ?? roundRing(next, at, field.radius, 8, 0.1),
          validUntil: right?.validUntil ?? '2029-12-31',
          lower: field.lower,
          upper: field.upper,
        },
        history: [
          ...mine.history.slice(0, -1),
          { ...last, state: told.state ?? last.state, grade: told.grade ?? last.grade },
        ],
      };
    }),
  );
  const own = randomStream(seed + 77);
  const bundles: CountyMine[] = [
    {
      id: 'qingshi-iron',
      zh: '青石铁矿（演示）',
      en: 'Qingshi iron mine (demo)',
      at: fromStrike(40, -60).map(Math.round) as unknown as Plan,
      type: 'underground-metal' as const,
      minerals: ['铁'],
    },
    {
      id: 'baiyun-limestone',
      zh: '白云石灰岩矿（演示）',
      en: 'Baiyun limestone mine (demo)',
      at: [5950, 2000] as Plan,
      type: 'open-pit' as const,
      minerals: ['水泥用石灰岩'],
    },
  ].map((base, i) => ({
    ...base,
    size: null,
    town: townAt(base.at, towns),
    state: 'producing' as const,
    history: historyOf(own, base.type, 'producing').map((entry, k, all) => ({
      ...entry,
      state: 'producing' as const,
      grade: k === all.length - 1 ? ('B' as const) : entry.grade,
    })),
    grade: 'B' as const,
    risk: i === 0 ? ('larger' as const) : ('general' as const),
    warning: null,
    owner: ['云岫青石矿业有限公司', '云岫白云建材有限公司'][i]!,
    leader: { name: personName(own), office: '副县长' },
    right: null,
    ground: { highest: highestWithin(base.at, 900, height), plusMinus: 1 },
    recorded: null,
    field: null,
    hasBundle: true,
  }));
  const beside = fromStrike(1360, 70).map(Math.round) as unknown as Plan;
  const neighbour = draw(
    randomStream(seed + 91),
    {
      id: 'mopanshan',
      zh: '磨盘山铁矿',
      en: 'Mopanshan iron mine',
      at: beside,
      type: 'underground-metal',
      minerals: ['铁'],
      field: FIELDS[0]!,
    },
    towns,
    height,
    { state: 'producing', owner: '云岫磨盘山矿业有限公司', recorded: null, risk: 'major', grade: 'C' },
  );
  const ring = roundRing(randomStream(seed + 92), beside, 430, 8, 0.06);
  return [
    ...bundles,
    {
      ...neighbour,
      right: { id: 'C-MOPANSHAN', ring, lower: -320, upper: 110, validUntil: '2030-06-30' },
      ground: { highest: highestWithin(beside, 430, height), plusMinus: 5 },
      history: neighbour.history.map((entry, i, all) =>
        i === all.length - 1 ? { ...entry, state: 'producing' as const, grade: 'C' as const } : entry,
      ),
    },
    ...listed,
  ].map((mine) => ({ ...mine, warning: WARNINGS[mine.id] ?? null, size: sizeOf(mine, seed) }));
};
