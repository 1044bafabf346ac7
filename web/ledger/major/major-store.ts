import { useEffect } from 'react';
import { create } from 'zustand';
import type {
  MajorEntry,
  MajorHazard,
  MajorSurvey,
  MajorVersion,
  MajorView,
} from '../../../domain/contracts/major-hazard.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import type { EditTrouble } from '../edit/edit-store.ts';
import type { LedgerScope } from '../ledger-routes.ts';
import { majorRoutes } from './major-routes.ts';

export type MajorState =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly view: MajorView }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

const LOADING: MajorState = { status: 'loading' };

/** What one can do to a major hazard, or to the survey of a month, in one go. */
export const MAJOR_TASKS = [
  'report',
  'survey',
  'answer',
  'describe',
  'link',
  'fixed',
  'confirm',
  'unfounded',
  'list',
  'rectify',
  'close',
  'hand-in',
  'reopen',
] as const;
export type MajorTask = (typeof MAJOR_TASKS)[number];

/** Why the last try to write did not succeed. */
export type MajorTrouble =
  | Exclude<EditTrouble, { kind: 'conflict' }>
  /** Somebody wrote `last` meanwhile; null: what one began with is not there. */
  | { readonly kind: 'conflict'; readonly last: MajorVersion | null };

export interface MajorEdit {
  readonly task: MajorTask;
  /** What one began with; null: new. */
  readonly base: MajorVersion | null;
  readonly entry: MajorEntry;
  readonly reason: string;
  /** Why its place lies far from the mine; asked for where it does. */
  readonly whyFar: string;
  readonly busy: boolean;
  readonly trouble: MajorTrouble | null;
}

interface MajorStore {
  readonly state: MajorState;
  /** Whose major hazards on which day `state` is of; null: nobody's yet. */
  readonly of: string | null;
  /** Counts the tries; a new number reads afresh. */
  readonly attempt: number;
  /** The try that `state` comes of. */
  readonly read: number;
  readonly edit: MajorEdit | null;
}

export const useMajor = create<MajorStore>(() => ({
  state: LOADING,
  of: null,
  attempt: 0,
  read: 0,
  edit: null,
}));

export const reloadMajor = (): void => useMajor.setState(({ attempt }) => ({ attempt: attempt + 1 }));

export const beginMajor = (task: MajorTask, base: MajorVersion | null, entry: MajorEntry): void =>
  useMajor.setState({ edit: { task, base, entry, reason: '', whyFar: '', busy: false, trouble: null } });
export const setMajorEdit = (patch: Partial<MajorEdit>): void =>
  useMajor.setState(({ edit }) => ({ edit: edit && { ...edit, ...patch } }));
export const endMajorEdit = (): void => useMajor.setState({ edit: null });

/**
 * Keeps the store at the major hazards of `scope` on a day; what is shown of them stays until it is read again.
 * @param on null: now
 * @param isFresh false: what was read already will do
 */
export const useMajorOf = ({ of, id }: LedgerScope, on: string | null, isFresh = true): MajorState => {
  const attempt = useMajor((store) => store.attempt);
  const wanted = `${of} ${id} ${on ?? 'now'}`;
  useEffect(() => {
    const stop = new AbortController();
    const { state, of: shown, read } = useMajor.getState();
    const isOpen = shown === wanted && state.status === 'open';
    if (isOpen && !isFresh && read === attempt) return;
    if (!isOpen) useMajor.setState({ state: LOADING, of: wanted });
    majorRoutes.view({ of, id }, on, stop.signal).then(
      (fetched) =>
        useMajor.setState({
          read: attempt,
          state: fetched.ok
            ? { status: 'open', view: fetched.value }
            : { status: 'failed', failure: fetched.failure },
        }),
      () => {}, // only an abort rejects: another ledger or day is shown
    );
    return () => stop.abort();
  }, [of, id, on, wanted, isFresh, attempt]);
  return useMajor((store) => (store.of === wanted ? store.state : LOADING));
};

export interface HazardEntry {
  readonly version: MajorVersion;
  readonly hazard: MajorHazard;
}

export const hazardsOf = (view: MajorView): HazardEntry[] =>
  view.entries.flatMap((version) =>
    version.entry.kind === 'hazard' ? [{ version, hazard: version.entry.hazard }] : [],
  );

/** Ids of a mine's major hazards that are known here. */
export const takenMajors = (mine: string): ReadonlySet<string> => {
  const { state } = useMajor.getState();
  const entries = state.status === 'open' ? hazardsOf(state.view) : [];
  return new Set(entries.filter(({ hazard }) => hazard.mine === mine).map(({ hazard }) => hazard.id));
};

export const surveyOf = (
  view: MajorView,
  mine: string,
  month: string,
): { readonly version: MajorVersion; readonly survey: MajorSurvey } | null => {
  for (const version of view.entries)
    if (
      version.entry.kind === 'survey' &&
      version.entry.survey.mine === mine &&
      version.entry.survey.month === month
    )
      return { version, survey: version.entry.survey };
  return null;
};

/** The version in which the county said what it did about a day; null: nothing says. */
export const answerOf = (view: MajorView, mine: string, reachedOn: string): MajorVersion | null =>
  view.entries.find(
    ({ entry }) =>
      entry.kind === 'answer' && entry.answer.mine === mine && entry.answer.reachedOn === reachedOn,
  ) ?? null;

/** It is not done with: nobody closed it, or found that there is nothing. */
export const isStanding = ({ state }: Pick<MajorHazard, 'state'>): boolean =>
  state !== 'closed' && state !== 'unfounded';

export const majorKey = ({ mine, id }: Pick<MajorHazard, 'mine' | 'id'>): string => `${mine}\n${id}`;
