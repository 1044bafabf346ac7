import type { Plan } from '../place.ts';
import { randomStream } from '../random.ts';
import { type CountyMine, pick, type Risk } from './county-mines.ts';
import { AS_OF, addDays } from './county-place.ts';
import type { HeightAt } from './lie-of-the-land.ts';
import { siteDetails } from './site-details.ts';
import { TOWNS, type Town, townAt } from './towns.ts';

/** Other places of risk, one table a kind with columns of its own, as the county's offices keep them. */

type Cell = string | number | null;
export interface SiteTable {
  readonly kind: string;
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Place {
  readonly at: Plan;
  readonly town: Town | null;
  readonly mine: CountyMine | null;
}

interface SiteKindPlan {
  readonly kind: string;
  readonly file: string;
  readonly prefix: string;
  readonly zh: string;
  readonly en: string;
  readonly count: number;
  /** Beside mines, or where people work. */
  readonly beside: 'mine' | 'town';
  readonly headers: readonly string[];
  readonly cells: (next: () => number) => readonly Cell[];
}

const yes = (next: () => number, share: number): Cell =>
  next() < 0.06 ? null : next() < share ? '是' : '否';
const whole = (next: () => number, from: number, to: number): number =>
  Math.round(from + (to - from) * next());
const known = (next: () => number, value: Cell): Cell => (next() < 0.07 ? null : value);

const KINDS: readonly SiteKindPlan[] = [
  {
    kind: 'tailings-pond',
    file: '尾矿库.csv',
    prefix: 'wk',
    zh: '尾矿库',
    en: 'tailings pond',
    count: 18,
    beside: 'mine',
    headers: ['等别', '使用状态', '坝高', '全库容', '干滩长度', '浸润线埋深', '头顶库', '下游人数'],
    cells: (next) => {
      const overhead = next() < 0.3;
      return [
        pick(next, [
          ['三等', 2],
          ['四等', 5],
          ['五等', 8],
          [null, 1],
        ]),
        pick(next, [
          ['运行', 8],
          ['停用', 4],
          ['已闭库', 5],
          ['无主库', 1],
        ]),
        whole(next, 12, 68),
        whole(next, 8, 420),
        known(next, whole(next, 30, 140)),
        known(next, Math.round(10 * (2 + 9 * next())) / 10),
        overhead ? '是' : '否',
        overhead ? whole(next, 12, 480) : known(next, 0),
      ];
    },
  },
  {
    kind: 'waste-dump',
    file: '排土场.csv',
    prefix: 'pt',
    zh: '排土场',
    en: 'waste dump',
    count: 16,
    beside: 'mine',
    headers: ['堆置高度', '总边坡角', '堆存量', '基底', '在线监测联网'],
    cells: (next) => [
      whole(next, 15, 175),
      known(next, whole(next, 22, 37)),
      whole(next, 10, 900),
      pick(next, [
        ['岩质', 4],
        ['土质', 4],
        ['软弱土', 2],
        ['老尾矿', 1],
        [null, 1],
      ]),
      yes(next, 0.5),
    ],
  },
  {
    kind: 'chemical-park',
    file: '化工园区.csv',
    prefix: 'hg',
    zh: '化工园区',
    en: 'chemical park',
    count: 4,
    beside: 'town',
    headers: ['安全风险等级', '企业数', '重大危险源', '园内人数', '封闭化管理'],
    cells: (next) => [
      pick(next, [
        ['B', 1],
        ['C', 3],
        ['D', 3],
        ['A', 0.4],
      ]),
      whole(next, 4, 31),
      whole(next, 0, 14),
      whole(next, 200, 3600),
      yes(next, 0.6),
    ],
  },
  {
    kind: 'dust',
    file: '粉尘涉爆.csv',
    prefix: 'fc',
    zh: '木业车间',
    en: 'workshop with explosive dust',
    count: 22,
    beside: 'town',
    headers: ['粉尘种类', '涉粉作业人数', '除尘方式', '泄爆装置'],
    cells: (next) => [
      pick(next, [
        ['铝镁', 3],
        ['木', 6],
        ['粮食', 5],
        ['纺织', 3],
        ['其他', 2],
      ]),
      whole(next, 3, 64),
      pick(next, [
        ['干式', 6],
        ['湿式', 3],
        ['无', 1],
        [null, 1],
      ]),
      yes(next, 0.75),
    ],
  },
  {
    kind: 'ammonia',
    file: '涉氨制冷.csv',
    prefix: 'ad',
    zh: '冷库',
    en: 'cold store (ammonia)',
    count: 14,
    beside: 'town',
    headers: ['储氨量', '作业人数', '快速冻结装置', '泄漏报警'],
    cells: (next) => [
      known(next, Math.round(10 * (0.8 + 18 * next() ** 2)) / 10),
      whole(next, 4, 90),
      yes(next, 0.4),
      yes(next, 0.85),
    ],
  },
  {
    kind: 'metal-melting',
    file: '金属冶炼.csv',
    prefix: 'yl',
    zh: '铸造厂',
    en: 'foundry',
    count: 12,
    beside: 'town',
    headers: ['金属', '最大炉容量', '工艺', '作业人数'],
    cells: (next) => [
      pick(next, [
        ['铁', 6],
        ['钢', 2],
        ['铝', 3],
        ['铜', 1],
        ['其他', 1],
      ]),
      known(next, whole(next, 1, 40)),
      pick(next, [
        ['深井铸造', 2],
        ['电炉', 5],
        ['高炉', 1],
        ['铸造', 5],
      ]),
      whole(next, 8, 160),
    ],
  },
  {
    kind: 'confined-space',
    file: '有限空间.csv',
    prefix: 'yx',
    zh: '有限空间作业点',
    en: 'confined spaces',
    count: 40,
    beside: 'town',
    headers: ['类型', '数量', '主要危险', '配备气体检测仪'],
    cells: (next) => [
      pick(next, [
        ['地下', 6],
        ['地上', 3],
        ['密闭设备', 3],
      ]),
      whole(next, 1, 14),
      pick(next, [
        ['中毒', 5],
        ['缺氧窒息', 5],
        ['燃爆', 2],
        ['掩埋淹溺', 1],
        [null, 1],
      ]),
      yes(next, 0.7),
    ],
  },
  {
    kind: 'hazardous-store',
    file: '危化仓储.csv',
    prefix: 'ck',
    zh: '危化品库',
    en: 'hazardous store',
    count: 24,
    beside: 'town',
    headers: ['储存物', '设计储量', '重大危险源级别', '距居民点'],
    cells: (next) => [
      pick(next, [
        ['民用爆炸物品', 4],
        ['成品油', 9],
        ['液化石油气', 5],
        ['液氯', 1],
        ['氰化物', 2],
        ['烟花爆竹', 2],
      ]),
      whole(next, 2, 600),
      pick(next, [
        ['不构成', 8],
        ['四级', 5],
        ['三级', 2],
        ['二级', 1],
        [null, 2],
      ]),
      known(next, whole(next, 60, 1400)),
    ],
  },
];

const RISKS: readonly (readonly [Risk | null, number])[] = [
  ['major', 8],
  ['larger', 22],
  ['general', 40],
  ['low', 24],
  [null, 6],
];
export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  major: '重大',
  larger: '较大',
  general: '一般',
  low: '低',
};

