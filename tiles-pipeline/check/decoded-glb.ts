import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { packGlb, parseGlb } from '../tile/glb.ts';
import { type Gltf, gltfSchema } from './gltf-schema.ts';

/** A GLB with every compressed buffer view decoded. `views` has the bytes of each buffer view. */
export interface DecodedGlb {
  readonly gltf: Gltf;
  readonly views: readonly Uint8Array[];
}

const COMPRESSION = 'EXT_meshopt_compression';

const slice = (bytes: Uint8Array, offset: number, length: number, what: string): Uint8Array => {
  if (offset + length > bytes.length)
    throw new Error(`${what} runs to byte ${offset + length}, the binary chunk has ${bytes.length}`);
  return bytes.slice(offset, offset + length);
};

/** Parses and decompresses. Throws with the place in the file when anything is malformed. */
export const decodeGlb = async (bytes: Uint8Array): Promise<DecodedGlb> => {
  await MeshoptDecoder.ready;
  const { json, binary } = parseGlb(bytes);
  const parsed = gltfSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(`/${issue.path.join('/')}: ${issue.message}`);
  }
  const gltf = parsed.data;
  const views = gltf.bufferViews.map((view, i) => {
    const buffer = gltf.buffers[view.buffer];
    if (!buffer) throw new Error(`/bufferViews/${i}/buffer: there is no buffer ${view.buffer}`);
    if (view.byteOffset + view.byteLength > buffer.byteLength)
      throw new Error(`/bufferViews/${i}: runs past the end of buffer ${view.buffer}`);
    const compression = view.extensions?.[COMPRESSION];
    if (!compression) {
      if (view.buffer !== 0) throw new Error(`/bufferViews/${i}: uncompressed, yet not in the binary chunk`);
      return slice(binary, view.byteOffset, view.byteLength, `/bufferViews/${i}`);
    }
    const { byteStride, count, mode, filter } = compression;
    if (compression.buffer !== 0)
      throw new Error(`/bufferViews/${i}: compressed bytes outside the binary chunk`);
    if (!gltf.extensionsRequired.includes(COMPRESSION) || !buffer.extensions?.[COMPRESSION]?.fallback)
      throw new Error(`/bufferViews/${i}: ${COMPRESSION} must be required and its buffer marked as fallback`);
    if (byteStride * count !== view.byteLength)
      throw new Error(`/bufferViews/${i}: ${count} × ${byteStride} bytes do not make ${view.byteLength}`);
    const packed = slice(binary, compression.byteOffset, compression.byteLength, `/bufferViews/${i}`);
    const target = new Uint8Array(view.byteLength);
    MeshoptDecoder.decodeGltfBuffer(target, count, byteStride, packed, mode, filter);
    return target;
  });
  return { gltf, views };
};

const without = (extensions: readonly string[]): string[] =>
  extensions.filter((name) => name !== COMPRESSION);

/**
 * The same tile without compression, for gltf-validator: that one does not know EXT_meshopt_compression, so in the
 * file itself it meets a second GLB buffer without data and cannot look into a single accessor. Decoding first
 * lets it check every index, normal and bound.
 */
export const decompressedCopy = ({ gltf, views }: DecodedGlb): Uint8Array => {
  let length = 0;
  const bufferViews = gltf.bufferViews.map((view, i) => {
    const { extensions: _, ...plain } = view;
    const byteOffset = length;
    length = Math.ceil((length + views[i]!.length) / 8) * 8;
    return { ...plain, buffer: 0, byteOffset };
  });
  const binary = new Uint8Array(length);
  for (const [i, view] of bufferViews.entries()) binary.set(views[i]!, view.byteOffset);
  const extensionsRequired = without(gltf.extensionsRequired);
  const { extensionsRequired: _, ...rest } = gltf;
  return packGlb({
    json: {
      ...rest,
      extensionsUsed: without(gltf.extensionsUsed),
      ...(extensionsRequired.length > 0 ? { extensionsRequired } : {}),
      bufferViews,
      buffers: [{ byteLength: length }],
    },
    binary,
  });
};
