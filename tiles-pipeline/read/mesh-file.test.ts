import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalAt } from './decimal-bytes.ts';
import { readMesh } from './mesh-file.ts';
import type { MeshObject } from './read-result.ts';
import {
  codesOf,
  NO_SURVEY_DATA,
  refusal,
  SKIP_REASON,
  SURVEY_DATA,
  tempFiles,
} from './temp-files.test-kit.ts';

const write = tempFiles();
const options = { source: 'ore' };
const obj = async (text: string) => readMesh(await write('body.obj', text), options);
const stl = async (content: string | Uint8Array) => readMesh(await write('body.stl', content), options);

/** Area of all triangles projected along z, signed: right only when faces are cut whole and the right way round. */
const areaAbove = ({ positions, indices }: MeshObject): number => {
  let area = 0;
  for (let i = 0; i < indices.length; i += 3) {
    const [a, b, c] = [3 * indices[i]!, 3 * indices[i + 1]!, 3 * indices[i + 2]!];
    area +=
      ((positions[b]! - positions[a]!) * (positions[c + 1]! - positions[a + 1]!) -
        (positions[b + 1]! - positions[a + 1]!) * (positions[c]! - positions[a]!)) /
      2;
  }
  return area;
};

describe('decimalAt', () => {
  it('reads every number exactly as Number() does', () => {
    const written = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      fc.tuple(fc.integer(), fc.nat({ max: 999999 })).map(([a, b]) => `${a}.${b}`),
      fc.tuple(fc.maxSafeNat(), fc.maxSafeNat()).map(([a, b]) => `+${a}.${b}`),
      fc.constantFrom('-0', '.5', '5.', '1e5', '-1.5E-7', '0000000000000000001.25'),
    );
    fc.assert(
      fc.property(written, (text) => {
        const bytes = Buffer.from(`x${text}y`);
        expect(decimalAt(bytes, 1, bytes.length - 1)).toBe(Number(text));
      }),
    );
  });

  it.each(['', '-', '.', '1.2.3', '1e', '0x1', 'Infinity', '1,5', '--1', '1 2'])(
    '%j is no number',
    (text) => {
      expect(decimalAt(Buffer.from(text), 0, text.length)).toBeNaN();
    },
  );
});

