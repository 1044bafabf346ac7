import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import Pbf from 'pbf';
import { describe, expect, it } from 'vitest';
import type { CountySite, RegisterMine } from '../../domain/contracts/county.ts';
import { describeFinding } from '../../domain/contracts/finding-texts.ts';
import type { NeighboursReport } from '../../domain/contracts/neighbours.ts';
import { BuildFailure } from '../build/build-bundle.ts';
import { hashFile } from '../build/content-hash.ts';
import { ManifestError } from '../read/yaml-manifest.ts';
import { smallCountyBuilder, told } from './built-small-county.test-kit.ts';
import { SMALL_COUNTY, SMALL_FILES } from './small-county.test-kit.ts';

const build = smallCountyBuilder();

describe('a small county', () => {
  it('is read whole: ids, words, days and numbers mean what they say, and empty is unknown', async () => {
    const { catalog, read } = await build();
    // Only what it does not have at all is said.
    expect(catalog.findings.map(({ params }) => params.kind)).toEqual(['relief']);
    const [first, second] = await read<RegisterMine[]>('mines.json');
    expect(first).toMatchObject({
      id: 'ks-01',
      town: 'east',
      type: 'underground-metal',
      size: 'small',
      state: 'producing',
      grade: 'B',
      risk: 'major',
      warning: null,
      history: [
        { from: '2022-03-01', state: 'suspended', grade: null },
        { from: '2024-01-05', state: 'producing', grade: 'B' },
      ],
      right: { bottom: -300, top: 100, validUntil: '2030-12-31' },
      duties: {
        facts: { keyPlaceCameraPercent: 62, positioningOnline: true },
        events: { emergencyDrill: '2026-04-01' },
      },
    });
    expect(first!.recorded).toHaveLength(7);
    expect(second).toMatchObject({
      size: null,
      state: 'unknown',
      grade: null,
      risk: null,
      town: null,
      recorded: ['right', 'goaf'],
      duties: { facts: { shiftPeople: null }, events: {} },
    });
    const [pond] = await read<CountySite[]>('sites.json');
    expect(pond).toMatchObject({
      risk: 'larger',
      mine: 'ks-01',
      fields: {
        class: '4',
        use: 'running',
        damHeight: 32.5,
        overhead: true,
        beachLength: null,
        inspected: null,
      },
    });
  });

  const dated = (dates: object): Record<string, string> => {
    const goafs = JSON.parse(SMALL_FILES['features.geojson']!);
    Object.assign(goafs.features[0].properties, dates);
    return { 'features.geojson': JSON.stringify(goafs) };
  };
  const asOf = { 'county.yaml': SMALL_COUNTY.replace('\nid: small', '\nid: small\nasOf: 2026-11-01') };
  const goafFindings = async (files: Record<string, string>) => {
    const { catalog, read } = await build(files);
    const { findings, notCompared } = await read<NeighboursReport>('neighbours.json');
    return {
      catalog,
      notCompared,
      found: findings.filter(({ check }) => check === 'goaf-across-boundary').length,
    };
  };

  it('compares a goaf that ends later, not one that ended, and says of one that is planned that it does not', async () => {
    expect((await goafFindings({ ...asOf, ...dated({ 消除日期: '2030-01-01' }) })).found).toBe(1);
    const ended = await goafFindings({ ...asOf, ...dated({ 消除日期: '2025-01-01' }) });
    expect(ended.found).toBe(0);
    expect(ended.notCompared).toMatchObject([{ mine: 'ks-01', kind: 'goaf', to: '2025-01-01' }]);
    const planned = await goafFindings({ ...asOf, ...dated({ 形成日期: '2030-01-01' }) });
    expect(planned.found).toBe(0);
    expect(planned.notCompared).toMatchObject([{ mine: 'ks-01', from: '2030-01-01' }]);
    expect(planned.catalog.asOf).toBe('2026-11-01');
    expect(told(planned.catalog.findings, 'county-feature-planned').params).toMatchObject({
      from: '2030-01-01',
    });
  });

  it('takes everything to be there where nobody says the day, and says so', async () => {
    const { catalog, found } = await goafFindings(dated({ 消除日期: '2025-01-01' }));
    expect(found).toBe(1);
    expect(catalog.asOf).toBeNull();
    expect(told(catalog.findings, 'county-no-day').params).toMatchObject({ count: 1 });
  });

  it('finds the goaf under the neighbour though no distance is configured', async () => {
    const { read } = await build();
    const { findings } = await read<NeighboursReport>('neighbours.json');
    const across = findings.find(({ check }) => check === 'goaf-across-boundary');
    expect(across).toMatchObject({ mines: ['ks-01', 'ks-02'], answer: 'found', rule: null });
  });

  it('gives the same bytes from the same files, and vector tiles that any reader opens', async () => {
    const contentOf = async (folder: string) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return Promise.all(
        entries
          .filter((entry) => entry.isFile())
          .map(async ({ parentPath, name }) => {
            const file = join(parentPath, name);
            return [file.slice(folder.length), (await hashFile(file)).sha256] as const;
          }),
      );
    };
    const [one, other] = [await build(), await build()];
    expect(Object.fromEntries(await contentOf(one.folder))).toEqual(
      Object.fromEntries(await contentOf(other.folder)),
    );
    const bytes = await readFile(join(one.folder, 'base', '9', '422', '202.mvt'));
    const { town } = new VectorTile(new Pbf(bytes)).layers;
    expect(town!.feature(0).properties).toMatchObject({ name: '东镇' });
  });
});

