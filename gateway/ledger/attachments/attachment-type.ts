/** What may be handed in as evidence, by what a file holds; its name and what the browser calls it say nothing. */
export const ATTACHMENT_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'image/vnd.dwg': 'dwg',
  'text/plain': 'txt',
} as const;
export type AttachmentType = keyof typeof ATTACHMENT_TYPES;

/** A file of evidence is no larger than this. */
export const MAX_ATTACHMENT_BYTES = 32 * 1024 * 1024;

const BEGINS: readonly (readonly [AttachmentType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/vnd.dwg', [0x41, 0x43, 0x31, 0x30]],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

const begins = (bytes: Uint8Array, with_: readonly number[]): boolean =>
  with_.every((byte, i) => bytes[i] === byte);

/** Office files are zips that name their main part; entry names stand in a zip as they are. */
const officeType = (bytes: Buffer): AttachmentType | null => {
  if (!bytes.includes('[Content_Types].xml')) return null;
  if (bytes.includes('xl/workbook.xml')) return TYPE_OF_XLSX;
  return bytes.includes('word/document.xml') ? TYPE_OF_DOCX : null;
};
const TYPE_OF_XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TYPE_OF_DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Tables and logs as text; a page that a browser might run is none, nor is anything with control characters. */
const isPlainText = (bytes: Uint8Array): boolean => {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return !/^\s*</u.test(text);
};

/** @returns null: nothing that is taken */
export const attachmentType = (bytes: Buffer): AttachmentType | null => {
  const known = BEGINS.find(([, magic]) => begins(bytes, magic));
  if (known) return known[0];
  if (begins(bytes, ZIP)) return officeType(bytes);
  return bytes.length > 0 && isPlainText(bytes) ? 'text/plain' : null;
};
