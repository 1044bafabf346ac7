import type { Bilingual } from '../contracts/bilingual.ts';
import type { CountyFeature, RegisterMine } from '../contracts/county.ts';
import type { WaterRule } from '../contracts/regional-plan.ts';
import { checksOf } from '../county/not-compared.ts';
import { foundMines, reachOfMine } from '../neighbours/reach-of-mine.ts';
import { asWritten, filled, joined, measure } from './bilingual-text.ts';
import { mineName, type PlanGround } from './plan-sources.ts';
import { CRITERION_WORDS, categoryWords, KIND_WORDS, RISK_WORDS } from './plan-words.ts';
import { HOLLOW_KINDS, WATERY_KINDS, waterOfMine } from './water-levels.ts';

/** What one rule says of one mine. `unknown` where what it looks at was never recorded: that is no denial. */
export interface WaterAnswer {
  readonly rule: WaterRule;
  readonly answer: 'found' | 'unknown' | 'denied';
  readonly why: Bilingual | null;
}

type Said = Omit<WaterAnswer, 'rule'>;
const DENIED: Said = { answer: 'denied', why: null };
const unknown = (why: Bilingual): Said => ({ answer: 'unknown', why });
const found = (why: Bilingual): Said => ({ answer: 'found', why });

const NOT_CONFIGURED: Bilingual = { zh: '规则未设定数值', en: 'the rule has no number configured' };
const notRecorded = (kind: CountyFeature['kind']): Said =>
  unknown(
    filled({ zh: '未完整登记{kind}', en: '{kind} were never recorded whole' }, { kind: KIND_WORDS[kind] }),
  );

export const judgeWater = (
  ground: PlanGround,
  mine: RegisterMine,
  rules: readonly WaterRule[],
): WaterAnswer[] =>
  rules
    .filter(({ active }) => active)
    .map((rule) => {
      const said = judge(ground, mine, rule);
      const why = said.why && joined([CRITERION_WORDS[rule.criterion], said.why], '：', ': ');
      return { rule, answer: said.answer, why };
    });

const judge = (ground: PlanGround, mine: RegisterMine, rule: WaterRule): Said => {
  switch (rule.criterion) {
    case 'shared-water-path':
      return sharedPath(ground, mine);
    case 'water-holding-goaf':
      return ofFeatures(ground, mine, 'goaf', ({ holdsWater }) => holdsWater);
    case 'conductive-fault':
      return ofFeatures(ground, mine, 'fault', ({ conductive }) => conductive);
    case 'water-over-workings':
      return overWorkings(ground, mine, rule.value);
    case 'graded-water':
      return graded(mine, rule);
    case 'ledger-water':
      return inLedger(ground, mine, rule);
  }
};

const sharedPath = (ground: PlanGround, { id }: RegisterMine): Said => {
  const own = ground.findings.filter(
    ({ check, mines }) => check === 'shared-water-path' && mines.includes(id),
  );
  const others = (mines: readonly string[]): Bilingual =>
    joined(
      [...new Set(mines)].filter((one) => one !== id).map((one) => mineName(ground, one)),
      '、',
      ', ',
    );
  const sure = own.filter((finding) => reachOfMine(finding, id).answer === 'found');
  if (sure.length > 0) return found(others(sure.flatMap(foundMines)));
  if (own.length > 0) return unknown(others(own.flatMap(({ mines }) => mines)));
  if (ground.untold.some(({ finding, mines }) => finding.check === 'shared-water-path' && mines.includes(id)))
    return unknown({
      zh: '共用通道所据对象当日不存在',
      en: 'what it shared a path by was not there on the day',
    });
  const water = ground.notCompared.filter(
    ({ mine, kind }) => mine === id && checksOf(kind).includes('shared-water-path'),
  );
  if (water.length > 0)
    return unknown(
      filled(
        {
          zh: '{n} 处对象不在相邻关系的资料日期内，未与邻矿比较',
          en: '{n} of its things were never compared: they were not there on the day neighbours were compared of',
        },
        { n: water.length },
      ),
    );
  const gap = ground.neighbours.gaps.find(
    (one) => one.check === 'shared-water-path' && (one.mine === id || one.mine === null),
  );
  return gap ? unknown({ zh: '相邻关系缺资料', en: 'data are missing to compare it with others' }) : DENIED;
};

