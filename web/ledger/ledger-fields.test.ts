import { describe, expect, it } from 'vitest';
import { NEW_QUERY } from '../../domain/hazards/ledger-query.ts';
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

  it('bring back what the list was asked for, whatever the words of a category', () => {
    const ledgerQuery = {
      ...NEW_QUERY,
      ...{
        text: '青石 a_b.c',
        states: ['found', 'treating'] as const,
        corroborations: ['inferred'] as const,
      },
      ...{
        categories: ['goaf', '溶洞.群_1 & 100%'],
        mines: ['qingshi-iron'],
        incomplete: true,
        overdue: true,
        moved: true,
      },
      ...{ sort: 'deadline' as const, descending: true },
    };
    const link = formatUrl({ ...DEFAULT_VIEW, ledgerQuery }, LEDGER_FIELDS);
    expect(parseUrl(link, LEDGER_FIELDS)).toEqual({ state: { ...DEFAULT_VIEW, ledgerQuery }, dropped: [] });
    expect(link).toContain('order=deadline.down');
    expect(formatUrl(DEFAULT_VIEW, LEDGER_FIELDS)).toBe('?v=1');
  });

  it.each(
    ['ledger=all', 'hazard=qingshi-iron', 'hazard=_x', 'hazard=A_x', 'hazard=m_'].concat([
      'only=state.gone',
      'only=overdue_overdue',
      'only=kind.%25',
      'only=state',
      'order=worst',
      'order=title.up',
      'find=',
    ]),
  )('say what they do not understand: %s', (part) => {
    expect(parseUrl(`?v=1&${part}`, LEDGER_FIELDS).dropped).toHaveLength(1);
  });
});
