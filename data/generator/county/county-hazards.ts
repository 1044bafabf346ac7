import { createHash } from 'node:crypto';
import type { EvidenceMethod } from '../../../domain/contracts/driving.ts';
import { type Hazard, type HazardPlace, STAYS_BY_NATURE } from '../../../domain/contracts/hazard.ts';
import type { LedgerSeed } from '../../../domain/contracts/ledger.ts';
import { closeOutBars } from '../../../domain/hazards/close-out.ts';
import type { Plan } from '../place.ts';
import { randomStream } from '../random.ts';
import { type CountyMine, personName, pick, roundRing } from './county-mines.ts';
import { AS_OF, addDays, toDegrees } from './county-place.ts';
import type { DrawnFeature } from './drawn-feature.ts';
import { evidenceFile } from './evidence-files.ts';
import { gatheredAt } from './gathered-at.ts';
import { hazardHeights } from './hazard-heights.ts';
import { HAZARD_KINDS, HAZARD_KINDS_OF, type HazardKind } from './hazard-kinds.ts';
import { BUNDLE_HAZARDS } from './hazards-of-bundles.ts';

/** The ledger the demo county begins with: what was found, looked at again, treated and closed over the years. All made up. */

type Evidence = Hazard['evidence'][number];
type Version = LedgerSeed[number];

const METHODS: readonly EvidenceMethod[] = ['geophysics', 'drilling', 'geochemistry', 'survey'];
const DEPARTMENTS = ['生产技术科', '地测科', '安全科', '防治水办公室', '通风科'];
const MOVE_REASONS = ['充填材料供应推迟，调整期限', '雨季停工，再次调整期限'];
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
  readonly kind: HazardKind;
  readonly title: string;
  readonly place: HazardPlace;
  readonly features: readonly DrawnFeature[];
}

