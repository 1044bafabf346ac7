import type { Bilingual } from '../contracts/bilingual.ts';
import type { CountyFeature, RegisterMine } from '../contracts/county.ts';
import type { EvidenceMethod } from '../contracts/driving.ts';
import { type Evidence, HAZARD_CATEGORIES, type HazardState } from '../contracts/hazard.ts';
import type { NeighbourCheck, NeighbourDoubt, Settles } from '../contracts/neighbours.ts';
import type { PlanChapter, PlanField, WaterCriterion } from '../contracts/regional-plan.ts';
import type { Corroboration } from '../hazards/cross-validation.ts';

/** The words of the document, in both languages (terms: glossary). */
type Words<K extends string> = Readonly<Record<K, Bilingual>>;

export const CHAPTER_WORDS: Words<PlanChapter> = {
  basis: { zh: '编制依据与数据', en: 'What this plan is made from' },
  statistics: { zh: '区域概况与统计', en: 'The county in numbers' },
  contiguous: { zh: '连片矿区', en: 'Contiguous mining areas' },
  hydrogeology: { zh: '水文地质条件复杂区域', en: 'Areas of complex hydrogeology' },
  'closed-mines': { zh: '已关闭矿井', en: 'Closed mines' },
  'other-hazards': { zh: '其他隐蔽致灾因素（按灾种）', en: 'Other hidden hazards, by kind' },
  changes: { zh: '与上一年度版本相比', en: 'Changes since the last year’s version' },
  gaps: { zh: '本方案尚不能说明的事项', en: 'What this plan cannot say yet' },
};

export const FIELD_WORDS: Words<PlanField> = {
  title: { zh: '名称', en: 'Title' },
  chapter: { zh: '所在章', en: 'Chapter' },
  parent: { zh: '所属对象', en: 'Part of' },
  mines: { zh: '涉及矿山', en: 'Mines' },
  certainty: { zh: '确定程度', en: 'Certainty' },
  leaders: { zh: '包保责任人', en: 'Accountable leaders' },
  withoutLeader: { zh: '无包保责任人', en: 'No accountable leader' },
  disasterGrades: { zh: '灾害等级（就高不就低）', en: 'Disaster grade (the worst counts)' },
  reasons: { zh: '判定理由', en: 'Why' },
  notTold: { zh: '无法判定', en: 'Cannot be told' },
  closedSince: { zh: '关闭时间', en: 'Closed since' },
  shafts: { zh: '关闭井筒', en: 'Closed shafts' },
  goafs: { zh: '采空区', en: 'Goafs' },
  water: { zh: '积水与水位', en: 'Water and levels' },
  pairs: { zh: '相邻关系', en: 'Neighbour findings' },
  check: { zh: '关系', en: 'Check' },
  distance: { zh: '距离与限值', en: 'Distance and bound' },
  rule: { zh: '依据', en: 'Rule' },
  settles: { zh: '如何查明', en: 'What would settle it' },
  inLedger: { zh: '台账隐患', en: 'In the ledger' },
  category: { zh: '类别', en: 'Category' },
  place: { zh: '部位', en: 'Place' },
  found: { zh: '发现', en: 'Found' },
  evidence: { zh: '证据', en: 'Evidence' },
  corroboration: { zh: '相互印证', en: 'Corroboration' },
  state: { zh: '状态', en: 'State' },
  hazards: { zh: '未销号隐患', en: 'Open hazards' },
  measure: { zh: '治理措施', en: 'Measures' },
  target: { zh: '治理目标与验收', en: 'Target and acceptance' },
  responsible: { zh: '责任人与部门', en: 'Responsible' },
  funding: { zh: '资金', en: 'Funding' },
  deadline: { zh: '时限', en: 'Deadline' },
  contingencyPlan: { zh: '应急预案', en: 'Contingency plan' },
};

export const MINE_TYPE_WORDS: Words<RegisterMine['type']> = {
  'underground-metal': { zh: '金属地下矿', en: 'underground metal mine' },
  'underground-coal': { zh: '煤矿（井工）', en: 'underground coal mine' },
  'underground-nonmetal': { zh: '非金属地下矿', en: 'underground non-metal mine' },
  'open-pit': { zh: '露天矿', en: 'open pit' },
  tailings: { zh: '尾矿库', en: 'tailings pond' },
  exploration: { zh: '勘查区', en: 'exploration area' },
};

export const MINE_STATE_WORDS: Words<RegisterMine['state']> = {
  producing: { zh: '生产', en: 'producing' },
  construction: { zh: '建设', en: 'in construction' },
  suspended: { zh: '停产停建', en: 'suspended' },
  closed: { zh: '关闭', en: 'closed' },
  unknown: { zh: '状态未知', en: 'state unknown' },
};

export const KIND_WORDS: Words<CountyFeature['kind']> = {
  right: { zh: '矿权', en: 'mining right' },
  working: { zh: '井巷', en: 'workings' },
  goaf: { zh: '采空区', en: 'goafs' },
  aquifer: { zh: '含水层', en: 'aquifers' },
  fault: { zh: '断层', en: 'faults' },
  'closed-shaft': { zh: '关闭井筒', en: 'closed shafts' },
  orebody: { zh: '矿体', en: 'ore bodies' },
};

/** Of one of them. */
export const KIND_WORD: Words<CountyFeature['kind']> = {
  right: { zh: '矿权', en: 'mining right' },
  working: { zh: '井巷', en: 'working' },
  goaf: { zh: '采空区', en: 'goaf' },
  aquifer: { zh: '含水层', en: 'aquifer' },
  fault: { zh: '断层', en: 'fault' },
  'closed-shaft': { zh: '关闭井筒', en: 'closed shaft' },
  orebody: { zh: '矿体', en: 'ore body' },
};

