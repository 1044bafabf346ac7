import type { Bilingual } from '../contracts/bilingual.ts';
import type { NeighbourCheck, NeighbourFinding, NeighbourGap } from '../contracts/neighbours.ts';
import type { PlanFieldValue, PlanGap } from '../contracts/regional-plan.ts';
import { asWritten, filled, joined } from './bilingual-text.ts';
import { field, grouped, mineName, type PlanGround } from './plan-sources.ts';
import { CHECK_WORDS, KIND_WORDS, SETTLES_WORDS } from './plan-words.ts';

/** Checks in which something of these mines, or of every mine, is not known: that they found nothing says nothing. */
export const untoldChecks = (
  { neighbours }: Pick<PlanGround, 'neighbours'>,
  mines: readonly string[],
): NeighbourCheck[] => [
  ...new Set(
    neighbours.gaps.flatMap(({ mine, check }) => (mine === null || mines.includes(mine) ? [check] : [])),
  ),
];

/** How many of each check: found, and not to be told. */
const pairWords = (findings: readonly NeighbourFinding[]): Bilingual => {
  if (findings.length === 0) return { zh: '未发现', en: 'none found' };
  return joined(
    [...grouped(findings, ({ check }) => check)].map(([check, those]) => {
      const unknown = those.filter(({ answer, certain }) => answer === 'unknown' || !certain).length;
      return filled(
        unknown === 0
          ? asWritten('{check} {n}')
          : { zh: '{check} {n}（{unknown} 条不确定）', en: '{check} {n} ({unknown} not certain)' },
        { check: CHECK_WORDS[check], n: those.length, unknown },
      );
    }),
  );
};

/** The findings of some mines, and beside them how many checks could not be made. */
export const pairsField = (
  ground: Pick<PlanGround, 'neighbours'>,
  mines: readonly string[],
  findings: readonly NeighbourFinding[],
): PlanFieldValue => {
  const open = untoldChecks(ground, mines).length;
  if (open === 0) return field('pairs', pairWords(findings));
  const unsaid = filled(
    { zh: '{open} 类检查因缺资料无法判定', en: '{open} kinds of check could not be made for want of data' },
    { open },
  );
  return field('pairs', joined([pairWords(findings), unsaid]), 'doubt');
};

/** What of each mine, or of every mine, keeps checks from being made, a gap a mine. */
export const neighbourGaps = (ground: PlanGround): PlanGap[] =>
  [...grouped(ground.neighbours.gaps, ({ mine }) => mine)].map(([mine, those]) => ({
    kind: 'neighbours-not-told',
    chapter: 'contiguous',
    object: null,
    of: mine === null ? ground.catalog.name : mineName(ground, mine),
    detail: joined(
      [...grouped(those, ({ settles }) => `${settles.do} ${settles.kind}`)].map(([, alike]) =>
        settlesAll(alike),
      ),
    ),
  }));

/** "补录资料（采空区）：采空区相距、下沉范围重叠". */
const settlesAll = (gaps: readonly NeighbourGap[]): Bilingual => {
  const { do: what, kind } = gaps[0]!.settles;
  const checks = joined(
    [...new Set(gaps.map(({ check }) => check))].map((check) => CHECK_WORDS[check]),
    '、',
    ', ',
  );
  return filled(
    kind === null
      ? { zh: '{what}：{checks}', en: '{what}: {checks}' }
      : { zh: '{what}（{kind}）：{checks}', en: '{what} ({kind}): {checks}' },
    { what: SETTLES_WORDS[what], checks, ...(kind === null ? {} : { kind: KIND_WORDS[kind] }) },
  );
};
