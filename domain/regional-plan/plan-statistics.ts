import type { Bilingual } from '../contracts/bilingual.ts';
import { MINE_GRADES } from '../contracts/county.ts';
import { HAZARD_STATES } from '../contracts/hazard.ts';
import { MINE_STATES, MINE_TYPES } from '../contracts/manifest.ts';
import type { PlanCount, PlanGap, PlanObject } from '../contracts/regional-plan.ts';
import { daysOverdue, FIVE_FIXED } from '../hazards/five-fixed.ts';
import { asWritten, filled } from './bilingual-text.ts';
import { HAZARD_PROOFS, PROOF_WORDS, proofOf } from './hazard-proof.ts';
import type { PlanGround } from './plan-sources.ts';
import {
  categoryWords,
  FIELD_WORDS,
  HAZARD_STATE_WORDS,
  MINE_STATE_WORDS,
  MINE_TYPE_WORDS,
} from './plan-words.ts';

/** Groups of counts in the order of the document. */
export const COUNT_GROUPS = {
  mineState: { zh: '矿山（按状态）', en: 'Mines by state' },
  mineType: { zh: '矿山（按类型）', en: 'Mines by type' },
  mineGrade: { zh: '矿山（按等级）', en: 'Mines by grade' },
  region: { zh: '区域性对象', en: 'Objects of the region' },
  hazardState: { zh: '隐患（按状态）', en: 'Hazards by state' },
  hazardCategory: { zh: '未销号隐患（按类别）', en: 'Open hazards by category' },
  corroboration: { zh: '未销号隐患（按相互印证）', en: 'Open hazards by corroboration' },
  missing: { zh: '五落实缺项（未销号隐患）', en: 'Five-fixed missing (open hazards)' },
} as const satisfies Record<string, Bilingual>;
type Group = keyof typeof COUNT_GROUPS;

/** What is counted of the county; what is unknown is counted beside what is known. */
export const planCounts = (
  ground: PlanGround,
  {
    objects,
    gaps,
    notToldWater,
  }: {
    readonly objects: readonly PlanObject[];
    readonly gaps: readonly PlanGap[];
    readonly notToldWater: number;
  },
): PlanCount[] => {
  const counts: PlanCount[] = [];
  const add = (group: Group, key: string, label: Bilingual, value: number, isUnknown = false): void => {
    if (value > 0 || !isUnknown) counts.push({ group, key, label, value, isUnknown });
  };
  const { mines, hazards, open, outside } = ground;
  const unlisted = (group: Group): void =>
    add(
      group,
      'unlisted',
      { zh: '登记册未列入，不明', en: 'Not in the register: unknown' },
      outside.length,
      true,
    );
  for (const state of MINE_STATES)
    add(
      'mineState',
      state,
      MINE_STATE_WORDS[state],
      mines.filter((one) => one.state === state).length,
      state === 'unknown',
    );
  unlisted('mineState');
  for (const type of MINE_TYPES) {
    const n = mines.filter((one) => one.type === type).length;
    if (n > 0) add('mineType', type, MINE_TYPE_WORDS[type], n);
  }
  unlisted('mineType');
  for (const grade of MINE_GRADES)
    add(
      'mineGrade',
      grade,
      { zh: `${grade} 级`, en: `Grade ${grade}` },
      mines.filter((one) => one.grade === grade).length,
    );
  add(
    'mineGrade',
    'none',
    { zh: '未评级', en: 'No grade' },
    mines.filter(({ grade }) => grade === null).length,
    true,
  );
  unlisted('mineGrade');

  const kind = (wanted: PlanObject['kind']) => objects.filter((one) => one.kind === wanted);
  const doubtful = (those: readonly PlanObject[]) =>
    those.filter(({ fields }) => fields.some(({ key, tone }) => key === 'certainty' && tone !== 'plain'))
      .length;
  const [clusters, pairs] = [kind('cluster'), kind('pair')];
  add('region', 'cluster', { zh: '连片矿区', en: 'Contiguous mining areas' }, clusters.length);
  add('region', 'cluster-doubt', { zh: '其中不确定', en: 'of them not certain' }, doubtful(clusters), true);
  add(
    'region',
    'neighbour-group',
    { zh: '连片矿区以外的相邻矿组', en: 'Groups of neighbours outside them' },
    kind('neighbour-group').length,
  );
  add('region', 'pair', { zh: '相邻关系', en: 'Neighbour findings' }, pairs.length);
  add(
    'region',
    'pair-doubt',
    { zh: '其中不确定或无法判定', en: 'of them not certain or not to be told' },
    doubtful(pairs),
    true,
  );
  add(
    'region',
    'water-area',
    { zh: '水文地质条件复杂区域', en: 'Areas of complex hydrogeology' },
    kind('water-area').length,
  );
  add(
    'region',
    'water-unknown',
    { zh: '水文地质条件无法判定的矿山', en: 'Mines whose hydrogeology cannot be told' },
    notToldWater,
    true,
  );
  add('region', 'closed-mine', { zh: '已关闭矿井', en: 'Closed mines' }, kind('closed-mine').length);

  for (const state of HAZARD_STATES)
    add('hazardState', state, HAZARD_STATE_WORDS[state], hazards.filter((one) => one.state === state).length);
  const categories = new Map<string, number>();
  for (const { category } of open) categories.set(category, (categories.get(category) ?? 0) + 1);
  for (const [category, n] of [...categories].sort(([a, n1], [b, n2]) => n2 - n1 || (a < b ? -1 : 1)))
    add('hazardCategory', category, categoryWords(category), n);
  for (const status of HAZARD_PROOFS)
    add(
      'corroboration',
      status,
      PROOF_WORDS[status],
      open.filter((one) => proofOf(one) === status).length,
      status === 'unverified',
    );
  for (const item of FIVE_FIXED)
    add(
      'missing',
      item,
      filled({ zh: '无{item}', en: 'No {item}' }, { item: lowerEnglish(FIELD_WORDS[item]) }),
      open.filter(({ fiveFixed }) => fiveFixed[item] === null).length,
    );
  add(
    'missing',
    'overdue',
    { zh: '已超期', en: 'Overdue' },
    open.filter((one) => (daysOverdue(one, ground.on) ?? 0) > 0).length,
  );
  add('region', 'gaps', { zh: '尚不能说明的事项', en: 'Gaps of this plan' }, gaps.length);
  return counts;
};

const lowerEnglish = ({ zh, en }: Bilingual): Bilingual => ({ ...asWritten(zh), en: en.toLowerCase() });