export const CHECK_WORDS: Words<NeighbourCheck> = {
  'rights-distance': { zh: '矿权间距', en: 'distance of rights' },
  'workings-distance': { zh: '井巷间距', en: 'distance of workings' },
  'goafs-distance': { zh: '采空区间距', en: 'distance of goafs' },
  'workings-goaf-distance': { zh: '井巷与采空区间距', en: 'workings near a goaf' },
  'goaf-across-boundary': { zh: '采空区跨界', en: 'goaf across a boundary' },
  'connected-workings': { zh: '井巷连通', en: 'connected workings' },
  contiguous: { zh: '矿权连片', en: 'contiguous rights' },
  'subsidence-overlap': { zh: '移动范围重叠', en: 'overlapping subsidence' },
  'shared-water-path': { zh: '共用导水通道', en: 'shared water path' },
  'shared-orebody': { zh: '同一矿体多主', en: 'one ore body, several owners' },
};

export const DOUBT_WORDS: Words<NeighbourDoubt> = {
  'distance-not-configured': { zh: '未设定限值', en: 'no bound configured' },
  'position-unknown': { zh: '位置精度不明', en: 'accuracy of the position unknown' },
  'within-plus-minus': { zh: '在误差范围内', en: 'within the ±' },
  'carries-water-unknown': { zh: '是否导水不明', en: 'not known whether it carries water' },
  'owner-unknown': { zh: '矿主不明', en: 'owner unknown' },
  'mesh-open': { zh: '模型不封闭，可能在其内部', en: 'model not closed: it may lie inside' },
  'same-body-unknown': {
    zh: '各矿所绘相接，是否同一体不明',
    en: 'what the mines draw meets, and nobody says whether it is one',
  },
  'heights-not-stated': { zh: '采矿权未载明标高', en: 'heights of a right not stated' },
};

export const SETTLES_WORDS: Words<Settles['do']> = {
  'survey-position': { zh: '测定位置', en: 'survey the position' },
  'state-accuracy': { zh: '说明位置精度', en: 'state the accuracy' },
  'configure-distance': { zh: '设定限值', en: 'configure the distance' },
  'configure-draw-angle': { zh: '设定岩移角', en: 'configure the draw angle' },
  'state-ground-height': { zh: '填报地面标高', en: 'state the height of the ground' },
  'record-kind': { zh: '补录资料', en: 'record what there is' },
  'measure-water-level': { zh: '测定水位', en: 'measure the water level' },
  'test-conductivity': { zh: '查明导水性', en: 'test the conductivity' },
  'state-owner': { zh: '填报矿主', en: 'state the owner' },
  'close-mesh': { zh: '补全模型使其封闭', en: 'close the model' },
  'name-whole': { zh: '填报所属整体（同名即同一体）', en: 'name what it is a part of' },
  'state-radius': { zh: '填报断面半径', en: 'state the radius' },
  'state-right-heights': { zh: '填报采矿权上下限标高', en: 'state the heights of the right' },
};

export const METHOD_WORDS: Words<EvidenceMethod> = {
  geophysics: { zh: '物探', en: 'geophysics' },
  drilling: { zh: '钻探', en: 'drilling' },
  geochemistry: { zh: '化探', en: 'geochemistry' },
  survey: { zh: '测量', en: 'survey' },
  document: { zh: '资料', en: 'document' },
};

export const SAYS_WORDS: Words<Evidence['says']> = {
  present: { zh: '存在', en: 'present' },
  absent: { zh: '不存在', en: 'absent' },
  unclear: { zh: '不明', en: 'unclear' },
};

/** The ledger's own words: what it calls inferred must not have another name in the plan. */
export const CORROBORATION_WORDS: Words<Corroboration> = {
  proven: { zh: '已证实（相互印证）', en: 'proven by two methods' },
  inferred: { zh: '推断（缺第二项独立证据）', en: 'inferred (no second, independent evidence)' },
  contradicted: { zh: '相互矛盾', en: 'contradicted' },
  refuted: { zh: '已排除', en: 'ruled out' },
  unverified: { zh: '未查证', en: 'unverified' },
};

export const HAZARD_STATE_WORDS: Words<HazardState> = {
  found: { zh: '已发现', en: 'found' },
  verifying: { zh: '查证中', en: 'being verified' },
  treating: { zh: '治理中', en: 'being treated' },
  accepted: { zh: '已验收', en: 'accepted' },
  closed: { zh: '已销号', en: 'closed' },
};

export const RISK_WORDS: Words<'major' | 'larger' | 'general' | 'low'> = {
  major: { zh: '重大', en: 'major' },
  larger: { zh: '较大', en: 'larger' },
  general: { zh: '一般', en: 'general' },
  low: { zh: '低', en: 'low' },
};

export const CRITERION_WORDS: Words<WaterCriterion> = {
  'shared-water-path': { zh: '与他矿共用导水通道', en: 'shares a water path with another mine' },
  'water-holding-goaf': { zh: '有积水采空区', en: 'has a goaf that holds water' },
  'conductive-fault': { zh: '有导水断层', en: 'has a fault that carries water' },
  'water-over-workings': { zh: '水位高于井巷', en: 'water stands above the workings' },
  'graded-water': { zh: '水害等级', en: 'graded for water' },
  'ledger-water': { zh: '台账有涉水隐患', en: 'open water hazards in the ledger' },
};

export const categoryWords = (category: string): Bilingual =>
  category in HAZARD_CATEGORIES
    ? HAZARD_CATEGORIES[category as keyof typeof HAZARD_CATEGORIES]
    : { zh: category, en: category };
