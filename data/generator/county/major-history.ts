import { createHash } from 'node:crypto';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import type { MajorHazard, MajorSeed } from '../../../domain/contracts/major-hazard.ts';
import { type CountyMine, personName } from './county-mines.ts';
import { AS_OF, addDays, toDegrees } from './county-place.ts';
import type { MajorKind } from './major-kinds.ts';

type Version = MajorSeed[number];
type Level = NonNullable<MajorHazard['inspection']>['level'];

/** A hidden hazard that a major one may be about. */
export interface HiddenOfMine {
  readonly id: string;
  readonly category: string;
  readonly place: HazardPlace;
  /** Day from which the ledger has it. */
  readonly since: string;
}

export interface MajorStart {
  readonly id: string;
  readonly mine: CountyMine;
  readonly kind: MajorKind;
  readonly on: string;
  readonly source: MajorHazard['source'];
  /** Whose inspection; null: none. */
  readonly level: Level | null;
  readonly whileProducing: boolean | null;
  readonly listed: boolean;
  /** Where it comes to, given the time. */
  readonly ends: 'closed' | 'open' | 'reported' | 'unfounded';
  /** Days from being found to the deadline. */
  readonly dueIn: number;
}

const INSPECTORS: Readonly<Record<Level, string>> = {
  county: '云岫县应急管理局检查组',
  city: '市应急管理局执法支队',
  province: '省非煤矿山专项检查组',
  national: '国家矿山安全监察局检查组',
};
const LISTERS: Readonly<Record<Level, string>> = {
  county: '云岫县安全生产委员会',
  city: '市安全生产委员会办公室',
  province: '省安全生产委员会办公室',
  national: '国务院安委会办公室',
};
const OFFICIAL = { account: 'county-official', name: '周玉明' } as const;
const DEPARTMENTS = ['生产技术科', '地测科', '安全科', '机电科'];
const FUNDS = ['安全生产费用', '企业自筹'];

export const instant = (next: () => number, day: string): string =>
  `${day}T${String(Math.floor(1 + 8 * next())).padStart(2, '0')}:${String(Math.floor(60 * next())).padStart(2, '0')}:00Z`;

export const engineerOf = (mine: CountyMine, name: string): Version['writtenBy'] => ({
  account: `engineer-${mine.id}`.slice(0, 63),
  name,
});

const closeOutText = (
  mine: CountyMine,
  { id, title, listed }: MajorHazard,
  { on, by, found, accepted }: Omit<NonNullable<MajorHazard['closeOut']>, 'report'>,
): string =>
  [
    '重大事故隐患销号核查报告',
    '合成数据：没有这座矿山，没有这些人，没有做过这次核查。Synthetic: no such mine, people or check.',
    '',
    `矿山：${mine.zh}（${mine.id}）`,
    `隐患：${title}（${id}）`,
    `挂牌督办：${listed ? listed.office : '否'}`,
    `核查日期：${on}`,
    `核查人：${by}`,
    `核查情况：${found}`,
    `审核同意：${accepted ? `${accepted.by} ${accepted.on}` : '非挂牌督办'}`,
    '',
  ].join('\n');