describe('what is wrong with a county', () => {
  const mines = SMALL_FILES['mines.csv']!;

  it('is said with file, row, column, value and mend, and the rest is built', async () => {
    const { catalog, read } = await build({
      'mines.csv': mines
        .replace('小型,生产', '巨型,半停产')
        .replace('东镇,117.24', '西镇,117.24')
        .concat(
          'KS-02,丙矿,,117.25,35.3,煤矿,,,,,\nKS-04,丁矿,,,,煤矿,,,,,\nKS-05,戊矿,,117.6,35.3,煤矿,,,,,\n',
        ),
      'history.csv': '矿山编号,起始日期,状态\nKS-09,2024-01-05,生产\nKS-01,昨天,生产\n',
      'features.geojson': SMALL_FILES['features.geojson']!.replace('"底标高":-120,', ''),
    });
    const { findings } = catalog;
    const words = findings.filter(({ code }) => code === 'county-word-unknown');
    expect(words.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, '矿山规模', '巨型'],
      [2, '状态', '半停产'],
    ]);
    expect(words[1]).toMatchObject({
      file: 'mines.csv',
      row: 2,
      column: '状态',
      value: '半停产',
      severity: 'warning',
    });
    expect(told(findings, 'county-town-unknown')).toMatchObject({ row: 2, value: '西镇' });
    expect(told(findings, 'county-id-twice')).toMatchObject({ row: 4, value: 'ks-02', severity: 'reject' });
    expect(told(findings, 'county-not-there')).toMatchObject({ row: 5, severity: 'reject' });
    expect(told(findings, 'county-outside')).toMatchObject({ value: 'ks-05' });
    expect(told(findings, 'county-mine-unknown')).toMatchObject({
      file: 'history.csv',
      row: 2,
      value: 'ks-09',
    });
    expect(told(findings, 'county-cell-wrong')).toMatchObject({ row: 3, column: '起始日期', value: '昨天' });
    expect(told(findings, 'county-height-unknown')).toMatchObject({ file: 'features.geojson', row: 1 });
    const read2 = await read<RegisterMine[]>('mines.json');
    expect(read2.map(({ id }) => id)).toEqual(['ks-01', 'ks-02', 'ks-05']);
    // A goaf without heights was lost, so of goafs nothing may be denied.
    expect(read2[0]).toMatchObject({ state: 'unknown', town: null });
    expect(read2[0]!.recorded).not.toContain('goaf');
  });

  it('of a site is said cell by cell, and what two cells say against each other is not known', async () => {
    const head =
      '编号,名称,经度,纬度,使用状态,停用日期,建设名义,设计最终标高,现状标高,坝高,下游人数,监测预警接入,有生产经营主体';
    const { catalog, read } = await build({
      'ponds.csv': `${head}
W1,甲库,117.23,35.31,停用,2021-03-05,沉淀池,210,-3.5,32.5,12,数据虚假,否
W2,乙库,117.23,35.31,运行,2020-01-01,尾矿坝,,208,-4,3.5,在线,
W3,丙库,117.23,35.31,无主库,,,,,,,,是
`,
    });
    const [first, second] = await read<CountySite[]>('sites.json');
    expect(first!.fields).toMatchObject({
      ...{ use: 'stopped', stoppedSince: '2021-03-05', builtAs: 'settling-basin', hasOperator: false },
      ...{ designFinalElevation: 210, presentElevation: -3.5, peopleBelow: 12, access: 'false' },
    });
    expect(second!.fields).toMatchObject({
      ...{ use: null, stoppedSince: null, builtAs: null, hasOperator: null, designFinalElevation: null },
      ...{ presentElevation: 208, damHeight: null, peopleBelow: null, access: 'online' },
    });
    const wrong = catalog.findings.filter(({ file }) => file === 'ponds.csv');
    expect(wrong.map(({ code, row, column, value }) => [code, row, column, value])).toEqual([
      ['county-word-unknown', 3, '建设名义', '尾矿坝'],
      ['county-cell-wrong', 3, '坝高', '-4'],
      ['county-cell-wrong', 3, '下游人数', '3.5'],
      ['county-cells-contradict', 3, '停用日期', '2020-01-01'],
      ['county-cells-contradict', 4, '有生产经营主体', '是'],
    ]);
    for (const { code } of wrong) told(wrong, code);
  });

  it('stops the build where a column or a key is not there', async () => {
    const wrongColumn = SMALL_COUNTY.replace(
      'file: mines.csv }',
      'file: mines.csv, columns: { owner: 业主 } }',
    );
    await expect(build({ 'county.yaml': wrongColumn })).rejects.toThrow(BuildFailure);
    const wrongKey = SMALL_COUNTY.replace('lookWithin', '').replace('survey:', 'surway:');
    const refused = await build({ 'county.yaml': wrongKey }).catch((error: unknown) => error);
    if (!(refused instanceof ManifestError)) throw new Error('the manifest was accepted');
    expect(told(refused.findings, 'manifest-key')).toMatchObject({ file: 'county.yaml', column: 'surway' });
    expect(describeFinding(told(refused.findings, 'manifest-missing'), 'en').mend).toContain(
      'docs/county-yaml.md',
    );
  });

  it('stops the build where the rules cannot be used, and names the line', async () => {
    const withRules = `${SMALL_COUNTY}rules: rules.yaml\n`;
    const rules = (value: string) =>
      `hyalite-rules: 1\ncounty: small\nrules: []\nneighbours:\n  rules:\n    - { id: A, check: rights-distance, value: ${value}, jurisdiction: x, clause: y, status: z }\n`;
    const refused = await build({ 'county.yaml': withRules, 'rules.yaml': rules('near') }).catch(
      (error: unknown) => error,
    );
    if (!(refused instanceof BuildFailure)) throw new Error('the rules were accepted');
    expect(told(refused.findings, 'county-rules-wrong')).toMatchObject({ file: 'rules.yaml', row: 6 });
    const { read } = await build({ 'county.yaml': withRules, 'rules.yaml': rules('5000') });
    const { findings } = await read<NeighboursReport>('neighbours.json');
    expect(findings.find(({ check }) => check === 'rights-distance')).toMatchObject({ rule: { id: 'A' } });
  });

  it('keeps its rules of sites with the county, and says which line of them asks for no field there is', async () => {
    const withRules = `${SMALL_COUNTY}rules: rules.yaml\n`;
    const rules = (field: string) =>
      `hyalite-rules: 1\ncounty: small\nrules: []\nsites:\n  flags:\n    - { id: A, kinds: [tailings-pond], name: { zh: 甲, en: a }, anyOf: [{ field: ${field}, is: true }], jurisdiction: x, clause: y, status: z }\n`;
    const refused = await build({ 'county.yaml': withRules, 'rules.yaml': rules('overhed') }).catch(
      (error: unknown) => error,
    );
    if (!(refused instanceof BuildFailure)) throw new Error('the rules were accepted');
    const said = told(refused.findings, 'county-rules-wrong');
    expect(said).toMatchObject({ file: 'rules.yaml', row: 6, column: 'sites.flags.0.anyOf.0' });
    expect(String(said.params.reason)).toMatch(/no field overhed; it has .*overhead/);
    const { catalog } = await build({ 'county.yaml': withRules, 'rules.yaml': rules('overhead') });
    expect(catalog.siteRules?.flags.map(({ id, where }) => [id, where])).toEqual([['A', []]]);
  });

  it('is said of a condition on a column the file does not have', async () => {
    const where = SMALL_COUNTY.replace('file: mines.csv }', 'file: mines.csv, where: { 县区: 小县 } }');
    await expect(build({ 'county.yaml': where })).rejects.toThrow('column-missing');
  });
});
