import { MeshoptEncoder } from 'meshoptimizer/encoder';
import { beforeAll, describe, expect, it } from 'vitest';
import { featureBounds } from './feature-bounds.ts';

const IDENTITY = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
/** glTF Y-up places as 16-bit steps of 0.5 m from (100, −40, 7): the row of a vertex is its last column. */
const VERTICES = [
  [0, 0, 0, 0],
  [10, 2, 4, 0],
  [200, 60, 80, 1],
  [220, 64, 90, 1],
] as const;

function glb(compressed: boolean): Uint8Array {
  const places = new Uint16Array(VERTICES.flatMap(([x, y, z]) => [x, y, z, 0]));
  const rows = new Uint16Array(VERTICES.flatMap(([, , , row]) => [row, 0]));
  const raw = [new Uint8Array(places.buffer), new Uint8Array(rows.buffer)];
  const strides = [8, 4];
  const stored = raw.map((bytes, i) =>
    compressed ? MeshoptEncoder.encodeVertexBuffer(bytes, VERTICES.length, strides[i]!) : bytes,
  );
  const offsets = [0, Math.ceil(stored[0]!.length / 4) * 4];
  const binary = new Uint8Array(Math.ceil((offsets[1]! + stored[1]!.length) / 4) * 4);
  stored.forEach((bytes, i) => {
    binary.set(bytes, offsets[i]);
  });
  const bufferViews = stored.map((bytes, i) => ({
    buffer: 0,
    byteOffset: compressed ? 0 : offsets[i],
    byteLength: raw[i]!.length,
    byteStride: strides[i],
    ...(compressed
      ? {
          extensions: {
            EXT_meshopt_compression: {
              buffer: 0,
              byteOffset: offsets[i],
              byteLength: bytes.length,
              byteStride: strides[i],
              count: VERTICES.length,
              mode: 'ATTRIBUTES',
            },
          },
        }
      : {}),
  }));
  const json = {
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, translation: [100, -40, 7], scale: [0.5, 0.5, 0.5] }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, _FEATURE_ID_0: 1 } }] }],
    accessors: [
      { bufferView: 0, componentType: 5123, count: VERTICES.length, type: 'VEC3' },
      { bufferView: 1, componentType: 5123, count: VERTICES.length, type: 'SCALAR' },
    ],
    bufferViews,
  };
  const text = JSON.stringify(json);
  const header = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 4) * 4));
  const file = new Uint8Array(28 + header.length + binary.length);
  const data = new DataView(file.buffer);
  const words = [0x46546c67, 2, file.length, header.length, 0x4e4f534a];
  words.forEach((word, i) => {
    data.setUint32(4 * i, word, true);
  });
  file.set(header, 20);
  data.setUint32(20 + header.length, binary.length, true);
  data.setUint32(24 + header.length, 0x004e4942, true);
  file.set(binary, 28 + header.length);
  return file;
}

describe('bounds of a feature', () => {
  beforeAll(() => MeshoptEncoder.ready);

  it.each([false, true])(
    'finds the vertices of its row, Z up, metres (compressed: %s)',
    async (compressed) => {
      expect(await featureBounds(glb(compressed), new Set([0]), IDENTITY)).toEqual({
        min: [100, -9, -40],
        max: [105, -7, -39],
      });
      expect(await featureBounds(glb(compressed), new Set([1]), IDENTITY)).toEqual({
        min: [200, -52, -10],
        max: [210, -47, -8],
      });
    },
  );

  it('takes the tile where it is placed', async () => {
    const lifted = [...IDENTITY.slice(0, 12), 1, 2, 3, 1];
    const box = await featureBounds(glb(true), new Set([0]), lifted);
    expect(box?.min).toEqual([101, -7, -37]);
  });

  it('says null for a row no vertex carries, and refuses what is no GLB', async () => {
    expect(await featureBounds(glb(true), new Set([7]), IDENTITY)).toBeNull();
    await expect(featureBounds(new Uint8Array(64), new Set([0]), IDENTITY)).rejects.toThrow('not a GLB');
  });
});
