import type { Bilingual } from '../contracts/bilingual.ts';
import type { PlanDocument } from '../contracts/plan-document.ts';
import {
  PLAN_CHAPTERS,
  type PlanChange,
  type PlanChapter,
  type PlanObject,
  type PlanText,
  type RegionalPlan,
  type RegionalPlanRules,
} from '../contracts/regional-plan.ts';
import { asWritten, filled } from './bilingual-text.ts';
import { closedOutTable } from './closed-out.ts';
import { basisChapter } from './document-basis.ts';
import { cell, createBuilder, type DocumentBuilder } from './document-builder.ts';
import { gapsChapter } from './document-gaps.ts';
import {
  changeTable,
  fieldTable,
  hazardTable,
  isOfRights,
  pairTable,
  rightsTable,
} from './document-tables.ts';
import { AREA_FIGURES, COUNTY_FIGURE } from './figures/figure-ids.ts';
import { grouped } from './plan-sources.ts';
import { COUNT_GROUPS } from './plan-statistics.ts';
import { CHAPTER_WORDS, CRITERION_WORDS } from './plan-words.ts';

export interface DocumentOf {
  readonly plan: RegionalPlan;
  readonly texts: readonly PlanText[];
  readonly changes: readonly PlanChange[];
  readonly rules: RegionalPlanRules | null;
  /** Ids of the drawings there are: a figure nobody drew is not announced. */
  readonly figures: ReadonlySet<string>;
  /** Of a frozen version; null: a draft. */
  readonly version: { readonly number: number } | null;
}

/** The plan as a document of blocks, in both languages: what PDF, DOCX and screen show. */
export const planDocument = (o: DocumentOf): PlanDocument => {
  const { plan, texts } = o;
  const writing: Writing = { ...o, under: grouped(plan.objects, ({ parent }) => parent) };
  const doc = createBuilder();
  for (const chapter of PLAN_CHAPTERS) {
    doc.chapter(chapter, CHAPTER_WORDS[chapter]);
    const text = texts.find((one) => one.chapter === chapter && one.text.trim() !== '');
    if (text) doc.added(text);
    CHAPTERS[chapter](doc, writing);
  }
  return {
    title: filled(
      {
        zh: '{county}区域性隐蔽致灾因素治理方案（{year} 年度）',
        en: '{county}: regional treatment plan of hidden hazards, {year}',
      },
      { county: plan.countyName, year: plan.year },
    ),
    subtitle: o.version
      ? filled(
          { zh: '第 {n} 版，数据截至 {on}', en: 'Version {n}, data as of {on}' },
          { n: o.version.number, on: plan.on },
        )
      : filled(
          { zh: '草案（未定稿），数据截至 {on}', en: 'Draft, not frozen; data as of {on}' },
          { on: plan.on },
        ),
    provenance: plan.provenance,
    blocks: doc.blocks,
  };
};

/** What the chapters are written from. */
interface Writing extends DocumentOf {
  /** Objects by what they stand under. */
  readonly under: ReadonlyMap<string | null, readonly PlanObject[]>;
}

const childrenOf = ({ under }: Writing, parent: string, kind: PlanObject['kind']): PlanObject[] =>
  (under.get(parent) ?? []).filter((one) => one.kind === kind);

const drawn = (doc: DocumentBuilder, o: DocumentOf, figure: string, caption: Bilingual): void => {
  if (o.figures.has(figure)) doc.figure(figure, caption);
};

const statistics = (doc: DocumentBuilder, { plan }: Writing): void => {
  for (const [group, caption] of Object.entries(COUNT_GROUPS))
    doc.table(
      `count:${group}`,
      caption,
      [
        { title: { zh: '项目', en: 'What' }, width: 70 },
        { title: { zh: '数量', en: 'Number' }, width: 30 },
      ],
      plan.counts
        .filter((one) => one.group === group)
        .map(({ label, value, isUnknown }) => {
          const tone = isUnknown && value > 0 ? 'missing' : 'plain';
          return [cell(label, tone), cell(asWritten(String(value)), tone)];
        }),
    );
  closedOutTable(doc, plan);
};

const contiguous = (doc: DocumentBuilder, o: Writing): void => {
  const clusters = o.plan.objects.filter(({ kind }) => kind === 'cluster');
  if (clusters.length === 0)
    doc.paragraph(
      o.plan.gaps.some(({ kind }) => kind === 'no-neighbours-rule')
        ? {
            zh: '未得出连片矿区，且判定不完整，见“尚不能说明的事项”。',
            en: 'No area was found, and the check is not whole: see the gaps.',
          }
        : { zh: '未发现连片矿区。', en: 'No contiguous mining area was found.' },
      o.plan.gaps.some(({ kind }) => kind === 'no-neighbours-rule') ? 'missing' : 'plain',
    );
  for (const cluster of clusters) area(doc, o, cluster, { zh: '连片矿区概况', en: 'The area' });
  for (const group of o.plan.objects.filter(({ kind }) => kind === 'neighbour-group'))
    area(doc, o, group, { zh: '相邻矿组概况', en: 'The group' });
};