export const countySites = (
  seed: number,
  mines: readonly CountyMine[],
  towns: readonly (readonly Plan[])[],
  easting: (at: Plan) => string,
  northing: (at: Plan) => string,
  height: HeightAt,
): SiteTable[] => {
  const metal = mines.filter(({ type }) => type !== 'exploration');
  return KINDS.map((plan, p) => {
    const next = randomStream(seed * 97 + p * 13 + 1);
    for (let warm = 0; warm < 3; warm++) next();
    const details = siteDetails(plan.kind);
    const detail = randomStream(seed * 89 + p * 17 + 7);
    for (let warm = 0; warm < 3; warm++) detail();
    const place = (): Place => {
      if (plan.beside === 'mine') {
        const mine = metal[Math.floor(next() * metal.length)]!;
        const angle = next() * 2 * Math.PI;
        const away = (mine.field?.radius ?? 420) * (1.2 + 0.9 * next());
        const at: Plan = [
          Math.round(mine.at[0] + away * Math.cos(angle)),
          Math.round(mine.at[1] + away * Math.sin(angle)),
        ];
        return { at, town: townAt(at, towns), mine: next() < 0.85 ? mine : null };
      }
      const town = TOWNS[Math.floor(next() ** 1.3 * TOWNS.length)]!;
      const spread = (town.isSeat ? 2300 : 1500) * (next() + next()) * 0.6;
      const angle = next() * 2 * Math.PI;
      const at: Plan = [
        Math.round(town.at[0] + spread * Math.cos(angle)),
        Math.round(town.at[1] + spread * Math.sin(angle)),
      ];
      return { at, town: townAt(at, towns), mine: null };
    };
    return {
      kind: plan.kind,
      file: `sites/${plan.file}`,
      headers: [
        '编号',
        '名称',
        '英文名',
        '乡镇',
        'X',
        'Y',
        '风险等级_四色',
        '所属矿山',
        '建成日期',
        '关闭日期',
        ...plan.headers,
        ...details.headers,
        '最近检查',
      ],
      rows: Array.from({ length: plan.count }, (_, k): Cell[] => {
        const { at, town, mine } = place();
        const cells = plan.cells(next);
        const built = addDays('1998-01-01', Math.floor(next() * 9800));
        const given = Object.fromEntries(plan.headers.map((header, c) => [header, cells[c] ?? null]));
        const closed = cells.includes('已闭库') ? addDays(built, 1500 + Math.floor(next() * 1200)) : null;
        return [
          `${plan.prefix}-${String(k + 1).padStart(2, '0')}`,
          `${mine ? mine.zh.replace('（演示）', '') : (town?.zh ?? '云岫')}${k + 1}号${plan.zh}`,
          `${mine ? mine.en.replace(' (demo)', '') : (town?.en ?? 'Yunxiu')} ${plan.en} ${k + 1}`,
          town?.zh ?? null,
          northing(at),
          easting(at),
          ((risk) => (risk === null ? null : RISK_WORDS[risk]))(pick(next, RISKS)),
          mine?.id ?? null,
          built,
          closed && closed < AS_OF ? closed : null,
          ...cells,
          ...details.cells(detail, { ...given, 建成日期: built }, height(...at)),
          next() < 0.1 ? null : addDays(AS_OF, -Math.floor(next() * 420)),
        ];
      }),
    };
  });
};
