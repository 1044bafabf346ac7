import { expect, test } from 'vitest';
import type { MajorSign } from '../../../domain/contracts/major-signs.ts';
import { sceneMajors } from './scene-majors.ts';

const sign = (id: string, more: Partial<MajorSign> = {}): MajorSign => ({
  ...{ id: `a/${id}`, mine: 'a', title: id, source: 'inspection', state: 'confirmed', found: '2026-01-01' },
  ...{ deadline: null, overdue: null, listed: false, atHidden: false, placed: true },
  ...{ at: [117, 35], top: -60, bottom: -90 },
  ...more,
});
const unknown = { both: 'depth?', top: 'top?', bottom: 'bottom?' };
const shown = (majors: readonly MajorSign[], more: Partial<Parameters<typeof sceneMajors>[1]> = {}) =>
  sceneMajors(majors, { kept: null, shown: () => true, unknown, pick: null, ...more });

test('stands at the heights that are known, and says which are not', () => {
  expect(
    shown([
      sign('known'),
      sign('no-top', { top: null }),
      sign('none', { top: null, bottom: null, atHidden: true, state: 'reported' }),
    ]),
  ).toMatchObject([
    { top: -60, bottom: -90, unknown: null, isConfirmed: true, isBeside: false },
    { top: null, bottom: -90, unknown: 'top?' },
    { top: null, bottom: null, unknown: 'depth?', isConfirmed: false, isBeside: true },
  ]);
});

test('only what has a place, of mines and sources that are shown', () => {
  const majors = [
    sign('nowhere', { at: null }),
    sign('b', { mine: 'b' }),
    sign('c', { source: 'public-report' }),
  ];
  const ids = (more: Parameters<typeof shown>[1]) => shown(majors, more).map(({ thing }) => thing.pick.id);
  expect(ids({})).toEqual(['a/b', 'a/c']);
  expect(ids({ kept: new Set(['a']) })).toEqual(['a/c']);
  expect(ids({ shown: (source) => source === 'inspection' })).toEqual(['a/b']);
  expect(shown([sign('x')], { pick: { kind: 'major', id: 'a/x' } })[0]!.isPicked).toBe(true);
});
