import { GLTFMeshFeaturesExtension, GLTFStructuralMetadataExtension } from '3d-tiles-renderer/plugins';
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { Mesh, Vector3 } from 'three';
import { type GLTF, GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { z } from 'zod';
import { extentOf, type OpenedTile, openTree, readArrayBuffer, type TileHeader } from './opened-tile.ts';

/** The metadata objects 3d-tiles-renderer hangs on a mesh; its typings leave userData open. */
interface TileUserData {
  readonly meshFeatures: {
    getFeatureInfo(): { label: string | null; propertyTable: number | null; attribute?: number }[];
  };
  readonly structuralMetadata?: {
    getPropertyTableData(tables: number[], ids: number[]): Record<string, unknown>[];
  };
}

const load = (glb: ArrayBuffer): Promise<GLTF> => {
  const loader = new GLTFLoader();
  loader.setMeshoptDecoder(MeshoptDecoder);
  // The constructors take the parser, which the typings of 3d-tiles-renderer 0.5 leave out.
  const plugin = (Extension: unknown) => (parser: unknown) =>
    new (Extension as new (parser: unknown) => GLTFMeshFeaturesExtension)(parser);
  loader.register(plugin(GLTFMeshFeaturesExtension));
  loader.register(plugin(GLTFStructuralMetadataExtension));
  return loader.parseAsync(glb, '');
};

const openTile = async (glb: ArrayBuffer): Promise<Omit<OpenedTile, 'uri' | 'isLeaf'>> => {
  const { scene } = await load(glb);
  scene.updateMatrixWorld(true);
  const meshes: Mesh[] = [];
  scene.traverse((object) => {
    if (object instanceof Mesh) meshes.push(object);
  });
  if (meshes.length !== 1) throw new Error(`three sees ${meshes.length} meshes, expected 1`);
  const mesh = meshes[0]!;
  const position = mesh.geometry.getAttribute('position');
  const triangles = mesh.geometry.getIndex()!.count / 3;
  const point = new Vector3();
  const { meshFeatures, structuralMetadata } = mesh.userData as TileUserData;
  // getFeatures() itself makes a WebGLRenderer even where no texture is read; this is what it reads without one.
  const { attribute, propertyTable } = meshFeatures.getFeatureInfo()[0]!;
  const featureId = mesh.geometry.getAttribute(`_feature_id_${attribute}`);
  const rows = new Set(Array.from({ length: featureId.count }, (_, vertex) => featureId.getX(vertex)));
  return {
    triangles,
    extent: extentOf(position.count, (i) =>
      point.fromBufferAttribute(position, i).applyMatrix4(mesh.matrixWorld).toArray(),
    ),
    features: [...rows].map(
      (row) => structuralMetadata?.getPropertyTableData([propertyTable ?? 0], [row])[0] ?? {},
    ),
  };
};

const headerSchema = z.looseObject({ root: z.custom<TileHeader>() });

/** Opens a tileset and all its tiles with three's GLTFLoader and the metadata plugins of 3d-tiles-renderer, in Node. */
export const openWithThree = async (tilesetFile: string): Promise<OpenedTile[]> => {
  const tileset = headerSchema.parse(
    JSON.parse(new TextDecoder().decode(await readArrayBuffer(tilesetFile))),
  );
  return openTree(tilesetFile, tileset.root, (tile) => tile.content!.uri, openTile);
};
