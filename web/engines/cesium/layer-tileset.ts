import {
  type Cesium3DTile,
  Cesium3DTileColorBlendMode,
  Cesium3DTileset,
  Matrix4,
  type Scene,
  ShadowMode,
} from '@cesium/engine';
import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';
import type { LayerAppearance } from '../mine-view.ts';
import { engineErrorText, NO_SKY_LIGHT, type TilesetOptions } from './engine-internals.ts';
import { createFeatureStyle, type FeatureStyle } from './feature-style.ts';
import { createGlassMaterial, type GlassMaterial } from './glass-shader.ts';

/** One catalog layer on the screen: its tileset, its material, the state of its features. */
export interface LayerTileset {
  readonly layer: CatalogLayer;
  readonly material: GlassMaterial;
  readonly style: FeatureStyle;
  /** null until tileset.json has been read, and after a failure. */
  readonly tileset: Cesium3DTileset | null;
  readonly failed: boolean;
  /** Tiles wanted for the present view. */
  readonly pending: number;
  /** True once everything the first view wants is drawn, or the layer failed, or it is hidden. */
  readonly settled: boolean;
  setAppearance(appearance: LayerAppearance): void;
  /** Hides the whole layer while another feature is isolated, whatever its appearance says. */
  setSuppressed(suppressed: boolean): void;
  /** 0…1; heeded by the ground alone. */
  setSeeThrough(amount: number): void;
  setModelMatrix(matrix: readonly number[]): void;
  /** Drops the tileset and reads it again. */
  rebuild(): void;
  destroy(): void;
}

export interface LayerTilesetEvents {
  /** Something changed that wants a new frame or a new progress figure. */
  changed(): void;
  failed(layerId: string, detail: string): void;
}

const OPTIONS: TilesetOptions = {
  shadows: ShadowMode.DISABLED,
  // The look of our material needs no light from the sky, and the engine would draw cube maps for it.
  environmentMapOptions: { enabled: false },
  imageBasedLighting: NO_SKY_LIGHT,
  // Tuned for horizons of a globe; from below ground it blurs what is near.
  dynamicScreenSpaceError: false,
  skipLevelOfDetail: false,
  enableCollision: false,
  showCreditsOnScreen: false,
  // From inside a goaf its far wall must be there.
  backFaceCulling: false,
  cacheBytes: 256 * 1024 * 1024,
};

export function createLayerTileset(
  scene: Scene,
  layer: CatalogLayer,
  bundleUrl: string,
  events: LayerTilesetEvents,
): LayerTileset {
  const material = createGlassMaterial(layer);
  let style = createFeatureStyle(layer);
  let tileset: Cesium3DTileset | null = null;
  let failed = false;
  let pending = 0;
  let firstView = false;
  let appearance: LayerAppearance = { visible: layer.shownAtStart, opacity: 1 };
  let suppressed = false;
  let modelMatrix = Matrix4.clone(Matrix4.IDENTITY);
  // Reading is asynchronous: an answer for a build that has been dropped since is thrown away.
  let build = 0;

  const apply = (): void => {
    material.setOpacity(appearance.opacity);
    const shown = appearance.visible && appearance.opacity > 0 && !suppressed;
    if (tileset) {
      tileset.show = shown;
      // Only when it is another one: the engine builds its draw commands anew.
      if (tileset.customShader !== material.shader) tileset.customShader = material.shader;
    }
    // A layer nobody looks at is not fetched before it is first shown.
    else if (shown && build === 0) load();
    events.changed();
  };

  const fail = (detail: string): void => {
    if (failed) return;
    failed = true;
    pending = 0;
    events.failed(layer.id, detail);
    events.changed();
  };

  const watch = (made: Cesium3DTileset): void => {
    made.tileLoad.addEventListener((tile: Cesium3DTile) => {
      style.attach(tile.content);
      events.changed();
    });
    made.tileUnload.addEventListener((tile: Cesium3DTile) => style.detach(tile.content));
    made.tileFailed.addEventListener((failure: { url: string; message: string }) =>
      fail(`${failure.url}: ${failure.message}`),
    );
    made.loadProgress.addEventListener((requests: number, processing: number) => {
      pending = requests + processing;
      events.changed();
    });
    made.initialTilesLoaded.addEventListener(() => {
      firstView = true;
      events.changed();
    });
  };

  const load = (): void => {
    const mine = ++build;
    const url = new URL(layer.tileset, bundleUrl).href;
    Cesium3DTileset.fromUrl(url, { ...OPTIONS, modelMatrix, show: false }).then(
      (made) => {
        if (mine !== build) {
          made.destroy();
          return;
        }
        made.customShader = material.shader;
        // The feature colour carries state, not a colour (feature-style.ts): any mode but HIGHLIGHT leaves it unseen.
        made.colorBlendMode = Cesium3DTileColorBlendMode.MIX;
        made.colorBlendAmount = 0;
        made.modelMatrix = modelMatrix;
        watch(made);
        tileset = made;
        scene.primitives.add(made);
        apply();
      },
      (error: unknown) => {
        if (mine === build) fail(`${url}: ${engineErrorText(error)}`);
      },
    );
  };

  const drop = (): void => {
    build++;
    if (tileset) {
      // The material is ours and outlives the tileset.
      tileset.customShader = undefined;
      scene.primitives.remove(tileset);
    }
    tileset = null;
    failed = false;
    pending = 0;
    firstView = false;
  };

  return {
    layer,
    material,
    get style() {
      return style;
    },
    get tileset() {
      return tileset;
    },
    get failed() {
      return failed;
    },
    get pending() {
      return pending;
    },
    get settled() {
      // Of a layer that lies outside the picture nothing is ever wanted, so its first tiles are never announced.
      const nothingWanted = tileset?.tilesLoaded === true;
      return (
        failed || firstView || nothingWanted || suppressed || !appearance.visible || appearance.opacity === 0
      );
    },
    setAppearance(next) {
      appearance = next;
      apply();
    },
    setSuppressed(next) {
      if (suppressed === next) return;
      suppressed = next;
      apply();
    },
    setSeeThrough(amount) {
      material.setSeeThrough(amount);
      apply();
    },
    setModelMatrix(matrix) {
      modelMatrix = Matrix4.fromArray([...matrix]);
      if (tileset) tileset.modelMatrix = modelMatrix;
    },
    rebuild() {
      drop();
      style = createFeatureStyle(layer);
      load();
    },
    destroy() {
      drop();
      material.destroy();
    },
  };
}
