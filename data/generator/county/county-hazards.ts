import type { EvidenceMethod } from '../../../domain/contracts/driving.ts';
import type { Hazard, HazardPlace } from '../../../domain/contracts/hazard.ts';
import type { LedgerSeed } from '../../../domain/contracts/ledger.ts';
import type { Plan } from '../place.ts';
import { randomStream } from '../random.ts';
import { type CountyMine, personName, pick, roundRing } from './county-mines.ts';
import { AS_OF, addDays, toDegrees } from './county-place.ts';
import { BUNDLE_HAZARDS } from './hazards-of-bundles.ts';
import type { DrawnFeature } from './mine-features.ts';

/** The ledger the demo county begins with: what was found, looked at again, treated and closed over the years. All made up. */

type Evidence = Hazard['evidence'][number];
type Version = LedgerSeed[number];

interface Kind {
  readonly category: string;
  readonly title: string;
  readonly measure: string;
  readonly plan: string;
  readonly metric: readonly [name: string, value: number, unit: string, direction: 'at-most' | 'at-least'];
  readonly seen: Readonly<Partial<Record<EvidenceMethod, string>>>;
}

const KINDS: Readonly<Record<string, Kind>> = {
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

const KINDS_OF: Readonly<Record<CountyMine['type'], readonly (readonly [string, number])[]>> = {
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

const METHODS: readonly EvidenceMethod[] = ['geophysics', 'drilling', 'geochemistry', 'survey'];
const DEPARTMENTS = ['生产技术科', '地测科', '安全科', '防治水办公室', '通风科'];
const SOURCES = ['安全生产费用', '企业自筹', '省级隐患治理资金'];

const instant = (next: () => number, day: string): string =>
  `${day}T${String(Math.floor(1 + 8 * next())).padStart(2, '0')}:${String(Math.floor(60 * next())).padStart(2, '0')}:00Z`;

const placeOf = (
  next: () => number,
  mine: CountyMine,
  category: string,
  features: readonly DrawnFeature[],
): HazardPlace => {
  const like = features.find(
    ({ kind, shape }) =>
      'ring' in shape &&
      ((category.startsWith('goaf') && kind === 'goaf') || (category === 'aquifer' && kind === 'aquifer')),
  );
  if (like && 'ring' in like.shape && next() < 0.5) {
    const ring = like.shape.ring.map(toDegrees);
    return { kind: 'polygon', rings: [[...ring, ring[0]!]] };
  }
  const spread = (mine.field?.radius ?? 400) * 0.75;
  const angle = 2 * Math.PI * next();
  const away = spread * Math.sqrt(next());
  const at: Plan = [mine.at[0] + away * Math.cos(angle), mine.at[1] + away * Math.sin(angle)];
  if (category === 'fault') {
    const turn = Math.PI * next();
    const line = [-1, -0.3, 0.4, 1].map((t) =>
      toDegrees([at[0] + 170 * t * Math.cos(turn), at[1] + 170 * t * Math.sin(turn) + 9 * (next() - 0.5)]),
    );
    return { kind: 'line', line };
  }
  if (category === 'poorly-sealed-borehole' || category === 'closed-shaft' || next() < 0.25)
    return { kind: 'point', at: toDegrees(at) };
  const ring = roundRing(next, at, 20 + 55 * next(), 7 + Math.floor(4 * next()), 0.25).map(toDegrees);
  return { kind: 'polygon', rings: [[...ring, ring[0]!]] };
};

interface Begun {
  readonly id: string;
  readonly mine: CountyMine;
  readonly kind: Kind;
  readonly title: string;
  readonly place: HazardPlace;
}

/** One hazard from its finding to wherever it has come by AS_OF. */
const history = (next: () => number, { id, mine, kind, title, place }: Begun): Version[] => {
  const versions: Version[] = [];
  const engineer = { account: `engineer-${mine.id}`.slice(0, 63), name: personName(next) };
  const official = { account: 'county-official', name: '周玉明' };
  const known = Object.keys(kind.seen) as EvidenceMethod[];
  const first = known[Math.floor(next() * known.length)]!;
  let day = addDays('2021-02-01', Math.floor(next() * 2080));
  const evidence = (
    method: EvidenceMethod,
    says: Evidence['says'] = 'present',
    finding?: string,
  ): Evidence => ({
    id: `${id}-E${(hazard?.evidence.length ?? 0) + 1}`,
    method,
    on: addDays(day, -Math.floor(5 * next())),
    author: personName(next),
    says,
    finding: finding ?? kind.seen[method] ?? '探测无异常',
    place: null,
    file: null,
    replaces: null,
  });
  let hazard: Hazard | null = null;
  const write = (changes: Partial<Hazard>, reason: string, by: Version['writtenBy'] = engineer): void => {
    hazard = { ...(hazard as Hazard), ...changes };
    versions.push({ writtenAt: instant(next, day), writtenBy: by, reason, hazard });
  };
  const later = (from: number, to: number): boolean => {
    day = addDays(day, Math.round(from + (to - from) * next()));
    return day <= AS_OF;
  };
  const found = evidence(first);
  write(
    {
      id,
      mine: mine.id,
      title,
      category: kind.category,
      place,
      found: { on: found.on, how: first, by: found.author },
      evidence: [found],
      fiveFixed: { responsible: null, measure: null, funding: null, deadline: null, contingencyPlan: null },
      treatment: { target: null, begun: null, accepted: null },
      state: 'found',
    },
    '发现登记',
  );
  const now = (): Hazard => hazard as unknown as Hazard;
  if (next() < 0.12 || !later(15, 120)) return versions;
  const second = METHODS.filter((method) => method !== first && method in kind.seen);
  if (second.length > 0 && next() < 0.78) {
    const method = second[Math.floor(next() * second.length)]!;
    const says = pick<Evidence['says']>(next, [
      ['present', 8],
      ['absent', 1],
      ['unclear', 1],
    ]);
    const finding = says === 'present' ? undefined : says === 'absent' ? '探测未见异常' : '结果不明，需复测';
    write(
      { state: 'verifying', evidence: [...now().evidence, evidence(method, says, finding)] },
      '补充探查，相互印证',
    );
  } else write({ state: 'verifying' }, '列入核查');
  if (next() < 0.13 || !later(10, 90)) return versions;
  const [metric, value, unit, direction] = kind.metric;
  const begun = addDays(day, -Math.floor(8 * next()));
  const deadline = addDays(begun, 60 + Math.floor(260 * next()));
  write(
    {
      state: 'treating',
      fiveFixed: {
        responsible:
          next() < 0.9
            ? { person: personName(next), department: DEPARTMENTS[Math.floor(next() * DEPARTMENTS.length)]! }
            : null,
        measure: kind.measure,
        funding:
          next() < 0.84
            ? {
                amount: 20_000 + 10_000 * Math.floor(90 * next()),
                currency: 'CNY',
                source: SOURCES[Math.floor(next() * SOURCES.length)]!,
              }
            : null,
        deadline: next() < 0.92 ? deadline : null,
        contingencyPlan: next() < 0.85 ? kind.plan : null,
      },
      treatment: {
        target: next() < 0.93 && unit !== '' ? { metric, value, unit, direction } : null,
        begun,
        accepted: null,
      },
    },
    '落实治理方案，开始治理',
  );
  if (next() < 0.2 || !later(40, 260)) return versions;
  const { fiveFixed, treatment } = now();
  const whole = {
    responsible: fiveFixed.responsible ?? { person: personName(next), department: '安全科' },
    measure: fiveFixed.measure,
    funding: fiveFixed.funding ?? { amount: 60_000, currency: 'CNY', source: '企业自筹' },
    deadline: fiveFixed.deadline ?? deadline,
    contingencyPlan: fiveFixed.contingencyPlan ?? kind.plan,
  };
  const filled = JSON.stringify(whole) !== JSON.stringify(fiveFixed);
  if (filled && next() < 0.5) {
    write({ fiveFixed: whole }, '补齐五落实');
    if (!later(10, 60)) return versions;
  }
  if (treatment.target === null) return versions;
  const method = pick<EvidenceMethod>(next, [
    ['survey', 3],
    ['drilling', 3],
    ['geophysics', 2],
  ]);
  const reached = direction === 'at-most' ? value * (0.4 + 0.55 * next()) : value * (1 + 0.04 * next());
  write(
    {
      state: 'accepted',
      evidence: [...now().evidence, evidence(method, 'absent', '治理后复测，达到目标')],
      treatment: {
        ...treatment,
        accepted: {
          metric,
          value: unit === '%' ? Math.min(100, Math.round(reached)) : Math.round(reached * 100) / 100,
          unit,
          on: day,
          by: official.name,
        },
      },
    },
    '现场验收',
    official,
  );
  if (next() < 0.25 || !later(5, 45)) return versions;
  const seenAbsentBefore = now().evidence.some(({ says, on }) => says === 'absent' && on < begun);
  const complete = Object.values(now().fiveFixed).every((item) => item !== null);
  if (complete && !seenAbsentBefore) write({ state: 'closed' }, '验收合格，销号', official);
  return versions;
};

/** As many a mine as its kind and size make likely; the two mines with bundles have theirs in the model. */
export const countyHazards = (
  seed: number,
  mines: readonly CountyMine[],
  features: readonly DrawnFeature[],
): LedgerSeed => {
  const byMine = Map.groupBy(features, ({ mine }) => mine);
  const all = mines.flatMap((mine, m): Version[] => {
    const next = randomStream(seed * 389 + m * 53 + 17);
    for (let warm = 0; warm < 3; warm++) next();
    const started: Begun[] = (BUNDLE_HAZARDS[mine.id] ?? []).map(
      ({ category, title, layer, feature }, k) => ({
        id: `${mine.id}-${String(k + 1).padStart(3, '0')}`,
        mine,
        kind: KINDS[category]!,
        title,
        place: { kind: 'feature', layer, feature },
      }),
    );
    const few = mine.type === 'tailings' || mine.type === 'exploration';
    const count = few ? 1 + Math.floor(3 * next()) : 3 + Math.floor(6 * next());
    for (let k = started.length, end = k + count; k < end; k++) {
      const kind = KINDS[pick(next, KINDS_OF[mine.type])]!;
      started.push({
        id: `${mine.id}-${String(k + 1).padStart(3, '0')}`,
        mine,
        kind,
        title: `${mine.zh.replace('（演示）', '')}${k + 1}号${kind.title}`,
        place: placeOf(next, mine, kind.category, byMine.get(mine.id) ?? []),
      });
    }
    return started.flatMap((begun) => history(next, begun));
  });
  return all.sort((a, b) =>
    a.writtenAt === b.writtenAt ? (a.hazard.id < b.hazard.id ? -1 : 1) : a.writtenAt < b.writtenAt ? -1 : 1,
  );
};
