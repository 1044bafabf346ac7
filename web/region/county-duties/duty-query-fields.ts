import { DUTY_KINDS } from '../../../domain/contracts/county-duties-view.ts';
import { type DutyQuery, NEW_DUTY_QUERY } from '../../../domain/county-duties/duty-query.ts';
import { codedWord, decodedWord } from '../../shell/link-words.ts';
import type { UrlField } from '../../shell/url-state.ts';

const LONGEST_TEXT = 200;
const MOST_WORDS = 200;

const writeChoices = ({ kinds, duties }: DutyQuery): string | null => {
  const parts = [
    ...(kinds.length > 0 ? [['is', ...kinds].join('.')] : []),
    ...(duties.length > 0 ? [['duty', ...duties.map(codedWord)].join('.')] : []),
  ];
  return parts.length > 0 ? parts.join('_') : null;
};

const readChoices = (text: string): Partial<DutyQuery> | null => {
  const found: { kinds?: DutyQuery['kinds']; duties?: DutyQuery['duties'] } = {};
  for (const part of text.split('_')) {
    const [word, ...codes] = part.split('.');
    if (codes.length === 0 || codes.length > MOST_WORDS) return null;
    if (word === 'is' && !found.kinds) {
      const kinds = DUTY_KINDS.filter((kind) => codes.includes(kind));
      if (kinds.length !== codes.length) return null;
      found.kinds = kinds;
    } else if (word === 'duty' && !found.duties) {
      const duties = codes.map(decodedWord);
      if (duties.some((id) => id === null)) return null;
      found.duties = duties as string[];
    } else return null;
  }
  return found;
};

const field = (
  key: string,
  write: (query: DutyQuery) => string | null,
  read: (text: string) => Partial<DutyQuery> | null,
): UrlField => ({
  key,
  write: ({ dutyQuery }) => write(dutyQuery),
  read: (text, before) => {
    const part = read(text);
    return part && { dutyQuery: { ...(before?.dutyQuery ?? NEW_DUTY_QUERY), ...part } };
  },
});

/** What is asked of the table of duties, in the link; grammar in docs/url-state.md. */
export const DUTY_QUERY_FIELDS: readonly UrlField[] = [
  field(
    'seek',
    ({ text }) => text || null,
    (text) => (text !== '' && text.length <= LONGEST_TEXT ? { text } : null),
  ),
  field('owing', writeChoices, readChoices),
  field(
    'rank',
    ({ sort, descending }) =>
      sort === NEW_DUTY_QUERY.sort && descending === NEW_DUTY_QUERY.descending
        ? null
        : `${codedWord(sort)}.${descending ? 'down' : 'up'}`,
    (text) => {
      const [code = '', way, ...rest] = text.split('.');
      const sort = decodedWord(code);
      if (sort === null || rest.length > 0 || (way !== 'down' && way !== 'up')) return null;
      return { sort, descending: way === 'down' };
    },
  ),
];
