import type { Finding } from '../../domain/contracts/finding.ts';
import { textCell } from './cells.ts';
import { type ColumnRef, findColumn } from './columns.ts';
import { fileError, findingAt } from './finding-place.ts';
import type { Cell, Table } from './read-result.ts';

export interface PivotSpec {
  /** Key column of the main table. */
  readonly rowKey: ColumnRef;
  /** Columns of the entity-attribute-value table. */
  readonly key: ColumnRef;
  readonly attribute: ColumnRef;
  readonly value: ColumnRef;
}

const columnOf = (table: Table, ref: ColumnRef, role: string, source: string): number => {
  const names = typeof ref === 'string' ? [ref] : ref;
  const hit = findColumn(table.headers, names);
  if (hit) return hit.index;
  throw fileError(
    'column-missing',
    { source, file: table.file },
    { value: names.join(' / '), params: { role, headers: table.headers.join(', ') } },
  );
};

/** Keys are compared as text: one table may hold the id as a number, the other as "153802". */
const keyOf = (cell: Cell | undefined): string | null => textCell(cell);

/**
 * Joins an entity-attribute-value table to `main`: one column per attribute name, in order of first appearance,
 * after main's own columns. Of several values for one row and attribute the first is kept and the rest are counted
 * (pivot-duplicate, one warning an attribute); values whose key is in no row of `main` are counted (pivot-orphan).
 */
export const pivotTable = (main: Table, eav: Table, spec: PivotSpec, source: string): Table => {
  const rowKey = columnOf(main, spec.rowKey, 'rowKey', source);
  const key = columnOf(eav, spec.key, 'key', source);
  const attribute = columnOf(eav, spec.attribute, 'attribute', source);
  const value = columnOf(eav, spec.value, 'value', source);
  const mainKeys = new Set(main.rows.map((row) => keyOf(row.cells[rowKey])));
  const place = { source, file: eav.file };
  const findings: Finding[] = [...main.findings, ...eav.findings];

  const columns: string[] = [];
  const valuesByKey = new Map<string, Map<string, Cell>>();
  const repeated = new Map<string, { line: number; count: number; differing: number; first: string }>();
  let orphans = 0;
  let firstOrphan: { line: number; key: string } | null = null;
  for (const { line, cells } of eav.rows) {
    const rowOf = keyOf(cells[key]);
    const name = textCell(cells[attribute]);
    if (rowOf === null || name === null) {
      const column = eav.headers[rowOf === null ? key : attribute]!;
      findings.push(findingAt('reject', 'pivot-key-empty', { ...place, row: line, column }));
      continue;
    }
    if (!mainKeys.has(rowOf)) {
      orphans += 1;
      firstOrphan ??= { line, key: rowOf };
      continue;
    }
    const values = valuesByKey.get(rowOf) ?? new Map<string, Cell>();
    valuesByKey.set(rowOf, values);
    if (!columns.includes(name)) columns.push(name);
    if (!values.has(name)) {
      values.set(name, cells[value] ?? null);
      continue;
    }
    const seen = repeated.get(name) ?? { line, count: 0, differing: 0, first: rowOf };
    seen.count += 1;
    if (values.get(name) !== (cells[value] ?? null)) seen.differing += 1;
    repeated.set(name, seen);
  }
  for (const [name, { line, count, differing, first }] of repeated) {
    const params = { attribute: name, count, differing, key: first };
    findings.push(findingAt('warning', 'pivot-duplicate', { ...place, row: line, column: name }, { params }));
  }
  if (firstOrphan) {
    const params = { count: orphans, main: main.file };
    const at = { ...place, row: firstOrphan.line, column: eav.headers[key]! };
    findings.push(findingAt('warning', 'pivot-orphan', at, { value: firstOrphan.key, params }));
  }
  const taken = new Set(main.headers);
  const headers = columns.map((name) => (taken.has(name) ? `${name} (${eav.headers[attribute]})` : name));
  return {
    file: main.file,
    headers: [...main.headers, ...headers],
    rows: main.rows.map(({ line, cells }) => {
      const values = valuesByKey.get(keyOf(cells[rowKey]) ?? '');
      return { line, cells: [...cells, ...columns.map((name) => values?.get(name) ?? null)] };
    }),
    findings,
  };
};
