import { expect, test } from 'vitest';
import type { Counted } from '../../../domain/contracts/county-statistics.ts';
import { hasUnknown, townCell, unsaidColumns } from './town-cell.ts';

const counted = (unknown: number): Counted =>
  ({
    mines: 5,
    state: { producing: 3, suspended: 1, closed: 0, unknown },
    grade: { A: 0, B: 2, C: 1, D: 0, unknown },
    risk: { major: 0, unknown },
    warning: { red: 1, orange: 0, yellow: 0, blue: 0, unknown: 4 },
    ...{ sites: { ammonia: 2 }, sitesFlagged: 1, sitesUndecided: unknown },
  }) as unknown as Counted;

const ALL = unsaidColumns({ isPast: false, hasSites: true });
const PAST = unsaidColumns({ isPast: true, hasSites: true });

test('what nobody knows stands beside the number, and is no nought', () => {
  expect(townCell('major', counted(2), ALL)).toBe('0 +2?');
  expect(townCell('producing', counted(2), ALL)).toBe('3 +2?');
  expect(townCell('flagged', counted(1), ALL)).toBe('1 +1?');
  expect(townCell('bad', counted(0), ALL)).toBe('1');
  expect([hasUnknown(counted(2), ALL), hasUnknown(counted(0), ALL)]).toEqual([true, false]);
});

test('on a past day what is known of now only is no number', () => {
  expect([townCell('major', counted(5), PAST), townCell('warned', counted(0), PAST)]).toEqual(['—', '—']);
  expect(townCell('bad', counted(1), PAST)).toBe('1 +1?');
});

test('where the file of sites is not there nothing is said of sites, least of all nought', () => {
  const without = unsaidColumns({ isPast: false, hasSites: false });
  expect([townCell('sites', counted(0), without), townCell('flagged', counted(0), without)]).toEqual([
    '—',
    '—',
  ]);
  expect(townCell('sites', counted(0), ALL)).toBe('2');
});
