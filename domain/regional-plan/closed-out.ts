import type { RegionalPlan } from '../contracts/regional-plan.ts';
import { asWritten, filled, measure } from './bilingual-text.ts';
import { cell, type DocumentBuilder } from './document-builder.ts';
import { hazardObjectId } from './hazard-object.ts';
import { mineName, type PlanGround } from './plan-sources.ts';

/** Hazards that were closed in the year of the plan and still are: what was done, beside what is left. Each stands in one year's plan. */
export const closedOut = (ground: PlanGround, year: number): RegionalPlan['closedOut'] =>
  ground.hazards
    .flatMap((hazard) => {
      const { accepted } = hazard.treatment;
      const id = hazardObjectId(hazard);
      const closed = ground.closedOn.get(id);
      if (hazard.state !== 'closed' || !closed?.startsWith(`${year}-`)) return [];
      return [
        {
          id,
          title: filled(asWritten('{mine}·{title}'), {
            mine: mineName(ground, hazard.mine),
            title: hazard.title,
          }),
          accepted: accepted?.on ?? null,
          closed,
          reached: accepted ? `${accepted.metric} ${measure(accepted.value)} ${accepted.unit}`.trim() : '',
        },
      ];
    })
    .toSorted((a, b) => (a.closed < b.closed ? -1 : a.closed > b.closed ? 1 : a.id < b.id ? -1 : 1));

/** Without an acceptance only what evidence of several methods shows never to have been there is closed. */
const RULED_OUT = {
  zh: '经多种方法查明不存在，未经治理',
  en: 'shown by several methods never to have been there; nothing was treated',
};

/** Nothing in a version that was frozen before plans told of it. */
export const closedOutTable = (doc: DocumentBuilder, { closedOut: all, year }: RegionalPlan): void => {
  if (!all) return;
  if (all.length === 0) {
    doc.paragraph(
      filled(
        { zh: '台账中没有 {year} 年销号的隐患。', en: 'No hazard of the ledger was closed in {year}.' },
        { year },
      ),
    );
    return;
  }
  doc.table(
    'closed-out',
    filled({ zh: '{year} 年销号的隐患', en: 'Hazards that were closed in {year}' }, { year }),
    [
      { title: { zh: '隐患', en: 'Hazard' }, width: 46 },
      { title: { zh: '销号日', en: 'Closed on' }, width: 16 },
      { title: { zh: '验收日', en: 'Accepted on' }, width: 16 },
      { title: { zh: '验收值', en: 'What was reached' }, width: 22 },
    ],
    all.map(({ title, accepted, closed, reached }) => [
      cell(title, 'plain'),
      cell(asWritten(closed ?? '—'), 'plain'),
      cell(asWritten(accepted ?? '—'), 'plain'),
      cell(accepted === null ? RULED_OUT : asWritten(reached), 'plain'),
    ]),
  );
};
