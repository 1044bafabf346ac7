import { HAZARD_STATES } from '../../domain/contracts/hazard.ts';
import { LEDGER_SORTS } from '../../domain/contracts/ledger-list.ts';
import { CORROBORATIONS } from '../../domain/hazards/cross-validation.ts';
import { type LedgerQuery, NEW_QUERY } from '../../domain/hazards/ledger-query.ts';
import { codedWord, decodedWord } from '../shell/link-words.ts';
import type { UrlField } from '../shell/url-state.ts';
import type { ViewState } from '../shell/view-state.ts';

const LONGEST_TEXT = 200;
const MOST_WORDS = 400;

/** Lists of the query by the word they go by in a link; null: any word may be one of it. */
const LISTS = [
  ['state', 'states', HAZARD_STATES],
  ['proof', 'corroborations', CORROBORATIONS],
  ['kind', 'categories', null],
  ['of', 'mines', null],
] as const;
const FLAGS = ['incomplete', 'overdue', 'moved', 'far'] as const;

const writeChoices = (query: LedgerQuery): string | null => {
  const parts = [
    ...LISTS.flatMap(([word, list]) =>
      query[list].length > 0 ? [[word, ...query[list].map(codedWord)].join('.')] : [],
    ),
    ...FLAGS.filter((flag) => query[flag]),
  ];
  return parts.length > 0 ? parts.join('_') : null;
};

const readChoices = (text: string): Partial<LedgerQuery> | null => {
  const found: Record<string, unknown> = {};
  for (const part of text.split('_')) {
    const [word, ...codes] = part.split('.');
    const flag = FLAGS.find((one) => one === word);
    const list = LISTS.find(([one]) => one === word);
    if (flag && codes.length === 0 && !(flag in found)) found[flag] = true;
    else if (list && codes.length > 0 && codes.length <= MOST_WORDS && !(list[1] in found)) {
      const words = codes.map(decodedWord);
      const allowed: readonly string[] | null = list[2];
      if (words.some((one) => one === null || (allowed !== null && !allowed.includes(one)))) return null;
      found[list[1]] = words;
    } else return null;
  }
  return found;
};

/** A key of the link that holds a part of the query. */
const field = (
  key: string,
  write: (query: LedgerQuery) => string | null,
  read: (text: string) => Partial<LedgerQuery> | null,
): UrlField => ({
  key,
  write: ({ ledgerQuery }: ViewState) => write(ledgerQuery),
  read: (text, before) => {
    const part = read(text);
    return part && { ledgerQuery: { ...(before?.ledgerQuery ?? NEW_QUERY), ...part } };
  },
});

/** What is asked of the ledger's list, in the link; grammar in docs/url-state.md. */
export const LEDGER_QUERY_FIELDS: readonly UrlField[] = [
  field(
    'find',
    ({ text }) => text || null,
    (text) => (text !== '' && text.length <= LONGEST_TEXT ? { text } : null),
  ),
  field('only', writeChoices, readChoices),
  field(
    'order',
    ({ sort, descending }) =>
      sort === NEW_QUERY.sort && !descending ? null : `${sort}${descending ? '.down' : ''}`,
    (text) => {
      const [word, down, ...rest] = text.split('.');
      const sort = LEDGER_SORTS.find((one) => one === word);
      if (!sort || rest.length > 0 || (down !== undefined && down !== 'down')) return null;
      return { sort, descending: down === 'down' };
    },
  ),
];
