import { type HazardPage, type HazardRow, ROWS_A_PAGE } from '../../../domain/contracts/ledger-list.ts';

/** A row that has come, or the place of one that has not. */
export type ListItem = HazardRow | number;

export const pageOf = (row: number): number => Math.floor(row / ROWS_A_PAGE);

/** The pages of one list that have come; they all are of one state of the ledger. */
export interface Pages {
  /** Whether a page has to be asked for; it then counts as asked for. */
  wants(page: number): boolean;
  /** @returns false: the ledger is another meanwhile, and what came before is let go */
  take(page: HazardPage): boolean;
  /** One of each row of the list. */
  items(): ListItem[];
}

export const createPages = (): Pages => {
  const rows = new Map<number, readonly HazardRow[]>();
  const asked = new Set<number>();
  let last: HazardPage | null = null;
  return {
    wants: (page) => {
      if (asked.has(page)) return false;
      asked.add(page);
      return true;
    },
    take: (page) => {
      const isSame = last === null || last.revision === page.revision;
      if (!isSame) {
        rows.clear();
        asked.clear();
      }
      last = page;
      asked.add(pageOf(page.from));
      rows.set(pageOf(page.from), page.rows);
      return isSame;
    },
    items: () =>
      Array.from({ length: last?.kept ?? 0 }, (_, at) => rows.get(pageOf(at))?.[at % ROWS_A_PAGE] ?? at),
  };
};