/** One major hazard from being found to wherever it has come by AS_OF. */
export const majorHistory = (
  next: () => number,
  start: MajorStart,
  hidden: readonly HiddenOfMine[],
): Version[] => {
  const { mine, kind, on, source, level } = start;
  const versions: Version[] = [];
  const engineer = engineerOf(mine, personName(next));
  const finder =
    source === 'inspection' ? INSPECTORS[level!] : source === 'public-report' ? '举报核查组' : engineer.name;
  const about = kind.about
    .flatMap((category) => hidden.filter((one) => one.category === category && one.since <= on))
    .at(0);
  const spread = (mine.field?.radius ?? 400) * 0.5;
  const beside = toDegrees([mine.at[0] + spread * (2 * next() - 1), mine.at[1] + spread * (2 * next() - 1)]);
  let day = on;
  let hazard: MajorHazard = {
    ...{ id: start.id, mine: mine.id, title: kind.title, what: kind.what, source },
    criterion: next() < 0.85 ? `判定标准“${kind.topic}”（演示，条款未核对）` : null,
    inspection: level && { office: INSPECTORS[level], level },
    found: { on, by: finder },
    // Whether it was producing is the county's to say.
    whileProducing: source === 'inspection' ? start.whileProducing : null,
    hazards: about && next() < 0.5 ? [about.id] : [],
    place: about ? (next() < 0.8 ? about.place : null) : next() < 0.6 ? { kind: 'point', at: beside } : null,
    fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
    listed: null,
    closeOut: null,
    state: source === 'public-report' ? 'reported' : 'confirmed',
  };
  const write = (
    changes: Partial<MajorHazard>,
    reason: string,
    by: Version['writtenBy'] = engineer,
    report: string | null = null,
  ): void => {
    hazard = { ...hazard, ...changes };
    versions.push({
      ...{ writtenAt: instant(next, day), writtenBy: by, reason, report },
      entry: { kind: 'hazard', hazard },
    });
  };
  /** Goes on so many days; false: that is after AS_OF. */
  const later = (from: number, to: number): boolean => {
    day = addDays(day, Math.round(from + (to - from) * next()));
    return day <= AS_OF;
  };
  /** The deadline it stands at was an earlier one first: of some, and the mine moved it before that was over. */
  const putOff = (): void => {
    const { deadline } = hazard.fiveFixed;
    const first = deadline && addDays(deadline, -20);
    const moved = first && addDays(first, -3);
    if (start.mine.id.length % 2 === 0 || !first || !moved || moved <= day || moved > AS_OF) return;
    for (const [i, version] of versions.entries()) {
      if (version.entry.kind !== 'hazard' || version.entry.hazard.fiveFixed.deadline === null) continue;
      const before = version.entry.hazard;
      const fiveFixed = { ...before.fiveFixed, deadline: first };
      versions[i] = { ...version, entry: { kind: 'hazard', hazard: { ...before, fiveFixed } } };
    }
    versions.push({
      ...{
        writtenAt: `${moved}T02:10:00Z`,
        writtenBy: engineer,
        reason: '设备到货推迟，调整时限',
        report: null,
      },
      entry: { kind: 'hazard', hazard },
    });
  };
  const FIRST = {
    'self-reported': '月排查发现，上报',
    inspection: '检查发现，录入',
    'public-report': '接到举报',
  };
  write({}, FIRST[source], source === 'self-reported' ? engineer : OFFICIAL);
  if (source === 'public-report') {
    if (start.ends === 'reported' || !later(3, 9)) return versions;
    if (start.ends === 'unfounded') {
      write({ state: 'unfounded' }, '现场核查，查无此事', OFFICIAL);
      return versions;
    }
    write({ state: 'confirmed', whileProducing: start.whileProducing }, '现场核查，查实', OFFICIAL);
  }
  const deadline = addDays(on, start.dueIn);
  if (start.listed) {
    if (!later(1, 5)) return versions;
    const lister = level ?? 'county';
    write(
      { listed: { office: LISTERS[lister], level: lister, on: day, until: deadline } },
      '列入挂牌督办',
      OFFICIAL,
    );
  }
  if (!later(2, 9)) return versions;
  const whole: MajorHazard['fiveFixed'] = {
    responsible: {
      person: personName(next),
      department: DEPARTMENTS[Math.floor(next() * DEPARTMENTS.length)]!,
    },
    measure: kind.measure,
    funding: {
      amount: 30_000 + 10_000 * Math.floor(80 * next()),
      currency: 'CNY',
      source: FUNDS[Math.floor(next() * FUNDS.length)]!,
    },
    deadline,
    contingencyPlan: kind.plan,
  };
  const gaps = next() < 0.3;
  write(
    {
      fiveFixed: gaps ? { ...whole, [next() < 0.5 ? 'funding' : 'contingencyPlan']: null } : whole,
      hazards: about ? [about.id] : [],
    },
    about ? '落实整改方案，关联台账隐患' : '落实整改方案',
  );
  if (!later(1, 7)) return versions;
  write({ state: 'rectifying' }, '开始整改');
  if (start.ends === 'open') putOff();
  if (start.ends === 'open' || !later(0.45 * start.dueIn, 1.15 * start.dueIn)) return versions;
  if (gaps) {
    write({ fiveFixed: whole }, '补齐五落实');
    if (!later(1, 4)) return versions;
  }
  const close = (): void => {
    // Whoever listed it says that it may go from the list.
    const accepted = hazard.listed && { on: day, by: hazard.listed.office };
    const checked = { on: day, by: OFFICIAL.name, found: kind.rectified, accepted };
    const text = closeOutText(mine, hazard, checked);
    const report = createHash('sha256').update(text, 'utf8').digest('hex');
    write({ state: 'closed', closeOut: { ...checked, report } }, '现场核查，销号', OFFICIAL, text);
  };
  close();
  if (next() < 0.07 && later(15, 40)) {
    write({ state: 'rectifying', closeOut: null }, '回头看发现反弹，重新整改', OFFICIAL);
    if (later(20, 50)) close();
  }
  return versions;
};
