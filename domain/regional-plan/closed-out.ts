import type { RegionalPlan } from '../contracts/regional-plan.ts';
import { asWritten, filled, measure } from './bilingual-text.ts';
import { cell, type DocumentBuilder } from './document-builder.ts';
import { hazardObjectId } from './hazard-object.ts';
import { mineName, type PlanGround } from './plan-sources.ts';

/** Hazards that were accepted in the year of the plan and are closed: what was done, beside what is left. */
export const closedOut = (ground: PlanGround, year: number): RegionalPlan['closedOut'] =>
  ground.hazards
    .flatMap((hazard) => {
      const { accepted } = hazard.treatment;
      if (hazard.state !== 'closed' || !accepted?.on.startsWith(`${year}-`)) return [];
      return [
        {
          id: hazardObjectId(hazard),
          title: filled(asWritten('{mine}·{title}'), {
            mine: mineName(ground, hazard.mine),
            title: hazard.title,
          }),
          accepted: accepted.on,
          reached: `${accepted.metric} ${measure(accepted.value)} ${accepted.unit}`.trim(),
        },
      ];
    })
    .toSorted((a, b) => (a.accepted < b.accepted ? -1 : a.accepted > b.accepted ? 1 : a.id < b.id ? -1 : 1));

/** Nothing in a version that was frozen before plans told of it. */
export const closedOutTable = (doc: DocumentBuilder, { closedOut: all, year }: RegionalPlan): void => {
  if (!all) return;
  if (all.length === 0) {
    doc.paragraph(
      filled(
        {
          zh: '台账中没有 {year} 年验收并已销号的隐患。',
          en: 'No hazard of the ledger was accepted in {year} and is closed.',
        },
        { year },
      ),
    );
    return;
  }
  doc.table(
    'closed-out',
    filled(
      { zh: '{year} 年验收并已销号的隐患', en: 'Hazards that were accepted in {year} and are closed' },
      { year },
    ),
    [
      { title: { zh: '隐患', en: 'Hazard' }, width: 60 },
      { title: { zh: '验收日', en: 'Accepted on' }, width: 18 },
      { title: { zh: '验收值', en: 'What was reached' }, width: 22 },
    ],
    all.map(({ title, accepted, reached }) => [
      cell(title, 'plain'),
      cell(asWritten(accepted), 'plain'),
      cell(asWritten(reached), 'plain'),
    ]),
  );
};