/** Mines told of together: what is known of them, map and elevation, the findings that bind them, and their hazards. */
const area = (doc: DocumentBuilder, o: Writing, of: PlanObject, caption: Bilingual): void => {
  doc.section(of.id, of.title);
  fieldTable(doc, of, caption);
  drawn(
    doc,
    o,
    AREA_FIGURES.map(of.id),
    filled({ zh: '{area}平面图', en: '{area}: map' }, { area: of.title }),
  );
  drawn(
    doc,
    o,
    AREA_FIGURES.elevation(of.id),
    filled({ zh: '{area}立面图', en: '{area}: elevation' }, { area: of.title }),
  );
  const pairs = childrenOf(o, of.id, 'pair');
  pairTable(
    doc,
    `${of.id}:pairs`,
    { zh: '相邻关系', en: 'Neighbour findings' },
    pairs.filter((pair) => !isOfRights(pair)),
  );
  rightsTable(doc, `${of.id}:rights`, pairs.filter(isOfRights));
  hazardTable(
    doc,
    `${of.id}:hazards`,
    { zh: '涉及相邻关系的隐患', en: 'Hazards the findings are about' },
    childrenOf(o, of.id, 'hazard'),
  );
};

const hydrogeology = (doc: DocumentBuilder, o: Writing): void => {
  const rules = o.rules?.complexHydrogeology.filter(({ active }) => active) ?? [];
  doc.table(
    'water-rules',
    { zh: '判定规则（满足一条即为复杂）', en: 'Rules: one that holds is enough' },
    [
      { title: { zh: '规则', en: 'Rule' }, width: 34 },
      { title: { zh: '参数', en: 'Parameters' }, width: 26 },
      { title: { zh: '出处与核实程度', en: 'Source and how well it is verified' }, width: 40 },
    ],
    rules.map((rule) => [
      cell(filled(asWritten('{id} {what}'), { id: rule.id, what: CRITERION_WORDS[rule.criterion] })),
      cell(
        rule.value !== undefined
          ? asWritten(`≥ ${rule.value} m`)
          : asWritten([...rule.kinds, ...rule.grades, ...rule.categories].join(', ') || '—'),
        rule.criterion === 'water-over-workings' && rule.value === undefined ? 'missing' : 'plain',
      ),
      cell(asWritten(`${rule.jurisdiction} ${rule.clause}; ${rule.status}`)),
    ]),
  );
  if (rules.length === 0)
    doc.paragraph(
      {
        zh: '县规则未写明判定规则，无法判定哪些区域水文地质条件复杂。',
        en: 'The county’s rules say nothing of it: which areas are complex cannot be told.',
      },
      'missing',
    );
  const areas = o.plan.objects.filter(({ kind }) => kind === 'water-area');
  for (const area of areas) {
    doc.section(area.id, area.title);
    fieldTable(doc, area, { zh: '区域概况', en: 'The area' });
    drawn(
      doc,
      o,
      AREA_FIGURES.water(area.id),
      filled(
        { zh: '{area}范围、水体与水位图', en: '{area}: extent, waters and levels' },
        { area: area.title },
      ),
    );
    hazardTable(
      doc,
      `${area.id}:hazards`,
      { zh: '涉水隐患', en: 'Water hazards' },
      childrenOf(o, area.id, 'hazard'),
    );
  }
  const inArea = new Set(areas.flatMap(({ mines }) => mines));
  const open = o.plan.gaps.filter(({ kind, object }) => kind === 'water-not-told' && object === null);
  if (rules.length > 0)
    doc.table(
      'water-not-told',
      {
        zh: '无法判定的矿山（不等于条件简单）',
        en: 'Mines that cannot be judged (which does not mean simple)',
      },
      [
        { title: { zh: '矿山', en: 'Mine' }, width: 28 },
        { title: { zh: '缺什么', en: 'What is missing' }, width: 72 },
      ],
      open.map(({ of, detail }) => [cell(of, 'missing'), cell(detail ?? asWritten('—'), 'missing')]),
    );
  if (rules.length > 0 && inArea.size === 0)
    doc.paragraph({ zh: '按上述规则未发现复杂区域。', en: 'By these rules no area is found to be complex.' });
};

