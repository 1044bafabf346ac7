import type { LedgerSeed } from '../../../domain/contracts/ledger.ts';
import type { MajorHazard, MajorSeed } from '../../../domain/contracts/major-hazard.ts';
import { addToMonth, monthOf } from '../../../domain/major-hazards/month-of.ts';
import { randomStream } from '../random.ts';
import { type CountyMine, pick } from './county-mines.ts';
import { AS_OF, addDays } from './county-place.ts';
import { type HiddenOfMine, type MajorStart, majorHistory } from './major-history.ts';
import { MAJOR_KINDS } from './major-kinds.ts';
import { FIRST_MONTH, monthlySurveys } from './monthly-surveys.ts';

/**
 * The major hazards the demo county begins with, and its mines' monthly surveys: how the stock comes down over a year, what is overdue, what is
 * listed and what ought to be, and who was found producing again. All made up.
 */

/** How many are found in each month from FIRST_MONTH on: many at first, when the county starts looking. */
const FOUND = [26, 11, 7, 6, 5, 4, 4, 3, 3, 1, 1, 1, 1] as const;

const WEIGHTS: Readonly<Record<'A' | 'B' | 'C' | 'D', number>> = { A: 1, B: 2, C: 3, D: 5 };

const works = ({ state, type }: CountyMine): boolean =>
  type !== 'exploration' && (state === 'producing' || state === 'construction' || state === 'suspended');

/** What the demo tells of: not drawn by lot. */
const TOLD: readonly (Omit<MajorStart, 'mine' | 'id' | 'kind'> & { mine: string; kind: string })[] = [
  // Found producing with major hazards twice within three months.
  {
    ...{ mine: 'heishigou', kind: '越界开采', on: '2026-09-24', whileProducing: true, ends: 'open' },
    ...{ source: 'inspection', level: 'city', listed: true, dueIn: 45 },
  },
  {
    ...{ mine: 'heishigou', kind: '一级负荷没有双回路供电', on: '2026-11-05', whileProducing: true },
    ...{ source: 'inspection', level: 'county', listed: false, ends: 'open', dueIn: 40 },
  },
  // Once producing, and once nobody said.
  {
    ...{ mine: 'yingzuiya', kind: '边坡角大于设计', on: '2026-09-28', whileProducing: true, ends: 'open' },
    ...{ source: 'inspection', level: 'county', listed: true, dueIn: 30 },
  },
  {
    ...{ mine: 'yingzuiya', kind: '台阶底部掏采', on: '2026-10-13', whileProducing: null, ends: 'open' },
    ...{ source: 'public-report', level: null, listed: false, dueIn: 60 },
  },
  // On a list above the county's, and far past its deadline.
  {
    ...{ mine: 'longtan-gypsum', kind: '采空区未按设计处理', on: '2026-05-12', whileProducing: false },
    ...{ source: 'inspection', level: 'province', listed: true, ends: 'open', dueIn: 120 },
  },
  // What the city found, and nobody listed yet.
  {
    ...{ mine: 'laoyaku', kind: '主排水系统能力不足', on: '2026-11-06', whileProducing: false, ends: 'open' },
    ...{ source: 'inspection', level: 'city', listed: false, dueIn: 45 },
  },
  // One of the mine with a 3D model, about goaf water that is drawn there.
  {
    ...{ mine: 'qingshi-iron', kind: '掘进前未探放老空水', on: '2026-09-16', whileProducing: null },
    ...{ source: 'self-reported', level: null, listed: false, ends: 'open', dueIn: 90 },
  },
  // Waiting to be looked into, and found to be nothing.
  {
    ...{ mine: 'lanjiagou', kind: '没有自上而下分台阶开采', on: '2026-11-16', whileProducing: null },
    ...{ source: 'public-report', level: null, listed: false, ends: 'reported', dueIn: 60 },
  },
  {
    ...{ mine: 'nantan', kind: '越界开采', on: '2026-06-09', whileProducing: null, ends: 'unfounded' },
    ...{ source: 'public-report', level: null, listed: false, dueIn: 60 },
  },
];

