import type { Bilingual, Language } from '../../contracts/bilingual.ts';
import type { CountyFeature, RegisterMine } from '../../contracts/county.ts';
import type { PlanObject } from '../../contracts/regional-plan.ts';
import { filled, joined } from '../bilingual-text.ts';
import { KIND_WORDS } from '../plan-words.ts';
import type { FigureNote } from './figure-legend.ts';
import type { LevelGroup, PlacedGroups } from './level-bars.ts';

const WATERLESS: Bilingual = {
  zh: '井巷、采空区、含水层、关闭井筒均已完整登记，其中没有水体',
  en: 'Workings, goafs, aquifers and closed shafts are recorded whole, and none holds water',
};
const LOOKED_AT = ['working', 'goaf', 'aquifer', 'closed-shaft'] as const satisfies CountyFeature['kind'][];

/** What the figure of an area or a closed mine cannot show, in sentences: nobody recorded or measured it, or there was no room. */
export const waterNotes = (o: {
  readonly object: Pick<PlanObject, 'kind'>;
  readonly mines: readonly RegisterMine[];
  readonly groups: readonly LevelGroup[];
  /** Of the levels; null: they are not drawn. */
  readonly leftOut: PlacedGroups['leftOut'] | null;
  readonly language: Language;
}): FigureNote[] => {
  const { mines, groups, leftOut, language } = o;
  const names = (those: readonly RegisterMine[]): Bilingual =>
    joined(
      those.map(({ name }) => name),
      '、',
      ', ',
    );
  const notes: Bilingual[] = [];
  const rightless = mines.filter(({ right }) => right === null);
  if (rightless.length > 0)
    notes.push(
      filled(
        { zh: '矿权范围未登记：{mines}', en: 'No mining right recorded: {mines}' },
        { mines: names(rightless) },
      ),
    );
  const lacking = mines.flatMap((mine) => {
    const kinds = LOOKED_AT.filter((kind) => !mine.recorded.includes(kind));
    if (kinds.length === 0) return [];
    const what = joined(
      kinds.map((kind) => KIND_WORDS[kind]),
      '、',
      ', ',
    );
    return [filled({ zh: '{mine}（{what}）', en: '{mine} ({what})' }, { mine: mine.name, what })];
  });
  if (lacking.length > 0)
    notes.push(
      filled(
        {
          zh: '未完整登记，图上没有不等于没有：{lacking}',
          en: 'Not recorded whole, so more may be there: {lacking}',
        },
        { lacking: joined(lacking) },
      ),
    );
  const open = groups.reduce((sum, group) => sum + group.open, 0);
  const isWaterless = leftOut === null && open === 0 && lacking.length === 0;
  if (leftOut === null && !isWaterless)
    notes.push(
      open > 0
        ? filled(
            {
              zh: '{n} 处水体的水位均不明，无法与井巷标高对比',
              en: 'The levels of all {n} waters are unknown: they cannot be compared with workings',
            },
            { n: open },
          )
        : {
            zh: '未登记水体与水位，无法与井巷标高对比',
            en: 'No water and no level is recorded to compare with workings',
          },
    );
  if (leftOut !== null && leftOut.bars + leftOut.mines > 0)
    notes.push(
      filled(
        {
          zh: '标高图因位置不够未画：{bars} 处、{mines} 座矿山',
          en: 'No room in the picture of levels for {bars} things and {mines} mines',
        },
        leftOut,
      ),
    );
  return [
    ...notes.map((note) => ({ text: note[language], isMissing: true })),
    ...(isWaterless ? [{ text: WATERLESS[language], isMissing: false }] : []),
  ];
};