const closed = (doc: DocumentBuilder, o: Writing): void => {
  const mines = o.plan.objects.filter(({ kind }) => kind === 'closed-mine');
  if (mines.length === 0)
    doc.paragraph({ zh: '登记册中当日无已关闭矿井。', en: 'The register had no closed mine on that day.' });
  for (const mine of mines) {
    doc.section(mine.id, mine.title);
    fieldTable(doc, mine, { zh: '关闭矿井概况', en: 'The closed mine' });
    drawn(
      doc,
      o,
      AREA_FIGURES.water(mine.id),
      filled(
        { zh: '{mine}遗留井巷、水体与水位图', en: '{mine}: what is left, waters and levels' },
        { mine: mine.title },
      ),
    );
    hazardTable(doc, `${mine.id}:hazards`, { zh: '隐患', en: 'Hazards' }, childrenOf(o, mine.id, 'hazard'));
  }
};

const others = (doc: DocumentBuilder, o: Writing): void => {
  doc.paragraph({
    zh: '前三类对象以外的隐患按灾种分节（一灾一策），节内按矿山、部位排列（一矿一策、一面一策）；登记册未列入的矿山各成一节，列于其前。',
    en: 'Hazards outside the three kinds of object above, a section a kind of disaster, by mine and place within it; mines that the register does not list have a section each, before them.',
  });
  const unlisted = o.plan.objects.filter(({ kind }) => kind === 'unlisted-mine');
  for (const mine of unlisted) {
    doc.section(
      mine.id,
      filled({ zh: '{mine}（登记册未列入）', en: '{mine} (not in the register)' }, { mine: mine.title }),
    );
    fieldTable(doc, mine, { zh: '登记册未列入的矿山', en: 'A mine the register does not list' });
    hazardTable(doc, `${mine.id}:hazards`, { zh: '隐患', en: 'Hazards' }, childrenOf(o, mine.id, 'hazard'));
  }
  const hazards = (o.under.get(null) ?? []).filter(
    ({ kind, chapter }) => kind === 'hazard' && chapter === 'other-hazards',
  );
  const byCategory = grouped(
    hazards,
    ({ fields }) => fields.find(({ key }) => key === 'category')?.value?.zh,
  );
  for (const [category, those] of [...byCategory].sort(([, a], [, b]) => b.length - a.length)) {
    const name = those[0]!.fields.find(({ key }) => key === 'category')!.value!;
    doc.section(`category:${category}`, name);
    hazardTable(
      doc,
      `category:${category}:hazards`,
      filled({ zh: '{name}（{n} 项）', en: '{name} ({n})' }, { name, n: those.length }),
      those.toSorted((a, b) => (a.mines[0]! < b.mines[0]! ? -1 : a.mines[0]! > b.mines[0]! ? 1 : 0)),
    );
  }
  if (hazards.length === 0 && unlisted.length === 0) doc.paragraph({ zh: '无。', en: 'None.' });
};

const changes = (doc: DocumentBuilder, o: Writing): void => {
  const { comparedWith } = o.plan;
  if (comparedWith === null) {
    doc.paragraph(
      {
        zh: '没有更早年度的定稿版本，无从比较。',
        en: 'No version of an earlier year is frozen: there is nothing to compare with.',
      },
      'missing',
    );
    return;
  }
  const count = (kind: PlanChange['kind']): number => o.changes.filter((one) => one.kind === kind).length;
  doc.paragraph(
    filled(
      {
        zh: '与 {year} 年度版本（数据截至 {on}）相比：新增 {added} 项，不再列入 {gone} 项，变化 {changed} 项。',
        en: 'Against the version of {year} (data as of {on}): {added} new, {gone} gone, {changed} changed.',
      },
      {
        year: comparedWith.year,
        on: comparedWith.on,
        added: count('added'),
        gone: count('gone'),
        changed: count('changed'),
      },
    ),
  );
  changeTable(doc, o.changes);
};

const basis = (doc: DocumentBuilder, o: Writing): void => {
  basisChapter(doc, o.plan, () =>
    drawn(
      doc,
      o,
      COUNTY_FIGURE,
      filled(
        { zh: '{county}矿山、连片矿区与隐患分布图', en: '{county}: mines, contiguous areas and hazards' },
        { county: o.plan.countyName },
      ),
    ),
  );
};

const CHAPTERS: Readonly<Record<PlanChapter, (doc: DocumentBuilder, o: Writing) => void>> = {
  basis,
  statistics,
  contiguous,
  hydrogeology,
  'closed-mines': closed,
  'other-hazards': others,
  changes,
  gaps: (doc, { plan }) => gapsChapter(doc, plan),
};
