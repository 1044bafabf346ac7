import { TilesRenderer } from '3d-tiles-renderer';
import { GLTFExtensionsPlugin } from '3d-tiles-renderer/plugins';
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { type Camera, type Intersection, Matrix4, Mesh, type Object3D, type WebGLRenderer } from 'three';
import type { CatalogLayer } from '../../../domain/contracts/catalog.ts';
import { fromPropertyTable } from '../../../domain/contracts/property-encoding.ts';
import type { LayerAppearance, PickedFeature } from '../mine-view.ts';
import { type BodyMaterials, createBodyMaterials, type SharedUniforms } from './body-material.ts';

/** A layer's tileset in the mine's ENU frame, drawn with our materials. */
export interface LayerTiles {
  readonly layer: CatalogLayer;
  readonly group: Object3D;
  readonly visible: boolean;
  /** Tiles for the present picture are still on their way. */
  readonly pending: boolean;
  setAppearance(appearance: LayerAppearance): void;
  /** Asks for the tiles this camera wants. */
  update(camera: Camera, renderer: WebGLRenderer): void;
  featureOf(hit: Intersection): PickedFeature | null;
  dispose(): void;
}

export interface LayerTilesEvents {
  changed(): void;
  failed(layerId: string, detail: string): void;
}

/** What the metadata plugins hang on a mesh; their typings leave userData open. */
interface TileUserData {
  materials?: BodyMaterials;
  readonly meshFeatures?: {
    getFeatureInfo(): { propertyTable: number | null; attribute?: number }[];
  };
  readonly structuralMetadata?: {
    getPropertyTableData(tables: number[], ids: number[]): Record<string, unknown>[];
  };
}

/** Pixels by which a tile may be off: sections are measured from. */
const ERROR_PIXELS = 2;

export const createLayerTiles = (
  layer: CatalogLayer,
  o: { readonly bundleUrl: string; readonly enuToEcef: readonly number[]; readonly shared: SharedUniforms },
  events: LayerTilesEvents,
): LayerTiles => {
  const materials = createBodyMaterials(o.shared);
  const tiles = new TilesRenderer(new URL(layer.tileset, o.bundleUrl).href);
  tiles.errorTarget = ERROR_PIXELS;
  tiles.registerPlugin(
    new GLTFExtensionsPlugin({
      metadata: true,
      meshoptDecoder: MeshoptDecoder,
    }),
  );
  // Every tileset stands on the globe by its root; this takes it back to the mine's own frame, in doubles.
  new Matrix4()
    .fromArray([...o.enuToEcef])
    .invert()
    .decompose(tiles.group.position, tiles.group.quaternion, tiles.group.scale);
  tiles.group.updateMatrixWorld(true);
  let failed = false;
  let appearance: LayerAppearance = { visible: layer.shownAtStart, opacity: 1 };

  tiles.addEventListener('load-model', ({ scene }) => {
    scene.traverse((object: Object3D) => {
      if (!(object instanceof Mesh)) return;
      object.material = materials.byPass.solid;
      (object.userData as TileUserData).materials = materials;
    });
    events.changed();
  });
  tiles.addEventListener('load-error', ({ error, url }) => {
    if (failed) return;
    failed = true;
    events.failed(layer.id, `${url}: ${error.message}`);
  });
  for (const name of ['needs-update', 'tiles-load-end', 'tile-visibility-change'] as const)
    tiles.addEventListener(name, () => events.changed());

  const apply = (): void => {
    materials.opacity.value = appearance.opacity;
    tiles.group.visible = appearance.visible && appearance.opacity > 0;
    events.changed();
  };
  apply();

  return {
    layer,
    group: tiles.group,
    get visible() {
      return tiles.group.visible;
    },
    get pending() {
      return tiles.group.visible && !failed && (tiles.rootTileset === null || tiles.loadProgress < 1);
    },
    setAppearance(next) {
      appearance = next;
      apply();
    },
    update(camera, renderer) {
      if (!tiles.group.visible) return;
      if (!tiles.hasCamera(camera)) tiles.setCamera(camera);
      tiles.setResolutionFromRenderer(camera, renderer);
      tiles.update();
    },
    featureOf(hit) {
      const { meshFeatures, structuralMetadata } = hit.object.userData as TileUserData;
      const info = meshFeatures?.getFeatureInfo()[0];
      if (!info || !structuralMetadata || !hit.face || !(hit.object instanceof Mesh)) return null;
      const ids = hit.object.geometry.getAttribute(`_feature_id_${info.attribute ?? 0}`);
      const row = structuralMetadata.getPropertyTableData(
        [info.propertyTable ?? 0],
        [ids.getX(hit.face.a)],
      )[0];
      const idColumn = layer.properties.find(({ role }) => role === 'id');
      if (!row || !idColumn) return null;
      const properties = Object.fromEntries(
        layer.properties.map(({ id, type }) => [id, fromPropertyTable(type, row[id])]),
      );
      return { layerId: layer.id, featureId: String(properties[idColumn.id]), properties };
    },
    dispose() {
      tiles.dispose();
      materials.dispose();
    },
  };
};
