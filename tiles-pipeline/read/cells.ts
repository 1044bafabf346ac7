import type { Finding } from '../../domain/contracts/finding.ts';
import type { FindingCode } from '../../domain/contracts/finding-texts.ts';
import { type FindingPlace, findingAt } from './finding-place.ts';
import type { Cell } from './read-result.ts';

/**
 * A cell turned into what its column should hold. `value` null without a finding: the cell is empty. With a finding
 * of severity `reject` the cell cannot be read (the row goes); with `warning` the value stands but is doubtful.
 */
export interface CellReading<T> {
  readonly value: T | null;
  readonly finding: Finding | null;
}

const EMPTY = { value: null, finding: null } as const;

/** Spellings of "nothing recorded". "NA" only in capitals: "Na" is sodium in an assay table. */
const MISSING_SPELLINGS = new Set([
  '',
  'NULL',
  'null',
  'Null',
  '(null)',
  'NA',
  'N/A',
  'n/a',
  '#N/A',
  'NaN',
  'nan',
]);
const MISSING_SIGNS = /^(?:\\N|[-–—―−]+|\/)$/u;

/** Numbers that stand for "nothing recorded" in many exports. */
const MISSING_CODES = new Set([-99, -999, -9999, -99999, -999999, 1e20, 1e30, -1e20, -1e30]);

export const isMissing = (cell: Cell | undefined): boolean => {
  if (cell === null || cell === undefined) return true;
  if (typeof cell !== 'string') return typeof cell === 'number' && Number.isNaN(cell);
  const text = cell.normalize('NFKC').trim();
  return MISSING_SPELLINGS.has(text) || MISSING_SIGNS.test(text);
};

const rejected = (code: FindingCode, place: FindingPlace, value: Cell): CellReading<never> => ({
  value: null,
  finding: findingAt('reject', code, place, { value: value ?? '' }),
});

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu;
const GROUPED_BY_BLANKS = /^[+-]?\d{1,3}(?:[ ']\d{3})+(?:[.,]\d*)?$/u;
const GROUPED_BY_COMMAS = /^[+-]?\d{1,3}(?:,\d{3})+\.\d*$|^[+-]?\d{1,3}(?:,\d{3}){2,}$/u;
const GROUPED_BY_POINTS = /^[+-]?\d{1,3}(?:\.\d{3})+,\d*$|^[+-]?\d{1,3}(?:\.\d{3}){2,}$/u;
/** A comma and exactly three digits may be a thousand or a thousandth, unless what stands before settles it. */
const DECIMAL_COMMA = /^[+-]?(?:\d*,(?:\d{1,2}|\d{4,})|0,\d{3}|\d{4,},\d{3})$/u;
const EITHER_COMMA = /^[+-]?[1-9]\d{0,2},\d{3}$/u;

/** The number a text means, null where it is none, 'ambiguous' where it may be two. */
export const numberFromText = (written: string): number | null | 'ambiguous' => {
  const text = written
    .normalize('NFKC')
    .replace(/[−–]/gu, '-')
    .replace(/[’‘]/gu, "'")
    .trim()
    .replace(/[\s]+/gu, ' ');
  if (PLAIN.test(text)) return Number(text);
  if (GROUPED_BY_BLANKS.test(text)) return Number(text.replace(/[ ']/gu, '').replace(',', '.'));
  if (GROUPED_BY_COMMAS.test(text)) return Number(text.replaceAll(',', ''));
  if (GROUPED_BY_POINTS.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(',', '.'));
  return EITHER_COMMA.test(text) ? 'ambiguous' : null;
};

/**
 * A finite number, in the column's own unit. Accepts "1 234.5", full-width digits, a decimal comma where it can be
 * nothing else. −9999 and its kin read as missing, with a warning: unknown must look unknown.
 */
export const numberCell = (cell: Cell | undefined, place: FindingPlace): CellReading<number> => {
  if (cell === undefined || cell === null || isMissing(cell)) return EMPTY;
  if (typeof cell === 'boolean') return rejected('cell-not-number', place, cell);
  const number = typeof cell === 'number' ? cell : numberFromText(cell);
  if (number === 'ambiguous') return rejected('cell-ambiguous-number', place, cell);
  if (number === null || !Number.isFinite(number)) return rejected('cell-not-number', place, cell);
  if (MISSING_CODES.has(number)) {
    return { value: null, finding: findingAt('warning', 'cell-missing-code', place, { value: cell }) };
  }
  return { value: number, finding: null };
};

/** A whole number; "12.0" is one, "12.5" is rejected. */
export const integerCell = (cell: Cell | undefined, place: FindingPlace): CellReading<number> => {
  const reading = numberCell(cell, place);
  if (reading.value === null || Number.isSafeInteger(reading.value)) return reading;
  return rejected('cell-not-integer', place, cell ?? null);
};

/** Text without surrounding blanks; null where the cell is empty or spells "nothing". Never rejects. */
export const textCell = (cell: Cell | undefined): string | null =>
  cell === undefined || cell === null || isMissing(cell) ? null : String(cell).trim();
