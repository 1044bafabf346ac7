import type { UrlField } from '../../../shell/url-state.ts';
import { DUTIES, type DutyKind } from '../../../shell/view-state.ts';

const LONGEST_ID = 128;
const WAYS = 'escape_';

const isDuty = (text: string): text is DutyKind => (DUTIES as readonly string[]).includes(text);

/** `duty` of the link: which one; after `escape_` the id of the place or roadway whose ways out are shown. */
export const DUTY_FIELD: UrlField = {
  key: 'duty',
  write: ({ duty, wayFrom }) => (duty === 'escape' && wayFrom !== null ? `${WAYS}${wayFrom}` : duty),
  read: (text) => {
    if (isDuty(text)) return { duty: text };
    const from = text.startsWith(WAYS) ? text.slice(WAYS.length) : '';
    return from !== '' && from.length <= LONGEST_ID ? { duty: 'escape', wayFrom: from } : null;
  },
};
