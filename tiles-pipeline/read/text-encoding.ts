import type { Finding } from '../../domain/contracts/finding.ts';
import { loneHighByteShare, scanGb18030, scanUtf8 } from './encoding-scan.ts';
import { type FindingPlace, fileError, findingAt } from './finding-place.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'latin1' | 'utf-16le' | 'utf-16be';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  readonly findings: readonly Finding[];
}

export interface DecodeOptions {
  /** What mine.yaml says; left out: found from the bytes. */
  readonly encoding?: TextEncoding;
  readonly file: string;
  readonly source: string;
}

/** Below this share of everyday characters the statistical answer is given with a warning. */
const CLEAR_SHARE = 0.8;

const bomOf = (bytes: Uint8Array): { encoding: TextEncoding; length: number } | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
};

/** 1-based line of the byte at `offset`. */
const lineAt = (bytes: Uint8Array, offset: number): number => {
  let line = 1;
  for (let i = 0; i < offset; i += 1) if (bytes[i] === 0x0a) line += 1;
  return line;
};

const badByte = (bytes: Uint8Array, offset: number, encoding: TextEncoding, place: FindingPlace) =>
  fileError(
    'encoding-bad-byte',
    { ...place, row: lineAt(bytes, offset) },
    {
      value: `0x${(bytes[offset] ?? 0).toString(16).padStart(2, '0')}`,
      params: { encoding, offset },
    },
  );

const decodeStrict = (
  bytes: Uint8Array,
  start: number,
  encoding: TextEncoding,
  place: FindingPlace,
): string => {
  const body = bytes.subarray(start);
  const scan = encoding === 'utf-8' ? scanUtf8 : encoding === 'gb18030' ? scanGb18030 : null;
  const badAt = scan ? scan(body).badAt : -1;
  if (badAt >= 0) throw badByte(bytes, start + badAt, encoding, place);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    // Well-formed but unassigned (GB18030), or half a UTF-16 pair: the decoder alone knows, and says no offset.
    throw badByte(bytes, start, encoding, place);
  }
};

/** Short Chinese text in GB18030 can be well-formed UTF-8 by chance; then nothing but a person can tell. */
const couldBeEither = (bytes: Uint8Array): boolean => {
  const asUtf8 = scanUtf8(bytes);
  if (asUtf8.telling > 0 || asUtf8.multibyte > 8) return false;
  const asGb = scanGb18030(bytes);
  return asGb.bad === 0 && asGb.telling === asGb.multibyte && loneHighByteShare(bytes) === 0
    ? !/\p{Script=Latin}/u.test(new TextDecoder().decode(bytes.filter((byte) => byte >= 0x80)))
    : false;
};

const guess = (bytes: Uint8Array): { encoding: TextEncoding; doubtful: boolean } => {
  const utf8 = scanUtf8(bytes);
  if (utf8.bad === 0) return { encoding: 'utf-8', doubtful: utf8.multibyte > 0 && couldBeEither(bytes) };
  // A long UTF-8 file with a damaged spot is UTF-8: read as anything else, all its Chinese turns to nonsense.
  if (utf8.telling >= 4 && utf8.bad * 4 <= utf8.multibyte) return { encoding: 'utf-8', doubtful: false };
  const gb = scanGb18030(bytes);
  const everyday = gb.multibyte === 0 ? 0 : gb.telling / gb.multibyte;
  if (gb.bad === 0 && everyday >= CLEAR_SHARE) return { encoding: 'gb18030', doubtful: false };
  if (loneHighByteShare(bytes) >= 0.5) return { encoding: 'latin1', doubtful: false };
  if (everyday >= CLEAR_SHARE && gb.bad * 4 <= gb.multibyte) return { encoding: 'gb18030', doubtful: false };
  return { encoding: gb.bad === 0 ? 'gb18030' : 'latin1', doubtful: true };
};

/**
 * Bytes to text. A byte-order mark decides; then what mine.yaml says; then strict UTF-8; then statistics between
 * GB18030 and Windows-1252 ("latin1"). Findings: encoding-found (note, anything but UTF-8), encoding-doubtful and
 * encoding-bom-wins (warnings). Throws SurveyFileError encoding-bad-byte with line and byte offset.
 */
export const decodeText = (bytes: Uint8Array, options: DecodeOptions): DecodedText => {
  const place: FindingPlace = { source: options.source, file: options.file };
  const findings: Finding[] = [];
  const bom = bomOf(bytes);
  if (bom) {
    if (options.encoding && options.encoding !== bom.encoding) {
      findings.push(
        findingAt('warning', 'encoding-bom-wins', place, {
          value: options.encoding,
          params: { encoding: bom.encoding },
        }),
      );
    }
    const text = decodeStrict(bytes, bom.length, bom.encoding, place);
    return { text, encoding: bom.encoding, findings };
  }
  if (options.encoding) {
    return { text: decodeStrict(bytes, 0, options.encoding, place), encoding: options.encoding, findings };
  }
  const { encoding, doubtful } = guess(bytes);
  if (doubtful) findings.push(findingAt('warning', 'encoding-doubtful', place, { params: { encoding } }));
  else if (encoding !== 'utf-8') {
    findings.push(findingAt('note', 'encoding-found', place, { params: { encoding } }));
  }
  return { text: decodeStrict(bytes, 0, encoding, place), encoding, findings };
};
