import type { Bilingual } from './bilingual.ts';
import { choice, date, elevation, integer, number, type SiteField, text, yesNo } from './site-field.ts';
import { PARK_GRADES, type SiteKind } from './site-kind-ids.ts';

const inspected = date('inspected', '最近检查', 'Last inspected');

/** Whether its monitoring reaches the platform, and whether what it sends is to be believed. */
const access = choice('access', '监测预警接入', 'Monitoring link', {
  online: ['在线', 'on line'],
  offline: ['离线', 'off line'],
  false: ['数据虚假（明停暗开、虚假离线）', 'false data (shut for show, or off line for show)'],
  none: ['未接入', 'not connected'],
});

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
      choice('builtAs', '建设名义', 'Built as', {
        tailings: ['尾矿库', 'tailings pond'],
        'settling-basin': ['沉淀池（名义库）', 'settling basin (a pond in all but name)'],
        'low-grade-store': ['低品位储纳场（名义库）', 'store of low-grade ore (a pond in all but name)'],
        'valley-fill': ['填沟造地（名义库）', 'valley fill for land (a pond in all but name)'],
      }),
      yesNo('supervised', '已纳入监管、登记造册', 'Supervised and on the register'),
      yesNo('hasOperator', '有生产经营主体', 'Has an operator'),
      date('stoppedSince', '停用日期', 'Out of use since'),
      elevation('designFinalElevation', '设计最终标高', 'Design final elevation'),
      elevation('presentElevation', '现状标高', 'Present elevation'),
      number('damHeight', '坝高', 'Dam height', 'm'),
      number('volume', '全库容', 'Whole volume', '10⁴ m³'),
      number('beachLength', '干滩长度', 'Beach length', 'm'),
      number('phreaticDepth', '浸润线埋深', 'Phreatic depth', 'm'),
      yesNo('overhead', '头顶库', 'Above people (overhead pond)'),
      integer('peopleBelow', '下游人数', 'People below', 'person'),
      access,
      inspected,
    ],
  },
  'waste-dump': {
    name: { zh: '排土场', en: 'waste dump' },
    fields: [
      number('dumpHeight', '堆置高度', 'Stack height', 'm'),
      choice('heightBasis', '堆置高度口径', 'Stack height is', {
        design: ['设计高度', 'by design'],
        current: ['现状高度', 'as it is now'],
      }),
      number('slope', '总边坡角', 'Overall slope angle', '°'),
      number('volume', '堆存量', 'Volume', '10⁴ m³'),
      choice('base', '基底', 'Base', {
        rock: ['岩质', 'rock'],
        soil: ['土质', 'soil'],
        soft: ['软弱土', 'soft soil'],
        tailings: ['老尾矿', 'old tailings'],
      }),
      yesNo('networked', '在线监测联网', 'Monitored on line'),
      access,
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
      access,
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
      { ...integer('peopleAtWork', '涉粉作业人数', 'People at dusty work', 'person'), headers: ['作业人数'] },
      choice('collection', '除尘方式', 'Collection', {
        dry: ['干式', 'dry'],
        wet: ['湿式', 'wet'],
        none: ['无', 'none'],
      }),
      yesNo('explosionVents', '泄爆装置', 'Explosion vents'),
      access,
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
      date('selfChecked', '最近自查', 'Last self-check'),
      access,
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
      yesNo('moltenMetal', '高温熔融金属', 'Molten metal'),
      yesNo('gasArea', '煤气区', 'Gas area'),
      yesNo('fixedHoldingFurnaces', '固定式保温炉组（禁用）', 'Fixed holding furnaces (banned)'),
      yesNo('wireRopeCaster', '钢丝绳铸造机（禁用）', 'Wire-rope casting machine (banned)'),
      integer('peopleAtWork', '作业人数', 'People at work', 'person'),
      access,
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
      yesNo('locked', '已上锁', 'Locked'),
      yesNo('coded', '已赋码', 'Coded'),
      // No source names the grades: as the ledger writes them.
      text('grade', '台账分级', 'Grade in the ledger'),
      access,
      inspected,
    ],
  },
  'hazardous-store': {
    name: { zh: '危险化学品仓储', en: 'hazardous store' },
    fields: [
      choice('substance', '储存物', 'Substance', {
        explosives: ['民用爆炸物品', 'civil explosives'],
        fireworks: ['烟花爆竹', 'fireworks'],
        fuel: ['成品油', 'fuel'],
        lpg: ['液化石油气', 'LPG'],
        chlorine: ['液氯', 'chlorine'],
        cyanide: ['氰化物', 'cyanide'],
        other: ['其他', 'other'],
      }),
      number('capacity', '设计储量', 'Design capacity', 't'),
      number('stored', '现存量', 'Held now', 't'),
      choice('sourceLevel', '重大危险源级别', 'Major-source level', {
        '1': ['一级', '1'],
        '2': ['二级', '2'],
        '3': ['三级', '3'],
        '4': ['四级', '4'],
        none: ['不构成', 'none'],
      }),
      number('distanceToHomes', '距居民点', 'Distance to homes', 'm'),
      number('distanceWithin', '库区内部距离', 'Distance between stores', 'm'),
      yesNo('storedOutside', '库外储存（库外库）', 'Stored outside the stores'),
      yesNo('gasDetection', '气体检测系统', 'Gas detection system'),
      yesNo('emergencyShutoff', '紧急切断系统', 'Emergency shut-off system'),
      yesNo('video', '视频监控系统', 'Video system'),
      access,
      inspected,
    ],
  },
};
