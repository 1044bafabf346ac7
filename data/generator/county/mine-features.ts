import type { Plan, Vec3 } from '../place.ts';
import { randomStream } from '../random.ts';
import { type CountyMine, roundRing } from './county-mines.ts';
import { addDays } from './county-place.ts';
import type { HeightAt } from './lie-of-the-land.ts';

/** What lies under mines that have no bundle: rights apart, simple shapes in plan metres and heights. */

export type FeatureKind = 'working' | 'goaf' | 'aquifer' | 'fault' | 'closed-shaft' | 'orebody';
export type Method = 'geophysics' | 'drilling' | 'geochemistry' | 'survey' | 'document';

export interface DrawnFeature {
  readonly id: string;
  readonly mine: string;
  readonly kind: FeatureKind;
  readonly zh: string;
  readonly en: string;
  readonly shape:
    | { readonly ring: readonly Plan[]; readonly bottom: number; readonly top: number }
    | { readonly line: readonly Vec3[]; readonly radius: number }
    | {
        readonly trace: readonly Plan[];
        readonly dip: number | null;
        readonly dipDirection: number | null;
        readonly bottom: number;
        readonly top: number;
      };
  readonly method: Method | null;
  readonly plusMinus?: number;
  readonly holdsWater?: boolean | null;
  readonly waterLevel?: number;
  readonly conductive?: boolean | null;
  readonly partOf?: string;
  readonly from?: string;
  readonly to?: string;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
const along = ([x, y]: Plan, turn: number, distance: number): Plan => [
  tenth(x + Math.cos(turn) * distance),
  tenth(y + Math.sin(turn) * distance),
];
const ellipse = (at: Plan, turn: number, long: number, wide: number): Plan[] =>
  Array.from({ length: 14 }, (_, k) => {
    const angle = (2 * Math.PI * k) / 14;
    const [u, v] = [long * Math.cos(angle), wide * Math.sin(angle)];
    return [
      tenth(at[0] + u * Math.cos(turn) - v * Math.sin(turn)),
      tenth(at[1] + u * Math.sin(turn) + v * Math.cos(turn)),
    ];
  });

const day = (next: () => number, from: number, to: number): string =>
  addDays(`${from}-03-01`, Math.floor(next() * 365 * (to - from)));

/** Shaft, levels, goafs, ore and old shafts of an underground mine. */
const underground = (mine: CountyMine, seed: number, height: HeightAt): DrawnFeature[] => {
  const next = randomStream(seed * 613 + [...mine.id].reduce((sum, c) => sum * 37 + c.charCodeAt(0), 3));
  for (let warm = 0; warm < 3; warm++) next();
  const { id, at, field } = mine;
  const [radius, lower, upper] = [field?.radius ?? 400, field?.lower ?? -250, field?.upper ?? 100];
  const turn = ((field?.turn ?? 0) * Math.PI) / 180 + (next() - 0.5) * 0.5;
  const found: DrawnFeature[] = [];
  const closed = mine.state === 'closed' ? mine.history.at(-1)!.from : undefined;
  const began = day(next, 2006, 2020);
  const shaftAt = along(at, turn + Math.PI / 2, 90);
  const ground = height(...shaftAt);
  const levels = [0.62, 0.3].map((share) => tenth(lower + share * (Math.min(upper, ground - 60) - lower)));
  found.push({
    id: `${id}/W1`,
    mine: id,
    kind: 'working',
    zh: '主井',
    en: 'Main shaft',
    shape: {
      line: [
        [...shaftAt, tenth(ground)],
        [...shaftAt, levels[1]! - 15],
      ],
      radius: 2.5,
    },
    method: 'survey',
    holdsWater: false,
    from: began,
  });
  levels.forEach((z, i) => {
    const reach = radius * (0.55 + 0.2 * next());
    const ends = [along(at, turn + Math.PI, reach), at, along(at, turn, reach)];
    found.push({
      id: `${id}/W${i + 2}`,
      mine: id,
      kind: 'working',
      zh: `${Math.round(z)}m 中段运输巷`,
      en: `Haulage drift at ${Math.round(z)} m`,
      shape: {
        line: [
          [...shaftAt, z],
          ...[ends[0]!, along(at, turn + Math.PI, reach / 2), at, along(at, turn, reach / 2), ends[2]!].map(
            (p, k): Vec3 => [p[0], p[1], tenth(z + 0.6 * Math.abs(k - 2))],
          ),
        ],
        radius: 2,
      },
      method: mine.state === 'closed' && next() < 0.5 ? 'document' : 'survey',
      holdsWater: closed ? null : false,
      from: i === 0 ? began : day(next, 2014, 2023),
    });
  });
  const goafs = 1 + Math.floor(next() * 3);
  for (let g = 0; g < goafs; g++) {
    const z = levels[g % 2]!;
    const side = next() < 0.5 ? turn : turn + Math.PI;
    const [middle, thick] = [
      along(along(at, side, radius * (0.15 + 0.35 * next())), turn + Math.PI / 2, 25 * next()),
      6 + 16 * next(),
    ];
    const method: Method | null =
      next() < 0.45 ? 'survey' : next() < 0.5 ? 'drilling' : next() < 0.7 ? 'geophysics' : null;
    const wet = next();
    found.push({
      id: `${id}/G${g + 1}`,
      mine: id,
      kind: 'goaf',
      zh: `${g + 1}号采空区`,
      en: `Goaf ${g + 1}`,
      shape: {
        ring: ellipse(middle, turn, 30 + 45 * next(), 14 + 16 * next()),
        bottom: tenth(z + 4),
        top: tenth(z + 4 + thick),
      },
      method,
      ...(wet < 0.25
        ? { holdsWater: true, ...(wet < 0.15 ? { waterLevel: tenth(z + 4 + thick + 40 * next()) } : {}) }
        : { holdsWater: wet < 0.7 ? false : null }),
      from: day(next, 2009, 2025),
    });
  }
  if (next() < 0.55)
    found.push({
      id: `${id}/O1`,
      mine: id,
      kind: 'orebody',
      zh: '1号矿体',
      en: 'Ore body 1',
      shape: {
        ring: ellipse(at, turn, radius * 0.7, 55),
        bottom: tenth(lower + 20),
        top: tenth(levels[0]! + 40),
      },
      method: 'drilling',
    });
  if (next() < 0.34) {
    const old = along(at, turn - Math.PI / 2, radius * (0.3 + 0.4 * next()));
    const [top, known] = [height(...old), next()];
    found.push({
      id: `${id}/S1`,
      mine: id,
      kind: 'closed-shaft',
      zh: '老井',
      en: 'Old shaft',
      shape: {
        line: [
          [...old, tenth(top)],
          [...old, tenth(levels[0]! + 30 * next())],
        ],
        radius: 1.5,
      },
      method: known < 0.4 ? 'survey' : known < 0.8 ? 'document' : null,
      holdsWater: known < 0.3 ? true : null,
      ...(known < 0.15 ? { waterLevel: tenth(top - 60) } : {}),
      from: day(next, 1958, 1998),
    });
  }
  return found;
};

/** Under quarries: few have old workings nobody remembers. */
const underPit = (mine: CountyMine, seed: number, height: HeightAt): DrawnFeature[] => {
  const next = randomStream(seed * 71 + [...mine.id].reduce((sum, c) => sum * 29 + c.charCodeAt(0), 11));
  for (let warm = 0; warm < 3; warm++) next();
  if (next() > 0.4) return [];
  const at = along(mine.at, next() * 6, 180 * next());
  const top = height(...at) - 25 - 30 * next();
  return [
    {
      id: `${mine.id}/G1`,
      mine: mine.id,
      kind: 'goaf',
      zh: '坑底老采空区',
      en: 'Old goaf under the pit',
      shape: { ring: roundRing(next, at, 28 + 20 * next(), 9, 0.2), bottom: tenth(top - 6), top: tenth(top) },
      method: next() < 0.5 ? 'geophysics' : 'document',
      holdsWater: null,
    },
  ];
};

/** The three stories: workings that meet, a goaf under the neighbour, an old water that reaches two mines. */
const told = (mines: ReadonlyMap<string, CountyMine>, qingshiEnd: Vec3): DrawnFeature[] => {
  const [mopan, heishi, xi, longtan, liuhe] = [
    'mopanshan',
    'heishigou',
    'xiling',
    'longtan-gypsum',
    'liuhe-gypsum',
  ].map((id) => mines.get(id)!) as [CountyMine, CountyMine, CountyMine, CountyMine, CountyMine];
  const between = (a: Plan, b: Plan, t: number): Plan => [
    tenth(a[0] + t * (b[0] - a[0])),
    tenth(a[1] + t * (b[1] - a[1])),
  ];
  const turnOf = (a: Plan, b: Plan): number => Math.atan2(b[1] - a[1], b[0] - a[0]);
  const level = -117;
  const end: Plan = [qingshiEnd[0], qingshiEnd[1]];
  const flooded = between(longtan.at, liuhe.at, 0.42);
  const gypsumTurn = turnOf(longtan.at, liuhe.at);
  const trace = (centre: Plan, turn: number, half: number): Plan[] =>
    [-1, -0.5, 0, 0.5, 1].map((t, k) =>
      along(along(centre, turn, half * t), turn + Math.PI / 2, k % 2 ? 25 : -10),
    );
  return [
    {
      id: 'mopanshan/W9',
      mine: 'mopanshan',
      kind: 'working',
      zh: '-170m 西探巷',
      en: 'West exploring drift at −170 m',
      shape: {
        line: [
          [...mopan.at, -166],
          [...between(mopan.at, end, 0.35), -166.8],
          [...between(mopan.at, end, 0.7), tenth(qingshiEnd[2] + 0.6)],
          [tenth(qingshiEnd[0]), tenth(qingshiEnd[1]), tenth(qingshiEnd[2])],
        ],
        radius: 1.8,
      },
      method: 'survey',
      plusMinus: 0.3,
      holdsWater: false,
      from: '2025-08-12',
    },
    {
      id: 'heishigou/G9',
      mine: 'heishigou',
      kind: 'goaf',
      zh: '东翼越界采空区',
      en: 'Goaf of the east wing, over the border',
      shape: {
        ring: ellipse(between(heishi.at, xi.at, 0.53), turnOf(heishi.at, xi.at), 130, 30),
        bottom: level,
        top: level + 19,
      },
      method: 'survey',
      plusMinus: 0,
      holdsWater: true,
      waterLevel: level + 31,
      from: '2024-11-03',
    },
    {
      id: 'xiling/W9',
      mine: 'xiling',
      kind: 'working',
      zh: '-125m 西沿脉巷',
      en: 'West drift along the vein at −125 m',
      shape: {
        line: [
          [...xi.at, -125],
          [...between(xi.at, heishi.at, 0.2), -124.6],
          [...between(xi.at, heishi.at, 0.36), -124.2],
        ],
        radius: 2,
      },
      method: 'survey',
      holdsWater: false,
      from: '2023-05-20',
    },
    {
      id: 'longtan-gypsum/G9',
      mine: 'longtan-gypsum',
      kind: 'goaf',
      zh: '东区积水老采空区',
      en: 'Flooded old goaf, east part',
      shape: { ring: ellipse(flooded, gypsumTurn, 120, 55), bottom: -92, top: -70 },
      method: 'drilling',
      holdsWater: true,
      waterLevel: 62,
      from: '2016-06-30',
    },
    {
      id: 'liuhe-gypsum/W9',
      mine: 'liuhe-gypsum',
      kind: 'working',
      zh: '-80m 西翼掘进巷',
      en: 'West heading at −80 m',
      shape: {
        line: [
          [...liuhe.at, -79],
          [...between(liuhe.at, longtan.at, 0.28), -79.6],
          [...between(liuhe.at, longtan.at, 0.44), -80.2],
        ],
        radius: 2,
      },
      method: 'survey',
      holdsWater: false,
      from: '2026-02-10',
    },
    ...(['longtan-gypsum', 'liuhe-gypsum'] as const).map(
      (mine, k): DrawnFeature => ({
        id: `${mine}/F9`,
        mine,
        kind: 'fault',
        zh: 'F9 断层',
        en: 'Fault F9',
        shape: {
          trace: trace(between(longtan.at, liuhe.at, 0.5 + 0.06 * (k - 0.5)), gypsumTurn + 0.25, 520),
          dip: 74,
          dipDirection: 118,
          bottom: -190,
          top: 60,
        },
        method: k === 0 ? 'geophysics' : 'drilling',
        conductive: true,
        holdsWater: true,
        ...(k === 0 ? { waterLevel: 62 } : {}),
        partOf: 'fault-f9',
      }),
    ),
  ];
};

/** Aquifers, faults and ore bodies that several mines record, each its own part. */
const shared = (mines: ReadonlyMap<string, CountyMine>, seed: number): DrawnFeature[] => {
  const part = (
    id: string,
    tag: string,
    kind: FeatureKind,
    zh: string,
    en: string,
    bottom: number,
    top: number,
    partOf: string,
    more: Partial<DrawnFeature>,
  ): DrawnFeature[] => {
    const mine = mines.get(id);
    if (!mine) return [];
    const next = randomStream(seed + [...(id + tag)].reduce((sum, c) => sum * 41 + c.charCodeAt(0), 19));
    return [
      {
        id: `${id}/${tag}`,
        mine: id,
        kind,
        zh,
        en,
        shape: { ring: roundRing(next, mine.at, (mine.field?.radius ?? 400) * 1.12, 10, 0.05), bottom, top },
        method: 'drilling',
        partOf,
        ...more,
      },
    ];
  };
  return [
    ...['heishigou', 'xiling', 'dazhushan', 'houshan'].flatMap((id, k) =>
      part(id, 'O9', 'orebody', '黑石沟主矿体', 'Heishigou main ore body', -230, -40, 'ore-heishigou', {
        method: k < 3 ? 'drilling' : null,
      }),
    ),
    ...['longtan-gypsum', 'liuhe-gypsum', 'zhaojiatun', 'shuanglong', 'xiaohe'].flatMap((id, k) =>
      part(
        id,
        'A1',
        'aquifer',
        '第三系砂岩含水层',
        'Tertiary sandstone aquifer',
        -38,
        -22,
        'aquifer-tertiary',
        {
          holdsWater: k === 3 ? null : true,
          ...(k < 2 ? { waterLevel: 58 + 3 * k } : {}),
        },
      ),
    ),
    ...['yingzuiya', 'dongbaiyun', 'huashigou', 'baiyun-limestone'].flatMap((id, k) =>
      part(
        id,
        'A1',
        'aquifer',
        '奥陶系灰岩岩溶含水层',
        'Ordovician karst aquifer',
        20,
        62,
        'aquifer-ordovician',
        {
          holdsWater: true,
          ...(k === 0 ? { waterLevel: 96 } : {}),
          method: k === 2 ? 'geophysics' : 'drilling',
        },
      ),
    ),
    ...['liuhe-coal', 'dongfeng', 'xinxing'].flatMap((id, k) =>
      part(
        id,
        'A1',
        'aquifer',
        '太原组灰岩含水层',
        'Taiyuan limestone aquifer',
        -345,
        -328,
        'aquifer-taiyuan',
        {
          holdsWater: k === 2 ? null : true,
          ...(k === 0 ? { waterLevel: -45 } : {}),
        },
      ),
    ),
    ...['songxi-gold', 'jinniushan', 'huangjinggou'].flatMap((id): DrawnFeature[] => {
      const mine = mines.get(id);
      if (!mine) return [];
      return [
        {
          id: `${id}/F1`,
          mine: id,
          kind: 'fault',
          zh: '松溪断裂',
          en: 'Songxi fault',
          shape: {
            trace: [-560, -200, 180, 560].map((s, k) => along(along(mine.at, 0.52, s), 2.1, k % 2 ? 30 : 0)),
            dip: 68,
            dipDirection: 300,
            bottom: -380,
            top: 180,
          },
          method: 'geophysics',
          conductive: id === 'jinniushan' ? false : null,
          partOf: 'fault-songxi',
        },
      ];
    }),
  ];
};

export const countyFeatures = (
  mines: readonly CountyMine[],
  seed: number,
  height: HeightAt,
  qingshiEnd: Vec3,
): DrawnFeature[] => {
  const byId = new Map(mines.map((mine) => [mine.id, mine]));
  const own = mines.flatMap((mine) => {
    if (mine.hasBundle) return [];
    if (mine.type.startsWith('underground')) return underground(mine, seed, height);
    return mine.type === 'open-pit' ? underPit(mine, seed, height) : [];
  });
  return [...own, ...told(byId, qingshiEnd), ...shared(byId, seed)].sort((a, b) => (a.id < b.id ? -1 : 1));
};
