import { create } from 'zustand';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import type { LedgerRefusal, LedgerVersion } from '../../../domain/contracts/ledger.ts';
import type { FetchFailure, ShapeIssue } from '../../shell/fetch-json.ts';
import type { EditTask } from './start-edit.ts';

/** Why the last try to write did not succeed. */
export type EditTrouble =
  /** What was typed is no hazard: places in it with what is wrong. */
  | { readonly kind: 'shape'; readonly issues: readonly ShapeIssue[] }
  | { readonly kind: 'refused'; readonly refusals: readonly LedgerRefusal[] }
  | { readonly kind: 'conflict'; readonly last: LedgerVersion }
  | { readonly kind: 'failed'; readonly failure: FetchFailure };

export interface LedgerEdit {
  readonly task: EditTask;
  /** What one began with; null: a new hazard. */
  readonly base: LedgerVersion | null;
  /** As typed so far: texts may be empty, numbers NaN. */
  readonly draft: Hazard;
  readonly reason: string;
  /** Why its place lies far from the mine; asked for where it does. */
  readonly whyFar: string;
  readonly busy: boolean;
  readonly trouble: EditTrouble | null;
}

export const useEdit = create<{ readonly edit: LedgerEdit | null }>(() => ({ edit: null }));

export const beginEdit = (task: EditTask, base: LedgerVersion | null, draft: Hazard): void =>
  useEdit.setState({
    edit: { task, base, draft, reason: '', whyFar: '', busy: false, trouble: null },
  });

export const setEdit = (patch: Partial<LedgerEdit>): void =>
  useEdit.setState(({ edit }) => ({ edit: edit && { ...edit, ...patch } }));

export const endEdit = (): void => useEdit.setState({ edit: null });