const drawn = (next: () => number, mines: readonly CountyMine[]): MajorStart[] => {
  const weighted = mines.map((mine) => [mine, mine.grade === null ? 1 : WEIGHTS[mine.grade]] as const);
  return FOUND.flatMap((count, m) =>
    Array.from({ length: count }, (): MajorStart => {
      const month = addToMonth(FIRST_MONTH, m);
      const mine = pick(next, weighted);
      const kinds = MAJOR_KINDS[mine.type];
      const kind = kinds[Math.floor(next() * kinds.length)]!;
      const lastDay = month === monthOf(AS_OF) ? 15 : 28;
      const on = addDays(`${month}-01`, Math.floor(lastDay * next()));
      const source = pick<MajorHazard['source']>(next, [
        ['self-reported', 9],
        ['inspection', 8],
        ['public-report', 3],
      ]);
      const level =
        source === 'inspection'
          ? pick<NonNullable<MajorStart['level']>>(next, [
              ['county', 6],
              ['city', 3],
              ['province', 1],
            ])
          : null;
      // Of the last months only the mines the demo tells of were found producing.
      const isSaid = source !== 'self-reported' && mine.state === 'producing' && on < '2026-08-01';
      return {
        ...{ id: '', mine, kind, on, source, level },
        whileProducing: isSaid
          ? pick<boolean | null>(next, [
              [false, 6],
              [true, 2],
              [null, 2],
            ])
          : source === 'self-reported'
            ? null
            : false,
        listed: level === 'city' || level === 'province' || next() < 0.08,
        ends: source === 'public-report' && next() < 0.25 ? 'unfounded' : 'closed',
        dueIn: 45 + Math.floor(75 * next()),
      };
    }),
  );
};

/** What major hazards may be about: the hidden hazards of each mine, since when its ledger has them. */
export const hiddenOfMines = (ledger: LedgerSeed): ReadonlyMap<string, readonly HiddenOfMine[]> => {
  const first = new Map<string, HiddenOfMine & { readonly mine: string }>();
  for (const { writtenAt, hazard } of ledger)
    if (!first.has(hazard.id)) {
      const { id, mine, category, place } = hazard;
      first.set(id, { id, mine, category, place, since: writtenAt.slice(0, 10) });
    }
  return Map.groupBy(first.values(), ({ mine }) => mine);
};

/** @param hidden the ledger of hidden hazards, by mine: what a major hazard may be about */
export const countyMajors = (
  seed: number,
  mines: readonly CountyMine[],
  hidden: ReadonlyMap<string, readonly HiddenOfMine[]>,
): MajorSeed => {
  const next = randomStream(seed * 211 + 29);
  for (let warm = 0; warm < 3; warm++) next();
  const working = mines.filter(works);
  const byId = new Map(mines.map((mine) => [mine.id, mine]));
  const told = TOLD.map(({ mine: id, kind: title, ...rest }): MajorStart => {
    const mine = byId.get(id)!;
    return { ...rest, id: '', mine, kind: MAJOR_KINDS[mine.type].find((kind) => kind.title === title)! };
  });
  const numbers = new Map<string, number>();
  const starts = [...drawn(next, working), ...told]
    .sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
    .map((start): MajorStart => {
      const day = `${start.mine.id} ${start.on}`;
      const number = (numbers.get(day) ?? 0) + 1;
      numbers.set(day, number);
      return { ...start, id: `ZD-${start.on.replaceAll('-', '')}-${number}` };
    });
  const hazards = starts.flatMap((start, i) => {
    const own = randomStream(seed * 557 + i * 41 + 3);
    for (let warm = 0; warm < 3; warm++) own();
    return majorHistory(own, start, hidden.get(start.mine.id) ?? []);
  });
  const surveys = working.flatMap((mine, i) =>
    monthlySurveys(randomStream(seed * 877 + i * 61 + 11), mine, hazards),
  );
  const written = ({ writtenAt }: MajorSeed[number]): string => writtenAt;
  // Sorting keeps the order of what was written in the same moment.
  return [...hazards, ...surveys].sort((a, b) =>
    written(a) === written(b) ? 0 : written(a) < written(b) ? -1 : 1,
  );
};
