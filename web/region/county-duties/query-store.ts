import { create } from 'zustand';
import { type DutyQuery, NEW_DUTY_QUERY } from './duty-query.ts';

/** To which day the table looks ahead; `today`: it does not. */
export const AHEAD = ['today', 'month', 'year-end'] as const;
/** One of AHEAD, or a day to come, YYYY-MM-DD. */
export type Ahead = (typeof AHEAD)[number] | (string & {});

interface DutyChoice extends DutyQuery {
  readonly ahead: Ahead;
  /** Id of the duty whose cell is chosen; null: the mine as a whole. */
  readonly duty: string | null;
}

/** What is asked of the table; kept while one looks at another screen. */
export const useDutyQuery = create<DutyChoice>(() => ({ ...NEW_DUTY_QUERY, ahead: 'today', duty: null }));

export const setDutyQuery = (patch: Partial<DutyChoice>): void => useDutyQuery.setState(patch);
