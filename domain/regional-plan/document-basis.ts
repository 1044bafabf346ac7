import { PROVENANCE_TEXT } from '../contracts/layers.ts';
import type { RegionalPlan } from '../contracts/regional-plan.ts';
import { asWritten, filled, joined } from './bilingual-text.ts';
import { cell, type DocumentBuilder } from './document-builder.ts';

/** Signs of a hash that are written: enough to tell versions apart, whole ones are in the version's own data. */
const HASH_SIGNS = 16;

/** What the document is made from, so that anybody can make it again. */
export const basisChapter = (doc: DocumentBuilder, plan: RegionalPlan, map: () => void): void => {
  const names = new Map([...plan.mines, ...(plan.outside ?? [])].map(({ id, name }) => [id, name]));
  if (plan.provenance === 'synthetic')
    doc.paragraph(
      {
        zh: '本方案含合成数据，仅供演示，不得用于生产和监管。',
        en: 'This plan holds SYNTHETIC DATA, made up for demonstration: not for use in mines or for supervision.',
      },
      'bad',
    );
  doc.paragraph(
    filled(
      {
        zh: '本方案由{county}矿山登记册、矿山资料、相邻关系计算结果和隐蔽致灾因素台账在 {on} 的状态自动汇编，每年据实更新。凡资料缺失、未经相互印证或未落实的，均如实写明为“缺”“推断”或“不确定”，不作推断。',
        en: 'Composed from the register, the recorded features, the neighbour findings and the hazard ledger of {county} as they stood on {on}; made anew every year. What is missing, not corroborated or not settled is said so, and nothing is guessed.',
      },
      { county: plan.countyName, on: plan.on },
    ),
  );
  map();
  const { pins } = plan;
  doc.table(
    'pins',
    { zh: '数据版本', en: 'Data revisions' },
    [
      { title: { zh: '数据', en: 'Data' }, width: 34 },
      { title: { zh: '版本', en: 'Revision' }, width: 66 },
    ],
    [
      [cell({ zh: '县数据包', en: 'County bundle' }), cell(asWritten(pins.county))],
      [
        cell({ zh: '规则文件', en: 'Rule file' }),
        pins.rules
          ? cell(asWritten(`${pins.rules.file}, SHA-256 ${pins.rules.sha256.slice(0, HASH_SIGNS)}…`))
          : cell({ zh: '【缺】无规则文件', en: '[missing] no rule file' }, 'missing'),
      ],
      [
        cell({ zh: '数据来源', en: 'Provenance' }),
        cell(PROVENANCE_TEXT[plan.provenance], plan.provenance === 'synthetic' ? 'bad' : 'plain'),
      ],
    ],
  );
  const unlisted = plan.gaps.filter(({ kind }) => kind === 'mine-not-in-register');
  if (unlisted.length > 0)
    doc.paragraph(
      filled(
        {
          zh: '另有 {n} 座矿山属于本县而登记册未列入，除台账外一无所知：{which}。本方案中按登记册统计的数字均不含这些矿山。',
          en: 'The county has mines that its register does not list ({n}), of which nothing but the ledger is known: {which}. They are in no number of this plan that is counted from the register.',
        },
        {
          n: unlisted.length,
          which: joined(
            unlisted.map(({ of, detail }) =>
              filled({ zh: '{of}（{detail}）', en: '{of} ({detail})' }, { of, detail: detail! }),
            ),
            '、',
            ', ',
          ),
        },
      ),
      'missing',
    );
  const written = pins.ledger.filter(({ head }) => head !== null);
  const silent = pins.ledger.length - written.length;
  doc.paragraph(
    filled(
      {
        zh: '台账共 {n} 座矿山有记录；{silent} 座矿山台账为空，为空不等于没有隐患。',
        en: 'The ledgers of {n} mines hold entries; those of {silent} are empty, which does not mean that there are no hazards.',
      },
      { n: written.length, silent },
    ),
    silent > 0 ? 'doubt' : 'plain',
  );
  doc.table(
    'ledger-heads',
    { zh: '各矿台账链头', en: 'Heads of the ledgers’ chains' },
    [
      { title: { zh: '矿山', en: 'Mine' }, width: 40 },
      { title: { zh: '版本数', en: 'Versions' }, width: 20 },
      { title: { zh: '链头', en: 'Head' }, width: 40 },
    ],
    written.map(({ mine, versions, head }) => [
      cell(names.get(mine) ?? asWritten(mine)),
      cell(asWritten(String(versions))),
      cell(asWritten(`${head!.slice(0, HASH_SIGNS)}…`)),
    ]),
  );
};
