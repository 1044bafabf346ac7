import { createHash } from 'node:crypto';
import type { MajorSeed, MajorSurvey } from '../../../domain/contracts/major-hazard.ts';
import { addToMonth, monthOf, monthsBetween } from '../../../domain/major-hazards/month-of.ts';
import { type CountyMine, personName } from './county-mines.ts';
import { AS_OF, addDays } from './county-place.ts';
import { engineerOf, instant } from './major-history.ts';

type Version = MajorSeed[number];

/** The month in which the demo county begins to keep major hazards. */
export const FIRST_MONTH = '2025-11';

/** How sure a mine of a grade is to survey a month. */
const DILIGENCE: Readonly<Record<'A' | 'B' | 'C' | 'D', number>> = { A: 0.97, B: 0.95, C: 0.88, D: 0.78 };
const UNGRADED = 0.85;

const reportText = (survey: Omit<MajorSurvey, 'report'>, mine: CountyMine): string =>
  [
    '重大事故隐患月排查报告',
    '合成数据：没有这座矿山，没有这些人，没有做过这次排查。Synthetic: no such mine, people or survey.',
    '',
    `矿山：${mine.zh}（${mine.id}）`,
    `排查月份：${survey.month}`,
    `完成日期：${survey.on}`,
    `组织人：${survey.by}`,
    `签字：${survey.signedBy.join('、')}`,
    `排查出的重大隐患：${survey.found.length > 0 ? survey.found.join('、') : '无'}`,
    '',
  ].join('\n');

/** What of the mine's hazards it found itself in a month and had written down by a moment. */
const foundBy = (hazards: readonly Version[], mine: string, month: string, moment: string): string[] => [
  ...new Set(
    hazards.flatMap(({ writtenAt, entry }) =>
      entry.kind === 'hazard' &&
      entry.hazard.mine === mine &&
      entry.hazard.source === 'self-reported' &&
      monthOf(entry.hazard.found.on) === month &&
      writtenAt < moment
        ? [entry.hazard.id]
        : [],
    ),
  ),
];

/** A mine's surveys of itself, month by month: signed, without the signed report, or not made at all. */
export const monthlySurveys = (
  next: () => number,
  mine: CountyMine,
  hazards: readonly Version[],
): Version[] => {
  for (let warm = 0; warm < 3; warm++) next();
  const name = personName(next);
  const signers = [name, personName(next), personName(next)];
  const by = engineerOf(mine, name);
  const sure = mine.grade === null ? UNGRADED : DILIGENCE[mine.grade];
  // Some mines are kept here only since later.
  const first = next() < 0.85 ? FIRST_MONTH : addToMonth(FIRST_MONTH, 3 + Math.floor(4 * next()));
  return monthsBetween(first, monthOf(AS_OF)).flatMap((month): Version[] => {
    const isLast = month === monthOf(AS_OF);
    const on = addDays(`${month}-01`, isLast ? 8 + Math.floor(10 * next()) : 17 + Math.floor(10 * next()));
    const isMade = next() < (isLast ? 0.6 * sure : sure);
    const isSigned = next() < 0.9;
    const handedIn = addDays(on, 4 + Math.floor(9 * next()));
    const moments = [instant(next, addDays(on, 1)), instant(next, handedIn)] as const;
    const isSignedLater = next() < 0.5 && handedIn <= AS_OF;
    if (!isMade) return [];
    const survey = {
      ...{ mine: mine.id, month, on, by: name, signedBy: signers.slice(0, 2 + Math.floor(2 * next())) },
      found: foundBy(hazards, mine.id, month, moments[0]),
    };
    const text = reportText(survey, mine);
    const report = createHash('sha256').update(text, 'utf8').digest('hex');
    const written = (writtenAt: string, reason: string, signed: boolean): Version => ({
      ...{ writtenAt, writtenBy: by, reason },
      entry: { kind: 'survey', survey: { ...survey, report: signed ? report : null } },
      report: signed ? text : null,
    });
    if (isSigned) return [written(moments[0], '本月排查完成，报告已签字', true)];
    const unsigned = written(moments[0], '本月排查完成，报告待签字', false);
    return isSignedLater ? [unsigned, written(moments[1], '补交签字报告', true)] : [unsigned];
  });
};
