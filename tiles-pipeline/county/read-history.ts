import type { RegisterMine } from '../../domain/contracts/county.ts';
import type { Finding } from '../../domain/contracts/finding.ts';
import { findingAt } from '../read/finding-place.ts';
import type { CountyRecords } from './county-records.ts';
import { type Change, type MineDraft, type Mines, mineOf, type StateAndGrade } from './read-register.ts';

/** States and grades over the years, put into the mines oldest first. */
export const readHistory = (records: CountyRecords, mines: Mines): void => {
  for (const record of records.records) {
    const mine = mineOf(records, record, mines);
    if (!mine) continue;
    const from = records.day(record, 'from');
    if (from === null) {
      records.log.reject('county-cell-missing', {
        row: record.row,
        column: 'from',
        params: { role: 'from' },
      });
      continue;
    }
    addChange(records, record, mine, from);
    records.log.made();
  }
  for (const mine of mines.values()) mine.history = historyOf(mine.reading.changes);
};

/** Where the register says one thing of a mine and its history, on the day of the files, another. */
export const unlikeHistory = (mines: readonly MineDraft[], asOf: string | null): Finding[] =>
  mines.flatMap((mine) => {
    const last = mine.history.findLast(({ from }) => asOf === null || from <= asOf);
    return (['state', 'grade'] as const).flatMap((role): Finding[] => {
      const [now, then] = [mine[role], last?.[role]];
      if (!last || !now || !then || now === 'unknown' || then === 'unknown' || now === then) return [];
      const params = { feature: mine.id, from: last.from, other: then };
      return [findingAt('warning', 'county-state-unlike', REGISTER, { value: now, params })];
    });
  });
const REGISTER = { source: 'county.yaml', file: 'county.yaml' };

const NOT_KNOWN = new Set(['不明', '未知', 'unknown']);

/** Where two rows of one day say unlike things neither is taken. */
const addChange = (
  records: CountyRecords,
  record: CountyRecords['records'][number],
  { reading: { changes } }: MineDraft,
  from: string,
): void => {
  const cell = <T>(role: 'state' | 'grade', nothing: T, before: T | undefined): T | undefined => {
    const written = records.text(record, role);
    if (written === null) return before;
    const value = NOT_KNOWN.has(written) ? nothing : ((records.coded(record, role) as T | null) ?? nothing);
    if (before === undefined || before === value) return value;
    records.log.warn('county-value-twice', {
      row: record.row,
      column: records.column(role),
      value: written,
      params: { other: String(before) },
    });
    return nothing;
  };
  const at = changes.findIndex((change) => change.from === from);
  const before = changes[at];
  changes[at < 0 ? changes.length : at] = {
    from,
    state: cell<StateAndGrade['state']>('state', 'unknown', before?.state),
    grade: cell<StateAndGrade['grade']>('grade', null, before?.grade),
  };
};

const historyOf = (changes: readonly Change[]): RegisterMine['history'] => {
  let last: StateAndGrade = { state: 'unknown', grade: null };
  return changes
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, state = last.state, grade = last.grade }) => {
      last = { state, grade };
      return { from, ...last };
    });
};