describe('OBJ', () => {
  it('keeps doubles, splits by object, gives each only its own vertices', async () => {
    const { objects } = await obj(`# two bodies
o 矿体一
v 39512345.678 3912345.123456789 -300.25 1 0 0
v 1 0 0\r
v 0 1 0
f 1/1/1 2//2 3
o goaf 2
v 5 5 5
usemtl rock
f -1 -2 -3
`);
    expect(objects.map((each) => each.name)).toEqual(['矿体一', 'goaf 2']);
    expect([...objects[0]!.positions.subarray(0, 3)]).toEqual([39512345.678, 3912345.123456789, -300.25]);
    expect([...objects[0]!.indices]).toEqual([0, 1, 2]);
    expect([...objects[1]!.positions]).toEqual([5, 5, 5, 0, 1, 0, 1, 0, 0]);
    expect([...objects[1]!.indices]).toEqual([0, 1, 2]);
  });

  it('goes by groups where there are no objects, and by the file name where there is neither', async () => {
    const vertices = 'v 0 0 0\nv 1 0 0\nv 0 1 0\n';
    expect(
      (await obj(`${vertices}g a\nf 1 2 3\ng b\nf 1 3 2\ng a\nf 2 3 1\n`)).objects.map(
        ({ name, indices }) => [name, indices.length],
      ),
    ).toEqual([
      ['a', 6],
      ['b', 3],
    ]);
    expect((await obj(`${vertices}f 1 2 3`)).objects[0]!.name).toBe('body');
  });

  it('cuts concave faces at survey coordinates whole and the right way round', async () => {
    const corners = [
      [0, 0],
      [4, 0],
      [4, 4],
      [3, 4],
      [3, 1],
      [1, 1],
      [1, 4],
      [0, 4],
    ];
    const text = corners.map(([x, y], i) => `v ${39512345 + x!} ${3912345 + y!} ${i % 2}`).join('\n');
    const numbers = corners.map((_, i) => i + 1);
    const [up] = (await obj(`${text}\nf ${numbers.join(' ')}\n`)).objects;
    expect(areaAbove(up!)).toBeCloseTo(10, 6);
    const [down] = (await obj(`${text}\nf ${[...numbers].reverse().join(' ')}\n`)).objects;
    expect(areaAbove(down!)).toBeCloseTo(-10, 6);
  });

  it('carries a statement on after a backslash and still counts lines as the editor does', async () => {
    const { objects } = await obj('v 0 0 0\nv 1 0 0\nv 0 \\\n1 0\nf 1 2 \\\r\n 3\n');
    expect([...objects[0]!.indices]).toEqual([0, 1, 2]);
    expect(await refusal(() => obj('v 0 0 0\nv 1 \\\n0 0\nbad\n'))).toMatchObject({ row: 4 });
  });

  it.each([
    ['v 1 2\n', 'mesh-bad-line', 1],
    ['v 1 2 3\nv 1 x 3\n', 'mesh-bad-line', 2],
    ['v 1 2 nan\n', 'mesh-bad-line', 1],
    ['v 0 0 0\nf 1 1\n', 'mesh-bad-line', 2],
    ['v 0 0 0\nf 1 1 2\n', 'mesh-bad-index', 2],
    ['v 0 0 0\nf 0 1 1\n', 'mesh-bad-index', 2],
    ['v 0 0 0\nf -2 1 1\n', 'mesh-bad-index', 2],
    ['v 0 0 0\nf 1.5 1 1\n', 'mesh-bad-line', 2],
    ['hello\n', 'mesh-bad-line', 1],
  ])('refuses %j with its line', async (text, code, row) => {
    expect(await refusal(() => obj(text))).toMatchObject({ severity: 'error', code, row });
  });

  it('refuses a file without faces, counts lines and faces of no area', async () => {
    expect(await refusal(() => obj('v 0 0 0\n'))).toMatchObject({ code: 'mesh-empty' });
    expect(await refusal(() => obj(''))).toMatchObject({ code: 'file-empty' });
    const { findings } = await obj('v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\nf 1 1 2\nl 1 2\nl 2 3\n');
    expect(findings).toMatchObject([
      { code: 'mesh-degenerate', row: 5, params: { count: 1 } },
      { code: 'mesh-elements-ignored', row: 6, params: { keyword: 'l', count: 2 } },
    ]);
  });

  it('reads across the pieces a large file comes in', async () => {
    const rows = 700;
    const lines: string[] = [];
    for (let i = 0; i < rows * rows; i += 1) lines.push(`v ${i} ${i % rows} 0.125`);
    for (let i = 0; i < rows * rows - rows; i += 1) lines.push(`f ${i + 1} ${i + 2} ${i + 1 + rows}`);
    const [object] = (await obj(lines.join('\n'))).objects;
    expect(object!.indices.length / 3).toBe(rows * rows - rows);
    expect(object!.positions.length / 3).toBe(rows * rows);
    expect(object!.positions.at(-3)).toBe(rows * rows - 1);
  });
});

const facet = (v: number[][]): string =>
  `facet normal 0 0 1\n outer loop\n${v.map((each) => `  vertex ${each.join(' ')}`).join('\n')}\n endloop\nendfacet\n`;
const A = [0, 0, 0];
const B = [1, 0, 0];
const C = [0, 1, 0];
const D = [1, 1, 0];

const binary = (facets: number[][][], header = 'binary'): Buffer => {
  const bytes = Buffer.alloc(84 + 50 * facets.length);
  bytes.write(header, 0, 'latin1');
  bytes.writeUInt32LE(facets.length, 80);
  facets.forEach((corners, f) => {
    corners.flat().forEach((value, i) => {
      bytes.writeFloatLE(value, 84 + 50 * f + 12 + 4 * i);
    });
  });
  return bytes;
};

