import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../domain/contracts/finding.ts';
import { describeFinding } from '../../domain/contracts/finding-texts.ts';
import { ManifestError, readManifest } from './manifest-file.ts';
import { refusal, tempFiles } from './temp-files.test-kit.ts';

const write = tempFiles();

const GOOD = `hyalite: 1
id: qingshi
name: {zh: 青石铁矿, en: Qingshi iron mine}
type: underground-metal
survey:
  crs: EPSG:4527
  axes: x-north-y-east
  verticalDatum: 1985 国家高程基准
sources:
  - kind: borehole-collars
    file: collars.csv
    columns:
      hole: [孔号, hole]
  - kind: goafs
    id: goafs
    file: 采空区.csv
  - kind: goafs
    file: 采空区.csv
`;

const read = async (text: string) => {
  await write('collars.csv', 'x');
  await write('采空区.csv', 'x');
  return readManifest(await write('mine.yaml', text));
};

const faults = async (text: string): Promise<readonly Finding[]> => {
  try {
    await read(text);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    for (const finding of error.findings) {
      for (const language of ['zh', 'en'] as const) {
        const { what, mend } = describeFinding(finding, language);
        expect(what + mend).not.toMatch(/\{\w+\}/u);
      }
    }
    return error.findings;
  }
  throw new Error('the manifest was accepted');
};

describe('readManifest', () => {
  it('gives the manifest with defaults, its folder, and an id to every source', async () => {
    const file = await write('other.yaml', GOOD);
    const { manifest, folder } = await read(GOOD);
    expect(folder).toBe(dirname(file));
    expect(manifest.survey.units).toBe('metre');
    expect(manifest.sources.map((source) => source.id)).toEqual([
      'borehole-collars-collars',
      'goafs',
      'goafs-2',
    ]);
  });

  it('names path, line, value and what was expected', async () => {
    expect(
      await faults(
        GOOD.replace('type: underground-metal', 'type: iron').replace('axes: x-north-y-east', 'axes: north'),
      ),
    ).toMatchObject([
      {
        severity: 'error',
        code: 'manifest-value',
        source: 'mine.yaml',
        file: 'mine.yaml',
        row: 4,
        column: 'type',
        value: 'iron',
        params: { expected: expect.stringContaining('"underground-metal" | "underground-coal"') },
      },
      { code: 'manifest-value', row: 7, column: 'survey.axes', value: 'north' },
    ]);
    expect(await faults(GOOD.replace('hole: [孔号, hole]', 'hole: 7'))).toMatchObject([
      {
        code: 'manifest-value',
        row: 13,
        column: 'sources[0].columns.hole',
        value: '7',
        params: { expected: 'string | list' },
      },
    ]);
    expect(await faults(GOOD.replace('id: qingshi', 'id: 青石'))).toMatchObject([
      { column: 'id', row: 2, value: '青石', params: { expected: expect.stringContaining('lower-case') } },
    ]);
  });

  it('names what is missing, and the kinds there are', async () => {
    expect(await faults(GOOD.replace('  crs: EPSG:4527\n', ''))).toMatchObject([
      { code: 'manifest-missing', column: 'survey.crs', row: 6, params: { expected: 'string' } },
    ]);
    expect(await faults(GOOD.replace('kind: borehole-collars', 'kind: collars'))).toMatchObject([
      {
        code: 'manifest-value',
        column: 'sources[0].kind',
        row: 10,
        params: { expected: expect.stringContaining('borehole-collars | ') },
      },
    ]);
    expect((await faults('# nothing yet\n')).map((finding) => finding.code)).toContain('manifest-value');
  });

  it('suggests the key that was meant', async () => {
    expect(await faults(GOOD.replace('  axes:', '  zoneprefx: 39\n  axes:'))).toMatchObject([
      {
        code: 'manifest-key',
        column: 'survey.zoneprefx',
        row: 7,
        value: '39',
        params: { suggestion: ' (→ zonePrefix?)' },
      },
    ]);
    expect(
      await faults(GOOD.replace('    id: goafs\n', '    id: goafs\n    polygonis: roof\n')),
    ).toMatchObject([{ column: 'sources[1].polygonis', params: { suggestion: ' (→ polygonIs?)' } }]);
    expect(await faults(`${GOOD}colour: red\n`)).toMatchObject([
      { column: 'colour', params: { suggestion: '' } },
    ]);
  });

  it('finds doubled ids and missing files, all at once', async () => {
    const text = GOOD.replace('    file: collars.csv', '    id: goafs\n    file: 钻孔.csv').replace(
      '      hole: [孔号, hole]',
      '      hole: [孔号, hole]\n    pivot: {file: attr.csv, rowKey: a, key: b, attribute: c, value: d}',
    );
    expect(await faults(text)).toMatchObject([
      { code: 'file-missing', column: 'sources[0].file', value: '钻孔.csv', row: 12 },
      { code: 'file-missing', column: 'sources[0].pivot.file', value: 'attr.csv', row: 15 },
      {
        code: 'manifest-duplicate-id',
        column: 'sources[1].id',
        value: 'goafs',
        row: 17,
        params: { other: 11 },
      },
    ]);
  });

  it('names the line of bad YAML, an empty and a missing file', async () => {
    expect(await faults(GOOD.replace('type: underground-metal', 'type: [a'))).toMatchObject(
      [{ code: 'manifest-syntax', row: expect.any(Number) }, ...[]].slice(0, 1),
    );
    expect(await faults(`${GOOD}id: twice\n`)).toMatchObject([{ code: 'manifest-syntax', row: 19 }]);
    expect(await refusal(() => readManifest('/no/such/mine.yaml'))).toMatchObject({ code: 'file-missing' });
    expect(await refusal(() => read(''))).toMatchObject({ code: 'file-empty' });
  });
});
