import { expect, test } from 'vitest';
import type { MajorHazard, MajorListingRule } from '../contracts/major-hazard.ts';
import { majorStanding } from './major-standing.ts';
import { inspectedMajor, sampleCloseOut, sampleMajor } from './sample-major.test-kit.ts';

const LISTING: MajorListingRule = {
  id: 'L',
  from: 'city',
  jurisdiction: '测试',
  clause: '测试',
  status: 'test',
};
const MOVED = { times: 2, first: '2026-06-30' };
const standing = (hazards: readonly MajorHazard[], day = '2026-11-30') =>
  majorStanding('tiny', {
    ...{ hazards, surveys: [], since: null, day, repeat: null, listing: LISTING },
    answers: [],
    moved: new Map([
      ['M2', MOVED],
      ['gone', MOVED],
    ]),
  });

test('what is open, overdue, listed, and what ought to be listed', () => {
  const listed = inspectedMajor({
    id: 'M3',
    listed: { office: '市', level: 'city', on: '2026-11-03', until: null },
  });
  const closed = sampleMajor({
    id: 'M4',
    state: 'closed',
    closeOut: sampleCloseOut({ on: '2026-11-03' }),
  });
  expect(standing([sampleMajor(), inspectedMajor(), listed, closed])).toMatchObject({
    ...{ open: 3, overdue: 3, listed: 1, listingOwed: ['M2'] },
  });
  expect(standing([sampleMajor(), inspectedMajor(), listed, closed])).toMatchObject({
    moved: [{ hazard: 'M2', ...MOVED }],
    ...{ withoutDeadline: 0, listedPast: 0, listedWithoutEnd: 1 },
  });
  const ended = inspectedMajor({ listed: { ...listed.listed!, until: '2026-11-20' } });
  const undated = sampleMajor({ fiveFixed: { ...sampleMajor().fiveFixed, deadline: null } });
  expect(standing([ended, undated])).toMatchObject({ overdue: 1, withoutDeadline: 1, listedPast: 1 });
  expect(standing([ended], '2026-11-20').listedPast).toBe(0);
  const county = inspectedMajor({ inspection: { office: '县局', level: 'county' } });
  expect(standing([county]).listingOwed).toEqual([]);
  expect(standing([sampleMajor({ source: 'public-report', state: 'reported' })]).open).toBe(0);
});
