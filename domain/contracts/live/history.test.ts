import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureLength, pictureParts } from './history.ts';

const join = (parts: readonly Uint8Array[]) =>
  new Uint8Array(parts.flatMap((part) => [...pictureLength(part.byteLength), ...part]));

describe('an answer with pictures', () => {
  it('comes apart as it was put together', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (parts) => {
        expect(pictureParts(join(parts))).toEqual(parts);
      }),
    );
  });

  it('cut off anywhere inside a part is refused', () => {
    const whole = join([new Uint8Array([1, 2, 3]), new Uint8Array([4, 5])]);
    for (const length of [1, 3, 4, 6, 8, 10, 12])
      expect(() => pictureParts(whole.subarray(0, length))).toThrow(/ask for it again/);
    expect(pictureParts(whole.subarray(0, 7))).toEqual([new Uint8Array([1, 2, 3])]);
  });
});
