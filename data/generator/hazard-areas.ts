import { fromStrike } from './place.ts';
import type { Files } from './tables.ts';
import { geoJson } from './write-text.ts';

/** What the iron mine has surveyed for hidden hazards, and what it means to mine in the years to come. */

type Corner = readonly [s: number, t: number];

const block = (from: Corner, to: Corner) => {
  const corners: readonly Corner[] = [
    [from[0], from[1]],
    [to[0], from[1]],
    [to[0], to[1]],
    [from[0], to[1]],
    [from[0], from[1]],
  ];
  return { type: 'Polygon' as const, ring: corners.map(([s, t]) => fromStrike(s, t)) };
};

/** The east wing beyond fault F1 has not been surveyed, and part of it is to be mined: the gap the product must show. */
const SURVEYED = [
  {
    properties: {
      编号: 'PC-2023',
      名称: '2023年瞬变电磁普查',
      查明手段: '瞬变电磁物探',
      完成日期: '2023-09-20',
    },
    geometry: block([-700, -260], [420, 260]),
  },
  {
    properties: {
      编号: 'PC-2025',
      名称: '2025年西翼及中部补充普查',
      查明手段: '高密度电法+钻探',
      完成日期: '2025-09-12',
    },
    geometry: block([-420, -160], [330, 200]),
  },
];

const PLAN = [
  {
    properties: { 编号: 'CJ-2027', 名称: '2027年采掘范围', 年度: 2027 },
    geometry: block([-330, -60], [470, 140]),
  },
  {
    properties: { 编号: 'CJ-2028', 名称: '2028年采掘范围', 年度: 2028 },
    geometry: block([-620, -60], [-330, 120]),
  },
  {
    properties: { 编号: 'CJ-2029', 名称: '2029年采掘范围', 年度: 2029 },
    geometry: block([470, -60], [680, 140]),
  },
];

export const hazardFiles = (files: Files): void => {
  files.set('geology/隐蔽致灾因素普查范围.geojson', geoJson(SURVEYED));
  files.set('workings/采掘计划.geojson', geoJson(PLAN));
};
