import { expect, it } from 'vitest';
import type { MajorHazard, MajorView } from '../../../domain/contracts/major-hazard.ts';
import { type MajorShown, majorRows, shownRows } from './major-rows.ts';
import { newMajor } from './start-major.ts';

const TODAY = '2026-11-30';
const hazard = (id: string, more: Partial<MajorHazard>, deadline: string | null = null): MajorHazard => {
  const begun = newMajor('m', new Set(), '2026-10-01', '李局', true);
  return {
    ...{ ...begun, id, title: `隐患 ${id}`, inspection: { office: '市局', level: 'city' } },
    ...{ fiveFixed: { ...begun.fiveFixed, deadline }, ...more },
  };
};
const listed = { office: '市安委办', level: 'city', on: '2026-10-02', until: null } as const;
const hazards = [
  hazard('closed', { state: 'closed', whileProducing: true }, '2026-10-10'),
  hazard('open', { whileProducing: true }, '2026-12-20'),
  hazard('sooner', {}, '2026-12-10'),
  hazard('listed', { listed }, '2027-01-01'),
  hazard('reported', { state: 'reported', source: 'public-report', inspection: null }),
  hazard('owed', {}, '2026-12-31'),
  hazard('late', { state: 'rectifying' }, '2026-11-20'),
  hazard('latest', { listed }, '2026-09-01'),
];
const view: MajorView = {
  ...{ on: null, flow: [], rules: { repeat: null, listing: null, problem: null } },
  entries: hazards.map((one, i) => ({
    ...{ number: i + 1, subject: `hazard:${one.id}`, writtenAt: '2026-10-01T00:00:00Z', reason: 'x' },
    ...{ writtenBy: { account: 'a', name: 'b' }, hash: 'a'.repeat(64) },
    entry: { kind: 'hazard', hazard: one },
  })),
  mines: [
    {
      ...{ mine: 'm', open: 6, overdue: 2, listed: 2, listingOwed: ['owed'], surveys: [] },
      ...{ withoutDeadline: 0, listedPast: 0, listedWithoutEnd: 2 },
      moved: [
        { hazard: 'late', times: 2, first: '2026-10-01' },
        { hazard: 'closed', times: 1, first: '2026-10-01' },
      ],
      repeat: {
        ...{ kind: 'reached', reachedOn: '2026-11-20', answer: null },
        times: 2,
        perhaps: 0,
        from: '2026-09-01',
        hazards: ['open', 'closed', 'owed'],
      },
    },
  ],
};
const rows = majorRows(view, TODAY);
const ids = (shown: MajorShown, search = '') =>
  shownRows(rows, shown, search, () => '青石铁矿').map((row) => row.hazard.id);

it('puts first what is overdue, then what ought to be listed, what waits, and what is listed', () => {
  expect(ids('all')).toEqual(['latest', 'late', 'owed', 'reported', 'listed', 'sooner', 'open', 'closed']);
});

it('shows what a figure counts', () => {
  expect(ids('open')).toHaveLength(6);
  expect(ids('overdue')).toEqual(['latest', 'late']);
  expect(ids('listed')).toEqual(['latest', 'listed']);
  expect(ids('listedPast')).toEqual([]);
  expect(ids('listedWithoutEnd')).toEqual(['latest', 'listed']);
  expect(ids('withoutDeadline')).toEqual([]);
  // Of these nobody said whether the mine was producing: "owed" is among what counts, "open" and "closed" are said.
  expect(ids('unsaid')).toEqual(['owed']);
  expect(ids('owed')).toEqual(['owed']);
  expect(ids('reported')).toEqual(['reported']);
  expect(ids('repeat')).toEqual(['open', 'closed']);
});

it('comes first too where its supervision is over and its deadline is not', () => {
  const past = hazard('past', { listed: { ...listed, until: '2026-11-20' } }, '2026-12-31');
  const entry = { ...view.entries[0]!, entry: { kind: 'hazard' as const, hazard: past } };
  const [first] = majorRows({ ...view, entries: [...view.entries, entry] }, TODAY).filter(
    ({ overdue }) => overdue === 0,
  );
  expect([first?.hazard.id, first?.pastListing]).toEqual(['past', 10]);
});

it('is searched by title, number, mine and inspector', () => {
  expect(ids('all', '青石 late')).toEqual(['latest', 'late']);
  expect(ids('all', '市局')).toHaveLength(7);
  expect(ids('open', '别处')).toEqual([]);
});
