import { z } from 'zod';

/** The parts of a tile's glTF that the checks read. The rest is gltf-validator's business, so objects are loose. */
const index = z.int().min(0);
/** Far above any tile: a corrupted length must not make the check ask for all memory. */
const byteCount = z
  .int()
  .min(0)
  .max(2 ** 30);

const meshopt = z.looseObject({
  buffer: index,
  byteOffset: byteCount.default(0),
  byteLength: byteCount,
  byteStride: z.int().min(1).max(256),
  count: byteCount,
  mode: z.enum(['ATTRIBUTES', 'TRIANGLES', 'INDICES']),
  filter: z.string().optional(),
});

const bufferView = z.looseObject({
  buffer: index,
  byteOffset: byteCount.default(0),
  byteLength: z
    .int()
    .min(1)
    .max(2 ** 30),
  byteStride: z.int().min(4).max(252).optional(),
  extensions: z.looseObject({ EXT_meshopt_compression: meshopt.optional() }).optional(),
});

const accessor = z.looseObject({
  bufferView: index,
  byteOffset: byteCount.default(0),
  componentType: z.int(),
  count: z
    .int()
    .min(1)
    .max(2 ** 28),
  type: z.enum(['SCALAR', 'VEC2', 'VEC3', 'VEC4']),
  normalized: z.boolean().default(false),
  min: z.array(z.number()).optional(),
  max: z.array(z.number()).optional(),
});

const featureId = z.strictObject({
  featureCount: z.int().min(1),
  attribute: index,
  label: z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/),
  propertyTable: index.optional(),
});

const primitive = z.looseObject({
  attributes: z.record(z.string(), index),
  indices: index,
  material: index,
  mode: z.literal(4).default(4),
  extensions: z.looseObject({
    EXT_mesh_features: z.strictObject({ featureIds: z.array(featureId).length(1) }),
  }),
});

const number3 = z.array(z.number()).length(3);
const node = z.looseObject({
  mesh: index.optional(),
  translation: number3.default([0, 0, 0]),
  scale: number3.default([1, 1, 1]),
  // A tile's own frame is the mine's: nothing in it is turned, sheared or nested.
  rotation: z.never().optional(),
  matrix: z.never().optional(),
  children: z.never().optional(),
});

const identifier = z.string().regex(/^[a-zA-Z_][a-zA-Z0-9_]*$/);
const columnText = { name: z.string(), description: z.string().optional(), semantic: z.string().optional() };
export const classPropertySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('STRING'), noData: z.string(), default: z.string(), ...columnText }),
  z.strictObject({
    type: z.literal('SCALAR'),
    // No 64-bit integers: loaders.gl and three read them as BigInt or not at all.
    componentType: z.enum(['FLOAT64', 'INT32']),
    noData: z.number(),
    default: z.number(),
    ...columnText,
  }),
]);

const tableProperty = z.strictObject({
  values: index,
  stringOffsets: index.optional(),
  stringOffsetType: z.enum(['UINT8', 'UINT16', 'UINT32']).optional(),
});

export const structuralMetadataSchema = z.strictObject({
  schema: z.strictObject({
    id: identifier,
    classes: z.record(
      identifier,
      z.strictObject({
        name: z.string().optional(),
        description: z.string().optional(),
        properties: z.record(identifier, classPropertySchema),
      }),
    ),
  }),
  propertyTables: z
    .array(
      z.strictObject({
        name: z.string().optional(),
        class: z.string(),
        count: z.int().min(1),
        properties: z.record(z.string(), tableProperty),
      }),
    )
    .length(1),
});

export const gltfSchema = z.looseObject({
  asset: z.looseObject({ version: z.literal('2.0') }),
  extensionsUsed: z.array(z.string()).default([]),
  extensionsRequired: z.array(z.string()).default([]),
  nodes: z.array(node).min(1),
  meshes: z.array(z.looseObject({ primitives: z.array(primitive).min(1) })).min(1),
  accessors: z.array(accessor),
  bufferViews: z.array(bufferView),
  buffers: z.array(
    z.looseObject({
      byteLength: byteCount,
      uri: z.never().optional(),
      extensions: z
        .looseObject({ EXT_meshopt_compression: z.strictObject({ fallback: z.boolean() }).optional() })
        .optional(),
    }),
  ),
  extensions: z.looseObject({ EXT_structural_metadata: structuralMetadataSchema.optional() }).optional(),
});

export type Gltf = z.output<typeof gltfSchema>;
export type StructuralMetadata = z.output<typeof structuralMetadataSchema>;
