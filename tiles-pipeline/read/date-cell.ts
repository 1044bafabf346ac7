import { type CellReading, isMissing } from './cells.ts';
import { type FindingPlace, findingAt } from './finding-place.ts';
import type { Cell } from './read-result.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const iso = (year: number, month?: number, day?: number): string | null => {
  if (year < 1500 || year > 2200) return null;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return null;
  const yearMonth = `${year}-${String(month).padStart(2, '0')}`;
  if (day === undefined) return yearMonth;
  return day >= 1 && day <= daysIn(year, month) ? `${yearMonth}-${String(day).padStart(2, '0')}` : null;
};

/** Two-digit years: POSIX strptime's window, 69–99 are 19xx and 00–68 are 20xx. */
const fullYear = (written: string): number =>
  written.length === 4 ? Number(written) : Number(written) + (Number(written) >= 69 ? 1900 : 2000);

type Parsed = { date: string | null; doubt?: 'century' } | 'ambiguous';

const parseDate = (text: string): Parsed => {
  const whole =
    /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?))?$/u.exec(
      text,
    );
  if (whole) {
    const date = iso(
      Number(whole[1]),
      Number(whole[2]),
      whole[3] === undefined ? undefined : Number(whole[3]),
    );
    return { date: date !== null && whole[3] && whole[4] ? `${date}T${whole[4]}` : date };
  }
  const packed = /^(\d{4})(\d{2})(\d{2})$/u.exec(text);
  if (packed) return { date: iso(Number(packed[1]), Number(packed[2]), Number(packed[3])) };
  const year = /^(\d{4})年?$/u.exec(text);
  if (year) return { date: iso(Number(year[1])) };
  const named = /^(\d{1,2})[- /.]([a-z]{3})[a-z]*[- /.,]+(\d{2}|\d{4})$/iu.exec(text);
  if (named) {
    const month = MONTHS.indexOf(named[2]!.toLowerCase()) + 1;
    const date = iso(fullYear(named[3]!), month, Number(named[1]));
    return named[3]!.length === 2 ? { date, doubt: 'century' } : { date };
  }
  const numeric = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (numeric) {
    const [first, second, yearNumber] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])];
    if (first !== second && first <= 12 && second <= 12) return 'ambiguous';
    return { date: first > 12 ? iso(yearNumber, second, first) : iso(yearNumber, first, second) };
  }
  return { date: null };
};

/**
 * A date as ISO 8601 text, no more precise than written ("1935", "1935-07", "2003-11-30", with time where given).
 * Reads ISO, 2003/11/30, 2003年11月30日, 20031130, 30-Nov-03 (century warned about) and 30/11/2003; 05/03/2003 may be
 * two days and is rejected.
 */
export const dateCell = (cell: Cell | undefined, place: FindingPlace): CellReading<string> => {
  if (cell === undefined || cell === null || isMissing(cell)) return { value: null, finding: null };
  const parsed = parseDate(String(cell).normalize('NFKC').trim());
  if (parsed === 'ambiguous') {
    return { value: null, finding: findingAt('reject', 'cell-ambiguous-date', place, { value: cell }) };
  }
  if (parsed.date === null) {
    return { value: null, finding: findingAt('reject', 'cell-not-date', place, { value: cell }) };
  }
  const finding = parsed.doubt
    ? findingAt('warning', 'cell-date-century', place, { value: cell, params: { read: parsed.date } })
    : null;
  return { value: parsed.date, finding };
};
