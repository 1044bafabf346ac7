import type { Bilingual } from './bilingual.ts';
import { PARK_GRADES, type SiteKind } from './county.ts';

/** A field of one kind of site. What no file gives is null and shown as unknown. */
export interface SiteField {
  readonly id: string;
  readonly name: Bilingual;
  readonly type: 'number' | 'integer' | 'text' | 'boolean' | 'date' | 'choice';
  readonly unit?: string;
  /** Of a choice: its values, in the order they are listed. */
  readonly values?: Readonly<Record<string, Bilingual>>;
}

const number = (id: string, zh: string, en: string, unit: string): SiteField => ({
  id,
  name: { zh, en },
  type: 'number',
  unit,
});
const integer = (id: string, zh: string, en: string, unit: string): SiteField => ({
  ...number(id, zh, en, unit),
  type: 'integer',
});
const yesNo = (id: string, zh: string, en: string): SiteField => ({ id, name: { zh, en }, type: 'boolean' });
const date = (id: string, zh: string, en: string): SiteField => ({ id, name: { zh, en }, type: 'date' });
const choice = (
  id: string,
  zh: string,
  en: string,
  values: Readonly<Record<string, readonly [zh: string, en: string]>>,
): SiteField => ({
  id,
  name: { zh, en },
  type: 'choice',
  values: Object.fromEntries(
    Object.entries(values).map(([value, [inZh, inEn]]) => [value, { zh: inZh, en: inEn }]),
  ),
});

const inspected = date('inspected', '最近检查', 'Last inspected');

/** Letters as they stand, each with what it means. */
const PARK_GRADE_NAMES = Object.fromEntries(
  PARK_GRADES.map((grade, i) => [
    grade,
    [
      `${grade} 级（${['高风险', '较高风险', '一般风险', '较低风险'][i]}）`,
      `${grade} (${['high risk', 'rather high risk', 'general risk', 'rather low risk'][i]})`,
    ] as const,
  ]),
);

/** The kinds of sites with their names and their own fields, in the order they are listed. */
export const SITE_KINDS: Readonly<
  Record<SiteKind, { readonly name: Bilingual; readonly fields: readonly SiteField[] }>
