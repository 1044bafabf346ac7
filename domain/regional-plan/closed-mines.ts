import type { Bilingual } from '../contracts/bilingual.ts';
import type { CountyFeature, RegisterMine } from '../contracts/county.ts';
import type { PlanGap, PlanObject } from '../contracts/regional-plan.ts';
import { asWritten, filled, joined, measure, metresWithDoubt } from './bilingual-text.ts';
import { leaderFields } from './mines-of-area.ts';
import { type ChapterParts, field, type PlanGround } from './plan-sources.ts';
import { KIND_WORDS, METHOD_WORDS } from './plan-words.ts';
import { treatmentFields } from './treatment-fields.ts';
import { pairsField } from './untold-checks.ts';

const CHAPTER = 'closed-mines';

export const closedMineId = (mine: string): string => `closed:${mine}`;

/** What a closed mine leaves behind that somebody must know of. */
const LEFT_BEHIND = ['closed-shaft', 'goaf', 'working'] as const satisfies readonly CountyFeature['kind'][];

/** Closed mines with their shafts, goafs and water. A mine of unknown state may be closed too, and is a gap. */
export const closedMines = (ground: PlanGround): ChapterParts => {
  const objects: PlanObject[] = [];
  const gaps: PlanGap[] = [];
  for (const mine of ground.mines) {
    if (mine.state === 'unknown')
      gaps.push({ kind: 'mine-state-unknown', chapter: CHAPTER, object: null, of: mine.name, detail: null });
    if (mine.state !== 'closed') continue;
    const id = closedMineId(mine.id);
    const gap = (kind: PlanGap['kind'], detail: Bilingual | null = null): PlanGap => ({
      kind,
      chapter: CHAPTER,
      object: id,
      of: mine.name,
      detail,
    });
    if (closedSince(mine) === null) gaps.push(gap('no-closing-day'));
    const missing = LEFT_BEHIND.filter((kind) => !mine.recorded.includes(kind));
    if (missing.length > 0)
      gaps.push(
        gap(
          'closed-mine-not-recorded',
          joined(
            missing.map((kind) => KIND_WORDS[kind]),
            '、',
            ', ',
          ),
        ),
      );
    if (!mine.leader) gaps.push(gap('no-leader'));
    objects.push(closedMineObject(ground, mine));
  }
  return { objects, gaps };
};

/** The day from which the history has it closed for good; null: the history does not say. */
export const closedSince = ({ history }: Pick<RegisterMine, 'history'>): string | null => {
  let since: string | null = null;
  for (const { from, state } of history) {
    if (state !== 'closed') since = null;
    else since ??= from;
  }
  return since;
};

const closedMineObject = (ground: PlanGround, mine: RegisterMine): PlanObject => {
  const features = ground.featuresOf.get(mine.id) ?? [];
  const findings = ground.findings.filter(
    ({ mines, check }) => mines.includes(mine.id) && check !== 'contiguous',
  );
  const history = { history: mine.history.filter(({ from }) => from <= ground.on) };
  const since = closedSince(history);
  return {
    id: closedMineId(mine.id),
    kind: 'closed-mine',
    chapter: CHAPTER,
    parent: null,
    title: mine.name,
    mines: [mine.id],
    fields: [
      field('closedSince', since === null ? null : asWritten(since)),
      ofKind(mine, features, 'closed-shaft', 'shafts'),
      ofKind(mine, features, 'goaf', 'goafs'),
      waterField(mine, features),
      pairsField(ground, [mine.id], findings),
      ...leaderFields(ground, [mine.id]),
      ...treatmentFields(ground.openOfMine.get(mine.id) ?? [], ground),
    ],
  };
};

/** Names of things are given up to so many; the rest are counted. */
const MOST_NAMES = 8;

const ofKind = (
  mine: RegisterMine,
  features: readonly CountyFeature[],
  kind: 'closed-shaft' | 'goaf',
  key: 'shafts' | 'goafs',
) => {
  const own = features.filter((one) => one.kind === kind);
  if (own.length === 0)
    return mine.recorded.includes(kind) ? field(key, { zh: '无', en: 'none' }) : field(key, null);
  const named = joined(own.slice(0, MOST_NAMES).map(featureWords));
  const value =
    own.length <= MOST_NAMES
      ? named
      : filled({ zh: '{named}；另 {n} 处', en: '{named}; {n} more' }, { named, n: own.length - MOST_NAMES });
  const isUnsure = own.some(({ plusMinus, method }) => plusMinus === null || method === null);
  if (mine.recorded.includes(kind)) return field(key, value, isUnsure ? 'doubt' : 'plain');
  return field(key, joined([value, notWhole([kind])]), 'doubt');
};

/** Beside what is recorded stands what nobody recorded. */
const notWhole = (kinds: readonly CountyFeature['kind'][]): Bilingual =>
  filled(
    { zh: '{kinds}未完整登记', en: '{kinds} were never recorded whole' },
    {
      kinds: joined(
        kinds.map((kind) => KIND_WORDS[kind]),
        '、',
        ', ',
      ),
    },
  );

const featureWords = ({ name, shape, method, plusMinus }: CountyFeature): Bilingual => {
  const heights =
    shape.type === 'line'
      ? [Math.min(...shape.line.map(([, , z]) => z)), Math.max(...shape.line.map(([, , z]) => z))]
      : [shape.bottom, shape.top];
  return filled(
    { zh: '{name}（标高 {low}～{high}，{method}）', en: '{name} (heights {low} to {high}, {method})' },
    {
      name,
      low: measure(heights[0]!),
      high: metresWithDoubt(heights[1]!, plusMinus),
      method: method ? METHOD_WORDS[method] : { zh: '来源不明', en: 'method unknown' },
    },
  );
};

const waterField = (mine: RegisterMine, features: readonly CountyFeature[]) => {
  const hollows = features.filter(
    ({ kind }) => kind === 'goaf' || kind === 'closed-shaft' || kind === 'working',
  );
  const words = hollows
    .filter(({ holdsWater }) => holdsWater !== false)
    .map(({ name, holdsWater, waterLevel }) =>
      holdsWater === null
        ? filled({ zh: '{name} 是否积水不明', en: 'whether {name} holds water is unknown' }, { name })
        : waterLevel === null
          ? filled({ zh: '{name} 积水，水位不明', en: '{name} holds water, level unknown' }, { name })
          : filled({ zh: '{name} 水位 {z} m', en: '{name} at {z} m' }, { name, z: measure(waterLevel) }),
    );
  const unrecorded = LEFT_BEHIND.filter((kind) => !mine.recorded.includes(kind));
  if (words.length > 0) {
    const shown = joined(words.slice(0, MOST_NAMES));
    const isSure = hollows.every(({ holdsWater, waterLevel }) => holdsWater === false || waterLevel !== null);
    const told =
      words.length <= MOST_NAMES
        ? shown
        : filled(
            { zh: '{shown}；另 {n} 处', en: '{shown}; {n} more' },
            { shown, n: words.length - MOST_NAMES },
          );
    return unrecorded.length === 0
      ? field('water', told, isSure ? 'plain' : 'doubt')
      : field('water', joined([told, notWhole(unrecorded)]), 'doubt');
  }
  if (unrecorded.length === 0) return field('water', { zh: '无积水', en: 'none holds water' });
  // A flooded shaft that nobody recorded stands beside every dry goaf.
  return hollows.length === 0
    ? field('water', null)
    : field(
        'water',
        joined([
          filled({ zh: '已登记的 {n} 处不积水', en: 'the {n} recorded hold none' }, { n: hollows.length }),
          notWhole(unrecorded),
        ]),
        'doubt',
      );
};
