import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { PlanBlock, PlanCell } from '../../../domain/contracts/plan-document.ts';
import { type PdfPages, type TextStyle, TONES } from './pdf-pages.ts';

type Table = Extract<PlanBlock, { type: 'table' }>;

const SIZE = 8;
const LEADING = 1.4;
const PADDING = 3;
const LINE_COLOUR = '#9aa3ab';
const HEAD_GROUND = '#eceff1';

interface CellLine {
  readonly text: string;
  readonly style: TextStyle;
}

/** A table with its head on every page; a row that is higher than what is left goes on on the next. */
export const pdfTable = (pages: PdfPages, table: Table, language: Language): void => {
  const total = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns.map(({ width }) => (width / total) * pages.width);
  const head = table.columns.map(({ title }, i) =>
    linesOf(pages, [{ text: title, tone: 'plain' }], widths[i]!, language, true),
  );
  const headHeight = rowHeight(head);
  const row = (cells: readonly (readonly CellLine[])[], ground?: string): void => {
    const height = rowHeight(cells);
    let x = pages.left;
    cells.forEach((lines, i) => {
      if (ground) pages.doc.rect(x, pages.y, widths[i]!, height).fill(ground);
      pages.doc
        .lineWidth(0.4)
        .undash()
        .strokeColor(LINE_COLOUR)
        .rect(x, pages.y, widths[i]!, height)
        .stroke();
      lines.forEach(({ text, style }, k) => {
        pages.put(text, x + PADDING, pages.y + PADDING + SIZE + k * SIZE * LEADING, style);
      });
      x += widths[i]!;
    });
    pages.y += height;
  };
  const titled = (): void => row(head, HEAD_GROUND);
  pages.need(headHeight + rowHeight([[LEAST_LINE, LEAST_LINE]]));
  titled();
  for (const cells of table.rows) {
    let rest = cells.map((cell, i) => linesOf(pages, cell, widths[i]!, language, false));
    const height = rowHeight(rest);
    // A row is kept whole where a page can hold it.
    if (height > pages.room && height <= pages.height - headHeight) {
      pages.newPage();
      titled();
    }
    for (;;) {
      const fits = Math.max(1, Math.floor((pages.room - 2 * PADDING) / (SIZE * LEADING)));
      row(rest.map((lines) => lines.slice(0, fits)));
      rest = rest.map((lines) => lines.slice(fits));
      if (rest.every(({ length }) => length === 0)) break;
      pages.newPage();
      titled();
    }
  }
};

const LEAST_LINE: CellLine = { text: '', style: { size: SIZE } };

const rowHeight = (cells: readonly (readonly CellLine[])[]): number =>
  Math.max(1, ...cells.map(({ length }) => length)) * SIZE * LEADING + 2 * PADDING;

const linesOf = (
  pages: PdfPages,
  cell: PlanCell,
  width: number,
  language: Language,
  isHead: boolean,
): CellLine[] =>
  cell.flatMap(({ text, tone }) => {
    const style: TextStyle = { size: SIZE, ...TONES[tone], ...(isHead ? { bold: true } : {}) };
    return pages.lines(text[language], width - 2 * PADDING, style).map((line) => ({ text: line, style }));
  });
