import { describe, expect, it } from 'vitest';
import type { CountyFeature, RegisterMine } from '../../domain/contracts/county.ts';
import type { NeighboursReport } from '../../domain/contracts/neighbours.ts';
import { smallCountyBuilder, told } from './built-small-county.test-kit.ts';
import { SMALL_COUNTY, SMALL_FILES } from './small-county.test-kit.ts';

const build = smallCountyBuilder();

const goaf = (id: string | null, mine: string, x: number, kind = '采空区') => ({
  type: 'Feature',
  properties: { 编号: id, 矿山编号: mine, 类别: kind, 底标高: -120, 顶标高: -100, 查明手段: '实测' },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [x, 35.3],
        [x + 0.0001, 35.3],
        [x + 0.0001, 35.3001],
        [x, 35.3],
      ],
    ],
  },
});
const collection = (features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('rows of a county that cannot be used as they are', () => {
  it('takes a kind of which a row was lost out of what the mine has recorded, whatever the row was lost for', async () => {
    const goafOfSecond = async (...features: readonly object[]) => {
      const { catalog, read } = await build({ 'features.geojson': collection(features) });
      const [, second] = await read<RegisterMine[]>('mines.json');
      const { gaps } = await read<NeighboursReport>('neighbours.json');
      const asked = gaps.some(
        ({ mine, settles }) => mine === 'ks-02' && settles.do === 'record-kind' && settles.kind === 'goaf',
      );
      return { findings: catalog.findings, recorded: second!.recorded, asked };
    };
    const unlike = await goafOfSecond(goaf('G2', 'KS-02', 117.2455, '老采空塌陷'));
    expect(unlike).toMatchObject({ recorded: [], asked: true });
    const nameless = await goafOfSecond(goaf(null, 'KS-02', 117.2455));
    expect(nameless).toMatchObject({ recorded: ['right'], asked: true });
    const twice = await goafOfSecond(goaf('G2', 'KS-02', 117.2455), goaf('G2', 'KS-02', 117.2475));
    expect(twice).toMatchObject({ recorded: ['right'], asked: true });
    expect(told(twice.findings, 'county-id-twice')).toMatchObject({ row: 2, value: 'G2' });
  });

  it('takes a kind out of what every mine has recorded that a row of nobody may belong to', async () => {
    const recorded = async (...features: readonly object[]) => {
      const { catalog, read } = await build({ 'features.geojson': collection(features) });
      const mines = await read<RegisterMine[]>('mines.json');
      return { findings: catalog.findings, mines: mines.map((mine) => mine.recorded) };
    };
    // Of the two mines one lies some kilometres away.
    const far = { ...goaf('G9', 'KS-99', 117.2475) };
    const near = await recorded(far);
    expect(near.mines[1]).toEqual(['right']);
    expect(told(near.findings, 'county-mine-unknown')).toMatchObject({ row: 1, value: 'ks-99' });
    expect(told(near.findings, 'county-row-ownerless')).toMatchObject({
      ...{ severity: 'warning', file: 'features.geojson', row: 1 },
      params: { mines: expect.stringContaining('ks-02') },
    });
    const unlike = await recorded(goaf('G9', 'KS-99', 117.2475, '老采空塌陷'));
    expect(unlike.mines[1]).toEqual([]);
    // Near nobody it may be anybody's.
    const away = await recorded({ ...far, geometry: goaf('G9', 'KS-99', 118.9).geometry });
    expect(away.mines.every((kinds) => !kinds.includes('goaf'))).toBe(true);
    expect(told(away.findings, 'county-row-ownerless').params).toMatchObject({ count: away.mines.length });
  });

  it('takes a ± or radius below 0, and a level where it is said to be dry, for what they can be', async () => {
    const drift = {
      type: 'Feature',
      properties: { 编号: 'W1', 矿山编号: 'KS-02', 类别: '巷道', 半径: -2, 是否积水: '否', 水位标高: -80 },
      geometry: {
        type: 'LineString',
        coordinates: [
          [117.2475, 35.3, -100],
          [117.2485, 35.3, -100],
        ],
      },
    };
    const unsure = goaf('G1', 'KS-02', 117.2455);
    const { catalog, read } = await build({
      'features.geojson': collection([
        { ...unsure, properties: { ...unsure.properties, 误差: -100, 消除日期: '2026' } },
        {
          ...goaf('G2', 'KS-02', 117.2465),
          properties: { ...unsure.properties, 编号: 'G2', 消除日期: '2024-02' },
        },
        drift,
      ]),
    });
    const [first, second, third] = await read<CountyFeature[]>('features.json');
    expect(first).toMatchObject({ plusMinus: null, to: '2026-12-31' });
    expect(second).toMatchObject({ to: '2024-02-29' });
    expect(third).toMatchObject({ shape: { radius: null }, holdsWater: true, waterLevel: -80 });
    const wrong = catalog.findings.filter(({ code }) => code === 'county-cell-wrong');
    expect(wrong.map(({ row, column, value }) => [row, column, value])).toEqual([
      [1, '误差', '-100'],
      [3, '半径', '-2'],
    ]);
    expect(told(catalog.findings, 'county-water-contradicted')).toMatchObject({ row: 3, value: '-80' });
  });

  it('keeps things of two mines that number alike', async () => {
    const { read } = await build({
      'features.geojson': collection([goaf('G1', 'KS-01', 117.2445), goaf('G1', 'KS-02', 117.2475)]),
    });
    const features = await read<CountyFeature[]>('features.json');
    expect(features.map(({ id, mine, name }) => [id, mine, name.zh])).toEqual([
      ['G1', 'ks-01', 'G1'],
      ['ks-02/G1', 'ks-02', 'G1'],
    ]);
    const [, second] = await read<RegisterMine[]>('mines.json');
    expect(second!.recorded).toEqual(['right', 'goaf']);
  });

  it('takes of two rows of one thing neither, the last or the worse, never silently the later one', async () => {
    const { catalog, read } = await build({
      'county.yaml': `${SMALL_COUNTY}  - { kind: disaster-grades, file: grades.csv }\n`,
      'grades.csv': '矿山编号,灾害类别,等级\nKS-01,水害,重大\nKS-01,水害,低\nKS-02,水害,低\nKS-02,水害,低\n',
      'facts.csv': `矿山编号,事项,事件,值
KS-01,,emergencyDrill,2026-10-01
KS-01,,emergencyDrill,2025-01-01
KS-01,positioningOnline,,否
KS-01,positioningOnline,,是
KS-01,positioningOnline,,是
KS-01,shiftPeople,,29
KS-01,shiftPeople,,
`,
      'history.csv': '矿山编号,起始日期,状态,安全等级\nKS-01,2024/1/5,生产,B\nKS-01,2024-01-05,停产,\n',
    });
    const [first, second] = await read<RegisterMine[]>('mines.json');
    expect(first).toMatchObject({
      disasterGrades: { water: 'major' },
      duties: {
        events: { emergencyDrill: '2026-10-01' },
        facts: { positioningOnline: null, shiftPeople: 29 },
      },
      history: [{ from: '2024-01-05', state: 'unknown', grade: 'B' }],
    });
    expect(second!.disasterGrades).toEqual({ water: 'low' });
    expect(second!.gradedKinds).toEqual(['water']);
    expect(told(catalog.findings, 'county-grade-twice')).toMatchObject({
      file: 'grades.csv',
      row: 3,
      value: '低',
    });
    const twice = catalog.findings.filter(({ code }) => code === 'county-value-twice');
    expect(twice.map(({ file, row, value }) => [file, row, value])).toEqual([
      ['history.csv', 3, '停产'],
      ['facts.csv', 5, '是'],
    ]);
    told(twice, 'county-value-twice');
  });

  it('keeps what a row of the history leaves empty, and says where the register and it are unlike', async () => {
    const { catalog, read } = await build({
      'history.csv': `矿山编号,起始日期,状态,安全等级
KS-01,2026-09-01,,C
KS-01,2025-01-01,停产,D
KS-01,2026-10-01,不明,不明
KS-01,2026-10-05,半停产,
KS-02,2026-10-05,,B
`,
    });
    const [first, second] = await read<RegisterMine[]>('mines.json');
    expect(first!.history.map(({ state, grade }) => [state, grade])).toEqual([
      ['suspended', 'D'],
      ['suspended', 'C'],
      ['unknown', null],
      ['unknown', null],
    ]);
    expect(second!.history).toEqual([{ from: '2026-10-05', state: 'unknown', grade: 'B' }]);
    expect(catalog.findings.filter(({ code }) => code === 'county-state-unlike')).toEqual([]);
    const closed = await build({
      'county.yaml': SMALL_COUNTY.replace('\nid: small', '\nid: small\nasOf: 2026-11-01'),
      'history.csv': '矿山编号,起始日期,状态,安全等级\nKS-01,2025-05-05,关闭,B\nKS-01,2027-05-05,生产,B\n',
    });
    expect(told(closed.catalog.findings, 'county-state-unlike')).toMatchObject({
      severity: 'warning',
      value: 'producing',
      params: { feature: 'ks-01', from: '2025-05-05', other: 'closed' },
    });
  });

  it('lets of two parcels the day stand on which the first ends', async () => {
    const rights = JSON.parse(SMALL_FILES['rights.geojson']!);
    const [parcel] = rights.features;
    const until = async (...days: readonly (string | null)[]) => {
      const parcels = days.map((day) => ({ ...parcel, properties: { ...parcel.properties, 有效期至: day } }));
      const { read } = await build({ 'rights.geojson': collection(parcels) });
      return (await read<RegisterMine[]>('mines.json'))[0]!.right!.validUntil;
    };
    expect(await until('2020-12-31', '2030-12-31')).toBe('2020-12-31');
    expect(await until('2030-12-31', '2020-12-31')).toBe('2020-12-31');
    expect(await until('2030-12-31', null)).toBeNull();
  });

  it('keeps the heights of each parcel of a right, and one nobody states for that parcel alone', async () => {
    const rights = JSON.parse(SMALL_FILES['rights.geojson']!);
    const [parcel] = rights.features;
    const parcels = [{ 下限标高: -300 }, { 下限标高: 20 }, { 下限标高: null }].map((heights) => ({
      ...parcel,
      properties: { ...parcel.properties, ...heights },
    }));
    const { read } = await build({ 'rights.geojson': collection(parcels) });
    const [first] = await read<RegisterMine[]>('mines.json');
    expect(first!.right).toMatchObject({
      ...{ bottom: null, top: 100 },
      heights: [
        { bottom: -300, top: 100 },
        { bottom: 20, top: 100 },
        { bottom: null, top: 100 },
      ],
    });
  });

  it('holds the land inside a hole of a right for nobody’s, and a second parcel for land', async () => {
    const rights = JSON.parse(SMALL_FILES['rights.geojson']!);
    const [first, second] = rights.features;
    const around = (x: number, half: number) => [
      [x - half, 35.3 - half],
      [x + half, 35.3 - half],
      [x + half, 35.3 + half],
      [x - half, 35.3 + half],
      [x - half, 35.3 - half],
    ];
    const across = async (...parcels: readonly (readonly number[][][])[]) => {
      const features = parcels.map((coordinates) => ({
        ...first,
        geometry: { type: 'Polygon', coordinates },
      }));
      const { read } = await build({
        'rights.geojson': collection([...features, second]),
        'features.geojson': collection([goaf('G', 'KS-02', 117.24)]),
      });
      const [mine] = await read<RegisterMine[]>('mines.json');
      const { findings } = await read<NeighboursReport>('neighbours.json');
      return {
        holes: mine!.right!.holes,
        found: findings.some(({ check, answer }) => check === 'goaf-across-boundary' && answer === 'found'),
      };
    };
    const [outer, inner] = [around(117.24, 0.003), around(117.24, 0.001)];
    expect(await across([outer!, inner!])).toEqual({ holes: [1], found: false });
    expect(await across([outer!], [inner!])).toEqual({ holes: undefined, found: true });
  });

  it('does not hold rights to be recorded whole where a parcel was lost', async () => {
    const rights = JSON.parse(SMALL_FILES['rights.geojson']!);
    const lost = { ...rights.features[1], geometry: { type: 'Point', coordinates: [117.25, 35.31] } };
    const { read } = await build({ 'rights.geojson': collection([...rights.features, lost]) });
    const [, second] = await read<RegisterMine[]>('mines.json');
    expect(second!.right?.rings).toHaveLength(1);
    expect(second!.recorded).toEqual(['goaf']);
  });
});
