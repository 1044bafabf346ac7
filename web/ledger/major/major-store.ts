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

/** What one can do to a major hazard, or to the survey of a month, in one go. */
export const MAJOR_TASKS = [
  'report',
  'survey',
  'fixed',
  'confirm',
  'unfounded',
  'list',
  'rectify',
  'close',
  'reopen',
] as const;
export type MajorTask = (typeof MAJOR_TASKS)[number];

export interface MajorEdit {
  readonly task: MajorTask;
  /** What one began with; null: new. */
  readonly base: MajorVersion | null;
  readonly entry: MajorEntry;
  readonly reason: string;
  readonly busy: boolean;
  readonly trouble: Exclude<EditTrouble, { kind: 'conflict' }> | { readonly kind: 'conflict' } | null;
}

interface MajorStore {
  readonly state: MajorState;
  /** Counts the tries; a new number reads afresh. */
  readonly attempt: number;
  /** The hazard that is open: mine and id with a line break between. */
  readonly open: string | null;
  readonly edit: MajorEdit | null;
}

export const useMajor = create<MajorStore>(() => ({
  state: { status: 'loading' },
  attempt: 0,
  open: null,
  edit: null,
}));

export const reloadMajor = (): void => useMajor.setState(({ attempt }) => ({ attempt: attempt + 1 }));

export const beginMajor = (task: MajorTask, base: MajorVersion | null, entry: MajorEntry): void =>
  useMajor.setState({ edit: { task, base, entry, reason: '', busy: false, trouble: null } });
export const setMajorEdit = (patch: Partial<MajorEdit>): void =>
  useMajor.setState(({ edit }) => ({ edit: edit && { ...edit, ...patch } }));
export const endMajorEdit = (): void => useMajor.setState({ edit: null });

/** Keeps the store at the major hazards of `scope` on a day. @param on null: now */
export const useMajorOf = ({ of, id }: LedgerScope, on: string | null): MajorState => {
  const attempt = useMajor((store) => store.attempt);
  useEffect(() => {
    const stop = new AbortController();
    if (attempt === 0) useMajor.setState({ state: { status: 'loading' } });
    majorRoutes.view({ of, id }, on, stop.signal).then(
      (fetched) =>
        useMajor.setState({
          state: fetched.ok
            ? { status: 'open', view: fetched.value }
            : { status: 'failed', failure: fetched.failure },
        }),
      () => {}, // only an abort rejects: another ledger or day is shown
    );
    return () => stop.abort();
  }, [of, id, on, attempt]);
  return useMajor((store) => store.state);
};

export interface HazardEntry {
  readonly version: MajorVersion;
  readonly hazard: MajorHazard;
}

export const hazardsOf = (view: MajorView): HazardEntry[] =>
  view.entries.flatMap((version) =>
    version.entry.kind === 'hazard' ? [{ version, hazard: version.entry.hazard }] : [],
  );

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

export const majorKey = ({ mine, id }: Pick<MajorHazard, 'mine' | 'id'>): string => `${mine}\n${id}`;
