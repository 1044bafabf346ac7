import type { Bilingual } from '../contracts/bilingual.ts';
import type { PlanGapKind } from '../contracts/regional-plan.ts';

/** What each kind of gap means, and what would fill it. */
export const GAP_WORDS: Readonly<
  Record<PlanGapKind, { readonly what: Bilingual; readonly mend: Bilingual }>
> = {
  'mine-not-in-register': {
    what: {
      zh: '矿山属于本县而登记册未列入',
      en: 'A mine of the county that its register does not list',
    },
    mend: {
      zh: '列入矿山登记册并重新构建县；若不属本县，改正其 live.yaml 或矿山数据包所写的县',
      en: 'Enter it into the register of mines and build the county anew; if it is not of this county, mend the county in its live.yaml or bundle',
    },
  },
  'no-neighbours-rule': {
    what: { zh: '无法判定有无连片矿区', en: 'Whether there are contiguous mining areas cannot be told' },
    mend: {
      zh: '在县规则中设定连片判定距离，并补齐矿权范围',
      en: 'Configure the distance in the county’s rules and record the rights',
    },
  },
  'no-water-rule': {
    what: { zh: '无法判定水文地质条件复杂区域', en: 'Areas of complex hydrogeology cannot be told' },
    mend: {
      zh: '在县规则 regionalPlan.complexHydrogeology 中写明判定规则',
      en: 'Write rules under regionalPlan.complexHydrogeology of the county’s rules',
    },
  },
  'rule-not-configured': {
    what: { zh: '规则未设定数值，不起作用', en: 'A rule has no number and does not run' },
    mend: { zh: '在县规则中填写数值及其出处', en: 'Write the number and its source into the county’s rules' },
  },
  'mine-state-unknown': {
    what: { zh: '矿山状态不明，可能已关闭', en: 'The state of the mine is unknown; it may be closed' },
    mend: { zh: '在登记册中填报状态', en: 'State it in the register' },
  },
  'kind-not-recorded': {
    what: { zh: '资料未完整登记', en: 'Not recorded whole' },
    mend: { zh: '补录资料', en: 'Record what there is' },
  },
  'no-leader': {
    what: { zh: '无包保责任人', en: 'No accountable leader' },
    mend: { zh: '指定包保责任人并登记', en: 'Name one in the register' },
  },
  'no-mine-owner': {
    what: { zh: '矿主不明', en: 'Owner unknown' },
    mend: { zh: '查明并登记矿主', en: 'Find out and register the owner' },
  },
  'neighbours-not-told': {
    what: {
      zh: '相邻关系检查缺资料：未发现不等于没有',
      en: 'Checks of neighbours that could not be made: nothing found is not “none”',
    },
    mend: { zh: '补齐所列资料', en: 'Hand in what is listed' },
  },
  'pair-uncertain': {
    what: { zh: '相邻关系不确定', en: 'A neighbour finding is not certain' },
    mend: {
      zh: '按“如何查明”测定位置、精度、水位或设定限值',
      en: 'Survey, measure or configure what “what would settle it” names',
    },
  },
  'pair-not-of-that-day': {
    what: {
      zh: '相邻关系所据对象当日不存在，次近对象未计算',
      en: 'A finding names a thing that was not there on the day; what lies second nearest was not computed',
    },
    mend: {
      zh: '按当日资料重新构建县，或核对该对象的起止日期',
      en: 'Build the county from what was there on the day, or check from when to when the thing is there',
    },
  },
  'feature-not-compared': {
    what: {
      zh: '当日存在的对象未与邻矿比较：它在相邻关系的资料日期尚未出现或已消除',
      en: 'Things that are there on the day were not compared: they were not on the day neighbours were compared of',
    },
    mend: {
      zh: '按当日资料重新构建县（county.yaml 的 asOf）',
      en: 'Build the county as of this day (asOf in county.yaml)',
    },
  },
  'pair-not-in-ledger': {
    what: {
      zh: '相邻关系未登记为隐患：无措施、无责任人',
      en: 'A finding no hazard of the ledger names: no measure, no owner',
    },
    mend: {
      zh: '在台账登记隐患并指明所涉对象',
      en: 'Enter a hazard that names the thing concerned into the ledger',
    },
  },
  'water-not-told': {
    what: { zh: '水文地质条件有规则无法判定', en: 'Rules of hydrogeology that cannot be answered' },
    mend: { zh: '查明所列资料', en: 'Find out what is listed' },
  },
  'closed-mine-not-recorded': {
    what: { zh: '关闭矿井资料不全', en: 'The record of a closed mine is not whole' },
    mend: {
      zh: '调查走访、物探、钻探补查关闭井筒、采空区和井巷',
      en: 'Survey its shafts, goafs and workings',
    },
  },
  'no-closing-day': {
    what: { zh: '关闭时间不明', en: 'Day of closing unknown' },
    mend: { zh: '在登记册中填报关闭时间', en: 'State it in the register' },
  },
  contradicted: {
    what: { zh: '证据相互矛盾', en: 'Evidence contradicts itself' },
    mend: { zh: '用另一种方法重新验证', en: 'Verify anew by another method' },
  },
  unverified: {
    what: { zh: '未采取工程手段验证', en: 'Nobody has gone to look' },
    mend: {
      zh: '用物探、钻探、化探或测量验证',
      en: 'Verify by geophysics, drilling, geochemistry or survey',
    },
  },
  inferred: {
    what: { zh: '未相互印证：缺第二项独立证据', en: 'Not corroborated: no second, independent evidence' },
    mend: { zh: '用第二种独立方法印证', en: 'Confirm by a second independent method' },
  },
  'no-responsible': {
    what: { zh: '无责任人与部门', en: 'Nobody is responsible' },
    mend: { zh: '在台账落实责任', en: 'Name somebody in the ledger' },
  },
  'no-measure': {
    what: { zh: '无治理措施', en: 'No measure' },
    mend: { zh: '在台账落实措施', en: 'Write the measure into the ledger' },
  },
  'no-funding': {
    what: { zh: '无资金', en: 'No funding' },
    mend: { zh: '在台账落实资金', en: 'Write the funding into the ledger' },
  },
  'no-deadline': {
    what: { zh: '无时限', en: 'No deadline' },
    mend: { zh: '在台账落实时限', en: 'Write the deadline into the ledger' },
  },
  'no-contingencyPlan': {
    what: { zh: '无应急预案', en: 'No contingency plan' },
    mend: { zh: '在台账落实预案', en: 'Write the plan into the ledger' },
  },
  'no-target': {
    what: { zh: '无治理目标值', en: 'No target to treat it to' },
    mend: { zh: '在台账写明治到什么程度', en: 'Say in the ledger to what it is to be treated' },
  },
  overdue: {
    what: { zh: '治理超期', en: 'Past its deadline' },
    mend: { zh: '督办，或说明延期理由并重定时限', en: 'Press for it, or set a new deadline with its reason' },
  },
};
