import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { codesOf, refusal, tempFiles } from './temp-files.test-kit.ts';
import { readVectorLayer } from './vector-layer.ts';

const write = tempFiles();
const options = { source: 'geology' };

const record = (content: Buffer, number: number): Buffer => {
  const head = Buffer.alloc(8);
  head.writeInt32BE(number, 0);
  head.writeInt32BE(content.length / 2, 4);
  return Buffer.concat([head, content]);
};

const shp = (contents: Buffer[]): Buffer => {
  const records = Buffer.concat(contents.map((content, i) => record(content, i + 1)));
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32BE((100 + records.length) / 2, 24);
  head.writeInt32LE(1000, 28);
  return Buffer.concat([head, records]);
};

const doubles = (values: number[]): Buffer => {
  const buffer = Buffer.alloc(8 * values.length);
  values.forEach((value, i) => {
    buffer.writeDoubleLE(value, 8 * i);
  });
  return buffer;
};
const ints = (values: number[]): Buffer => {
  const buffer = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    buffer.writeInt32LE(value, 4 * i);
  });
  return buffer;
};

const pointZ = (x: number, y: number, z: number): Buffer =>
  Buffer.concat([ints([11]), doubles([x, y, z, -1e39])]);

const polygonZ = (rings: [number, number, number][][]): Buffer => {
  const points = rings.flat();
  let start = 0;
  const starts = rings.map((ring) => {
    start += ring.length;
    return start - ring.length;
  });
  return Buffer.concat([
    ints([15]),
    doubles([0, 0, 0, 0]),
    ints([rings.length, points.length, ...starts]),
    doubles(points.flatMap((point) => point.slice(0, 2))),
    doubles([0, 0]),
    doubles(points.map(([, , z]) => z)),
    doubles([0, 0]),
    doubles(points.map(() => -1e39)),
  ]);
};

interface DbfField {
  name: string;
  type: string;
  length: number;
}
const dbf = (fields: DbfField[], rows: (string | null)[][], encoding: string, languageByte = 0): Buffer => {
  const recordLength = 1 + fields.reduce((sum, field) => sum + field.length, 0);
  const head = Buffer.alloc(32 + 32 * fields.length + 1);
  head.writeUInt8(3, 0);
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(recordLength, 10);
  head.writeUInt8(languageByte, 29);
  fields.forEach((field, i) => {
    iconv.encode(field.name, encoding).copy(head, 32 + 32 * i);
    head.write(field.type, 32 + 32 * i + 11, 'latin1');
    head.writeUInt8(field.length, 32 + 32 * i + 16);
  });
  head.writeUInt8(0x0d, head.length - 1);
  const body = rows.map(([mark, ...cells]) => {
    const row = Buffer.alloc(recordLength, 0x20);
    row.write(mark ?? ' ', 0, 'latin1');
    let at = 1;
    fields.forEach((field, i) => {
      iconv.encode(cells[i] ?? '', encoding).copy(row, at, 0, field.length);
      at += field.length;
    });
    return row;
  });
  return Buffer.concat([head, ...body]);
};

const FIELDS: DbfField[] = [
  { name: '名字', type: 'C', length: 8 },
  { name: 'AGE', type: 'N', length: 6 },
  { name: 'DAY', type: 'D', length: 8 },
  { name: 'OK', type: 'L', length: 1 },
];
const ROWS = [
  [' ', '灰岩', '12.5', '20031130', 'T'],
  [' ', '砂岩', '***', '', '?'],
];

