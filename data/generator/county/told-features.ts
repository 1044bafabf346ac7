import type { Plan, Vec3 } from '../place.ts';
import type { CountyMine } from './county-mines.ts';
import { along, type DrawnFeature, ellipse, tenth } from './drawn-feature.ts';

/** The three stories: workings that meet, a goaf under the neighbour, an old water that reaches two mines. */
export const toldFeatures = (mines: ReadonlyMap<string, CountyMine>, qingshiEnd: Vec3): DrawnFeature[] => {
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