/** One hazard from its finding to wherever it has come by AS_OF. */
const history = (next: () => number, { id, mine, kind, title, place, features }: Begun): Version[] => {
  const versions: Version[] = [];
  // Of their own, so that where evidence was gathered and which heights are known change nothing else of the county.
  const [aside, heightsAside, movesAside] = [7, 11, 13].map((start) =>
    randomStream([...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, start)),
  ) as [() => number, () => number, () => number];
  const engineer = { account: `engineer-${mine.id}`.slice(0, 63), name: personName(next) };
  const official = { account: 'county-official', name: '周玉明' };
  const known = Object.keys(kind.seen) as EvidenceMethod[];
  const first = known[Math.floor(next() * known.length)]!;
  let day = addDays('2021-02-01', Math.floor(next() * 2080));
  /** Files that come with the next version. */
  const handedIn: { name: string; text: string }[] = [];
  const evidence = (
    method: EvidenceMethod,
    says: Evidence['says'] = 'present',
    finding?: string,
  ): Evidence => {
    const piece: Evidence = {
      id: `${id}-E${(hazard?.evidence.length ?? 0) + 1}`,
      method,
      on: addDays(day, -Math.floor(5 * next())),
      author: personName(next),
      says,
      finding: finding ?? kind.seen[method] ?? '探测无异常',
      place: gatheredAt(aside, method, place),
      file: null,
      replaces: null,
    };
    const file = evidenceFile(piece, mine, title, mine.id in BUNDLE_HAZARDS);
    if (!file) return piece;
    handedIn.push(file);
    return { ...piece, file: createHash('sha256').update(file.text, 'utf8').digest('hex') };
  };
  let hazard: Hazard | null = null;
  const write = (
    changes: Partial<Hazard>,
    reason: string,
    by: Version['writtenBy'] = engineer,
    writtenAt = instant(next, day),
  ): void => {
    hazard = { ...(hazard as Hazard), ...changes };
    const files = handedIn.splice(0);
    versions.push({ writtenAt, writtenBy: by, reason, hazard, ...(files.length > 0 && { files }) });
  };
  const later = (from: number, to: number): boolean => {
    day = addDays(day, Math.round(from + (to - from) * next()));
    return day <= AS_OF;
  };
  /** The deadline it stands at was an earlier one first: of some that are still being treated, and before that was over. */
  const putOff = (from: string): void => {
    const { fiveFixed } = now();
    if (fiveFixed.deadline === null || movesAside() > 0.4) return;
    const times = movesAside() < 0.3 ? 2 : 1;
    const days = [fiveFixed.deadline];
    while (days.length <= times) days.unshift(addDays(days[0]!, -Math.round(25 + 30 * movesAside())));
    // A week or two before each was over.
    const written = days.slice(0, -1).map((one) => addDays(one, -Math.round(4 + 10 * movesAside())));
    if (written[0]! <= from || written.at(-1)! > AS_OF) return;
    const began = versions.pop()!;
    versions.push({ ...began, hazard: { ...now(), fiveFixed: { ...fiveFixed, deadline: days[0]! } } });
    for (const [i, on] of written.entries())
      write(
        { fiveFixed: { ...fiveFixed, deadline: days[i + 1]! } },
        MOVE_REASONS[i]!,
        engineer,
        `${on}T02:10:00Z`,
      );
  };
  const found = evidence(first);
  const elevation = hazardHeights(heightsAside, {
    mine,
    category: kind.category,
    place,
    method: first,
    features,
  });
  write(
    {
      id,
      mine: mine.id,
      title,
      category: kind.category,
      place,
      ...(elevation && { elevation }),
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
  const treatedFrom = day;
  if (next() < 0.2 || !later(40, 260)) {
    putOff(treatedFrom);
    return versions;
  }
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
  const got = unit === '%' ? Math.min(100, Math.round(reached)) : Math.round(reached * 100) / 100;
  const measured = `${metric} ${got} ${unit}`;
  const after = STAYS_BY_NATURE.has(kind.category)
    ? evidence(method, 'present', `治理后复测，仍在，${measured}，达到目标`)
    : evidence(method, 'absent', `治理后复测，${measured}，达到目标`);
  // Its place can be gone to: nobody closes a hazard on evidence without one.
  const looked = { ...after, place: after.place ?? place };
  // The mine writes what it found before the county comes to accept it; offices open at nine.
  write({ evidence: [...now().evidence, looked] }, '治理后复测', engineer, `${looked.on}T00:40:00Z`);
  write(
    {
      state: 'accepted',
      treatment: { ...treatment, accepted: { metric, value: got, unit, on: day, by: official.name } },
    },
    '现场验收',
    official,
  );
  if (next() < 0.25 || !later(5, 45)) return versions;
  if (closeOutBars(now()).length === 0) write({ state: 'closed' }, '验收合格，销号', official);
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
    const own = byMine.get(mine.id) ?? [];
    const started: Begun[] = (BUNDLE_HAZARDS[mine.id] ?? []).map(
      ({ category, title, layer, feature }, k) => ({
        id: `${mine.id}-${String(k + 1).padStart(3, '0')}`,
        mine,
        kind: HAZARD_KINDS[category]!,
        title,
        place: { kind: 'feature', layer, feature },
        features: own,
      }),
    );
    const few = mine.type === 'tailings' || mine.type === 'exploration';
    const count = few ? 1 + Math.floor(3 * next()) : 3 + Math.floor(6 * next());
    for (let k = started.length, end = k + count; k < end; k++) {
      const kind = HAZARD_KINDS[pick(next, HAZARD_KINDS_OF[mine.type])]!;
      started.push({
        id: `${mine.id}-${String(k + 1).padStart(3, '0')}`,
        mine,
        kind,
        title: `${mine.zh.replace('（演示）', '')}${k + 1}号${kind.title}`,
        place: placeOf(next, mine, kind.category, own),
        features: own,
      });
    }
    return started.flatMap((begun) => history(next, begun));
  });
  return all.sort((a, b) =>
    a.writtenAt === b.writtenAt ? (a.hazard.id < b.hazard.id ? -1 : 1) : a.writtenAt < b.writtenAt ? -1 : 1,
  );
};