describe('shapefile', () => {
  it('reads points with Z, no-data Z as null, attributes of each type, the .prj', async () => {
    const file = await write('p.shp', shp([pointZ(39512345.678, 3912345.1, -300.25), pointZ(1, 2, -1e39)]));
    await write('p.DBF', dbf(FIELDS, ROWS, 'gb18030', 77));
    await write('p.prj', 'PROJCS["x"]\n');
    const layer = await readVectorLayer(file, options);
    expect(layer).toMatchObject({
      layer: 'p',
      crs: 'PROJCS["x"]',
      fields: ['名字', 'AGE', 'DAY', 'OK'],
      findings: [],
    });
    expect(layer.features).toEqual([
      {
        row: 1,
        geometry: { type: 'points', points: [[39512345.678, 3912345.1, -300.25]] },
        attributes: { 名字: '灰岩', AGE: 12.5, DAY: '2003-11-30', OK: true },
      },
      {
        row: 2,
        geometry: { type: 'points', points: [[1, 2, null]] },
        attributes: { 名字: '砂岩', AGE: null, DAY: null, OK: null },
      },
    ]);
  });

  it.each([
    ['.cpg before the language byte', 'utf-8', 77, 'UTF-8', []],
    ['language byte', 'gb18030', 77, null, []],
    ['statistics', 'gb18030', 0, null, ['encoding-found']],
    ['statistics', 'utf-8', 0, null, []],
    ['a code page only iconv knows', 'big5', 0, 'Big5', []],
  ] as const)('finds the encoding: %s (%s)', async (_how, encoding, byte, cpg, codes) => {
    const name = `enc-${encoding}-${byte}-${cpg ?? 'none'}`;
    const file = await write(`${name}.shp`, shp([pointZ(1, 2, 3), pointZ(1, 2, 3)]));
    await write(`${name}.dbf`, dbf(FIELDS, ROWS, encoding, byte));
    if (cpg) await write(`${name}.cpg`, cpg);
    const layer = await readVectorLayer(file, options);
    expect(layer.features.map((feature) => feature.attributes.名字)).toEqual(['灰岩', '砂岩']);
    expect(codesOf(layer.findings)).toEqual(codes);
  });

  it('names record, field and byte when the declared encoding is wrong', async () => {
    const file = await write('wrong.shp', shp([pointZ(1, 2, 3), pointZ(1, 2, 3)]));
    const bytes = dbf(
      FIELDS.map((field) => ({ ...field, name: field.name === '名字' ? 'NAME' : field.name })),
      ROWS,
      'gb18030',
    );
    await write('wrong.dbf', bytes);
    await write('wrong.cpg', 'UTF-8');
    const offset = bytes.indexOf(iconv.encode('灰', 'gb18030'));
    expect(await refusal(() => readVectorLayer(file, options))).toMatchObject({
      code: 'encoding-bad-byte',
      row: 1,
      column: 'NAME',
      params: { encoding: 'utf-8', offset },
    });
  });

  it('drops half a character at the end of a full field and says so', async () => {
    const file = await write('narrow.shp', shp([pointZ(1, 2, 3)]));
    await write('narrow.dbf', dbf([{ name: 'NAME', type: 'C', length: 8 }], [[' ', '石灰岩']], 'utf-8'));
    await write('narrow.cpg', 'UTF-8');
    const layer = await readVectorLayer(file, options);
    expect(layer.features[0]!.attributes.NAME).toBe('石灰');
    expect(layer.findings).toMatchObject([{ code: 'attribute-text-cut', row: 1, column: 'NAME' }]);
  });

  it('sorts rings into polygons: holes to the smallest ring around them', async () => {
    const square = (x: number, y: number, size: number, clockwise: boolean): [number, number, number][] => {
      const ring: [number, number, number][] = [
        [x, y, 1],
        [x, y + size, 2],
        [x + size, y + size, 3],
        [x + size, y, 4],
        [x, y, 1],
      ];
      return clockwise ? ring : ring.reverse();
    };
    const e = 39500000;
    const rings = [
      square(e, 0, 100, true),
      square(e + 10, 10, 50, false),
      square(e + 20, 20, 30, true),
      square(e + 25, 25, 5, false),
      square(e + 300, 0, 9, true),
    ];
    const file = await write('rings.shp', shp([polygonZ(rings)]));
    const { features, findings } = await readVectorLayer(file, options);
    expect(features[0]!.geometry).toEqual({
      type: 'polygons',
      polygons: [[rings[0], rings[1]], [rings[2], rings[3]], [rings[4]]],
    });
    expect(codesOf(findings)).toEqual(['attribute-table-missing']);
  });

  it('rejects multipatches and damaged records by number, leaves deleted ones out', async () => {
    const damaged = polygonZ([
      [
        [0, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
      ],
    ]);
    damaged.writeInt32LE(1_000_000, 40);
    const file = await write('mixed.shp', shp([ints([31]), damaged, ints([0]), pointZ(1, 2, 3)]));
    await write(
      'mixed.dbf',
      dbf(
        [{ name: 'N', type: 'N', length: 4 }],
        [
          [' ', '1'],
          [' ', '2'],
          [' ', '3'],
          ['*', '4'],
        ],
        'utf-8',
      ),
    );
    const { features, findings } = await readVectorLayer(file, options);
    expect(features.map(({ row, geometry }) => [row, geometry])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    expect(findings).toMatchObject([
      { code: 'geometry-unsupported', row: 1, params: { type: 'MultiPatch' } },
      { code: 'geometry-broken', row: 2 },
      { code: 'record-deleted', row: 4 },
    ]);
  });

  it('names the byte where either file is cut', async () => {
    const whole = shp([pointZ(1, 2, 3), pointZ(1, 2, 3)]);
    for (const length of [60, 105, 130, 144, whole.length - 1]) {
      const file = await write('cut.shp', whole.subarray(0, length));
      expect(await refusal(() => readVectorLayer(file, options))).toMatchObject({
        code: 'file-truncated',
        params: { offset: length },
      });
    }
    const file = await write('short.shp', whole);
    const table = dbf(FIELDS, ROWS, 'gb18030', 77);
    await write('short.dbf', table.subarray(0, table.length - 5));
    expect(await refusal(() => readVectorLayer(file, options))).toMatchObject({
      code: 'file-truncated',
      params: { offset: table.length - 5, part: 'record 2 of 2' },
    });
  });
});