describe('STL', () => {
  it('reads several solids of a text file, doubles kept, corners welded', async () => {
    const far = [39512345.678, 3912345.125, -300.5];
    const { objects } = await stl(
      `solid 矿体\n${facet([A, B, C])}${facet([C, B, D])}endsolid 矿体\nsolid\n${facet([A, B, far])}endsolid\nsolid\n${facet([A, C, B])}endsolid\n`,
    );
    expect(
      objects.map(({ name, indices, positions }) => [name, indices.length / 3, positions.length / 3]),
    ).toEqual([
      ['矿体', 2, 4],
      ['body', 1, 3],
      ['body (2)', 1, 3],
    ]);
    expect([...objects[1]!.positions.subarray(6)]).toEqual(far);
  });

  it('tells binary from text by size, even when the header says "solid … facet"', async () => {
    const { objects } = await stl(
      binary(
        [
          [A, B, C],
          [C, B, D],
        ],
        'solid facet made by a careless program',
      ),
    );
    expect(objects[0]!.indices.length).toBe(6);
    expect(objects[0]!.positions.length).toBe(12);
  });

  it('welds −0 to 0 and nothing else', async () => {
    const { objects } = await stl(
      binary([
        [A, B, C],
        [[-0, -0, -0], C, [-1, 1e-30, 0]],
      ]),
    );
    expect(objects[0]!.positions.length / 3).toBe(4);
  });

  it('names the byte where a file is cut, the line or facet that is bad', async () => {
    const whole = binary([
      [A, B, C],
      [C, B, D],
    ]);
    expect(await refusal(() => stl(whole.subarray(0, 150)))).toMatchObject({
      code: 'file-truncated',
      params: { offset: 150, part: 'facet 2 of 2' },
    });
    expect(await refusal(() => stl(whole.subarray(0, 40)))).toMatchObject({ code: 'file-truncated' });
    const trailing = await stl(Buffer.concat([whole, Buffer.from('extra')]));
    expect(trailing.findings).toMatchObject([
      { code: 'file-trailing-bytes', params: { offset: 184, count: 5 } },
    ]);
    const text = `solid a\n${facet([A, B, C])}`;
    expect(await refusal(() => stl(text.slice(0, text.indexOf(' endloop'))))).toMatchObject({
      code: 'file-truncated',
    });
    expect(await refusal(() => stl(text.replace('vertex 1 0 0', 'vertex 1 0')))).toMatchObject({
      code: 'mesh-bad-line',
      row: 5,
    });
    expect(await refusal(() => stl(text.replace('vertex 1 0 0', 'vertx 1 0 0')))).toMatchObject({
      code: 'mesh-bad-line',
      row: 5,
    });
    expect(await refusal(() => stl(text.replace('  vertex 1 0 0\n', '')))).toMatchObject({
      code: 'mesh-bad-line',
      row: 7,
    });
    expect(await refusal(() => stl('solid a\nendsolid a\n'))).toMatchObject({ code: 'mesh-empty' });
    const nan = binary([[A, B, [0, Number.NaN, 0]]]);
    expect(await refusal(() => stl(nan))).toMatchObject({ code: 'mesh-bad-line', row: 1 });
  });

  it('warns when the text stops between two facets', async () => {
    const { objects, findings } = await stl(`solid a\n${facet([A, B, C])}`);
    expect(objects[0]!.indices.length).toBe(3);
    expect(findings).toMatchObject([{ severity: 'warning', code: 'mesh-end-missing', row: 8 }]);
  });

  it('counts facets that are no more than a line', async () => {
    const { objects, findings } = await stl(
      binary([
        [A, B, C],
        [A, B, B],
      ]),
    );
    expect(objects[0]!.indices.length).toBe(3);
    expect(codesOf(findings)).toEqual(['mesh-degenerate']);
  });

  it('refuses other formats by name', async () => {
    const file = await write('a.ply', 'ply');
    expect(await refusal(() => readMesh(file, options))).toMatchObject({
      code: 'format-unknown',
      params: { extension: '.ply' },
    });
  });
});

describe.skipIf(NO_SURVEY_DATA)(`real meshes ${SKIP_REASON}`, () => {
  it('Babbitt domain solid: 63 749 triangles', async () => {
    const { objects, findings } = await readMesh(`${SURVEY_DATA}04-boreholes-babbitt/Mpz.stl`, options);
    expect(objects.map(({ name, indices }) => [name, indices.length / 3])).toEqual([['Mpz', 63749]]);
    expect(findings).toEqual([]);
  });

  it('Authume quarry wall: 9 001 triangles in three files', async () => {
    const counts = await Promise.all(
      ['Blue', 'Gray', 'Red'].map(async (zone) => {
        const { objects } = await readMesh(`${SURVEY_DATA}14-openpit-authume/DTM_${zone}_zone.stl`, options);
        return objects.reduce((sum, { indices }) => sum + indices.length / 3, 0);
      }),
    );
    expect(counts).toEqual([5300, 2953, 748]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(9001);
  });
});
