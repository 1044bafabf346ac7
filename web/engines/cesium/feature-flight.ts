import { cornersOf, framing } from './home-view.ts';
import type { LayerTileset } from './layer-tileset.ts';
import type { MineStage } from './mine-stage.ts';
import type { OrbitCamera } from './orbit-camera.ts';
import { constrain } from './orbit-motion.ts';
import type { FeatureRef } from './view-memory.ts';

/** How long a wanted feature may take to arrive with its tile before the flight to it is given up. */
const FEATURE_WAIT_MS = 10_000;

export interface FeatureFlight {
  flyTo(feature: FeatureRef): void;
  /** A tile has come: the wanted feature may be in it. */
  seek(): void;
  destroy(): void;
}

/** Flies to features, also to those whose tiles are not there yet. */
export function createFeatureFlight(
  stage: MineStage,
  camera: OrbitCamera,
  layerOf: (id: string) => LayerTileset | undefined,
): FeatureFlight {
  let alive = true;
  let wanted: { feature: FeatureRef; until: number } | null = null;
  const frameBox = async ({ layerId, featureId }: FeatureRef): Promise<boolean> => {
    const layer = layerOf(layerId);
    const box = layer ? await stage.boundsOf(layer, featureId) : null;
    if (!box || !alive) return false;
    const { heading, pitch } = camera.pose();
    // A view from straight above hides what a void looks like; the direction of the view is kept otherwise.
    const tilt = Math.min(Math.max(pitch, -50), 20);
    camera.fly(
      constrain(
        framing(cornersOf(box), heading, tilt, stage.tanHalfHeight(), stage.aspect()),
        stage.limits(),
      ),
    );
    return true;
  };
  return {
    flyTo(feature) {
      void frameBox(feature).then((found) => {
        const layer = layerOf(feature.layerId);
        if (found || !layer || !alive) return;
        wanted = { feature, until: performance.now() + FEATURE_WAIT_MS };
        const { heading, pitch } = camera.pose();
        const whole = stage.drawn(layer.layer.extent);
        camera.fly(
          constrain(
            framing(cornersOf(whole), heading, pitch, stage.tanHalfHeight(), stage.aspect()),
            stage.limits(),
          ),
        );
      });
    },
    seek() {
      if (!wanted) return;
      const { feature, until } = wanted;
      if (performance.now() > until) wanted = null;
      else if ((layerOf(feature.layerId)?.style.placesOf(feature.featureId).length ?? 0) > 0) {
        wanted = null;
        void frameBox(feature);
      }
    },
    destroy() {
      alive = false;
    },
  };
}
