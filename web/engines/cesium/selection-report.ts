import type { PickedFeature } from '../mine-view.ts';

interface FeatureRef {
  readonly layerId: string;
  readonly featureId: string;
}

/** Tells of each choice once, with its attributes: a click's at once, a link's as soon as its tile is there. */
export interface SelectionReport {
  clicked(feature: PickedFeature | null): void;
  /** What the view has been told to select, the answer to a click included. */
  chosen(feature: FeatureRef | null): void;
  /** A tile arrived: perhaps the one with the feature waited for. */
  seek(): void;
}

/**
 * @param find the feature with its attributes, null while no loaded tile holds it
 * @param tell called for every click, and once for every other choice
 */
export function createSelectionReport(
  find: (feature: FeatureRef) => PickedFeature | null,
  tell: (feature: PickedFeature | null) => void,
): SelectionReport {
  let told: FeatureRef | null = null;
  let wanted: FeatureRef | null = null;
  const seek = (): void => {
    const found = wanted && find(wanted);
    if (!found) return;
    wanted = null;
    told = found;
    tell(found);
  };
  return {
    clicked(feature) {
      told = feature;
      wanted = null;
      tell(feature);
    },
    chosen(feature) {
      const known = told?.layerId === feature?.layerId && told?.featureId === feature?.featureId;
      wanted = known ? null : feature;
      if (!feature) told = null;
      seek();
    },
    seek,
  };
}
