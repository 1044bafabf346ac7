import type { PositionMessage, PositionTag } from '../../../domain/contracts/live/messages.ts';
import { isEpochMs, MOST_TAGS } from './plain-positions.ts';

/**
 * Position messages read straight from their bytes: no text of the whole, no new string for an id that was read before.
 * Only what devices mostly write is read: no spaces, no exponents, no escapes, each field once. Anything else is null and
 * goes to JSON.parse and the schema, which say the same of whatever is read here (a test holds them side by side).
 */
export type ScanPositions = (bytes: Uint8Array) => PositionMessage | null;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const byteOf = (character: string): number => character.charCodeAt(0);
const fieldOf = (name: string): Uint8Array => ascii(`"${name}":`);

const QUOTE = byteOf('"');
const COMMA = byteOf(',');
const MINUS = byteOf('-');
const DOT = byteOf('.');
const ZERO = byteOf('0');
const NINE = byteOf('9');
const [OPEN, CLOSE] = [byteOf('{'), byteOf('}')];
const [OPEN_LIST, CLOSE_LIST] = [byteOf('['), byteOf(']')];
const [TRUE, FALSE] = [ascii('true'), ascii('false')];

const [V, BOOT, SEQ] = [fieldOf('v'), fieldOf('boot'), fieldOf('seq')];
const [AT, SENT] = [fieldOf('at'), fieldOf('sent')];
const [SYNTHETIC, TAGS] = [fieldOf('synthetic'), fieldOf('tags')];
const [ID, READER] = [fieldOf('id'), fieldOf('reader')];
const [E, N, H] = [fieldOf('e'), fieldOf('n'), fieldOf('h')];
const [ACC, HD, SOS] = [fieldOf('acc'), fieldOf('hd'), fieldOf('sos')];
const [BAT, STILL] = [fieldOf('bat'), fieldOf('still')];

/** So many digits make a whole number that a double holds exactly; over an exact power of ten the quotient is the nearest double. */
const MOST_DIGITS = 15;
const POWER_OF_TEN = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, k) => 10 ** k);

const MOST_ID_BYTES = 64;
/** Ids remembered, a power of two: the tags of a large mine three times over. */
const REMEMBERED_IDS = 16_384;
/** Places an id may have, beside each other; one more takes the place of the one that was not met for longest. */
const IDS_A_SLOT = 4;
const IS_ID_BYTE = new Uint8Array(256);
for (const byte of ascii('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'))
  IS_ID_BYTE[byte] = 1;

const NOTHING = new Uint8Array(0);

