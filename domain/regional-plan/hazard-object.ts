import type { Bilingual } from '../contracts/bilingual.ts';
import type { Evidence, Hazard, Treatment } from '../contracts/hazard.ts';
import type { MovedDeadline } from '../contracts/moved-deadline.ts';
import type { PlanChapter, PlanFieldValue, PlanGap, PlanObject } from '../contracts/regional-plan.ts';
import { daysOverdue, missingFixed } from '../hazards/five-fixed.ts';
import { asWritten, filled, joined, measure, money } from './bilingual-text.ts';
import { PROOF_TONES, PROOF_WORDS, proofOf } from './hazard-proof.ts';
import { field, mineName, type PlanGround } from './plan-sources.ts';
import { categoryWords, HAZARD_STATE_WORDS, METHOD_WORDS, SAYS_WORDS } from './plan-words.ts';
import { placeInModel } from './thing-names.ts';

/** A mine may number its hazards as another does. */
export const hazardObjectId = ({ mine, id }: Pick<Hazard, 'mine' | 'id'>): string => `hazard:${mine}:${id}`;

/** A hazard of the ledger as an object of the plan: facts, proof, what is done by whom until when, and what of it is missing. */
export const hazardObject = (
  ground: PlanGround,
  hazard: Hazard,
  chapter: PlanChapter,
  parent: string | null,
): { readonly object: PlanObject; readonly gaps: readonly PlanGap[] } => {
  const id = hazardObjectId(hazard);
  const of: Bilingual = filled(asWritten('{mine}·{title}'), {
    mine: mineName(ground, hazard.mine),
    title: hazard.title,
  });
  const gap = (kind: PlanGap['kind'], detail: Bilingual | null = null): PlanGap => ({
    kind,
    chapter,
    object: id,
    of,
    detail,
  });
  const status = proofOf(hazard);
  const late = daysOverdue(hazard, ground.on);
  const gaps: PlanGap[] = [];
  if (status === 'inferred' || status === 'unverified' || status === 'contradicted') gaps.push(gap(status));
  for (const item of missingFixed(hazard.fiveFixed)) gaps.push(gap(`no-${item}`));
  if (hazard.treatment.target === null && status !== 'refuted') gaps.push(gap('no-target'));
  if (late !== null && late > 0)
    gaps.push(gap('overdue', filled({ zh: '超期 {n} 天', en: '{n} days late' }, { n: late })));
  const object: PlanObject = {
    id,
    kind: 'hazard',
    chapter,
    parent,
    title: of,
    mines: [hazard.mine],
    fields: [
      field('category', categoryWords(hazard.category)),
      field('place', placeWords(ground, hazard)),
      field(
        'found',
        filled(asWritten('{on} {how} {by}'), {
          on: hazard.found.on,
          how: METHOD_WORDS[hazard.found.how],
          by: hazard.found.by,
        }),
      ),
      field('evidence', evidenceWords(hazard.evidence)),
      field('corroboration', PROOF_WORDS[status], PROOF_TONES[status]),
      field('state', HAZARD_STATE_WORDS[hazard.state]),
      ...fixedFields(hazard, late, ground.moved.get(id) ?? null),
      field('target', targetWords(hazard.treatment)),
    ],
  };
  return { object, gaps };
};

const fixedFields = (
  { fiveFixed }: Hazard,
  late: number | null,
  moved: MovedDeadline | null,
): PlanFieldValue[] => {
  const { responsible, measure: what, funding, deadline, contingencyPlan } = fiveFixed;
  const written = (text: string | null): Bilingual | null => (text === null ? null : asWritten(text));
  return [
    field('measure', written(what)),
    field('responsible', responsible && asWritten(`${responsible.person} / ${responsible.department}`)),
    field(
      'funding',
      funding && asWritten(`${money(funding.amount)} ${funding.currency} / ${funding.source}`),
    ),
    field(
      'deadline',
      deadlineWords(deadline, late, moved),
      deadline === null || (late !== null && late > 0) ? 'bad' : 'plain',
    ),
    field('contingencyPlan', written(contingencyPlan)),
  ];
};

/** Until when, how late that is, and that it was until another day first; null: there is none and never was. */
const deadlineWords = (
  deadline: string | null,
  late: number | null,
  moved: MovedDeadline | null,
): Bilingual | null => {
  if (deadline === null && moved === null) return null;
  const now =
    deadline === null
      ? { zh: '现无期限', en: 'none now' }
      : late !== null && late > 0
        ? filled({ zh: '{on}（超期 {n} 天）', en: '{on} ({n} days late)' }, { on: deadline, n: late })
        : asWritten(deadline);
  if (moved === null) return now;
  const was = filled(
    { zh: '期限已改 {n} 次，最初 {first}', en: 'moved {n}×, first {first}' },
    { n: moved.times, first: moved.first },
  );
  return joined([now, was]);
};

/** What stands of the evidence, the oldest first; null where there is none. */
export const evidenceWords = (evidence: readonly Evidence[]): Bilingual | null => {
  const replaced = new Set(evidence.flatMap(({ replaces }) => replaces ?? []));
  const standing = evidence
    .filter(({ id }) => !replaced.has(id))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (standing.length === 0) return null;
  return joined(
    standing.map(({ method, on, says, author, finding }) =>
      filled(
        {
          zh: '{method} {on}（{author}）：{says}，{finding}',
          en: '{method} {on} ({author}): {says}, {finding}',
        },
        { method: METHOD_WORDS[method], on, author, says: SAYS_WORDS[says], finding },
      ),
    ),
  );
};

const degreesText = ([longitude, latitude]: readonly [number, number]): string =>
  `${longitude.toFixed(5)}°, ${latitude.toFixed(5)}°`;

const placeWords = (ground: PlanGround, hazard: Hazard): Bilingual => {
  const { place } = hazard;
  switch (place.kind) {
    case 'feature':
      return placeInModel(ground, hazard, place);
    case 'point':
      return asWritten(degreesText(place.at));
    case 'line':
      return filled({ zh: '线，起于 {at}', en: 'line from {at}' }, { at: degreesText(place.line[0]!) });
    case 'polygon':
      return filled(
        { zh: '范围，起于 {at}', en: 'area from {at}' },
        { at: degreesText(place.rings[0]![0]!) },
      );
  }
};

/** To what it is treated, and what was reached (怎么治、治到什么程度); null without a target. */
const targetWords = ({ target, accepted }: Treatment): Bilingual | null => {
  if (target === null) return null;
  const wanted = asWritten(
    `${target.metric} ${target.direction === 'at-most' ? '≤' : '≥'} ${measure(target.value)} ${target.unit}`,
  );
  const reached = accepted
    ? filled(
        { zh: '验收 {value}（{on} {by}）', en: 'accepted {value} ({on} {by})' },
        {
          value: `${accepted.metric} ${measure(accepted.value)} ${accepted.unit}`,
          on: accepted.on,
          by: accepted.by,
        },
      )
    : { zh: '未验收', en: 'not accepted yet' };
  return joined([wanted, reached]);
};
