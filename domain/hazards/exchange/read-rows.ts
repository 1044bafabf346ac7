import type { ImportReject } from '../../contracts/ledger.ts';
import { createRowReader, type RawCell, type RowReader } from './row-reader.ts';

/** What is wrong with a row and cannot be told from its cells. */
export interface CellFault extends Pick<ImportReject, 'column' | 'value' | 'what' | 'mend'> {
  /** As the program that shows the table counts them: the header is 1. */
  readonly row: number;
}

/** A table as it lies in somebody's file: the header first. */
export interface RawTable {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly faults?: readonly CellFault[];
}

/** What is wrong with a whole table. */
export const tableReject = (sheet: string, zh: string, en: string): ImportReject => ({
  ...{ sheet, row: null, column: null, value: null, what: { zh, en } },
  mend: { zh: '用下载的模板填写。', en: 'Fill in the template that can be downloaded.' },
});

/** The rows of a table under its header that hold anything. @returns null: it lacks columns, which is told */
export const readRows = (
  { name, rows: [first = [], ...rest] }: RawTable,
  headers: readonly string[],
  required: readonly string[],
  rejects: ImportReject[],
): RowReader[] | null => {
  const header = new Map<string, number>();
  const headed = new Set<number>();
  for (const [i, cell] of first.entries()) {
    const title = String(cell ?? '').trim();
    if (title === '') continue;
    headed.add(i);
    const isKnown = headers.includes(title) && !header.has(title);
    if (isKnown) header.set(title, i);
    else
      rejects.push({
        ...tableReject(
          name,
          '不认识这一列，或它出现了两次，没有读。',
          'This column is not known, or stands here twice, and was not read.',
        ),
        ...{ row: 1, column: title },
      });
  }
  const missing = required.filter((title) => !header.has(title));
  for (const title of missing)
    rejects.push({
      ...tableReject(name, '缺少这一列，整张表没有读。', 'This column is missing; the table was not read.'),
      column: title,
      mend: {
        zh: '补上这一列，没有内容的格子留空：空格子会清空台账里的值，缺列不会。',
        en: 'Add the column and leave cells empty where there is nothing: an empty cell empties what the ledger has, a missing column does not.',
      },
    });
  if (missing.length > 0) return null;
  return rest.flatMap((cells, i) =>
    cells.every((cell) => cell === null || cell === undefined || String(cell).trim() === '')
      ? []
      : [createRowReader({ sheet: name, row: i + 2, header, headed, cells, rejects })],
  );
};