export const createPositionScanner = (): ScanPositions => {
  let bytes: Uint8Array = NOTHING;
  let at = 0;
  /** What is at hand is nothing that is read here. */
  let failed = false;
  const ids = new Array<string>(REMEMBERED_IDS).fill('');

  const takes = (expected: Uint8Array): boolean => {
    for (let i = 0; i < expected.length; i++) if (bytes[at + i] !== expected[i]) return false;
    at += expected.length;
    return true;
  };
  const takesByte = (byte: number): boolean => {
    if (bytes[at] !== byte) return false;
    at++;
    return true;
  };

  const number = (from: number, to: number): number => {
    const isNegative = takesByte(MINUS);
    const start = at;
    let whole = 0;
    let digits = 0;
    let decimals = -1;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte >= ZERO && byte <= NINE) {
        whole = whole * 10 + (byte - ZERO);
        digits++;
        if (decimals >= 0) decimals++;
      } else if (byte === DOT && decimals < 0 && digits > 0) decimals = 0;
      else break;
    }
    const hasLeadingZero = digits > 1 && bytes[start] === ZERO && bytes[start + 1] !== DOT;
    if (digits === 0 || digits > MOST_DIGITS || decimals === 0 || hasLeadingZero) failed = true;
    const value = decimals > 0 ? whole / POWER_OF_TEN[decimals]! : whole;
    const signed = isNegative ? -value : value;
    // Written so that what is not a number fails it as well.
    if (!(signed >= from && signed <= to)) failed = true;
    return signed;
  };
  const integer = (): number => {
    const value = number(0, Number.MAX_SAFE_INTEGER);
    if (!Number.isSafeInteger(value)) failed = true;
    return value;
  };
  const boolean = (): boolean => {
    if (takes(TRUE)) return true;
    if (!takes(FALSE)) failed = true;
    return false;
  };

  const isText = (text: string, from: number, length: number): boolean => {
    if (text.length !== length) return false;
    for (let i = 0; i < length; i++) if (text.charCodeAt(i) !== bytes[from + i]) return false;
    return true;
  };
  const id = (): string => {
    if (!takesByte(QUOTE)) failed = true;
    const from = at;
    let hash = 0;
    while (at < bytes.length && IS_ID_BYTE[bytes[at]!] === 1) hash = (Math.imul(hash, 31) + bytes[at++]!) | 0;
    const length = at - from;
    if (length === 0 || length > MOST_ID_BYTES || !takesByte(QUOTE)) failed = true;
    if (failed) return '';
    // Ids are mostly numbered: the product with the golden ratio spreads what differs in a digit over all slots.
    const first = (Math.imul(hash, 0x9e37_79b1) >>> 18) & (REMEMBERED_IDS - IDS_A_SLOT);
    let place = first;
    const last = first + IDS_A_SLOT - 1;
    while (place < last && !isText(ids[place]!, from, length)) place++;
    const known = ids[place]!;
    const text = isText(known, from, length) ? known : String.fromCharCode(...bytes.subarray(from, at - 1));
    for (; place > first; place--) ids[place] = ids[place - 1]!;
    ids[first] = text;
    return text;
  };

  /** @returns whether the field may come here: it is one of these, and did not come before */
  const isNew = (value: unknown, field: Uint8Array): boolean => value === undefined && takes(field);

  const tag = (): PositionTag => {
    let [name, reader]: (string | undefined)[] = [];
    let [e, n, h, acc, hd, bat, still]: (number | undefined)[] = [];
    let sos: boolean | undefined;
    if (!takesByte(OPEN)) failed = true;
    while (!failed) {
      if (isNew(name, ID)) name = id();
      else if (isNew(e, E)) e = number(-1e9, 1e9);
      else if (isNew(n, N)) n = number(-1e9, 1e9);
      else if (isNew(h, H)) h = number(-1e9, 1e9);
      else if (isNew(acc, ACC)) acc = number(0, 10_000);
      else if (isNew(hd, HD)) hd = number(0, 360);
      else if (isNew(bat, BAT)) bat = number(0, 100);
      else if (isNew(sos, SOS)) sos = boolean();
      else if (isNew(reader, READER)) reader = id();
      else if (isNew(still, STILL)) still = integer();
      else failed = true;
      if (takesByte(CLOSE)) break;
      if (!takesByte(COMMA)) failed = true;
    }
    if (name === undefined || e === undefined || n === undefined) failed = true;
    // One shape for all, so that whoever reads them needs no second way.
    return { id: name!, e: e!, n: n!, h, acc, hd, sos, bat, reader, still };
  };

  const tags = (): PositionTag[] => {
    const list: PositionTag[] = [];
    if (!takesByte(OPEN_LIST)) failed = true;
    if (takesByte(CLOSE_LIST)) return list;
    while (!failed) {
      list.push(tag());
      if (takesByte(CLOSE_LIST)) break;
      if (!takesByte(COMMA) || list.length === MOST_TAGS) failed = true;
    }
    return list;
  };

  const time = (): number => {
    const value = integer();
    if (!isEpochMs(value)) failed = true;
    return value;
  };

  const message = (): PositionMessage | null => {
    let [v, seq, taken, sent]: (number | undefined)[] = [];
    let boot: string | undefined;
    let synthetic: boolean | undefined;
    let list: PositionTag[] | undefined;
    if (!takesByte(OPEN)) return null;
    while (!failed) {
      if (isNew(v, V)) v = number(1, 1);
      else if (isNew(boot, BOOT)) boot = id();
      else if (isNew(seq, SEQ)) seq = integer();
      else if (isNew(taken, AT)) taken = time();
      else if (isNew(sent, SENT)) sent = time();
      else if (isNew(synthetic, SYNTHETIC)) synthetic = boolean();
      else if (isNew(list, TAGS)) list = tags();
      else failed = true;
      if (takesByte(CLOSE)) break;
      if (!takesByte(COMMA)) failed = true;
    }
    if (failed || at !== bytes.length) return null;
    if (v === undefined || boot === undefined || seq === undefined) return null;
    if (taken === undefined || sent === undefined || list === undefined) return null;
    return { v: 1, boot, seq, at: taken, sent, synthetic, tags: list };
  };

  return (payload) => {
    bytes = payload;
    at = 0;
    failed = false;
    const read = message();
    // The payload is a view into a larger buffer that would be held with it.
    bytes = NOTHING;
    return read;
  };
};
