import { create } from 'zustand';
import type { BlockContent } from '../../../../domain/measure/block-content.ts';
import type { VolumeBetween } from '../../../../domain/measure/volume-between.ts';
import type { MeasureSubject } from './measure-subject.ts';
import type { Snap } from './snap-aim.ts';

/** What one measures at, on its way from the bundle. */
export type MeasureSubjectState =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly subject: MeasureSubject }
  | { readonly status: 'failed'; readonly detail: string };

/** A volume as it stands; `stale`: of the outline before, while the new one is reckoned. */
export type VolumeAnswer =
  | { readonly kind: 'volume'; readonly volume: VolumeBetween }
  | { readonly kind: 'block'; readonly content: BlockContent };
export type VolumeState =
  | { readonly status: 'none' | 'computing' }
  | { readonly status: 'ready'; readonly answer: VolumeAnswer }
  | { readonly status: 'failed'; readonly detail: string };

/** What is true of measuring now but belongs in no link. */
export interface MeasureState {
  readonly subject: MeasureSubjectState;
  /** Clicks in the picture set points. */
  readonly taking: boolean;
  /** What the next click would take. */
  readonly snap: Snap | null;
  /** What each point was taken of, by `e_n_u` as the link has it. */
  readonly taken: ReadonlyMap<string, Snap>;
  readonly volume: VolumeState;
}

export const NEW_MEASURE: MeasureState = {
  subject: { status: 'loading' },
  taking: true,
  snap: null,
  taken: new Map(),
  volume: { status: 'none' },
};

export const useMeasure = create<MeasureState>(() => NEW_MEASURE);

export const setMeasure = (patch: Partial<MeasureState>): void => useMeasure.setState(patch);
