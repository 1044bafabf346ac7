import { PLAN_GAPS, type RegionalPlan } from '../contracts/regional-plan.ts';
import { asWritten, filled, joined } from './bilingual-text.ts';
import { cell, type DocumentBuilder } from './document-builder.ts';
import { GAP_WORDS } from './gap-words.ts';
import { grouped } from './plan-sources.ts';

/** Every gap by name, a section a kind: with its detail where there is one, else as one list. */
export const gapsChapter = (doc: DocumentBuilder, { gaps }: Pick<RegionalPlan, 'gaps'>): void => {
  if (gaps.length === 0) {
    doc.paragraph({ zh: '无。', en: 'Nothing.' });
    return;
  }
  doc.paragraph(
    filled(
      {
        zh: '以下 {n} 项在补齐之前，本方案不能视为查全、查清、查实。',
        en: 'Until these {n} are settled the plan does not know everything it should.',
      },
      { n: gaps.length },
    ),
    'missing',
  );
  const byKind = grouped(gaps, ({ kind }) => kind);
  for (const kind of PLAN_GAPS) {
    const those = byKind.get(kind);
    if (!those) continue;
    const { what, mend } = GAP_WORDS[kind];
    doc.section(
      `gap:${kind}`,
      filled({ zh: '{what}（{n}）', en: '{what} ({n})' }, { what, n: those.length }),
    );
    doc.paragraph(filled({ zh: '补齐办法：{mend}。', en: 'To settle it: {mend}.' }, { mend }));
    if (those.every(({ detail }) => detail === null)) {
      doc.paragraph(joined(those.map(({ of }) => of)));
      continue;
    }
    doc.table(
      `gap:${kind}`,
      what,
      [
        { title: { zh: '对象', en: 'Of' }, width: 40 },
        { title: { zh: '说明', en: 'Detail' }, width: 60 },
      ],
      those.map(({ of, detail }) => [cell(of), cell(detail ?? asWritten('—'))]),
    );
  }
};
