import { create } from 'zustand';
import type { DutyQuery } from '../../../domain/county-duties/duty-query.ts';
import { setView, useView } from '../../shell/view-store.ts';

/** To which day the table looks ahead; `today`: it does not. */
export const AHEAD = ['today', 'month', 'year-end'] as const;
/** One of AHEAD, or a day to come, YYYY-MM-DD. */
export type Ahead = (typeof AHEAD)[number] | (string & {});

interface DutyChoice {
  readonly ahead: Ahead;
  /** Id of the duty whose cell is chosen; null: the mine as a whole. */
  readonly duty: string | null;
}

/** How the table is looked at; kept while one looks at another screen. */
export const useDutyChoice = create<DutyChoice>(() => ({ ahead: 'today', duty: null }));
export const setDutyChoice = (patch: Partial<DutyChoice>): void => useDutyChoice.setState(patch);

/** What is asked of the table: it is in the link. */
export const useDutyQuery = (): DutyQuery => useView(({ dutyQuery }) => dutyQuery);
export const setDutyQuery = (patch: Partial<DutyQuery>): void =>
  setView({ dutyQuery: { ...useView.getState().dutyQuery, ...patch } });