> = {
  'tailings-pond': {
    name: { zh: '尾矿库', en: 'tailings pond' },
    fields: [
      choice('class', '等别', 'Class', {
        '1': ['一等', 'I'],
        '2': ['二等', 'II'],
        '3': ['三等', 'III'],
        '4': ['四等', 'IV'],
        '5': ['五等', 'V'],
      }),
      choice('use', '使用状态', 'Use', {
        running: ['运行', 'running'],
        stopped: ['停用', 'out of use'],
        closed: ['已闭库', 'closed'],
        unnamed: ['无主库', 'without owner'],
      }),
      number('damHeight', '坝高', 'Dam height', 'm'),
      number('volume', '全库容', 'Whole volume', '10⁴ m³'),
      number('beachLength', '干滩长度', 'Beach length', 'm'),
      number('phreaticDepth', '浸润线埋深', 'Phreatic depth', 'm'),
      yesNo('overhead', '头顶库', 'Above people (overhead pond)'),
      integer('peopleBelow', '下游人数', 'People below', 'person'),
      inspected,
    ],
  },
  'waste-dump': {
    name: { zh: '排土场', en: 'waste dump' },
    fields: [
      number('dumpHeight', '堆置高度', 'Stack height', 'm'),
      number('slope', '总边坡角', 'Overall slope angle', '°'),
      number('volume', '堆存量', 'Volume', '10⁴ m³'),
      choice('base', '基底', 'Base', {
        rock: ['岩质', 'rock'],
        soil: ['土质', 'soil'],
        soft: ['软弱土', 'soft soil'],
        tailings: ['老尾矿', 'old tailings'],
      }),
      yesNo('networked', '在线监测联网', 'Monitored on line'),
      inspected,
    ],
  },
  'chemical-park': {
    name: { zh: '化工园区', en: 'chemical park' },
    fields: [
      choice(
        'parkGrade',
        '安全风险等级（A 为最高）',
        'Safety risk grade (A is the highest)',
        PARK_GRADE_NAMES,
      ),
      integer('enterprises', '企业数', 'Enterprises', 'count'),
      integer('majorSources', '重大危险源', 'Major hazard sources', 'count'),
      integer('people', '园内人数', 'People in it', 'person'),
      yesNo('closedManagement', '封闭化管理', 'Closed management'),
      inspected,
    ],
  },
  dust: {
    name: { zh: '粉尘涉爆', en: 'explosive dust' },
    fields: [
      choice('dust', '粉尘种类', 'Dust', {
        'aluminium-magnesium': ['铝镁', 'aluminium, magnesium'],
        wood: ['木', 'wood'],
        grain: ['粮食', 'grain'],
        textile: ['纺织', 'textile'],
        other: ['其他', 'other'],
      }),
      integer('peopleAtWork', '作业人数', 'People at work', 'person'),
      choice('collection', '除尘方式', 'Collection', {
        dry: ['干式', 'dry'],
        wet: ['湿式', 'wet'],
        none: ['无', 'none'],
      }),
      yesNo('explosionVents', '泄爆装置', 'Explosion vents'),
      inspected,
    ],
  },
  ammonia: {
    name: { zh: '涉氨制冷', en: 'ammonia refrigeration' },
    fields: [
      number('stored', '储氨量', 'Ammonia held', 't'),
      integer('peopleAtWork', '作业人数', 'People at work', 'person'),
      yesNo('quickFreezer', '快速冻结装置', 'Quick freezer'),
      yesNo('leakAlarm', '泄漏报警', 'Leak alarm'),
      inspected,
    ],
  },
  'metal-melting': {
    name: { zh: '金属冶炼', en: 'metal melting' },
    fields: [
      choice('metal', '金属', 'Metal', {
        iron: ['铁', 'iron'],
        steel: ['钢', 'steel'],
        aluminium: ['铝', 'aluminium'],
        copper: ['铜', 'copper'],
        other: ['其他', 'other'],
      }),
      number('furnace', '最大炉容量', 'Largest furnace', 't'),
      choice('process', '工艺', 'Process', {
        'deep-well-casting': ['深井铸造', 'deep-well casting'],
        'electric-furnace': ['电炉', 'electric furnace'],
        'blast-furnace': ['高炉', 'blast furnace'],
        foundry: ['铸造', 'foundry'],
      }),
      integer('peopleAtWork', '作业人数', 'People at work', 'person'),
      inspected,
    ],
  },
  'confined-space': {
    name: { zh: '有限空间', en: 'confined space' },
    fields: [
      choice('space', '类型', 'Kind', {
        underground: ['地下', 'below ground'],
        'above-ground': ['地上', 'above ground'],
        'closed-equipment': ['密闭设备', 'closed equipment'],
      }),
      integer('count', '数量', 'Count', 'count'),
      choice('danger', '主要危险', 'Main danger', {
        poisoning: ['中毒', 'poisoning'],
        suffocation: ['缺氧窒息', 'suffocation'],
        explosion: ['燃爆', 'explosion'],
        burial: ['掩埋淹溺', 'burial, drowning'],
      }),
      yesNo('gasDetector', '配备气体检测仪', 'Gas detector kept'),
      inspected,
    ],
  },
  'hazardous-store': {
    name: { zh: '危险化学品仓储', en: 'hazardous store' },
    fields: [
      choice('substance', '储存物', 'Substance', {
        explosives: ['民用爆炸物品', 'civil explosives'],
        fuel: ['成品油', 'fuel'],
        lpg: ['液化石油气', 'LPG'],
        chlorine: ['液氯', 'chlorine'],
        cyanide: ['氰化物', 'cyanide'],
        other: ['其他', 'other'],
      }),
      number('capacity', '设计储量', 'Design capacity', 't'),
      choice('sourceLevel', '重大危险源级别', 'Major-source level', {
        '1': ['一级', '1'],
        '2': ['二级', '2'],
        '3': ['三级', '3'],
        '4': ['四级', '4'],
        none: ['不构成', 'none'],
      }),
      number('distanceToHomes', '距居民点', 'Distance to homes', 'm'),
      inspected,
    ],
  },
};
