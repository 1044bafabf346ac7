import { MeshoptEncoder } from 'meshoptimizer/encoder';

/** A glTF buffer view as written; `extensions` when its bytes are meshopt-compressed. */
export interface BufferView {
  readonly buffer: 0 | 1;
  readonly byteOffset: number;
  readonly byteLength: number;
  readonly byteStride?: number;
  readonly target?: number;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface BufferViews {
  /** Adds plain bytes; returns the index of the buffer view. */
  plain(bytes: Uint8Array): number;
  /** Adds a column of numbers, `size` bytes each, compressed. Not a vertex stream: it gets no stride and no target. */
  numbers(bytes: Uint8Array, count: number, size: 4 | 8): number;
  /** Adds a vertex stream of `stride` bytes a vertex, compressed. */
  vertices(bytes: Uint8Array, count: number, stride: number): number;
  /** Adds the indices of triangles, compressed; `size` 2 or 4 bytes an index. */
  triangles(bytes: Uint8Array, count: number, size: 2 | 4): number;
  finish(): { views: readonly BufferView[]; buffers: readonly unknown[]; binary: Uint8Array };
}

const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;

/** Eight, because property tables hold float64 columns and every view must be aligned to its component. */
const aligned = (length: number): number => Math.ceil(length / 8) * 8;

/**
 * Lays out the buffers of one GLB: buffer 0 is the binary chunk; buffer 1 has no bytes, it is the room where
 * EXT_meshopt_compression decodes to (a `fallback` buffer in the extension's words). Await `MeshoptEncoder.ready` first.
 */
export const bufferViews = (): BufferViews => {
  const views: BufferView[] = [];
  const parts: { at: number; bytes: Uint8Array }[] = [];
  let stored = 0;
  let decoded = 0;

  const store = (bytes: Uint8Array): number => {
    const at = stored;
    parts.push({ at, bytes });
    stored = aligned(at + bytes.length);
    return at;
  };

  const compressed = (
    bytes: Uint8Array,
    count: number,
    stride: number,
    mode: 'ATTRIBUTES' | 'TRIANGLES',
    use: Pick<BufferView, 'byteStride' | 'target'>,
  ) => {
    const packed = MeshoptEncoder.encodeGltfBuffer(bytes, count, stride, mode);
    const extension = {
      buffer: 0,
      byteOffset: store(packed),
      byteLength: packed.length,
      byteStride: stride,
      count,
      mode,
    };
    views.push({
      buffer: 1,
      byteOffset: decoded,
      byteLength: bytes.length,
      ...use,
      extensions: { EXT_meshopt_compression: extension },
    });
    decoded = aligned(decoded + bytes.length);
    return views.length - 1;
  };

  return {
    plain: (bytes) => {
      // A buffer view may not be empty; a column of empty strings is.
      const content = bytes.length > 0 ? bytes : new Uint8Array(1);
      views.push({ buffer: 0, byteOffset: store(content), byteLength: content.length });
      return views.length - 1;
    },
    numbers: (bytes, count, size) => compressed(bytes, count, size, 'ATTRIBUTES', {}),
    vertices: (bytes, count, stride) =>
      compressed(bytes, count, stride, 'ATTRIBUTES', { byteStride: stride, target: ARRAY_BUFFER }),
    triangles: (bytes, count, size) =>
      compressed(bytes, count, size, 'TRIANGLES', { target: ELEMENT_ARRAY_BUFFER }),
    finish: () => {
      const binary = new Uint8Array(stored);
      for (const { at, bytes } of parts) binary.set(bytes, at);
      return {
        views,
        binary,
        buffers: [
          { byteLength: stored },
          { byteLength: decoded, extensions: { EXT_meshopt_compression: { fallback: true } } },
        ],
      };
    },
  };
};
