import { create } from 'zustand';
import type { DrivingFacts } from '../../../../domain/contracts/driving-facts.ts';
import type { MineDriveOn } from '../../../../domain/drive-on/answer-mine.ts';

export interface OpenAnswer {
  readonly answer: MineDriveOn;
  readonly facts: DrivingFacts;
}

export type AnswerState =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | ({ readonly status: 'open' } & OpenAnswer)
  | { readonly status: 'failed'; readonly detail: string }
  /** A bundle of an older version. */
  | { readonly status: 'no-file' };

/** What of the answer is shown now but belongs in no link. */
export interface DriveOnState {
  readonly state: AnswerState;
  /** Number of the chosen hole of the open heading. */
  readonly hole: number | null;
}

export const useDriveOn = create<DriveOnState>(() => ({
  state: { status: 'none' },
  hole: null,
}));

export const setDriveOn = (patch: Partial<DriveOnState>): void => useDriveOn.setState(patch);
