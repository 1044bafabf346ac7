import { create } from 'zustand';
import type { PlanPoint } from '../../../../domain/geology/section/curtain.ts';
import type { CapMesh, CapPart } from '../../../../domain/geology/slice/cap-mesh.ts';
import type { CutSubject } from '../../../../domain/geology/slice/cut-faces.ts';

/** What a mine is cut of, on its way from the bundle. */
export type SubjectState =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly subject: CutSubject }
  | { readonly status: 'failed'; readonly detail: string };

/** What is true of the cut now but belongs in no link. */
export interface SliceState {
  readonly subject: SubjectState;
  /** What the cap on the screen shows, in the order of its parts. */
  readonly parts: readonly CapPart[];
  /** The filled cut on the screen, for who points at it. */
  readonly cap: CapMesh | null;
  /** Bodies that have only a line in it. */
  readonly outlined: readonly number[];
  /** Corners of the line being drawn on the ground; null: none is. */
  readonly draft: readonly PlanPoint[] | null;
}

export const useSlice = create<SliceState>(() => ({
  subject: { status: 'none' },
  parts: [],
  cap: null,
  outlined: [],
  draft: null,
}));

export const setSlice = (patch: Partial<SliceState>): void => useSlice.setState(patch);
