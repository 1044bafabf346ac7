/** The GLB container, glTF 2.0 specification section 4.4: 12-byte header, a JSON chunk, a binary chunk. */

const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;

export interface Glb<Json> {
  readonly json: Json;
  readonly binary: Uint8Array;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

export const packGlb = ({ json, binary }: Glb<unknown>): Uint8Array => {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const jsonLength = padded(text.length);
  const binaryLength = padded(binary.length);
  const glb = new Uint8Array(12 + 8 + jsonLength + 8 + binaryLength);
  const view = new DataView(glb.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, 2, true);
  view.setUint32(8, glb.length, true);
  view.setUint32(12, jsonLength, true);
  view.setUint32(16, JSON_CHUNK, true);
  glb.fill(0x20, 20, 20 + jsonLength);
  glb.set(text, 20);
  view.setUint32(20 + jsonLength, binaryLength, true);
  view.setUint32(24 + jsonLength, BINARY_CHUNK, true);
  glb.set(binary, 28 + jsonLength);
  return glb;
};

/** Takes a GLB apart; `json` is unchecked. Throws with the reason when a length or a magic number is wrong. */
export const parseGlb = (file: Uint8Array): Glb<unknown> => {
  // Node's Buffer is a Uint8Array whose slice() shares memory instead of copying it.
  const glb = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = new DataView(glb.buffer, glb.byteOffset, glb.byteLength);
  if (glb.length < 20) throw new Error(`a GLB has at least 20 bytes, this has ${glb.length}`);
  if (view.getUint32(0, true) !== MAGIC) throw new Error('does not start with "glTF"');
  if (view.getUint32(4, true) !== 2) throw new Error(`GLB version ${view.getUint32(4, true)}, expected 2`);
  const stated = view.getUint32(8, true);
  if (stated !== glb.length) throw new Error(`header says ${stated} bytes, the file has ${glb.length}`);
  let json: unknown;
  let binary = new Uint8Array(0);
  let hasJson = false;
  for (let at = 12; at < glb.length; ) {
    if (at + 8 > glb.length) throw new Error(`a chunk header at byte ${at} is cut off`);
    const length = view.getUint32(at, true);
    const type = view.getUint32(at + 4, true);
    if (length % 4 !== 0) throw new Error(`the chunk at byte ${at} has ${length} bytes, not a multiple of 4`);
    if (at + 8 + length > glb.length)
      throw new Error(`the chunk at byte ${at} runs past the end of the file`);
    const body = glb.slice(at + 8, at + 8 + length);
    if (!hasJson) {
      if (type !== JSON_CHUNK) throw new Error('the first chunk is not JSON');
      json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
      hasJson = true;
    } else if (type === BINARY_CHUNK && binary.length === 0) {
      binary = body;
    }
    at += 8 + length;
  }
  return { json, binary };
};
