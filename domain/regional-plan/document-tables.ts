import type { Bilingual } from '../contracts/bilingual.ts';
import type { PlanChange, PlanObject } from '../contracts/regional-plan.ts';
import { asWritten, filled } from './bilingual-text.ts';
import { bare, cell, type DocumentBuilder, labelled, MISSING } from './document-builder.ts';
import { CHECK_WORDS, FIELD_WORDS } from './plan-words.ts';

/** What an object says, one field a row. */
export const fieldTable = (doc: DocumentBuilder, object: PlanObject, caption: Bilingual): void =>
  doc.table(
    `${object.id}:fields`,
    caption,
    [
      { title: { zh: '项目', en: 'What' }, width: 24 },
      { title: { zh: '内容', en: 'As it stands' }, width: 76 },
    ],
    object.fields.map(({ key, value, tone }) => [cell(FIELD_WORDS[key]), cell(value ?? MISSING, tone)]),
  );

/** Hazards one a row: facts, proof, what is done, by whom until when. */
export const hazardTable = (
  doc: DocumentBuilder,
  id: string,
  caption: Bilingual,
  hazards: readonly PlanObject[],
): void =>
  doc.table(
    id,
    caption,
    [
      { title: { zh: '隐患', en: 'Hazard' }, width: 23 },
      { title: { zh: '证据与相互印证', en: 'Evidence and corroboration' }, width: 29 },
      { title: { zh: '治理措施与目标', en: 'Measures and target' }, width: 25 },
      { title: { zh: '责任、资金、时限、预案', en: 'Who, money, deadline, contingency' }, width: 23 },
    ],
    hazards.map((hazard) => [
      [
        { text: hazard.title, tone: 'plain' },
        ...bare(hazard, 'category', 'state'),
        ...labelled(hazard, 'place'),
      ],
      [...bare(hazard, 'corroboration'), ...labelled(hazard, 'found', 'evidence')],
      labelled(hazard, 'measure', 'target'),
      labelled(hazard, 'responsible', 'funding', 'deadline', 'contingencyPlan'),
    ]),
  );

export const pairTable = (
  doc: DocumentBuilder,
  id: string,
  caption: Bilingual,
  pairs: readonly PlanObject[],
): void =>
  doc.table(
    id,
    caption,
    [
      { title: { zh: '矿山与关系', en: 'Mines and check' }, width: 26 },
      { title: { zh: '距离、限值与水', en: 'Distance, bound, water' }, width: 26 },
      { title: { zh: '确定程度与如何查明', en: 'Certainty, and what would settle it' }, width: 26 },
      { title: { zh: '依据与台账', en: 'Rule and ledger' }, width: 22 },
    ],
    pairs.map((pair) => [
      cell(pair.title),
      [...bare(pair, 'distance'), ...labelled(pair, 'water')],
      [...bare(pair, 'certainty'), ...labelled(pair, 'settles')],
      labelled(pair, 'rule', 'inLedger'),
    ]),
  );

const checkOf = ({ fields }: PlanObject) => fields.find(({ key }) => key === 'check')?.value?.en;
const CONTIGUOUS = CHECK_WORDS.contiguous.en;

/** Whether a pair only says that rights lie side by side. */
export const isOfRights = (pair: PlanObject): boolean =>
  checkOf(pair) === CONTIGUOUS || checkOf(pair) === CHECK_WORDS['rights-distance'].en;

/** What makes mines one area, a line a pair; the same distance under another name is not told twice. */
export const rightsTable = (doc: DocumentBuilder, id: string, pairs: readonly PlanObject[]): void => {
  const joinedBy = new Set(
    pairs.filter((pair) => checkOf(pair) === CONTIGUOUS).map(({ mines }) => mines.join()),
  );
  doc.table(
    id,
    { zh: '矿权连片', en: 'Contiguous rights' },
    [
      { title: { zh: '矿山', en: 'Mines' }, width: 46 },
      { title: { zh: '距离与限值', en: 'Distance and bound' }, width: 30 },
      { title: { zh: '确定程度', en: 'Certainty' }, width: 24 },
    ],
    pairs
      .filter((pair) => checkOf(pair) === CONTIGUOUS || !joinedBy.has(pair.mines.join()))
      .map((pair) => [cell(pair.title), bare(pair, 'distance'), bare(pair, 'certainty')]),
  );
};

const CHANGE_WORDS: Readonly<Record<PlanChange['kind'], Bilingual>> = {
  added: { zh: '新增', en: 'new' },
  gone: { zh: '不再列入', en: 'gone' },
  changed: { zh: '变化', en: 'changed' },
};

export const changeTable = (doc: DocumentBuilder, changes: readonly PlanChange[]): void =>
  doc.table(
    'changes',
    { zh: '逐项变化', en: 'Changes, object by object' },
    [
      { title: { zh: '变化', en: 'Change' }, width: 12 },
      { title: { zh: '对象', en: 'Object' }, width: 28 },
      { title: { zh: '原为 → 现为', en: 'Before → now' }, width: 60 },
    ],
    changes.map(({ kind, title, fields }) => [
      cell(CHANGE_WORDS[kind], kind === 'changed' ? 'plain' : 'doubt'),
      cell(title),
      fields.length === 0
        ? cell(asWritten('—'))
        : fields.map(({ key, before, after }) => ({
            text: filled(
              { zh: '{label}：{before} → {after}', en: '{label}: {before} → {after}' },
              { label: FIELD_WORDS[key], before: before ?? MISSING, after: after ?? MISSING },
            ),
            tone: after === null ? 'missing' : 'plain',
          })),
    ]),
  );
