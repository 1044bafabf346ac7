import { MeshoptEncoder } from 'meshoptimizer/encoder';
import { DEVIATION_ATTRIBUTE } from '../../domain/contracts/deviation.ts';
import type { ModelFeature } from '../model/layer-model.ts';
import { type BufferViews, bufferViews } from './buffer-views.ts';
import type { CompactMesh } from './compact.ts';
import { packGlb } from './glb.ts';
import type { LayerMesh } from './layer-mesh.ts';
import { type LayerSchema, writePropertyTable } from './property-table.ts';
import { emptyGridBox, fitsSixteenBits, fromGrid, GRID_STEP, type GridBox, growGridBox } from './quantise.ts';

/** What one tile is made of. The writer is the only place that knows the file format. */
export interface TileContent {
  readonly name: string;
  readonly mesh: LayerMesh;
  readonly tile: CompactMesh;
  readonly features: readonly ModelFeature[];
  readonly schema: LayerSchema;
  /** Some feature of the layer is drawn see-through. */
  readonly translucent: boolean;
  readonly generator: string;
}

export interface WrittenTile {
  readonly glb: Uint8Array;
  readonly box: GridBox;
}

const BYTE = 5120;
const UNSIGNED_BYTE = 5121;
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;
const FLOAT = 5126;
const LAST_SHORT = 65_535;

type Accessor = Readonly<Record<string, unknown>>;
interface Stream {
  readonly views: BufferViews;
  readonly order: Uint32Array;
  readonly mesh: LayerMesh;
}

/**
 * Positions turned to glTF's Y-up (x = east, y = up, z = −north), as 16-bit steps of the shared grid where the
 * tile is narrow enough, else as float32 multiples of the step: both decode to the same places exactly.
 */
const writePositions = ({ views, order, mesh }: Stream, box: GridBox) => {
  const short = fitsSixteenBits(box);
  const middle = (axis: 0 | 1 | 2) => Math.round((box[axis] + box[axis + 3]!) / 2);
  const origin = short ? [box[0], box[2], -box[4]] : [middle(0), middle(2), -middle(1)];
  const stride = short ? 4 : 3;
  const scale = short ? 1 : GRID_STEP;
  const data = short ? new Uint16Array(stride * order.length) : new Float32Array(stride * order.length);
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < order.length; i++) {
    const at = 3 * order[i]!;
    for (let axis = 0; axis < 3; axis++) {
      const turned =
        axis === 0 ? mesh.positions[at]! : axis === 1 ? mesh.positions[at + 2]! : -mesh.positions[at + 1]!;
      data[stride * i + axis] = (turned - origin[axis]!) * scale;
      const stored = data[stride * i + axis]!;
      min[axis] = Math.min(min[axis]!, stored);
      max[axis] = Math.max(max[axis]!, stored);
    }
  }
  const bufferView = views.vertices(new Uint8Array(data.buffer), order.length, short ? 8 : 12);
  const accessor: Accessor = {
    bufferView,
    componentType: short ? UNSIGNED_SHORT : FLOAT,
    count: order.length,
    type: 'VEC3',
    min,
    max,
  };
  const placement = {
    translation: origin.map(fromGrid),
    ...(short ? { scale: [GRID_STEP, GRID_STEP, GRID_STEP] } : {}),
  };
  return { accessor, placement };
};

const writeNormals = ({ views, order, mesh }: Stream): Accessor => {
  const data = new Int8Array(4 * order.length);
  for (let i = 0; i < order.length; i++) {
    const at = 3 * order[i]!;
    data[4 * i] = mesh.normals[at]!;
    data[4 * i + 1] = mesh.normals[at + 2]!;
    data[4 * i + 2] = -mesh.normals[at + 1]!;
  }
  const bufferView = views.vertices(new Uint8Array(data.buffer), order.length, 4);
  return { bufferView, componentType: BYTE, normalized: true, count: order.length, type: 'VEC3' };
};

const writeColours = ({ views, order, mesh }: Stream, features: readonly ModelFeature[]): Accessor => {
  const data = new Uint8Array(4 * order.length);
  for (let i = 0; i < order.length; i++) {
    const { colour } = features[mesh.feature[order[i]!]!]!.mesh;
    for (let k = 0; k < 4; k++) data[4 * i + k] = Math.round(255 * Math.max(0, Math.min(1, colour[k]!)));
  }
  const bufferView = views.vertices(data, order.length, 4);
  return { bufferView, componentType: UNSIGNED_BYTE, normalized: true, count: order.length, type: 'VEC4' };
};

