import type { Cell } from '../read/read-result.ts';
import type { RecordSet, SurveyRecord } from './records.ts';
import type { SourceLog } from './source-log.ts';

type ColumnMap = Readonly<Record<string, string | readonly string[]>>;
type Defaults = Readonly<Record<string, string | number | boolean>>;

/** Reads cells by what they mean (the manifest's roles) instead of by where they stand. */
export interface Roles {
  /** Whether a column or a default stands for the role. */
  has(role: string): boolean;
  /** Header of the first column of the role, for findings. */
  column(role: string): string | undefined;
  /** Trimmed text; null where empty. */
  text(record: SurveyRecord, role: string): string | null;
  /** A number as written, in the file's unit; null where empty. Text that is no number is reported and gives null. */
  number(record: SurveyRecord, role: string): number | null;
  /** Whether the value came from the manifest's default rather than from the file. */
  isDefault(record: SurveyRecord, role: string): boolean;
  /** Indices of all columns that play a role. */
  readonly used: ReadonlySet<number>;
}

/** Empty in any of the ways tables write it: nothing, blanks, or SQL's NULL spelled out by an export. */
export const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && /^(\s*|NULL)$/.test(cell));

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?$/;

/** The number a cell holds; null where it holds none. A single comma is a decimal comma. */
export const numberIn = (cell: Cell): number | null => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell !== 'string') return null;
  const text = cell.normalize('NFKC').trim();
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : null;
};

const normal = (header: string): string => header.normalize('NFKC').trim().toLowerCase();

/**
 * Finds the column of every role. A role may list several spellings: all that exist are read, and in each row the
 * first filled one counts (one company writes Azimuth_MGA, the next Azimuth), which is noted with how often each
 * was used. A mapped column that does not exist is an error: silently missing data is worse than none.
 */
export const resolveRoles = (
  set: RecordSet,
  source: { readonly columns?: ColumnMap; readonly defaults?: Defaults },
  log: SourceLog,
): Roles => {
  const byHeader = new Map<string, number>();
  set.headers.forEach((header, index) => {
    if (!byHeader.has(normal(header))) byHeader.set(normal(header), index);
  });
  const indices = new Map<string, number[]>();
  for (const [role, spellings] of Object.entries(source.columns ?? {})) {
    const found = [spellings].flat().flatMap((spelling) => byHeader.get(normal(spelling)) ?? []);
    if (found.length > 0) indices.set(role, found);
    else
      log.error('column-missing', {
        column: [spellings].flat().join(' / '),
        params: { role, headers: set.headers.map((header) => header.trim()).join(', ') },
      });
    if (found.length > 1) noteSpellings(set, role, found, log);
  }
  const pick = (record: SurveyRecord, role: string): number | null =>
    indices.get(role)?.find((index) => !isBlank(record.cells[index])) ?? null;
  const fallback = (role: string): Cell => source.defaults?.[role] ?? null;
  const cellOf = (record: SurveyRecord, role: string): Cell => {
    const index = pick(record, role);
    return index === null ? fallback(role) : record.cells[index]!;
  };
  return {
    has: (role) => indices.has(role) || fallback(role) !== null,
    column: (role) => {
      const index = indices.get(role)?.[0];
      return index === undefined ? undefined : set.headers[index]!.trim();
    },
    text: (record, role) => {
      const cell = cellOf(record, role);
      return isBlank(cell) ? null : String(cell).trim();
    },
    number: (record, role) => {
      const cell = cellOf(record, role);
      if (isBlank(cell)) return null;
      const value = numberIn(cell);
      if (value === null) {
        const index = pick(record, role);
        log.warn('not-a-number', {
          row: record.row,
          column: index === null ? role : set.headers[index]!.trim(),
          value: String(cell),
        });
      }
      return value;
    },
    isDefault: (record, role) => pick(record, role) === null && fallback(role) !== null,
    used: new Set([...indices.values()].flat()),
  };
};

const noteSpellings = (set: RecordSet, role: string, found: readonly number[], log: SourceLog): void => {
  const uses = found.map(
    (index) =>
      set.records.filter(
        (record) => found.find((candidate) => !isBlank(record.cells[candidate])) === index,
      ).length,
  );
  if (uses.filter((count) => count > 0).length < 2) return;
  log.note('role-from-several-columns', {
    column: found.map((index) => set.headers[index]!.trim()).join(' / '),
    params: {
      role,
      uses: found.map((index, i) => `${set.headers[index]!.trim()}: ${uses[i]}`).join(', '),
    },
  });
};
