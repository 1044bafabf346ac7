import type { EvidenceMethod } from '../../../domain/contracts/driving.ts';
import type { CountyMine } from './county-mines.ts';

/** What hazards of the demo county are like: how they are found, treated, and to what. */
export interface HazardKind {
  readonly category: string;
  readonly title: string;
  readonly measure: string;
  readonly plan: string;
  readonly metric: readonly [name: string, value: number, unit: string, direction: 'at-most' | 'at-least'];
  readonly seen: Readonly<Partial<Record<EvidenceMethod, string>>>;
}

export const HAZARD_KINDS: Readonly<Record<string, HazardKind>> = {
  goaf: {
    category: 'goaf',
    title: '采空区',
    measure: '钻孔充填，封闭联络道',
    plan: '设警戒范围，停掘撤人',
    metric: ['充填率', 95, '%', 'at-least'],
    seen: {
      geophysics: '瞬变电磁低阻异常，似空区',
      drilling: '钻进掉钻 2.4 m，见空',
      survey: '三维激光扫描，见空区',
      document: '老图标有采空范围',
    },
  },
  'goaf-water': {
    category: 'goaf-water',
    title: '采空区积水',
    measure: '超前探放水，降至安全水位',
    plan: '水位异常即撤人，启动备用泵',
    metric: ['水头', 5, 'm', 'at-most'],
    seen: {
      geophysics: '低阻异常，推断含水',
      drilling: '钻孔揭露老空水',
      geochemistry: '水样硫酸根偏高，属老空水',
      document: '访问老矿工，称有积水',
    },
  },
  'old-working': {
    category: 'old-working',
    title: '老窿',
    measure: '探明后充填封堵',
    plan: '地表设围栏和警示，井下停掘',
    metric: ['充填率', 90, '%', 'at-least'],
    seen: {
      geophysics: '高密度电法异常',
      drilling: '钻孔见坑木和空洞',
      document: '县志记载旧窑',
      survey: '地表见塌坑',
    },
  },
  karst: {
    category: 'karst',
    title: '溶洞',
    measure: '注浆加固',
    plan: '爆破前复核，异常即撤出设备',
    metric: ['注浆量', 120, 'm³', 'at-least'],
    seen: { geophysics: '地质雷达反射异常', drilling: '岩芯缺失 1.8 m，漏浆', survey: '台阶面揭露溶洞口' },
  },
  fault: {
    category: 'fault',
    title: '断层',
    measure: '留设防隔水矿柱，帷幕注浆',
    plan: '涌水增大即撤人',
    metric: ['涌水量', 3, 'm³/h', 'at-most'],
    seen: {
      geophysics: '反射波错断',
      drilling: '岩芯破碎，见断层泥',
      geochemistry: '断层带水化学与灰岩水一致',
      survey: '巷道揭露断层',
    },
  },
  aquifer: {
    category: 'aquifer',
    title: '含水层',
    measure: '疏干孔降压，地面截水',
    plan: '启动排水预案，按避灾路线撤离',
    metric: ['水压', 0.5, 'MPa', 'at-most'],
    seen: {
      geophysics: '视电阻率偏低',
      drilling: '钻孔涌水 12 m³/h',
      geochemistry: '水样氚值偏高，与地表水连通',
    },
  },
  'stress-zone': {
    category: 'stress-zone',
    title: '应力集中区',
    measure: '卸压爆破，调整开采顺序',
    plan: '微震超限即停产撤人',
    metric: ['微震日能量', 10_000, 'J', 'at-most'],
    seen: { geophysics: '微震事件集中', drilling: '钻孔岩芯饼化', survey: '巷道收敛 46 mm' },
  },
  'soft-layer': {
    category: 'soft-layer',
    title: '软弱夹层',
    measure: '削坡减载，坡脚压重',
    plan: '位移速率超限即撤离坡下人员',
    metric: ['位移速率', 2, 'mm/d', 'at-most'],
    seen: { geophysics: '面波速度低', drilling: '岩芯见泥化夹层 0.3 m', survey: '坡面见夹层出露' },
  },
  'poorly-sealed-borehole': {
    category: 'poorly-sealed-borehole',
    title: '封闭不良钻孔',
    measure: '透孔后重新封孔',
    plan: '揭露前探放，备堵水材料',
    metric: ['封孔压水漏失量', 0.1, 'L/min', 'at-most'],
    seen: { document: '封孔资料缺失', survey: '孔口涌水', drilling: '透孔未见水泥' },
  },
  'closed-shaft': {
    category: 'closed-shaft',
    title: '废弃井筒',
    measure: '回填并浇筑井盖',
    plan: '划定禁入区，雨季专人巡查',
    metric: ['回填率', 100, '%', 'at-least'],
    seen: { document: '老图标有井位', survey: '现场测得井口', geophysics: '磁法异常' },
  },
  'dump-base': {
    category: 'dump-base',
    title: '排土场基底',
    measure: '清除软土，设盲沟排水',
    plan: '暴雨停排撤人',
    metric: ['安全系数', 1.25, '', 'at-least'],
    seen: { drilling: '基底见 1.6 m 淤泥质土', geophysics: '面波低速层', survey: '坡脚鼓胀' },
  },
};

export const HAZARD_KINDS_OF: Readonly<Record<CountyMine['type'], readonly (readonly [string, number])[]>> = {
  'underground-metal': [
    ['goaf', 6],
    ['goaf-water', 4],
    ['old-working', 2],
    ['fault', 3],
    ['aquifer', 2],
    ['stress-zone', 2],
    ['poorly-sealed-borehole', 2],
    ['closed-shaft', 2],
  ],
  'underground-coal': [
    ['goaf', 4],
    ['goaf-water', 5],
    ['fault', 3],
    ['aquifer', 4],
    ['stress-zone', 3],
    ['poorly-sealed-borehole', 2],
  ],
  'underground-nonmetal': [
    ['goaf', 7],
    ['goaf-water', 5],
    ['old-working', 2],
    ['fault', 2],
    ['aquifer', 2],
    ['closed-shaft', 1],
  ],
  'open-pit': [
    ['karst', 4],
    ['soft-layer', 5],
    ['dump-base', 4],
    ['goaf', 2],
    ['fault', 2],
  ],
  tailings: [
    ['dump-base', 3],
    ['karst', 1],
  ],
  exploration: [
    ['old-working', 2],
    ['poorly-sealed-borehole', 3],
    ['fault', 1],
  ],
};
