import {
  DUTY_ROWS_A_PAGE,
  type DutyListRow,
  type DutyPage,
} from '../../../domain/contracts/county-duties-view.ts';

/** A mine that has come, or the place of one that has not. */
export type DutyItem = DutyListRow | number;

export const dutyPageOf = (row: number): number => Math.floor(row / DUTY_ROWS_A_PAGE);

/** The pages of one table that have come; they all are of one judging. */
export interface DutyPages {
  /** Of the judging they are of; null: none has come. */
  stamp(): string | null;
  /** Whether a page has to be asked for; it then counts as asked for. */
  wants(page: number): boolean;
  /** Of another judging than the pages before it lets these go. */
  take(page: DutyPage): void;
  /** One of each row of the table. */
  items(): DutyItem[];
}

export const createDutyPages = (): DutyPages => {
  const rows = new Map<number, readonly DutyListRow[]>();
  const asked = new Set<number>();
  let last: DutyPage | null = null;
  return {
    stamp: () => last?.stamp ?? null,
    wants: (page) => {
      if (asked.has(page)) return false;
      asked.add(page);
      return true;
    },
    take: (page) => {
      if (last && last.stamp !== page.stamp) {
        rows.clear();
        asked.clear();
      }
      last = page;
      asked.add(dutyPageOf(page.from));
      rows.set(dutyPageOf(page.from), page.rows);
    },
    items: () =>
      Array.from(
        { length: last?.kept ?? 0 },
        (_, at) => rows.get(dutyPageOf(at))?.[at % DUTY_ROWS_A_PAGE] ?? at,
      ),
  };
};
