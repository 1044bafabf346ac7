import { create } from 'zustand';

/** Which features a filter leaves in the picture, for what shows them in another way than their own layer. */
export interface KeptFeatures {
  /** By layer and `id` of the feature; layer null: the modelled strata. null: there is no filter. */
  readonly isKept: ((layerId: string | null, featureId: string) => boolean) | null;
}

export const useKeptFeatures = create<KeptFeatures>(() => ({ isKept: null }));
