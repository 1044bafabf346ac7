import type { Bilingual } from '../contracts/bilingual.ts';
import type { NeighbourFinding, Settles } from '../contracts/neighbours.ts';
import type { PlanChapter, PlanGap, PlanObject } from '../contracts/regional-plan.ts';
import { judgedByProof } from '../neighbours/reach-of-mine.ts';
import { asWritten, filled, joined, measure, metresWithDoubt } from './bilingual-text.ts';
import { type HazardOfFinding, hazardsOfFinding } from './hazards-of-finding.ts';
import { field, mineName, type PlanGround } from './plan-sources.ts';
import { CHECK_WORDS, DOUBT_WORDS, SETTLES_WORDS } from './plan-words.ts';
import { thingName } from './thing-names.ts';

/** Rights that lie side by side make an area and endanger nobody by that. */
export const HARMLESS = new Set<NeighbourFinding['check']>(['contiguous', 'rights-distance']);

export const pairObjectId = (finding: Pick<NeighbourFinding, 'id'>): string => `pair:${finding.id}`;

/** A finding about a pair of mines as an object of the plan: the geometry that proves it, its rule, and whether the ledger knows it. */
export const pairObject = (
  ground: PlanGround,
  finding: NeighbourFinding,
  chapter: PlanChapter,
  parent: string,
): { readonly object: PlanObject; readonly gaps: readonly PlanGap[] } => {
  const title = filled(asWritten('{mines}: {check}'), {
    mines: joined(
      finding.mines.map((mine) => mineName(ground, mine)),
      ' — ',
      ' — ',
    ),
    check: CHECK_WORDS[finding.check],
  });
  const id = pairObjectId(finding);
  const known = hazardsOfFinding(ground, finding);
  const gaps: PlanGap[] = [];
  const sure = finding.certain && finding.answer === 'found';
  const doubts = joined(
    finding.doubts.map((doubt) => DOUBT_WORDS[doubt]),
    '，',
    ', ',
  );
  if (!sure) gaps.push({ kind: 'pair-uncertain', chapter, object: id, of: title, detail: orNull(doubts) });
  if (!HARMLESS.has(finding.check) && known.length === 0)
    gaps.push({ kind: 'pair-not-in-ledger', chapter, object: id, of: title, detail: null });
  const object: PlanObject = {
    id,
    kind: 'pair',
    chapter,
    parent,
    title,
    mines: [...finding.mines],
    fields: [
      field('check', CHECK_WORDS[finding.check]),
      field('distance', distanceWords(ground, finding)),
      field(
        'certainty',
        finding.answer === 'unknown'
          ? joined(
              [{ zh: '无法判定', en: 'cannot be told' }, ...(orNull(doubts) ? [doubts] : [])],
              '：',
              ': ',
            )
          : sure
            ? { zh: '确定', en: 'certain' }
            : joined([{ zh: '不确定', en: 'not certain' }, ...(orNull(doubts) ? [doubts] : [])], '：', ': '),
        finding.answer === 'unknown' ? 'missing' : sure ? 'plain' : 'doubt',
      ),
      field('water', waterWords(ground, finding)),
      field(
        'rule',
        finding.rule && asWritten(`${finding.rule.id}（${finding.rule.clause}；${finding.rule.status}）`),
      ),
      ...(finding.settles.length > 0
        ? [
            field(
              'settles',
              joined(finding.settles.map((one) => settlesWords(ground, finding.mines, one))),
              'doubt',
            ),
          ]
        : []),
      HARMLESS.has(finding.check)
        ? field('inLedger', { zh: '不需登记', en: 'none is needed' })
        : field('inLedger', known.length === 0 ? null : joined(known.map(knownWords))),
    ],
  };
  return { object, gaps };
};

/** One that only lies there says so: it may be another thing. */
const knownWords = ({ hazard, isNamed }: HazardOfFinding): Bilingual =>
  isNamed
    ? asWritten(hazard.title)
    : filled({ zh: '{title}（按位置相合）', en: '{title} (by its place)' }, { title: hazard.title });

const orNull = (text: Bilingual): Bilingual | null => (text.zh === '' ? null : text);

/** Of a pair its distance and ±, of a shared thing that of each mine; negative distances are overlaps. */
const distanceWords = (ground: PlanGround, finding: NeighbourFinding): Bilingual => {
  const { proofs, bound } = finding;
  const distances = joined(
    proofs.map((proof) => {
      const { distance, plusMinus, there } = proof;
      const said =
        distance < 0
          ? filled({ zh: '重叠 {d}', en: 'overlap {d}' }, { d: metresWithDoubt(-distance, plusMinus) })
          : asWritten(metresWithDoubt(distance, plusMinus));
      return finding.answer === 'found' && judgedByProof(finding, proof).answer === 'unknown'
        ? filled(
            {
              zh: '{mine} {said}（是否触及无法判定）',
              en: '{mine} {said} (whether it reaches cannot be told)',
            },
            { mine: mineName(ground, there.mine), said },
          )
        : said;
    }),
    '，',
    ', ',
  );
  return bound === null
    ? distances
    : filled({ zh: '{d}（限值 {b} m）', en: '{d} (bound {b} m)' }, { d: distances, b: measure(bound) });
};

const waterWords = (ground: PlanGround, { proofs, mines }: NeighbourFinding): Bilingual => {
  const waters = proofs
    .flatMap(({ water }) => water)
    .map((one) => ({ ...one, feature: thingName(ground, mines, one.feature) ?? asWritten(one.feature) }));
  if (waters.length === 0) return { zh: '不涉及', en: 'not concerned' };
  return joined(
    waters.map(({ feature, level, headMetres, headMegapascals }) =>
      level === null
        ? filled({ zh: '{feature} 水位不明', en: 'level of {feature} unknown' }, { feature })
        : filled(
            {
              zh: '{feature} 水位 {level} m，水头 {head} m{pressure}',
              en: '{feature} at {level} m, head {head} m{pressure}',
            },
            {
              feature,
              level: measure(level),
              head: headMetres === null ? '?' : measure(headMetres),
              pressure: headMegapascals === null ? '' : ` (${headMegapascals.toFixed(2)} MPa)`,
            },
          ),
    ),
  );
};

/** What is to be done, and with what: a mine, a thing of one of the mines, or a number the county configures. */
const settlesWords = (ground: PlanGround, mines: readonly string[], { do: what, of }: Settles): Bilingual => {
  const check = of in CHECK_WORDS ? CHECK_WORDS[of as NeighbourFinding['check']] : null;
  const name = ground.nameOf.get(of) ?? thingName(ground, mines, of) ?? check ?? asWritten(of);
  return filled(asWritten('{what} ({of})'), { what: SETTLES_WORDS[what], of: name });
};
