import type { Finding } from '../../domain/contracts/finding.ts';
import type { FindingCode } from '../../domain/contracts/finding-texts.ts';
import { isMissing, numberCell, textCell } from '../read/cells.ts';
import { findColumn } from '../read/columns.ts';
import type { Cell } from '../read/read-result.ts';
import type { RecordSet, SurveyRecord } from './records.ts';
import { ROLE_HEADERS } from './role-headers.ts';
import type { SourceLog } from './source-log.ts';

/** Reads cells by what they mean (the manifest's roles) instead of by where they stand. */
export interface Roles {
  /** Whether a column or a default stands for the role. */
  has(role: string): boolean;
  /** Header of the first column of the role, for findings. */
  column(role: string): string | undefined;
  /** Trimmed text; null where empty. */
  text(record: SurveyRecord, role: string): string | null;
  /** A number as written, in the file's unit; null where empty. What is no number is reported and gives null. */
  number(record: SurveyRecord, role: string): number | null;
  /** Column and cell of the first of these roles that gives no number: what a rejected row points at. */
  culprit(
    record: SurveyRecord,
    roles: readonly string[],
  ): { readonly column?: string; readonly value?: string };
  /** Whether the value is the manifest's default rather than the file's. */
  isDefault(record: SurveyRecord, role: string): boolean;
  /** The header the value of this row was taken from. */
  writtenIn(record: SurveyRecord, role: string): string | null;
  /** Indices of all columns that play a role. */
  readonly used: ReadonlySet<number>;
}

type Numbers = ReturnType<typeof numberCell>;

interface Columns {
  readonly columns?: Readonly<Record<string, string | readonly string[]>>;
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
  readonly kind: string;
}

/**
 * Finds the column of every role of the source's kind. A role may list several spellings: all that exist are read,
 * and in each row the first filled one counts (one company writes Azimuth_MGA, the next Azimuth), which is noted
 * with how often each was used. A mapped column that does not exist is an error: silently missing data is worse
 * than none. A role the manifest does not map is looked for under the usual headers.
 */
export const resolveRoles = (
  set: RecordSet,
  source: Columns,
  log: SourceLog,
  known: Readonly<Record<string, readonly string[]>> = ROLE_HEADERS[source.kind] ?? {},
): Roles => {
  const indices = new Map<string, readonly number[]>();
  for (const [role, asked] of Object.entries(source.columns ?? {})) {
    const spellings = [asked].flat();
    if (!(role in known))
      log.error('role-unknown', { value: role, params: { role, known: Object.keys(known).join(', ') } });
    const found = [...new Set(spellings.flatMap((name) => findColumn(set.headers, [name])?.index ?? []))];
    if (found.length > 0) indices.set(role, found);
    else
      log.error('column-missing', {
        value: spellings.join(' / '),
        params: { role, headers: set.headers.join(', ') },
      });
    if (found.length > 1) noteSpellings(set, role, found, log);
  }
  const mapped = new Set([...indices.values()].flat());
  for (const [role, headers] of Object.entries(known)) {
    if (role in (source.columns ?? {})) continue;
    const index = findColumn(set.headers, headers)?.index;
    if (index !== undefined && !mapped.has(index)) indices.set(role, [index]);
  }

  const pick = (record: SurveyRecord, role: string): number | null =>
    indices.get(role)?.find((index) => !isMissing(record.cells[index])) ?? null;
  const fallback = (role: string): Cell => source.defaults?.[role] ?? null;
  const cellOf = (record: SurveyRecord, role: string): Cell => {
    const index = pick(record, role);
    return index === null ? fallback(role) : record.cells[index]!;
  };
  const reported = new Set<string>();
  const report = (finding: Finding, record: SurveyRecord, role: string): void => {
    const index = pick(record, role);
    // A cell may be asked for again; it is wrong once.
    const cell = `${record.row} ${index ?? role}`;
    if (reported.has(cell)) return;
    reported.add(cell);
    // The cell readers write only codes that have their words; Finding itself must also carry those of other versions.
    log.warn(finding.code as FindingCode, {
      row: record.row,
      column: index === null ? role : set.headers[index]!,
      value: finding.value,
      params: finding.params,
    });
  };
  return {
    has: (role) => indices.has(role) || fallback(role) !== null,
    column: (role) => {
      const index = indices.get(role)?.[0];
      return index === undefined ? undefined : set.headers[index]!;
    },
    text: (record, role) => textCell(cellOf(record, role)),
    number: (record, role) => {
      const reading: Numbers = numberCell(cellOf(record, role), { source: '', file: '' });
      if (reading.finding) report(reading.finding, record, role);
      return reading.value;
    },
    culprit: (record, wanted) => {
      for (const role of wanted) {
        const index = indices.get(role)?.[0];
        const cell = cellOf(record, role);
        if (index === undefined || numberCell(cell, { source: '', file: '' }).value !== null) continue;
        return { column: set.headers[index]!, value: cell === null ? '' : String(cell) };
      }
      return {};
    },
    isDefault: (record, role) => pick(record, role) === null && fallback(role) !== null,
    writtenIn: (record, role) => {
      const index = pick(record, role);
      return index === null ? null : set.headers[index]!;
    },
    used: new Set([...indices.values()].flat()),
  };
};

const noteSpellings = (set: RecordSet, role: string, found: readonly number[], log: SourceLog): void => {
  const uses = found.map((index) => ({
    header: set.headers[index]!,
    rows: set.records.filter(
      (record) => found.find((candidate) => !isMissing(record.cells[candidate])) === index,
    ).length,
  }));
  const inUse = uses.filter(({ rows }) => rows > 0);
  if (inUse.length < 2) return;
  log.note('role-from-several-columns', {
    column: inUse.map(({ header }) => header).join(' / '),
    params: { role, uses: inUse.map(({ header, rows }) => `${header}: ${rows}`).join(', ') },
  });
};
