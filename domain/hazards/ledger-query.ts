import type { Bilingual, Language } from '../contracts/bilingual.ts';
import { HAZARD_CATEGORIES, HAZARD_STATES, type HazardState } from '../contracts/hazard.ts';
import type { HazardRow, LedgerSort } from '../contracts/ledger-list.ts';
import { CORROBORATIONS, type Corroboration } from './cross-validation.ts';

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
  /** Only what is drawn far from its mine. */
  readonly far: boolean;
  /** Only those whose deadline was moved. */
  readonly moved: boolean;
  readonly sort: LedgerSort;
  readonly descending: boolean;
}

export const NEW_QUERY: LedgerQuery = {
  text: '',
  categories: [],
  states: [],
  corroborations: [],
  mines: [],
  incomplete: false,
  overdue: false,
  far: false,
  moved: false,
  sort: 'urgency',
  descending: false,
};

export type NameOfMine = (mine: string) => Bilingual;

/** What a search looks through, in both languages where it has both. */
const searched = (row: HazardRow, nameOfMine: NameOfMine): string => {
  const category = HAZARD_CATEGORIES[row.category as keyof typeof HAZARD_CATEGORIES];
  const { zh, en } = nameOfMine(row.mine);
  return [
    row.id,
    row.title,
    category ? `${category.zh} ${category.en}` : row.category,
    `${zh} ${en}`,
    row.mine,
    row.found.by,
    row.responsible ? `${row.responsible.person} ${row.responsible.department}` : '',
  ]
    .join('\n')
    .toLowerCase();
};

/**
 * Whether a row is one of those asked for.
 * @param lacking only what lacks corroboration
 */
export const keepsRow = (
  query: LedgerQuery,
  lacking: boolean,
  nameOfMine: NameOfMine,
): ((row: HazardRow) => boolean) => {
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  const within = <T>(list: readonly T[]): ((value: T) => boolean) => {
    const set = new Set(list);
    return (value) => set.size === 0 || set.has(value);
  };
  const [category, state] = [within(query.categories), within(query.states)];
  const [corroboration, mine] = [within(query.corroborations), within(query.mines)];
  return (row) => {
    if (!category(row.category) || !state(row.state)) return false;
    if (!corroboration(row.corroboration) || !mine(row.mine)) return false;
    // Counted among what is open: what was closed needs none of the five any more.
    if (query.incomplete && (row.state === 'closed' || row.missing.length === 0)) return false;
    if (query.overdue && !(row.overdue !== null && row.overdue > 0)) return false;
    if (query.far && row.far === null) return false;
    if (query.moved && row.movedDeadline === null) return false;
    if (lacking && !row.lacksCorroboration) return false;
    if (words.length === 0) return true;
    const text = searched(row, nameOfMine);
    return words.every((word) => text.includes(word));
  };
};

/** What must be looked at first: what was closed and is perhaps there, overdue by most days, then without a deadline, then by what lacks corroboration; closed last. */
const urgency = (row: HazardRow): number => {
  if (row.inDoubt) return -1e9;
  if (row.state === 'closed') return 1e9;
  return (
    -(row.overdue ?? 0) * 1000 -
    row.missing.length * 10 -
    (row.lacksCorroboration ? 5 : 0) -
    (row.corroboration === 'contradicted' ? 3 : 0)
  );
};

const NUMBERS: Readonly<Partial<Record<LedgerSort, (row: HazardRow) => number>>> = {
  urgency,
  state: ({ state }) => HAZARD_STATES.indexOf(state),
  corroboration: ({ corroboration }) => CORROBORATIONS.indexOf(corroboration),
  fixed: ({ missing }) => -missing.length,
  // What was moved most often first.
  moved: ({ movedDeadline }) => -(movedDeadline?.times ?? 0),
};

const collator = new Intl.Collator('zh-CN', { numeric: true });
const plain = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of rows by one column; rows that are alike are 0. */
const columnOrder = (
  sort: LedgerSort,
  nameOfMine: (mine: string) => string,
): ((a: HazardRow, b: HazardRow) => number) => {
  const number = NUMBERS[sort];
  if (number) return (a, b) => number(a) - number(b);
  // Whoever has no deadline is not in time: first, beside the most overdue.
  if (sort === 'deadline') return (a, b) => plain(a.deadline ?? '', b.deadline ?? '');
  if (sort === 'mine')
    return (a, b) => (a.mine === b.mine ? 0 : collator.compare(nameOfMine(a.mine), nameOfMine(b.mine)));
  return (a, b) => (a.title === b.title ? 0 : collator.compare(a.title, b.title));
};

/** To be sorted with by a sort that keeps what is alike in its order. @param language by whose names of mines */
export const compareRows = (
  { sort, descending }: Pick<LedgerQuery, 'sort' | 'descending'>,
  nameOfMine: NameOfMine,
  language: Language,
): ((a: HazardRow, b: HazardRow) => number) => {
  const order = columnOrder(sort, (mine) => nameOfMine(mine)[language]);
  return descending ? (a, b) => -order(a, b) : order;
};
