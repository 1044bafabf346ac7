import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { z } from 'zod';
import { multiply4 } from '../../domain/frame/matrix4.ts';
import { nodeMatrix } from './node-matrix.ts';

/**
 * Vertices of the portable profile's GLBs (tiles-pipeline/tile/glb.ts), read on the processor: the engine keeps them on the
 * graphics card only.
 */

const view = z.object({
  buffer: z.number().optional(),
  byteOffset: z.number().default(0),
  byteLength: z.number(),
  byteStride: z.number().optional(),
  extensions: z
    .object({
      EXT_meshopt_compression: z
        .object({
          byteOffset: z.number().default(0),
          byteLength: z.number(),
          byteStride: z.number(),
          count: z.number(),
          mode: z.string(),
          filter: z.string().optional(),
        })
        .optional(),
    })
    .optional(),
});
const accessor = z.object({
  bufferView: z.number(),
  byteOffset: z.number().default(0),
  componentType: z.number(),
  normalized: z.boolean().default(false),
  count: z.number(),
  type: z.string(),
});
const glbSchema = z.object({
  bufferViews: z.array(view),
  accessors: z.array(accessor),
  meshes: z.array(
    z.object({
      primitives: z.array(
        z.object({ attributes: z.record(z.string(), z.number()), indices: z.number().optional() }),
      ),
    }),
  ),
  nodes: z.array(
    z.object({
      mesh: z.number().optional(),
      children: z.array(z.number()).default([]),
      matrix: z.array(z.number()).length(16).optional(),
      translation: z.array(z.number()).length(3).optional(),
      rotation: z.array(z.number()).length(4).optional(),
      scale: z.array(z.number()).length(3).optional(),
    }),
  ),
  scenes: z.array(z.object({ nodes: z.array(z.number()) })),
  scene: z.number().default(0),
});
type Glb = z.output<typeof glbSchema>;

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** Bytes, reader and divisor (for normalised integers) of each glTF component type. */
const COMPONENTS: Readonly<
  Record<number, readonly [bytes: number, read: (d: DataView, at: number) => number, unit: number]>
> = {
  5120: [1, (d, at) => d.getInt8(at), 127],
  5121: [1, (d, at) => d.getUint8(at), 255],
  5122: [2, (d, at) => d.getInt16(at, true), 32767],
  5123: [2, (d, at) => d.getUint16(at, true), 65535],
  5125: [4, (d, at) => d.getUint32(at, true), 1],
  5126: [4, (d, at) => d.getFloat32(at, true), 1],
};

function splitGlb(bytes: Uint8Array): { json: Glb; binary: Uint8Array } {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 20 || data.getUint32(0, true) !== 0x46546c67) throw new Error('not a GLB');
  const jsonLength = data.getUint32(12, true);
  const text = new TextDecoder().decode(bytes.subarray(20, 20 + jsonLength));
  return { json: glbSchema.parse(JSON.parse(text)), binary: bytes.subarray(28 + jsonLength) };
}

function decodeView(glb: Glb, binary: Uint8Array, index: number): { bytes: Uint8Array; stride?: number } {
  const source = glb.bufferViews[index]!;
  const packed = source.extensions?.EXT_meshopt_compression;
  if (!packed)
    return {
      bytes: binary.subarray(source.byteOffset, source.byteOffset + source.byteLength),
      stride: source.byteStride,
    };
  const bytes = new Uint8Array(packed.count * packed.byteStride);
  const input = binary.subarray(packed.byteOffset, packed.byteOffset + packed.byteLength);
  MeshoptDecoder.decodeGltfBuffer(bytes, packed.count, packed.byteStride, input, packed.mode, packed.filter);
  return { bytes, stride: packed.byteStride };
}

/** Reader of one accessor: (element, component) → number, normalised integers as −1…1. */
function accessorReader(glb: Glb, binary: Uint8Array, index: number) {
  const { bufferView, byteOffset, componentType, normalized, count, type } = glb.accessors[index]!;
  const component = COMPONENTS[componentType];
  if (!component) throw new Error(`unknown component type ${componentType}`);
  const [size, read, unit] = component;
  const width = type === 'SCALAR' ? 1 : Number(type.slice(3));
  const { bytes, stride } = decodeView(glb, binary, bufferView);
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const step = stride ?? size * width;
  const divisor = normalized ? unit : 1;
  return {
    count,
    at: (element: number, part: number): number =>
      Math.max(read(data, byteOffset + element * step + part * size) / divisor, normalized ? -1 : -Infinity),
  };
}

/** One column of a primitive: integers as they are, normalised ones as −1…1. */
export type GlbColumn = ReturnType<typeof accessorReader>;

export interface GlbPrimitive {
  /** 4 × 4 column-major, from the primitive's positions into the frame asked for. */
  readonly matrix: readonly number[];
  /** null where the primitive has none of this name. */
  column(name: string): GlbColumn | null;
  /** null: its vertices are triangles in their order. */
  readonly indices: GlbColumn | null;
}

/**
 * The primitives of a tile.
 * @param tileToFrame 4 × 4 column-major from the tile's Z-up frame; glTF's Y-up is undone here
 * @throws Error where the bytes are no GLB of the portable profile
 */
export async function glbPrimitives(
  bytes: Uint8Array,
  tileToFrame: readonly number[],
): Promise<GlbPrimitive[]> {
  await MeshoptDecoder.ready;
  const { json, binary } = splitGlb(bytes);
  const found: GlbPrimitive[] = [];
  const visit = (index: number, parent: readonly number[]): void => {
    const node = json.nodes[index]!;
    const matrix = multiply4(parent, nodeMatrix(node));
    for (const child of node.children) visit(child, matrix);
    if (node.mesh === undefined) return;
    for (const { attributes, indices } of json.meshes[node.mesh]!.primitives)
      found.push({
        matrix,
        column(name) {
          const accessor = attributes[name];
          return accessor === undefined ? null : accessorReader(json, binary, accessor);
        },
        get indices() {
          return indices === undefined ? null : accessorReader(json, binary, indices);
        },
      });
  };
  const zUp = [1, 0, 0, 0, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 1];
  const root = multiply4(multiply4(IDENTITY, tileToFrame), zUp);
  for (const index of json.scenes[json.scene]!.nodes) visit(index, root);
  return found;
}
