import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { attachmentType } from './attachment-type.ts';

const zip = (...names: string[]): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array(4)]))));

test.each([
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['a drawing', Buffer.from('AC1032\0\0'), 'image/vnd.dwg'],
  ['a table as text', Buffer.from('孔号,深度\nZK1,60\n'), 'text/plain'],
  [
    'a document',
    zip('[Content_Types].xml', 'word/document.xml'),
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ],
  [
    'a workbook',
    zip('[Content_Types].xml', 'xl/workbook.xml'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['any other zip', zip('a.exe'), null],
  ['a page', Buffer.from(' <!doctype html><script>'), null],
  ['a picture that runs scripts', Buffer.from('<svg onload="x"/>'), null],
  ['a program', Buffer.from('\x7fELF\x02\x01'), null],
  ['text in another encoding', Buffer.from([0xb2, 0xc9, 0xbf, 0xd5]), null],
  ['nothing', Buffer.alloc(0), null],
] as const)('%s is told by what it holds', (_, bytes, type) => {
  expect(attachmentType(bytes)).toBe(type);
});
