/** What one item of a Survex .3d (version 8) file says. Coordinates in centimetres, as stored. */
export type SurvexItem =
  | { readonly type: 'move'; readonly at: readonly [number, number, number] }
  | {
      readonly type: 'line';
      readonly at: readonly [number, number, number];
      readonly label: string;
      readonly flags: number;
    }
  | {
      readonly type: 'label';
      readonly at: readonly [number, number, number];
      readonly label: string;
      readonly flags: number;
    };

/** The file ends or makes no sense at a byte; `part` says what was being read. */
export class SurvexFault extends Error {
  readonly offset: number;
  readonly part: string;
  readonly truncated: boolean;
  constructor(offset: number, part: string, truncated: boolean) {
    super(`${part} at byte ${offset}`);
    this.offset = offset;
    this.part = part;
    this.truncated = truncated;
  }
}

const LINE_KEEPS_LABEL = 0x20;

/**
 * The items after the header, in file order, up to the stop mark. Written from Survex's "3d format specification"
 * (doc/3dformat.htm, version 8): item codes, and labels coded as "drop the last D characters, add A".
 * Throws SurvexFault.
 */
export function* survexItems(bytes: Buffer, start: number): Generator<SurvexItem, void> {
  let at = start;
  let label = Buffer.alloc(0);
  let styleIsNormal = false;

  const need = (count: number, part: string): number => {
    if (at + count > bytes.length) throw new SurvexFault(bytes.length, part, true);
    const from = at;
    at += count;
    return from;
  };
  const byte = (part: string): number => bytes[need(1, part)]!;
  const long = (part: string): number => bytes.readUInt32LE(need(4, part));
  const point = (part: string): readonly [number, number, number] => {
    const from = need(12, part);
    return [bytes.readInt32LE(from), bytes.readInt32LE(from + 4), bytes.readInt32LE(from + 8)];
  };
  /** A length in one byte, or in four after 0xff. */
  const length = (part: string): number => {
    const short = byte(part);
    return short === 0xff ? long(part) : short;
  };
  const readLabel = (): string => {
    const both = byte('label');
    const dropped = both === 0 ? length('label') : both >> 4;
    const added = both === 0 ? length('label') : both & 15;
    if (dropped > label.length) throw new SurvexFault(at, 'label', false);
    const from = need(added, 'label');
    label = Buffer.concat([label.subarray(0, label.length - dropped), bytes.subarray(from, from + added)]);
    return label.toString('utf8');
  };

  for (;;) {
    const itemAt = at;
    const code = byte('item');
    if (code === 0x00) {
      if (styleIsNormal) return;
      styleIsNormal = true;
    } else if (code <= 0x04) styleIsNormal = false;
    else if (code === 0x0f) yield { type: 'move', at: point('MOVE') };
    else if (code === 0x11) need(2, 'DATE');
    else if (code === 0x12) need(3, 'DATE');
    else if (code === 0x13) need(4, 'DATE');
    else if (code === 0x1f) need(20, 'ERROR');
    else if (code >= 0x30 && code <= 0x33) {
      readLabel();
      need(code >= 0x32 ? 16 : 8, 'XSECT');
    } else if (code >= 0x40 && code < 0x80) {
      const flags = code & 0x3f;
      const name = flags & LINE_KEEPS_LABEL ? label.toString('utf8') : readLabel();
      yield { type: 'line', label: name, at: point('LINE'), flags };
    } else if (code >= 0x80) {
      const name = readLabel();
      yield { type: 'label', label: name, at: point('LABEL'), flags: code & 0x7f };
    } else if (code !== 0x10) throw new SurvexFault(itemAt, `item 0x${code.toString(16)}`, false);
  }
}