const ofFeatures = (
  ground: PlanGround,
  mine: RegisterMine,
  kind: CountyFeature['kind'],
  isSo: (feature: CountyFeature) => boolean | null,
): Said => {
  const features = (ground.featuresOf.get(mine.id) ?? []).filter((one) => one.kind === kind);
  const names = (those: readonly CountyFeature[]): Bilingual =>
    joined(
      those.map(({ name }) => name),
      '、',
      ', ',
    );
  const yes = features.filter((one) => isSo(one) === true);
  if (yes.length > 0) return found(names(yes));
  const open = features.filter((one) => isSo(one) === null);
  if (open.length > 0)
    return unknown(filled({ zh: '{names} 未查明', en: 'not known of {names}' }, { names: names(open) }));
  return mine.recorded.includes(kind) ? DENIED : notRecorded(kind);
};

const overWorkings = (ground: PlanGround, mine: RegisterMine, least: number | undefined): Said => {
  if (least === undefined) return unknown(NOT_CONFIGURED);
  const { lowest, known, open } = waterOfMine(ground, mine.id);
  const unrecorded = (kinds: readonly CountyFeature['kind'][]): Said | null => {
    const missing = kinds.find((kind) => !mine.recorded.includes(kind));
    return missing ? notRecorded(missing) : null;
  };
  if (lowest === null) return unrecorded(HOLLOW_KINDS) ?? DENIED;
  const highest = known[0];
  if (highest && highest.level - lowest >= least)
    return found(
      filled(
        {
          zh: '{name} 水位 {level} m，高出最低井巷（{lowest} m）{head} m，限值 {least} m',
          en: '{name} stands at {level} m, {head} m above the lowest hollow ({lowest} m); bound {least} m',
        },
        {
          name: highest.one.name,
          level: measure(highest.level),
          lowest: measure(lowest),
          head: measure(highest.level - lowest),
          least: measure(least),
        },
      ),
    );
  if (open.length > 0)
    return unknown(filled({ zh: '{n} 处水位不明', en: 'the level of {n} is unknown' }, { n: open.length }));
  // A hollow nobody recorded may lie lower than the lowest that is known.
  return unrecorded([...HOLLOW_KINDS, ...WATERY_KINDS]) ?? DENIED;
};

const graded = ({ disasterGrades }: RegisterMine, { kinds, grades }: WaterRule): Said => {
  const own = kinds.flatMap((kind) => disasterGrades[kind] ?? []);
  const high = own.filter((grade) => grades.includes(grade));
  if (high.length > 0)
    return found(
      joined(
        [...new Set(high)].map((grade) => RISK_WORDS[grade]),
        '、',
        ', ',
      ),
    );
  if (own.length === 0) return unknown({ zh: '未评定', en: 'never graded' });
  return own.length < kinds.length
    ? unknown({ zh: '未全部评定', en: 'not graded in all of its kinds' })
    : DENIED;
};

/** A ledger in which something was written and nothing of water says no; one nobody ever wrote in says nothing. */
const inLedger = (ground: PlanGround, { id }: RegisterMine, { categories }: WaterRule): Said => {
  const own = (ground.openOfMine.get(id) ?? []).filter(({ category }) => categories.includes(category));
  if (own.length === 0)
    return ground.pins.ledger.some(({ mine, head }) => mine === id && head !== null)
      ? DENIED
      : unknown({ zh: '该矿台账从未登记', en: 'nothing was ever written in its ledger' });
  const counts = new Map<string, number>();
  for (const { category } of own) counts.set(category, (counts.get(category) ?? 0) + 1);
  return found(
    joined(
      [...counts].map(([category, n]) =>
        filled(asWritten('{what} {n}'), { what: categoryWords(category), n }),
      ),
      '、',
      ', ',
    ),
  );
};
