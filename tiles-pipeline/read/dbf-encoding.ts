import iconv from 'iconv-lite';
import type { TextEncoding } from './text-encoding.ts';

/** Language driver byte (offset 29 of the header) → encoding, as dBASE, FoxPro and Esri use it. */
const BY_LANGUAGE_BYTE: Readonly<Record<number, string>> = {
  1: 'cp437',
  2: 'cp850',
  3: 'win1252',
  19: 'shift_jis',
  38: 'cp866',
  77: 'gb18030',
  78: 'euc-kr',
  79: 'big5',
  80: 'win874',
  87: 'win1252',
  88: 'win1252',
  89: 'win1252',
  100: 'cp852',
  101: 'cp866',
  120: 'big5',
  121: 'euc-kr',
  122: 'gb18030',
  123: 'shift_jis',
  124: 'win874',
  200: 'win1250',
  201: 'win1251',
  202: 'win1254',
  203: 'win1253',
};
/** 0x57 is "the system's code page", which no other system knows: no answer. */
const SAYS_NOTHING = 87;

/** The encoding a .cpg names ("UTF-8", "936", "OEM 936", "ISO-8859-1", "88591", "ANSI 1252"), null where unknown. */
export const encodingOfCpg = (text: string): string | null => {
  const name = text.trim().toLowerCase();
  if (/^(?:utf-?8|65001|cp65001)$/u.test(name)) return 'utf-8';
  if (/gb18030|gbk|gb2312|(?:^|\D)936$/u.test(name)) return 'gb18030';
  const iso = /^(?:iso[-_ ]?)?8859[-_]?(\d{1,2})$/u.exec(name);
  if (iso) return `iso-8859-${iso[1]}`;
  const page = /(\d{3,5})$/u.exec(name);
  const candidate = page ? (page[1]!.startsWith('125') ? `win${page[1]}` : `cp${page[1]}`) : name;
  return iconv.encodingExists(candidate) ? candidate : null;
};

export const encodingOfLanguageByte = (byte: number): string | null =>
  byte === SAYS_NOTHING ? null : (BY_LANGUAGE_BYTE[byte] ?? null);

const STRICT: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  gb18030: 'gb18030',
  latin1: 'latin1',
  win1252: 'latin1',
};

/** The encodings decodeText reads strictly; null: one of the code pages only iconv-lite knows. */
export const strictEncoding = (name: string): TextEncoding | null => STRICT[name] ?? null;

export const decodeCodePage = (bytes: Buffer, encoding: string): string => iconv.decode(bytes, encoding);
