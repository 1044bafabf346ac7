import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTable } from './table.ts';
import { refusal, tempFiles } from './temp-files.test-kit.ts';

const write = tempFiles();

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The least workbook Excel would open: each sheet given as its rows' XML. */
const workbook = (sheets: Record<string, string>): Uint8Array => {
  const names = Object.keys(sheets);
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook ${MAIN} xmlns:r="${RELS}"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${XML}<Relationships xmlns="${PACKAGE_RELS}">${names.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `${XML}<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        strToU8(`${XML}<worksheet ${MAIN}><sheetData>${sheets[name]}</sheetData></worksheet>`),
      ]),
    ),
  });
};

const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HOLES = `<row r="1">${text('A1', '某矿钻孔一览表')}</row><row r="3">${text('A3', '孔号')}${text('B3', '孔深')}${text('C3', '终孔日期')}</row><row r="4">${text('A4', 'ZK01')}<c r="B4"><v>120.5</v></c><c r="C4" s="1"><v>37955</v></c></row><row r="6">${text('A6', 'ZK02')}<c r="C6" s="1"><v>37956.5</v></c></row>`;
const OTHER = `<row r="1">${text('A1', 'a')}${text('B1', 'b')}</row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="b"><v>1</v></c></row>`;

describe('readWorkbookTable', () => {
  it('reads a sheet with the rows numbered as the sheet numbers them, dates as ISO text', async () => {
    const file = await write('holes.xlsx', workbook({ 钻孔: HOLES }));
    const table = await readTable(file, { source: 'holes' });
    expect(table.headers).toEqual(['孔号', '孔深', '终孔日期']);
    expect(table.rows).toEqual([
      { line: 4, cells: ['ZK01', 120.5, '2003-11-30'] },
      { line: 6, cells: ['ZK02', null, '2003-12-01T12:00:00'] },
    ]);
    expect(table.findings).toMatchObject([{ code: 'title-row-skipped', row: 1 }]);
  });

  it('takes the sheet named, the first with a note when none is, and lists them when the name is wrong', async () => {
    const file = await write('two.xlsx', workbook({ 钻孔: HOLES, Other: OTHER }));
    const named = await readTable(file, { source: 'holes', sheet: 'other' });
    expect(named.rows).toEqual([{ line: 2, cells: [1, true] }]);
    const first = await readTable(file, { source: 'holes' });
    expect(first.findings[0]).toMatchObject({ code: 'sheet-chosen', params: { chosen: '钻孔' } });
    expect(await refusal(() => readTable(file, { source: 'holes', sheet: 'Survey' }))).toMatchObject({
      code: 'sheet-missing',
      value: 'Survey',
      params: { sheets: '钻孔, Other' },
    });
  });

  it('goes by the signature, not the extension, and names what it cannot read', async () => {
    const disguised = await write('disguised.xls', 'id,x\nA,1\n');
    expect((await readTable(disguised, { source: 's' })).rows).toHaveLength(1);
    const old = await write('old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
    expect(await refusal(() => readTable(old, { source: 's' }))).toMatchObject({ code: 'table-format-old' });
    const whole = workbook({ 钻孔: HOLES });
    const cut = await write('cut.xlsx', whole.subarray(0, whole.length / 2));
    expect(await refusal(() => readTable(cut, { source: 's' }))).toMatchObject({
      code: 'workbook-unreadable',
    });
    const fake = await write('fake.xlsx', 'id,x\nA,1\n');
    expect(await refusal(() => readTable(fake, { source: 's' }))).toMatchObject({
      code: 'workbook-unreadable',
    });
  });
});