/**
 * Row of the tile's own table for each vertex, as float32 (exact to 16 777 216; glTF has no 32-bit integers here).
 * Not as padded 16-bit integers: loaders.gl 4.5 looks at feature ids before it decompresses, which only works out
 * for tightly packed numbers, where it keeps a view of the bytes that are filled in afterwards.
 */
const writeFeatureIds = ({ views, order, mesh }: Stream, rowOf: Map<number, number>): Accessor => {
  const data = Float32Array.from(order, (vertex) => rowOf.get(mesh.feature[vertex]!)!);
  const bufferView = views.vertices(new Uint8Array(data.buffer), order.length, 4);
  return { bufferView, componentType: FLOAT, count: order.length, type: 'SCALAR' };
};

/** Centimetres are finer than any deviation means, and pack well. */
const writeDeviation = ({ views, order }: Stream, deviation: Float32Array): Accessor => {
  const data = Float32Array.from(order, (vertex) => Math.round(deviation[vertex]! * 100) / 100);
  const bufferView = views.vertices(new Uint8Array(data.buffer), order.length, 4);
  return { bufferView, componentType: FLOAT, count: order.length, type: 'SCALAR' };
};

const writeIndices = (views: BufferViews, indices: Uint32Array, vertices: number): Accessor => {
  // 65 535 itself is the primitive restart value and may not be used as an index.
  const short = vertices <= LAST_SHORT;
  const data = short ? Uint16Array.from(indices) : indices;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const bufferView = views.triangles(bytes, indices.length, short ? 2 : 4);
  return {
    bufferView,
    componentType: short ? UNSIGNED_SHORT : UNSIGNED_INT,
    count: indices.length,
    type: 'SCALAR',
  };
};

/**
 * One tile as a GLB: glTF 2.0 with KHR_mesh_quantization, EXT_meshopt_compression, EXT_mesh_features and an
 * EXT_structural_metadata property table that holds exactly the features drawn in it. Same content, same bytes.
 */
export const writeTile = async (content: TileContent): Promise<WrittenTile> => {
  await MeshoptEncoder.ready;
  const { mesh, tile, schema } = content;
  const indices = tile.indices.slice();
  const [newPlace] = MeshoptEncoder.reorderMesh(indices, true, true);
  const order = new Uint32Array(tile.vertices.length);
  for (let i = 0; i < order.length; i++) order[newPlace[i]!] = tile.vertices[i]!;

  const box = emptyGridBox();
  for (const vertex of order) growGridBox(box, mesh.positions, vertex);
  const present = [...new Set(Array.from(order, (vertex) => mesh.feature[vertex]!))].sort((a, b) => a - b);
  const rowOf = new Map(present.map((feature, row) => [feature, row]));

  const views = bufferViews();
  const stream = { views, order, mesh };
  const { accessor, placement } = writePositions(stream, box);
  const accessors = [
    accessor,
    writeNormals(stream),
    writeColours(stream, content.features),
    writeFeatureIds(stream, rowOf),
    writeIndices(views, indices, order.length),
    ...(mesh.deviation ? [writeDeviation(stream, mesh.deviation)] : []),
  ];
  const hasTable = schema.columns.length > 0;
  const table = hasTable
    ? writePropertyTable(
        schema,
        present.map((feature) => content.features[feature]!),
        views,
      )
    : null;
  const { views: finished, buffers, binary } = views.finish();
  const featureIds = [
    {
      featureCount: present.length,
      attribute: 0,
      label: 'feature',
      ...(hasTable ? { propertyTable: 0 } : {}),
    },
  ];
  const required = ['KHR_mesh_quantization', 'EXT_meshopt_compression'];
  const json = {
    asset: { version: '2.0', generator: content.generator },
    extensionsUsed: [...required, 'EXT_mesh_features', ...(hasTable ? ['EXT_structural_metadata'] : [])],
    extensionsRequired: required,
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ name: content.name, mesh: 0, ...placement }],
    meshes: [
      {
        name: content.name,
        primitives: [
          {
            attributes: {
              POSITION: 0,
              NORMAL: 1,
              COLOR_0: 2,
              _FEATURE_ID_0: 3,
              ...(mesh.deviation ? { [DEVIATION_ATTRIBUTE]: 5 } : {}),
            },
            indices: 4,
            material: 0,
            mode: 4,
            extensions: { EXT_mesh_features: { featureIds } },
          },
        ],
      },
    ],
    materials: [
      {
        name: schema.classId,
        pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 1 },
        doubleSided: true,
        ...(content.translucent ? { alphaMode: 'BLEND' } : {}),
      },
    ],
    accessors,
    bufferViews: finished,
    buffers,
    ...(table
      ? { extensions: { EXT_structural_metadata: { schema: schema.schema, propertyTables: [table] } } }
      : {}),
  };
  return { glb: packGlb({ json, binary }), box };
};
