/** What one pass over the bytes says about an encoding. */
export interface EncodingScan {
  /** Offset of the first byte that cannot be read, or -1. */
  readonly badAt: number;
  /** Bytes or sequences that cannot be read. */
  readonly bad: number;
  /** Well-formed sequences of more than one byte. */
  readonly multibyte: number;
  /** Of those: three or four bytes long (UTF-8), or in the everyday GB 2312 square (GB18030). */
  readonly telling: number;
}

const inRange = (byte: number | undefined, low: number, high: number): boolean =>
  byte !== undefined && byte >= low && byte <= high;

/** Length of the well-formed UTF-8 sequence at `i`, 0 where there is none (Unicode 15, table 3-7). */
const utf8LengthAt = (bytes: Uint8Array, i: number): number => {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  const second = bytes[i + 1];
  if (inRange(lead, 0xc2, 0xdf)) return inRange(second, 0x80, 0xbf) ? 2 : 0;
  const third = inRange(bytes[i + 2], 0x80, 0xbf);
  if (inRange(lead, 0xe0, 0xef)) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    return inRange(second, low, high) && third ? 3 : 0;
  }
  if (inRange(lead, 0xf0, 0xf4)) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xf4 ? 0x8f : 0xbf;
    return inRange(second, low, high) && third && inRange(bytes[i + 3], 0x80, 0xbf) ? 4 : 0;
  }
  return 0;
};

/** Length of the well-formed GB18030 sequence at `i`, 0 where there is none (GB 18030-2005, 1, 2 or 4 bytes). */
const gb18030LengthAt = (bytes: Uint8Array, i: number): number => {
  const lead = bytes[i]!;
  if (lead < 0x80) return 1;
  if (!inRange(lead, 0x81, 0xfe)) return 0;
  const second = bytes[i + 1];
  if (inRange(second, 0x40, 0x7e) || inRange(second, 0x80, 0xfe)) return 2;
  const four =
    inRange(second, 0x30, 0x39) && inRange(bytes[i + 2], 0x81, 0xfe) && inRange(bytes[i + 3], 0x30, 0x39);
  // Outside these lead bytes no four-byte code is assigned.
  return four && (lead <= 0x84 || inRange(lead, 0x90, 0xe3)) ? 4 : 0;
};

const scan = (
  bytes: Uint8Array,
  lengthAt: (bytes: Uint8Array, i: number) => number,
  isTelling: (bytes: Uint8Array, i: number, length: number) => boolean,
): EncodingScan => {
  let badAt = -1;
  let bad = 0;
  let multibyte = 0;
  let telling = 0;
  for (let i = 0; i < bytes.length; ) {
    if (bytes[i]! < 0x80) {
      i += 1;
      continue;
    }
    const length = lengthAt(bytes, i);
    if (length === 0) {
      if (badAt < 0) badAt = i;
      bad += 1;
      i += 1;
      continue;
    }
    multibyte += 1;
    if (isTelling(bytes, i, length)) telling += 1;
    i += length;
  }
  return { badAt, bad, multibyte, telling };
};

export const scanUtf8 = (bytes: Uint8Array): EncodingScan =>
  scan(bytes, utf8LengthAt, (_bytes, _i, length) => length > 2);

/** Rows 1–9 (signs) and 16–87 (characters) of GB 2312 hold nearly all of everyday Chinese text. */
export const scanGb18030 = (bytes: Uint8Array): EncodingScan =>
  scan(bytes, gb18030LengthAt, (all, i, length) => {
    const lead = all[i]!;
    return (
      length === 2 &&
      (inRange(lead, 0xa1, 0xa9) || inRange(lead, 0xb0, 0xf7)) &&
      inRange(all[i + 1], 0xa1, 0xfe)
    );
  });

/** High bytes standing alone between ASCII letters or blanks: how Western European text looks. */
export const loneHighByteShare = (bytes: Uint8Array): number => {
  let high = 0;
  let lone = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i]! < 0x80) continue;
    high += 1;
    // 0x80–0x9f are control codes in Latin-1 and rare signs in Windows-1252: not what names are written with.
    const before = bytes[i - 1] ?? 0x20;
    const after = bytes[i + 1] ?? 0x20;
    if (bytes[i]! >= 0xa0 && before < 0x80 && after < 0x80) lone += 1;
  }
  return high === 0 ? 0 : lone / high;
};
