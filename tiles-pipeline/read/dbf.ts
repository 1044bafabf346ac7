import type { Finding } from '../../domain/contracts/finding.ts';
import { decodeCodePage, encodingOfCpg, encodingOfLanguageByte, strictEncoding } from './dbf-encoding.ts';
import { scanGb18030, scanUtf8 } from './encoding-scan.ts';
import { type FindingPlace, fileError, findingAt } from './finding-place.ts';
import type { Cell } from './read-result.ts';
import { decodeText, type TextEncoding } from './text-encoding.ts';

export interface DbfTable {
  readonly fields: readonly string[];
  /** In record order; null for a record marked as deleted. */
  readonly records: readonly (readonly Cell[] | null)[];
}

interface Field {
  readonly rawName: Buffer;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

const HEADER_END = 0x0d;
const DELETED = 0x2a;
/** A text field can break off in the middle of a character only this many bytes before its end. */
const LONGEST_TAIL = 3;

const readFields = (bytes: Buffer, headerLength: number, place: FindingPlace): Field[] => {
  const fields: Field[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== HEADER_END; at += 32) {
    const nameEnd = bytes.indexOf(0, at);
    const type = String.fromCharCode(bytes[at + 11]!);
    // Long text fields spill their length into what numbers use for decimals.
    const length = type === 'C' ? bytes[at + 16]! + 256 * bytes[at + 17]! : bytes[at + 16]!;
    fields.push({
      rawName: bytes.subarray(at, Math.min(nameEnd < at ? at + 11 : nameEnd, at + 11)),
      type,
      offset,
      length,
    });
    offset += length;
  }
  if (fields.length === 0)
    throw fileError('file-damaged', place, { params: { reason: 'no fields in the .dbf' } });
  return fields;
};

const trimmed = (raw: Buffer): Buffer => {
  let end = raw.length;
  while (end > 0 && (raw[end - 1] === 0x20 || raw[end - 1] === 0)) end -= 1;
  return raw.subarray(0, end);
};

/** Bytes at the end that begin a character the field was too narrow for; 0 where the text is whole. */
const cutTail = (raw: Buffer, encoding: TextEncoding): number => {
  const scan = encoding === 'utf-8' ? scanUtf8 : encoding === 'gb18030' ? scanGb18030 : null;
  if (!scan) return 0;
  const { badAt } = scan(raw);
  return badAt >= 0 && raw.length - badAt <= LONGEST_TAIL && scan(raw.subarray(0, badAt)).bad === 0
    ? raw.length - badAt
    : 0;
};

const number = (text: string): Cell => {
  // Stars fill a field too narrow for its number.
  if (text === '' || /^[*]+$/u.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : text;
};

/** All text of the table in one piece: what statistics need to tell one encoding from another. */
const allText = (bytes: Buffer, fields: readonly Field[], starts: readonly number[]): Buffer =>
  Buffer.concat([
    ...fields.map((field) => Buffer.concat([field.rawName, Buffer.from('\n')])),
    ...starts.flatMap((start) =>
      fields
        .filter(({ type }) => type === 'C')
        .map(({ offset, length }) =>
          Buffer.concat([
            trimmed(bytes.subarray(start + offset, start + offset + length)),
            Buffer.from('\n'),
          ]),
        ),
    ),
  ]);

/**
 * A dBASE III/IV attribute table. Encoding: what mine.yaml says, then the .cpg, then the language byte, then
 * statistics over all its text. `place.file` is the .dbf. Throws SurveyFileError: file-truncated (byte offset),
 * file-damaged, encoding-bad-byte (record, field and byte offset in the file).
 */
export const parseDbf = (
  bytes: Buffer,
  options: { readonly encoding?: TextEncoding; readonly cpg: string | null },
  place: FindingPlace,
  findings: Finding[],
): DbfTable => {
  if (bytes.length < 33)
    throw fileError('file-truncated', place, { params: { offset: bytes.length, part: '.dbf header' } });
  const count = bytes.readUInt32LE(4);
  const headerLength = bytes.readUInt16LE(8);
  const recordLength = bytes.readUInt16LE(10);
  if (headerLength > bytes.length) {
    throw fileError('file-truncated', place, { params: { offset: bytes.length, part: '.dbf header' } });
  }
  const fields = readFields(bytes, headerLength, place);
  if (headerLength + count * recordLength > bytes.length) {
    const part = `record ${Math.floor((bytes.length - headerLength) / Math.max(1, recordLength)) + 1} of ${count}`;
    throw fileError('file-truncated', place, { params: { offset: bytes.length, part } });
  }
  const starts = Array.from({ length: count }, (_, i) => headerLength + i * recordLength);
  const declared =
    options.encoding ??
    (options.cpg === null ? null : encodingOfCpg(options.cpg)) ??
    encodingOfLanguageByte(bytes[29]!);
  let strict = declared === null ? null : strictEncoding(declared);
  if (declared === null) {
    const found = decodeText(allText(bytes, fields, starts), place);
    findings.push(...found.findings);
    strict = found.encoding;
  }
  const text = (raw: Buffer, row: number, column: string): string => {
    if (strict === null) return decodeCodePage(raw, declared!);
    const cut = cutTail(raw, strict);
    if (cut > 0) findings.push(findingAt('warning', 'attribute-text-cut', { ...place, row, column }));
    const whole = raw.subarray(0, raw.length - cut);
    const { badAt } =
      strict === 'utf-8' ? scanUtf8(whole) : strict === 'gb18030' ? scanGb18030(whole) : { badAt: -1 };
    if (badAt >= 0) {
      const offset = whole.byteOffset - bytes.byteOffset + badAt;
      const value = `0x${whole[badAt]!.toString(16)}`;
      throw fileError(
        'encoding-bad-byte',
        { ...place, row, column },
        { value, params: { encoding: strict, offset } },
      );
    }
    return new TextDecoder(strict, { ignoreBOM: true }).decode(whole);
  };
  const names = fields.map(({ rawName }, i) => text(rawName, 0, `field ${i + 1}`));
  const notKept = new Map<string, number>();
  const cellOf = (field: Field, raw: Buffer, row: number, column: string): Cell => {
    const ascii = (): string => trimmed(raw).toString('latin1').trim();
    switch (field.type) {
      case 'C':
        return text(trimmed(raw), row, column).trim() || null;
      case 'N':
      case 'F':
        return number(ascii());
      case 'L':
        return /^[TtYy]$/u.test(ascii()) ? true : /^[FfNn]$/u.test(ascii()) ? false : null;
      case 'D': {
        const date = /^(\d{4})(\d{2})(\d{2})$/u.exec(ascii());
        return date ? `${date[1]}-${date[2]}-${date[3]}` : ascii() || null;
      }
      case 'I':
        return raw.length === 4 ? raw.readInt32LE(0) : null;
      case 'O':
        return raw.length === 8 ? raw.readDoubleLE(0) : null;
      default:
        if (ascii() !== '') notKept.set(column, (notKept.get(column) ?? 0) + 1);
        return null;
    }
  };
  const records = starts.map((start, i) =>
    bytes[start] === DELETED
      ? null
      : fields.map((field, f) =>
          cellOf(
            field,
            bytes.subarray(start + field.offset, start + field.offset + field.length),
            i + 1,
            names[f]!,
          ),
        ),
  );
  for (const [column, lost] of notKept) {
    findings.push(
      findingAt('warning', 'attribute-not-kept', { ...place, column }, { params: { count: lost } }),
    );
  }
  return { fields: names, records };
};
