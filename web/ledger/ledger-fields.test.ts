import { describe, expect, it } from 'vitest';
import { formatUrl, parseUrl } from '../shell/url-state.ts';
import { DEFAULT_VIEW } from '../shell/view-state.ts';
import { LEDGER_FIELDS } from './ledger-fields.ts';

describe("the ledger's keys of the link", () => {
  it('bring back the page and the hazard, whatever its id', () => {
    const state = {
      ...DEFAULT_VIEW,
      ledgerPage: 'lacking' as const,
      openHazard: { mine: 'qingshi-iron', hazard: 'HZ_2026/07 采空区' },
    };
    const { state: read, dropped } = parseUrl(formatUrl(state, LEDGER_FIELDS), LEDGER_FIELDS);
    expect(dropped).toEqual([]);
    expect(read).toMatchObject({ ledgerPage: state.ledgerPage, openHazard: state.openHazard });
  });

  it.each(['ledger=all', 'hazard=qingshi-iron', 'hazard=_x', 'hazard=A_x', 'hazard=m_'])(
    'say what they do not understand: %s',
    (part) => {
      expect(parseUrl(`?v=1&${part}`, LEDGER_FIELDS).dropped).toHaveLength(1);
    },
  );
});
