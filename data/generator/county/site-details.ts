import { pick } from './county-mines.ts';
import { AS_OF, addDays } from './county-place.ts';

/**
 * What the sources ask of each kind of site beyond its common columns: how ponds end, what is locked, what is banned. Drawn from a
 * stream of its own, so that the older columns keep their values. Everything is made up.
 */
type Cell = string | number | null;

export interface SiteDetails {
  readonly headers: readonly string[];
  /** @param given cells of the kind by header @param ground height of the place, metres */
  readonly cells: (
    next: () => number,
    given: Readonly<Record<string, Cell>>,
    ground: number,
  ) => readonly Cell[];
}

const yes = (next: () => number, share: number, unknown = 0.1): Cell => {
  const [known, is] = [next() >= unknown, next() < share];
  return known ? (is ? '是' : '否') : null;
};
const ago = (next: () => number, from: number, to: number): string =>
  addDays(AS_OF, -Math.round(from + (to - from) * next()));

const ACCESS: readonly (readonly [Cell, number])[] = [
  ['在线', 11],
  ['离线', 3],
  ['数据虚假', 1],
  ['未接入', 4],
  [null, 3],
];

const pond: SiteDetails = {
  headers: ['建设名义', '已纳入监管、登记造册', '有生产经营主体', '停用日期', '设计最终标高', '现状标高'],
  cells: (next, given, ground) => {
    const use = given['使用状态'];
    const builtAs = pick<Cell>(next, [
      ['尾矿库', 13],
      ['沉淀池', 1],
      ['低品位储纳场', 1],
      ['填沟造地', 1],
      [null, 1],
    ]);
    const supervised = yes(next, builtAs === '尾矿库' ? 1 : 0.5, 0.06);
    const operator = yes(next, 0.92);
    const stopped = [ago(next, 120, 2200), addDays(String(given['建成日期']), 200)].sort()[1]!;
    const [isDated, isLevelled] = [next() > 0.25, next() > 0.15];
    const present = Math.round(10 * (ground + Number(given['坝高']))) / 10;
    const left = Math.round(10 * (next() < 0.2 ? 0 : 2 + 24 * next())) / 10;
    return [
      builtAs,
      supervised,
      use === '无主库' ? '否' : use === '运行' ? '是' : operator,
      use === '停用' && isDated ? stopped : null,
      isLevelled ? Math.round(10 * (present + left)) / 10 : null,
      present,
    ];
  },
};

const DETAILS: Readonly<Record<string, SiteDetails>> = {
  'tailings-pond': pond,
  'waste-dump': {
    headers: ['堆置高度口径'],
    cells: (next) => [
      pick<Cell>(next, [
        ['现状高度', 7],
        ['设计高度', 4],
        [null, 3],
      ]),
    ],
  },
  ammonia: {
    headers: ['最近自查'],
    cells: (next) => [next() < 0.15 ? null : ago(next, 2, 130)],
  },
  'metal-melting': {
    headers: ['高温熔融金属', '煤气区', '固定式保温炉组', '钢丝绳铸造机'],
    cells: (next, given) => {
      const casts = given['工艺'] === '深井铸造';
      return [
        yes(next, 0.9, 0.05),
        yes(next, given['金属'] === '钢' || given['工艺'] === '高炉' ? 0.8 : 0.1),
        yes(next, given['金属'] === '铝' ? 0.3 : 0),
        yes(next, casts ? 0.4 : 0),
      ];
    },
  },
  'confined-space': {
    headers: ['已上锁', '已赋码', '台账分级'],
    cells: (next) => [
      yes(next, 0.75),
      yes(next, 0.6),
      pick<Cell>(next, [
        ['甲（演示）', 2],
        ['乙（演示）', 4],
        ['丙（演示）', 3],
        [null, 3],
      ]),
    ],
  },
  'hazardous-store': {
    headers: ['现存量', '库区内部距离', '库外储存', '气体检测系统', '紧急切断系统', '视频监控系统'],
    cells: (next, given) => {
      const share = next();
      const isKnown = next() > 0.2;
      return [
        isKnown ? Math.round(Number(given['设计储量']) * (0.1 + 0.85 * share)) : null,
        next() < 0.25 ? null : Math.round(12 + 60 * next()),
        yes(next, 0.08),
        yes(next, 0.85),
        yes(next, 0.75),
        yes(next, 0.92),
      ];
    },
  },
};

/** Columns and cells of a kind, with its monitoring link; every kind has that. */
export const siteDetails = (kind: string): SiteDetails => {
  const own = DETAILS[kind] ?? { headers: [], cells: () => [] };
  return {
    headers: [...own.headers, '监测预警接入'],
    cells: (next, given, ground) => [...own.cells(next, given, ground), pick<Cell>(next, ACCESS)],
  };
};
