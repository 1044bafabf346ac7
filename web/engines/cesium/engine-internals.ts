import {
  Cartesian2,
  Cartesian3,
  type Cesium3DTileset,
  ImageBasedLighting,
  Ray,
  type Scene,
} from '@cesium/engine';
import { MARK_STEP } from './feature-blue.ts';

/**
 * Everything of CesiumJS that its typings do not promise, in one place. engine-internals.test.ts holds the pinned
 * version to it (shader-symbols.ts lists the names): whoever raises @cesium/engine sees at once what moved.
 */

/**
 * GLSL: the state of the fragment's feature, as feature-style.ts wrote it into the feature's colour.
 * Inputs: none of ours; reads the engine's batch texture by the fragment's feature id.
 * Output: x hovered, y selected, z inferred; 0 or 1, no unit; w hazard mark, 0 none, else as hazard-pattern.glsl.
 */
export const FEATURE_STATE_GLSL = `
vec4 featureState(FeatureIds featureIds) {
#ifdef HAS_SELECTED_FEATURE_ID
  SelectedFeature state;
  selectedFeatureIdStage(state, featureIds);
  // One byte holds twice the mark and one more for inferred, in steps of ${MARK_STEP}.
  float code = floor((1.0 - state.color.b) * 255.0 / ${MARK_STEP.toFixed(1)} + 0.5);
  return vec4(step(state.color.rg, vec2(0.5)), mod(code, 2.0), floor(code / 2.0));
#else
  return vec4(0.0);
#endif
}

bool meshHasNormals() {
#ifdef HAS_NORMALS
  return true;
#else
  return false;
#endif
}
`;

interface RayPicking {
  pickFromRay(
    ray: Ray,
    exclude?: readonly object[],
    width?: number,
  ): { object?: object; position?: Cartesian3 } | undefined;
}

/**
 * First point of the drawn tilesets on a ray (ECEF), in full precision of the drawn geometry; undefined where it meets
 * nothing. `width`: metres of the probe. Unlike Scene.pickPosition it works while tiles load, and what is hidden for
 * the call (the see-through ground) does not stop it.
 */
export function firstHit(
  scene: Scene,
  origin: Cartesian3,
  direction: Cartesian3,
  width: number,
): Cartesian3 | undefined {
  const ray = new Ray(Cartesian3.clone(origin), Cartesian3.clone(direction));
  return (scene as unknown as RayPicking).pickFromRay(ray, [], width)?.position;
}

/** Why a tileset could not be read, from whatever the engine threw. */
export const engineErrorText = (error: unknown): string => {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'statusCode' in error)
    return `HTTP ${String(error.statusCode)}`;
  return String(error);
};

/**
 * Light from the sky for tilesets whose material is unlit: none. The engine's own integrates a table of reflections before
 * the first picture, though no shader of ours reads it: about two seconds where pixels are drawn by software.
 */
class NoSkyLight extends ImageBasedLighting {
  constructor() {
    super();
    this.imageBasedLightingFactor = Cartesian2.ZERO;
  }

  /** Called by the engine before each picture. */
  update(): void {}
}

/** One for all tilesets: it holds nothing, and who is given one does not destroy it. */
export const NO_SKY_LIGHT: ImageBasedLighting = new NoSkyLight();

export type TilesetOptions = Cesium3DTileset.ConstructorOptions;
