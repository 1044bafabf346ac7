import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packGlb, parseGlb } from './glb.ts';

describe('GLB container', () => {
  test('what was packed is parsed again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array({ maxLength: 200 }), (json, bytes) => {
        const glb = packGlb({ json, binary: bytes });
        expect(glb.length % 4).toBe(0);
        const parsed = parseGlb(Buffer.from(glb));
        expect(JSON.stringify(parsed.json)).toBe(JSON.stringify(json));
        expect([...parsed.binary.subarray(0, bytes.length)]).toEqual([...bytes]);
        expect(parsed.binary.subarray(bytes.length).every((byte) => byte === 0)).toBe(true);
      }),
    );
  });

  test('any shortened file is refused', () => {
    const glb = packGlb({ json: { asset: { version: '2.0' } }, binary: new Uint8Array(40) });
    for (let length = 0; length < glb.length; length++)
      expect(() => parseGlb(glb.subarray(0, length)), `${length} bytes`).toThrow();
  });

  test('a chunk that claims more bytes than there are is refused', () => {
    const glb = packGlb({ json: {}, binary: new Uint8Array(8) });
    new DataView(glb.buffer).setUint32(12, 4000, true);
    expect(() => parseGlb(glb)).toThrow('past the end');
  });
});
