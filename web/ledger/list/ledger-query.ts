import { HAZARD_CATEGORIES, HAZARD_STATES, type HazardState } from '../../../domain/contracts/hazard.ts';
import type { Corroboration } from '../../../domain/hazards/cross-validation.ts';
import { CORROBORATIONS } from '../corroboration-look.ts';
import type { LedgerRow } from '../ledger-row.ts';

export const LEDGER_SORTS = [
  'urgency',
  'title',
  'mine',
  'state',
  'corroboration',
  'fixed',
  'deadline',
] as const;
export type LedgerSort = (typeof LEDGER_SORTS)[number];

/** Which hazards are listed, in which order. An empty list of values keeps all. */
export interface LedgerQuery {
  readonly text: string;
  readonly categories: readonly string[];
  readonly states: readonly HazardState[];
  readonly corroborations: readonly Corroboration[];
  readonly mines: readonly string[];
  /** Only where one of the five is missing. */
  readonly incomplete: boolean;
  /** Only past their deadline. */
  readonly overdue: boolean;
  /** Only what lacks corroboration. */
  readonly lacking: boolean;
  readonly sort: LedgerSort;
  readonly descending: boolean;
}

/** Closed hazards stay in the ledger and out of the way: states are chosen, not hidden silently. */
export const OPEN_STATES: readonly HazardState[] = HAZARD_STATES.filter((state) => state !== 'closed');

export const NEW_QUERY: LedgerQuery = {
  text: '',
  categories: [],
  states: [],
  corroborations: [],
  mines: [],
  incomplete: false,
  overdue: false,
  lacking: false,
  sort: 'urgency',
  descending: false,
};

/** What a search looks through, both names of a category. */
const searched = ({ version: { hazard } }: LedgerRow, nameOfMine: (mine: string) => string): string => {
  const category = HAZARD_CATEGORIES[hazard.category as keyof typeof HAZARD_CATEGORIES];
  const { responsible } = hazard.fiveFixed;
  return [
    hazard.id,
    hazard.title,
    category ? `${category.zh} ${category.en}` : hazard.category,
    nameOfMine(hazard.mine),
    hazard.mine,
    hazard.found.by,
    responsible ? `${responsible.person} ${responsible.department}` : '',
  ]
    .join('\n')
    .toLowerCase();
};

/** What must be looked at first: overdue by most days, then without a deadline, then by what lacks corroboration; closed last. */
const urgency = ({ version: { hazard }, standing }: LedgerRow): number => {
  if (hazard.state === 'closed') return 1e9;
  const late = standing.overdue ?? 0;
  return (
    -late * 1000 -
    standing.missing.length * 10 -
    (standing.lacksCorroboration ? 5 : 0) -
    (standing.crossValidation.status === 'contradicted' ? 3 : 0)
  );
};

const SORT_KEYS: Readonly<Record<LedgerSort, (row: LedgerRow) => string | number>> = {
  urgency,
  title: ({ version: { hazard } }) => hazard.title,
  mine: ({ version: { hazard } }) => hazard.mine,
  state: ({ version: { hazard } }) => HAZARD_STATES.indexOf(hazard.state),
  corroboration: ({ standing }) => CORROBORATIONS.indexOf(standing.crossValidation.status),
  fixed: ({ standing }) => -standing.missing.length,
  // Whoever has no deadline is not in time: first, beside the most overdue.
  deadline: ({ version: { hazard } }) => hazard.fiveFixed.deadline ?? '',
};

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** The rows a query keeps, in its order; rows that are alike stay in the order of the ledger. */
export const queryRows = (
  rows: readonly LedgerRow[],
  query: LedgerQuery,
  nameOfMine: (mine: string) => string,
): LedgerRow[] => {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const has = <T>(list: readonly T[], value: T): boolean => list.length === 0 || list.includes(value);
  const kept = rows.filter((row) => {
    const { hazard } = row.version;
    const { standing } = row;
    if (!has(query.categories, hazard.category) || !has(query.states, hazard.state)) return false;
    if (!has(query.corroborations, standing.crossValidation.status) || !has(query.mines, hazard.mine))
      return false;
    if (query.incomplete && standing.missing.length === 0) return false;
    if (query.overdue && !(standing.overdue !== null && standing.overdue > 0)) return false;
    if (query.lacking && !standing.lacksCorroboration) return false;
    if (words.length === 0) return true;
    const text = searched(row, nameOfMine);
    return words.every((word) => text.includes(word));
  });
  const key =
    query.sort === 'mine' ? (row: LedgerRow) => nameOfMine(row.version.hazard.mine) : SORT_KEYS[query.sort];
  const turn = query.descending ? -1 : 1;
  const keyed = kept.map((row, at) => ({ row, at, key: key(row) }));
  keyed.sort((a, b) => {
    const order =
      typeof a.key === 'number' && typeof b.key === 'number'
        ? a.key - b.key
        : collator.compare(String(a.key), String(b.key));
    return order === 0 ? a.at - b.at : order * turn;
  });
  return keyed.map(({ row }) => row);
};
