import { LEDGER_PAGES } from '../shell/ledger-choice.ts';
import type { UrlField } from '../shell/url-state.ts';
import { LEDGER_QUERY_FIELDS } from './ledger-query-fields.ts';

const MINE = /^[a-z0-9][a-z0-9-]{0,62}$/;
const LONGEST_ID = 200;

/** The link's keys of the ledger; grammar in docs/url-state.md. */
export const LEDGER_FIELDS: readonly UrlField[] = [
  {
    key: 'ledger',
    write: ({ ledgerPage }) => ledgerPage,
    read: (text) => {
      const ledgerPage = LEDGER_PAGES.find((one) => one === text);
      return ledgerPage ? { ledgerPage } : null;
    },
  },
  {
    key: 'hazard',
    write: ({ openHazard }) =>
      openHazard && MINE.test(openHazard.mine) ? `${openHazard.mine}_${openHazard.hazard}` : null,
    read: (text) => {
      const cut = Math.max(0, text.indexOf('_'));
      const [mine, hazard] = [text.slice(0, cut), text.slice(cut + 1)];
      if (!MINE.test(mine) || hazard === '' || hazard.length > LONGEST_ID) return null;
      return { openHazard: { mine, hazard } };
    },
  },
  ...LEDGER_QUERY_FIELDS,
];
