import type { Counted } from '../../../domain/contracts/county-statistics.ts';
import { formatCount } from '../../shell/format-number.ts';

export const TOWN_COLUMNS = [
  ...(['mines', 'producing', 'stopped', 'bad', 'major', 'warned', 'sites', 'flagged'] as const),
] as const;
export type TownColumn = (typeof TOWN_COLUMNS)[number];

interface CellCounts {
  readonly n: number;
  /** Of so many more nobody can tell. */
  readonly unknown: number;
}

/** A mine without a warning has none or nobody says: the register writes both alike, so nothing is unknown of it now. */
const countsOf: Readonly<Record<TownColumn, (counted: Counted) => CellCounts>> = {
  mines: ({ mines }) => ({ n: mines, unknown: 0 }),
  producing: ({ state }) => ({ n: state.producing, unknown: state.unknown }),
  stopped: ({ state }) => ({ n: state.suspended + state.closed, unknown: state.unknown }),
  bad: ({ grade }) => ({ n: grade.C + grade.D, unknown: grade.unknown }),
  major: ({ risk }) => ({ n: risk.major, unknown: risk.unknown }),
  warned: ({ warning }) => ({
    n: warning.red + warning.orange + warning.yellow + warning.blue,
    unknown: 0,
  }),
  sites: ({ sites }) => ({ n: Object.values(sites).reduce((sum, n) => sum + n, 0), unknown: 0 }),
  flagged: ({ sitesFlagged, sitesUndecided }) => ({ n: sitesFlagged, unknown: sitesUndecided }),
};
/** Known of now only. */
const ONLY_NOW: readonly TownColumn[] = ['major', 'warned'];
const OF_SITES: readonly TownColumn[] = ['sites', 'flagged'];

/** Columns of which nothing can be said: of what is known of now only on a past day, of sites while their file is not there. */
export const unsaidColumns = (o: {
  readonly isPast: boolean;
  readonly hasSites: boolean;
}): ReadonlySet<TownColumn> => new Set([...(o.isPast ? ONLY_NOW : []), ...(o.hasSites ? [] : OF_SITES)]);

/** What a cell says: "3", "3 +2?" where of two more nobody can tell, and "—" where nothing can be said of its column. */
export const townCell = (column: TownColumn, counted: Counted, unsaid: ReadonlySet<TownColumn>): string => {
  if (unsaid.has(column)) return '—';
  const { n, unknown } = countsOf[column](counted);
  return unknown > 0 ? `${formatCount(n)} +${formatCount(unknown)}?` : formatCount(n);
};

/** Whether some cell of a row says "+n?". */
export const hasUnknown = (counted: Counted, unsaid: ReadonlySet<TownColumn>): boolean =>
  TOWN_COLUMNS.some((column) => townCell(column, counted, unsaid).endsWith('?'));
