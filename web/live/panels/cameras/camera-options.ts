import { create } from 'zustand';
import type { Proposal } from '../../../../domain/cameras/propose.ts';

export type FrustaShown = 'none' | 'selected' | 'all';

/** What the panel draws into the scene, and the last proposals. Outlives the panel, not the page. */
interface CameraOptions {
  readonly frusta: FrustaShown;
  readonly stretches: boolean;
  /** null: none asked for. */
  readonly proposals: readonly Proposal[] | null;
}

export const useCameraOptions = create<CameraOptions>(() => ({
  frusta: 'selected',
  stretches: false,
  proposals: null,
}));
