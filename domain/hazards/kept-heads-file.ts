import type { Bilingual } from '../contracts/bilingual.ts';
import {
  HEAD_LEDGERS,
  type KeptChainHead,
  keptHeadSchema,
  type LedgerHead,
} from '../contracts/ledger-heads.ts';

/** Columns of the table, and keys of the JSON. */
const COLUMNS = ['mine', 'ledger', 'number', 'hash', 'at'] as const;
/** What a head is; `at` is for people. */
const WANTED = ['mine', 'ledger', 'number', 'hash'] as const;

export const headsCsv = (heads: readonly LedgerHead[]): string =>
  [COLUMNS.join(','), ...heads.map((head) => COLUMNS.map((column) => head[column]).join(','))].join('\r\n') +
  '\r\n';

/** What in a file of kept heads cannot be used. */
export interface HeadsFault {
  /** Row of the table, or place in the JSON, from 1; null: the whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

export interface ReadHeads {
  readonly heads: readonly KeptChainHead[];
  readonly faults: readonly HeadsFault[];
}

const FROM_EXPORT: Bilingual = {
  zh: '请使用本页导出的 CSV 或 JSON，不要改动列名和内容。',
  en: 'Use the CSV or JSON that this page exports, its columns and contents unchanged.',
};
const EXPECTED: Readonly<Record<(typeof WANTED)[number], Bilingual>> = {
  mine: { zh: '应为矿山编号', en: 'the id of a mine is expected' },
  ledger: { zh: `应为 ${HEAD_LEDGERS.join(' 或 ')}`, en: `${HEAD_LEDGERS.join(' or ')} is expected` },
  number: { zh: '应为从 1 起的整数', en: 'a whole number from 1 is expected' },
  hash: {
    zh: '应为 64 位十六进制小写 SHA-256',
    en: 'a SHA-256 of 64 lower-case hexadecimal digits is expected',
  },
};

const whole = (what: Bilingual): ReadHeads => ({
  heads: [],
  faults: [{ row: null, column: null, value: null, what, mend: FROM_EXPORT }],
});

/** @param row from 1, as it is told */
const headOf = (fields: Readonly<Record<string, unknown>>, row: number): KeptChainHead | HeadsFault[] => {
  const { mine, ledger, number, hash } = fields;
  const parsed = keptHeadSchema.safeParse({ mine, ledger, number: Number(number ?? Number.NaN), hash });
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
  return WANTED.filter((column) => wrong.has(column)).map((column) => {
    const value = fields[column];
    return {
      ...{ row, column, value: value === undefined || value === null ? null : String(value).slice(0, 100) },
      ...{ what: EXPECTED[column], mend: FROM_EXPORT },
    };
  });
};

const gather = (rows: readonly (readonly [number, Readonly<Record<string, unknown>>])[]): ReadHeads => {
  const heads: KeptChainHead[] = [];
  const faults: HeadsFault[] = [];
  for (const [row, fields] of rows) {
    const head = headOf(fields, row);
    if (Array.isArray(head)) faults.push(...head);
    else heads.push(head);
  }
  if (rows.length === 0) return whole({ zh: '其中没有链头。', en: 'There is no head in it.' });
  return { heads, faults };
};

const readJson = (text: string): ReadHeads => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return whole({ zh: '不是完整的 JSON。', en: 'It is no whole JSON.' });
  }
  const list = Array.isArray(value) ? value : (value as { heads?: unknown } | null)?.heads;
  if (!Array.isArray(list)) return whole({ zh: '其中没有 heads 列表。', en: 'It has no list "heads".' });
  return gather(
    list.map((one, i) => [
      i + 1,
      typeof one === 'object' && one !== null ? (one as Record<string, unknown>) : {},
    ]),
  );
};

/** Spreadsheets put what they like in quotation marks, and some write semicolons. */
const readCsv = (text: string): ReadHeads => {
  const lines = text.split(/\r\n|\n|\r/);
  const cells = (line: string): string[] =>
    line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const header = cells(lines[0] ?? '');
  const lacking = WANTED.filter((column) => !header.includes(column));
  if (lacking.length > 0)
    return whole({
      zh: `第一行应为列名；缺少：${lacking.join('、')}。`,
      en: `The first line must name the columns; there is no ${lacking.join(', ')}.`,
    });
  return gather(
    lines.flatMap((line, i) =>
      i === 0 || line.trim() === ''
        ? []
        : [[i + 1, Object.fromEntries(cells(line).map((cell, k) => [header[k] ?? '', cell]))]],
    ),
  );
};

/** Heads that somebody kept outside, CSV or JSON as they were exported; everything that cannot be used is told. */
export const readKeptHeads = (text: string): ReadHeads => {
  const clean = text.replace(/^\uFEFF/, '').trim();
  return /^[[{]/.test(clean) ? readJson(clean) : readCsv(clean);
};
