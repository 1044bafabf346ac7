import type { Bilingual } from '../../contracts/bilingual.ts';
import type { ImportReject } from '../../contracts/ledger.ts';
import { valueOfWord, type Words } from './ledger-words.ts';

/** What a cell of somebody's table may hold. Dates are midnight UTC of their day. */
export type RawCell = string | number | boolean | Date | null | undefined;

/** One row of a table under its header; every fault it finds is told with column and value. */
export interface RowReader {
  readonly row: number;
  text(header: string): string | null;
  /** As `text`; where nothing stands there the row is faulty. */
  required(header: string): string;
  number(header: string): number | null;
  day(header: string): string | null;
  word<V extends string>(header: string, words: Words<V>): V | null;
  /** Nothing stands in any of these. */
  isEmpty(...headers: readonly string[]): boolean;
  reject(header: string | null, what: Bilingual, mend: Bilingual, value?: string | null): void;
  /** Tells what stands in cells under no header: nobody knows what it means, and it would be lost. */
  rejectUnheaded(): void;
}

const shown = (cell: RawCell): string | null =>
  cell === null || cell === undefined ? null : cell instanceof Date ? isoDay(cell) : String(cell);

const isoDay = (date: Date): string =>
  Number.isFinite(date.getTime()) ? date.toISOString().slice(0, 10) : String(date);

/** 2026-03-01, 2026/3/1, 2026.3.1 and 2026年3月1日 are one day. @returns null: none */
const readDay = (text: string): string | null => {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? [];
  if (!year || !month || !day) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const ms = Date.parse(iso);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(iso) ? iso : null;
};

/** The name a spreadsheet gives a column: 0 is A, 26 is AA. */
const columnName = (at: number): string =>
  (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const UNHEADED: Bilingual = {
  zh: '这一格上面没有列名，写的是什么无从知道。',
  en: 'This cell stands under no header: nobody knows what it says.',
};
const HEAD_IT: Bilingual = {
  zh: '移到它该在的列里，或清空它。',
  en: 'Move it to the column it belongs to, or empty it.',
};

const MISSING: Bilingual = { zh: '没有填写。', en: 'Nothing is written here.' };
const FILL_IN: Bilingual = { zh: '填写这一列。', en: 'Fill in this column.' };

/** @param row as the program that shows the table counts them */
export const createRowReader = (o: {
  readonly sheet: string;
  readonly row: number;
  readonly header: ReadonlyMap<string, number>;
  /** Columns that have a header, known or not. */
  readonly headed: ReadonlySet<number>;
  readonly cells: readonly RawCell[];
  readonly rejects: ImportReject[];
}): RowReader => {
  const raw = (header: string): RawCell => {
    const at = o.header.get(header);
    return at === undefined ? null : o.cells[at];
  };
  const text = (header: string): string | null => shown(raw(header))?.trim() || null;
  const reject: RowReader['reject'] = (column, what, mend, value) => {
    const found = value === undefined && column !== null ? shown(raw(column)) : (value ?? null);
    o.rejects.push({ sheet: o.sheet, row: o.row, column, value: found, what, mend });
  };
  return {
    row: o.row,
    text,
    required: (header) => {
      const found = text(header);
      if (found === null) reject(header, MISSING, FILL_IN);
      return found ?? '';
    },
    number: (header) => {
      const cell = raw(header);
      const found = text(header);
      if (typeof cell === 'number' || found === null) return typeof cell === 'number' ? cell : null;
      const value = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/iu.test(found) ? Number(found) : Number.NaN;
      if (Number.isFinite(value)) return value;
      reject(
        header,
        { zh: '不是数。', en: 'This is no number.' },
        { zh: '只写数，不带单位和逗号。', en: 'Write the number alone, without unit or commas.' },
      );
      return null;
    },
    day: (header) => {
      const found = text(header);
      const day = found === null ? null : readDay(found);
      if (found !== null && day === null)
        reject(
          header,
          { zh: '不是日期。', en: 'This is no day.' },
          {
            zh: '写成 2026-03-01，或设为日期格式。',
            en: 'Write it like 2026-03-01, or format the cell as a date.',
          },
        );
      return day;
    },
    word: (header, words) => {
      const found = text(header);
      const value = found === null ? null : valueOfWord(words, found);
      if (found !== null && value === null) {
        const all = Object.entries<string>(words);
        reject(
          header,
          { zh: '没有这个词。', en: 'There is no such word.' },
          {
            zh: `写 ${all.map(([, word]) => word).join('、')} 之一。`,
            en: `Write one of ${all.map(([id, word]) => `${word} (${id})`).join(', ')}.`,
          },
        );
      }
      return value;
    },
    rejectUnheaded: () => {
      for (const [at, cell] of o.cells.entries())
        if (!o.headed.has(at) && shown(cell)?.trim()) {
          const [column, value] = [columnName(at), shown(cell)];
          o.rejects.push({ ...{ sheet: o.sheet, row: o.row, column, value }, what: UNHEADED, mend: HEAD_IT });
        }
    },
    isEmpty: (...headers) => headers.every((header) => text(header) === null),
    reject,
  };
};
