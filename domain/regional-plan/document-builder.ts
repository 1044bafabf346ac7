import type { Bilingual } from '../contracts/bilingual.ts';
import type { PlanBlock, PlanCell } from '../contracts/plan-document.ts';
import type { FieldTone, PlanField, PlanObject, PlanText } from '../contracts/regional-plan.ts';
import { filled } from './bilingual-text.ts';
import { FIELD_WORDS } from './plan-words.ts';

type Column = Extract<PlanBlock, { type: 'table' }>['columns'][number];

/** Writes blocks and numbers headings, tables and figures as 3, 3.1, 表 3-2. */
export interface DocumentBuilder {
  chapter(id: string, text: Bilingual): void;
  section(id: string, text: Bilingual): void;
  paragraph(text: Bilingual, tone?: FieldTone): void;
  added(text: PlanText): void;
  /** Nothing is written where there are no rows. */
  table(id: string, caption: Bilingual, columns: readonly Column[], rows: readonly PlanCell[][]): void;
  figure(figure: string, caption: Bilingual): void;
  readonly blocks: PlanBlock[];
}

export const createBuilder = (): DocumentBuilder => {
  const blocks: PlanBlock[] = [];
  let [chapter, section, table, figure] = [0, 0, 0, 0];
  return {
    blocks,
    chapter: (id, text) => {
      chapter++;
      [section, table, figure] = [0, 0, 0];
      blocks.push({ type: 'heading', level: 1, id, number: String(chapter), text });
    },
    section: (id, text) => {
      section++;
      blocks.push({ type: 'heading', level: 2, id, number: `${chapter}.${section}`, text });
    },
    paragraph: (text, tone = 'plain') => {
      blocks.push({ type: 'paragraph', text, tone });
    },
    added: ({ text, by, at }) => {
      blocks.push({ type: 'added', text, by, at });
    },
    table: (id, caption, columns, rows) => {
      if (rows.length === 0) return;
      table++;
      blocks.push({
        type: 'table',
        id,
        number: `${chapter}-${table}`,
        caption,
        columns: [...columns],
        rows: rows.map((row) => [...row]),
      });
    },
    figure: (id, caption) => {
      figure++;
      blocks.push({ type: 'figure', figure: id, number: `${chapter}-${figure}`, caption });
    },
  };
};

export const cell = (text: Bilingual, tone: FieldTone = 'plain'): PlanCell => [{ text, tone }];
export const MISSING: Bilingual = { zh: '【缺】', en: '[missing]' };

const lineOf = (object: PlanObject, key: PlanField, withLabel: boolean): PlanCell => {
  const found = object.fields.find((one) => one.key === key);
  if (!found) return [];
  const value = found.value ?? MISSING;
  const text = withLabel
    ? filled({ zh: '{label}：{value}', en: '{label}: {value}' }, { label: FIELD_WORDS[key], value })
    : value;
  return [{ text, tone: found.tone }];
};

/** Fields one below the other, each with its label. */
export const labelled = (object: PlanObject, ...keys: readonly PlanField[]): PlanCell =>
  keys.flatMap((key) => lineOf(object, key, true));
export const bare = (object: PlanObject, ...keys: readonly PlanField[]): PlanCell =>
  keys.flatMap((key) => lineOf(object, key, false));
