import { describe, expect, it } from 'vitest';
import { formatUrl, parseUrl } from '../shell/url-state.ts';
import { DEFAULT_VIEW, type ViewState } from '../shell/view-state.ts';
import { REGION_FIELDS } from './region-fields.ts';

const there = (patch: Partial<ViewState>) => formatUrl({ ...DEFAULT_VIEW, ...patch }, REGION_FIELDS);

describe('the keys of the Region workspace', () => {
  it('come back as they were written', () => {
    const patch: Partial<ViewState> = {
      county: 'qingshi',
      regionTab: 'ledger',
      day: '2024-02-29',
      otherDay: '2020-01-01',
      mapPose: { longitude: 117.123457, latitude: 35.5, zoom: 12.25, bearing: 350.5, pitch: 45 },
      regionPick: { kind: 'hazard', id: 'a mine_HZ-07' },
      mineFilter: { type: ['open-pit'], grade: ['C', 'D', 'unknown'], town: ['shilipu'] },
      mineColouring: 'risk',
      hazardFlags: ['overdue', 'five-fixed-missing'],
      mapLayers: { goafs: false, dust: true },
    };
    const link = there(patch);
    expect(link).toBe(
      '?v=1&county=qingshi&tab=ledger&day=2024-02-29&vs=2020-01-01&map=117.123457_35.500000_12.25_350.5_45' +
        '&pick=hazard_a+mine_HZ-07&mines=type.open-pit_grade.C.D.unknown_town.shilipu&by=risk&flags=overdue_five-fixed-missing&show=dust.on_goafs.off',
    );
    expect(parseUrl(link, REGION_FIELDS)).toEqual({ state: { ...DEFAULT_VIEW, ...patch }, dropped: [] });
  });

  it('are left out of a fresh page’s link', () => {
    expect(there({})).toBe('?v=1');
  });

  it.each([
    ['county', 'No'],
    ['day', '2023-02-29'],
    ['day', 'yesterday'],
    ['map', '200_35_10_0_0'],
    ['map', '117_35_10_0'],
    ['pick', 'tree_7'],
    ['pick', 'mine_'],
    ['mines', 'colour.red'],
    ['mines', 'type.open-pit_type.tailings'],
    ['by', 'mood'],
    ['flags', 'overdue_late'],
    ['flags', 'overdue_overdue'],
    ['show', 'goafs.maybe'],
  ])('fall back where they are not understood: %s=%s', (key, value) => {
    const { state, dropped } = parseUrl(`?v=1&${key}=${value}`, REGION_FIELDS);
    expect(state).toEqual(DEFAULT_VIEW);
    expect(dropped).toEqual([{ key, value, reason: 'not-understood' }]);
  });
});
