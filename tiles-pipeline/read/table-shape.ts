import type { Finding } from '../../domain/contracts/finding.ts';
import { type FindingPlace, fileError, findingAt } from './finding-place.ts';
import type { Cell, Table } from './read-result.ts';

interface RawRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

const filledLength = (cells: readonly Cell[]): number => {
  let length = cells.length;
  while (length > 0 && isBlank(cells[length - 1])) length -= 1;
  return length;
};

/** A sheet often carries its title in one cell above the header; the header is the first row with two names. */
const titleRowsOf = (rows: readonly RawRow[]): number => {
  const filled = (row: RawRow | undefined): number => row?.cells.filter((cell) => !isBlank(cell)).length ?? 0;
  let title = 0;
  while (title < 5 && filled(rows[title]) === 1 && rows.length > title + 1) title += 1;
  return filled(rows[title]) >= 2 && filled(rows[title + 1]) >= 2 ? title : 0;
};

const namedHeaders = (
  cells: readonly Cell[],
  width: number,
  place: FindingPlace,
  findings: Finding[],
): string[] => {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, column) => {
    const cell = cells[column];
    let name = isBlank(cell) ? '' : String(cell).replace(/\s+/gu, ' ').trim();
    if (name === '') {
      name = `column ${column + 1}`;
      findings.push(findingAt('warning', 'header-empty', { ...place, column: name }));
    }
    if (taken.has(name)) {
      const first = name;
      for (let nth = 2; taken.has(name); nth += 1) name = `${first} (${nth})`;
      findings.push(
        findingAt(
          'warning',
          'header-duplicate',
          { ...place, column: name },
          { value: first, params: { first } },
        ),
      );
    }
    taken.add(name);
    return name;
  });
};

/**
 * Raw rows to a Table: header named, trailing empty columns dropped, blank rows passed over, every row as wide as
 * the header. `exact` (delimited text): a shorter row is rejected, for a lost delimiter shifts its cells unseen;
 * `padded` (sheets): cells have addresses, so a short row merely has empty cells.
 */
export const shapeTable = (
  raw: readonly RawRow[],
  place: FindingPlace,
  findings: Finding[],
  rowLength: 'exact' | 'padded',
): Table => {
  const filledRows = raw.filter((row) => filledLength(row.cells) > 0);
  const titles = titleRowsOf(filledRows);
  for (const row of filledRows.slice(0, titles)) {
    const value = row.cells.find((cell) => !isBlank(cell));
    findings.push(
      findingAt('note', 'title-row-skipped', { ...place, row: row.line }, { value: value ?? '' }),
    );
  }
  const header = filledRows[titles];
  if (!header) throw fileError('table-empty', place);
  const body = filledRows.slice(titles + 1);
  const written = header.cells.length;
  const used = body.reduce(
    (most, row) => Math.max(most, Math.min(filledLength(row.cells), written)),
    filledLength(header.cells),
  );
  const width = rowLength === 'exact' ? used : Math.max(used, ...body.map((row) => filledLength(row.cells)));
  const headerPlace: FindingPlace = { ...place, row: header.line };
  const headers = namedHeaders(header.cells, width, headerPlace, findings);
  const rows: { line: number; cells: readonly Cell[] }[] = [];
  for (const { line, cells } of body) {
    const tooLong = filledLength(cells) > width;
    const tooShort = rowLength === 'exact' && cells.length < width;
    if (tooLong || tooShort) {
      findings.push(
        findingAt(
          'reject',
          'row-ragged',
          { ...place, row: line },
          { value: cells.join(' | '), params: { expected: written, found: cells.length } },
        ),
      );
      continue;
    }
    rows.push({ line, cells: Array.from({ length: width }, (_, column) => cells[column] ?? null) });
  }
  if (body.length === 0) findings.push(findingAt('warning', 'table-no-rows', headerPlace));
  return { file: place.file, headers, rows, findings };
};
