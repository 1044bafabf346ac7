import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { codesOf, refusal } from './temp-files.test-kit.ts';
import { decodeText, type TextEncoding } from './text-encoding.ts';

const where = { file: 'holes.csv', source: 'holes' };
const decode = (bytes: Uint8Array, encoding?: TextEncoding) => decodeText(bytes, { ...where, encoding });

const HEADER = '钻孔编号,孔口坐标X,孔口坐标Y,岩性\n';

describe('decodeText', () => {
  it('takes the byte-order mark off and believes it', () => {
    const bytes = Buffer.from(`\ufeff${HEADER}`);
    expect(decode(bytes)).toEqual({ text: HEADER, encoding: 'utf-8', findings: [] });
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(HEADER, 'utf16le')]);
    expect(decode(utf16)).toMatchObject({ text: HEADER, encoding: 'utf-16le' });
  });

  it('warns when the manifest contradicts the mark', () => {
    const { encoding, findings } = decode(Buffer.from(`\ufeff${HEADER}`), 'gb18030');
    expect(encoding).toBe('utf-8');
    expect(codesOf(findings)).toEqual(['encoding-bom-wins']);
  });

  it('finds GB18030 by itself and says so', () => {
    const { text, encoding, findings } = decode(iconv.encode(HEADER, 'gb18030'));
    expect({ text, encoding }).toEqual({ text: HEADER, encoding: 'gb18030' });
    expect(codesOf(findings)).toEqual(['encoding-found']);
  });

  it('tells Western European text from Chinese', () => {
    const text = 'Année;Couche;Siège\n1935;Cinq Paumes;Sacré-Français\n';
    expect(decode(iconv.encode(text, 'win1252'))).toMatchObject({ text, encoding: 'latin1' });
    expect(decode(Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8', findings: [] });
  });

  it('says when short text may be either', () => {
    // Two letters Ф in UTF-8 are, byte for byte, two everyday characters of GB 2312.
    const bytes = Buffer.from([0xd0, 0xa4, 0xd0, 0xa4]);
    expect(new TextDecoder('gb18030', { fatal: true }).decode(bytes)).toHaveLength(2);
    const { encoding, findings } = decode(bytes);
    expect([encoding, codesOf(findings)]).toEqual(['utf-8', ['encoding-doubtful']]);
  });

  it('names line and byte offset of a damaged spot in UTF-8, instead of reading nonsense as GB18030', async () => {
    const good = Buffer.from(`${HEADER}ZK01,1,2,石灰岩\nZK02,3,4,磁铁矿\n`);
    const bytes = Buffer.from(good);
    const offset = good.lastIndexOf(Buffer.from('磁')) + 1;
    bytes[offset] = 0x20;
    const finding = await refusal(() => decode(bytes));
    expect(finding).toMatchObject({
      code: 'encoding-bad-byte',
      severity: 'error',
      row: 3,
      params: { encoding: 'utf-8', offset: offset - 1 },
    });
  });

  it('refuses a forced encoding the bytes are not in', async () => {
    const bytes = iconv.encode(HEADER, 'gb18030');
    expect(await refusal(() => decode(bytes, 'utf-8'))).toMatchObject({
      code: 'encoding-bad-byte',
      row: 1,
      value: '0xd7',
      params: { encoding: 'utf-8', offset: 0 },
    });
    expect(await refusal(() => decode(Buffer.from([0x2c, 0xff]), 'gb18030'))).toMatchObject({
      code: 'encoding-bad-byte',
      params: { encoding: 'gb18030', offset: 1 },
    });
  });

  it('gives back any text written in UTF-8, and any written in GB18030 when told so', () => {
    const text = fc
      .string({ unit: 'binary' })
      .filter((each) => !each.startsWith('\ufeff') && each.isWellFormed());
    fc.assert(
      fc.property(text, (each) => {
        expect(decode(Buffer.from(each), 'utf-8').text).toBe(each);
      }),
    );
    const chinese = fc.string({
      unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code)),
    });
    fc.assert(
      fc.property(chinese, (each) => {
        expect(decode(iconv.encode(each, 'gb18030'), 'gb18030').text).toBe(each);
      }),
    );
  });

  it('never throws anything but a finding, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        try {
          expect(typeof decode(bytes).text).toBe('string');
        } catch {
          const finding = await refusal(() => decode(bytes));
          expect(finding.params.offset).toBeLessThan(bytes.length);
        }
      }),
    );
  });
});
