import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDelimitedTable } from './delimited-table.ts';
import { readTable } from './table.ts';
import {
  codesOf,
  NO_SURVEY_DATA,
  refusal,
  SKIP_REASON,
  SURVEY_DATA,
  tempFiles,
} from './temp-files.test-kit.ts';

const write = tempFiles();
const options = { source: 'holes', shownAs: 'holes.csv' };
const read = async (content: string | Uint8Array) =>
  readDelimitedTable(await write('table.csv', content), options);

describe('readDelimitedTable', () => {
  it.each([
    ['comma', 'id,x,y\nA,1,2\n'],
    ['semicolon with decimal commas', 'id;x;y\nA;1,5;2,5\nB;3,5;4,5\n'],
    ['tab', 'id\tx\ty\nA\t1,5\t2\n'],
    ['comma inside quotes', 'id,x,y\n"A;a;a",1,2\n"B;b;b",3,4\n'],
  ])('finds the delimiter by itself: %s', async (_name, content) => {
    const table = await read(content);
    expect(table.headers).toEqual(['id', 'x', 'y']);
    expect(table.rows[0]!.cells).toHaveLength(3);
    expect(table.findings).toEqual([]);
  });

  it('gives the first physical line of a record whose quoted cells span lines', async () => {
    const table = await read(
      'id,note\r\nA,"one\r\ntwo\r\nthree"\r\n\r\nB,"x ""y"" z"\r\nC,"p\nq"\r\nD,end\r\n',
    );
    expect(table.rows.map((row) => row.line)).toEqual([2, 6, 7, 9]);
    expect(table.rows.map((row) => row.cells[1])).toEqual(['one\ntwo\nthree', 'x "y" z', 'p\nq', 'end']);
  });

  it('rejects rows of another length with line and cells, and keeps the rest', async () => {
    const table = await read('id,x,y\nA,1,2\nB,1\nC,1,2,3\nD,1,2,\n');
    expect(table.rows.map((row) => row.cells[0])).toEqual(['A', 'D']);
    expect(table.findings).toMatchObject([
      { severity: 'reject', code: 'row-ragged', file: 'holes.csv', row: 3, value: 'B | 1' },
      { severity: 'reject', code: 'row-ragged', row: 4, params: { expected: 3, found: 4 } },
    ]);
  });

  it('names empty and repeated headers, drops trailing empty columns and blank rows', async () => {
    const table = await read('id,,x,x,,\nA,b,1,2,,\n,,,,,\nB,b,3,4,,\n');
    expect(table.headers).toEqual(['id', 'column 2', 'x', 'x (2)']);
    expect(codesOf(table.findings)).toEqual(['header-empty', 'header-duplicate']);
    expect(table.rows.map(({ line, cells }) => [line, cells.length])).toEqual([
      [2, 4],
      [4, 4],
    ]);
  });

  it('passes over a title above the header and says so', async () => {
    const table = await read('某矿钻孔坐标表\n孔号,X,Y\nZK1,1,2\n');
    expect(table.headers).toEqual(['孔号', 'X', 'Y']);
    expect(table.rows[0]!.line).toBe(3);
    expect(table.findings).toMatchObject([{ code: 'title-row-skipped', row: 1, value: '某矿钻孔坐标表' }]);
  });

  it('refuses a quotation mark that is never closed, an empty and a missing file', async () => {
    expect(await refusal(() => read('id,x\nA,"1\nB,2\n'))).toMatchObject({
      code: 'csv-quotes',
      file: 'holes.csv',
    });
    expect(await refusal(() => read(''))).toMatchObject({ code: 'file-empty' });
    expect(await refusal(() => read('\n\n'))).toMatchObject({ code: 'table-empty' });
    expect(await refusal(() => readTable('/no/such/file.csv', options))).toMatchObject({
      code: 'file-missing',
      source: 'holes',
      file: 'holes.csv',
    });
  });

  it('gives back any cells that were written, in UTF-8 and in GB18030', async () => {
    const unit = fc.constantFrom('a', 'Z', '7', ' ', ',', ';', '\t', '"', '\n', '矿', '岩', '—');
    const cell = fc.string({ unit, maxLength: 8 }).map((text) => `x${text}x`);
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom('utf-8', 'gb18030') as fc.Arbitrary<'utf-8' | 'gb18030'>,
        async (cells, encoding) => {
          const quoted = cells.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','));
          const bytes = iconv.encode(`孔号,岩性,备注\n${quoted.join('\n')}\n`, encoding);
          const table = await readDelimitedTable(await write('any.csv', bytes), { ...options, encoding });
          expect(table.rows.map((row) => row.cells)).toEqual(cells);
          expect(table.findings).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe.skipIf(NO_SURVEY_DATA)(`real tables ${SKIP_REASON}`, () => {
  it.each([
    ['50-14.csv', 'utf-8', 63],
    ['50-15.csv', 'utf-8', 57],
    ['50-16.csv', 'utf-8', 46],
    ['52-17.csv', 'gb18030', 76],
    ['52-18.csv', 'gb18030', 67],
    ['52-19.csv', 'gb18030', 58],
  ])('Mindong %s is %s with %i layers', async (name, encoding, count) => {
    const table = await readTable(`${SURVEY_DATA}06-boreholes-mindong-6/${name}`, { source: 'mindong' });
    expect(table.headers.slice(0, 3)).toEqual(['序号', '名称', '厚度/m']);
    expect(table.rows).toHaveLength(count);
    expect(table.rows[0]!.cells[1]).toBe('腐殖土');
    expect(codesOf(table.findings)).toEqual(encoding === 'utf-8' ? [] : ['encoding-found']);
  });

  it('forced UTF-8 on a GB18030 file names the place', async () => {
    const file = `${SURVEY_DATA}06-boreholes-mindong-6/52-17.csv`;
    expect(await refusal(() => readTable(file, { source: 'mindong', encoding: 'utf-8' }))).toMatchObject({
      code: 'encoding-bad-byte',
      row: 1,
      params: { offset: 0 },
    });
  });

  it.each([
    ['04-boreholes-babbitt/collar_BABBITT.csv', 399],
    ['04-boreholes-babbitt/survey_BABBITT.csv', 2628],
    ['04-boreholes-babbitt/assay_BABBITT.csv', 35616],
    ['05-boreholes-karara-wamex/collar.csv', 133],
    ['05-boreholes-karara-wamex/dhgeology.csv', 5001],
    ['05-boreholes-karara-wamex/dhsurvey.csv', 1364],
    ['05-boreholes-karara-wamex/dhgeologyattr.csv', 54694],
    ['05-boreholes-karara-wamex/dhsurveyattr.csv', 7830],
    ['05-boreholes-karara-wamex/collarattr.csv', 905],
  ])('%s has %i rows, none rejected', async (name, count) => {
    const table = await readTable(SURVEY_DATA + name, { source: 'test' });
    expect(table.rows).toHaveLength(count);
    expect(table.findings).toEqual([]);
  });
});
