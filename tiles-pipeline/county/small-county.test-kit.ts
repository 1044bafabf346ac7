import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const ring = (x: number, y: number, half: number): number[][] => [
  [x - half, y - half],
  [x + half, y - half],
  [x + half, y + half],
  [x - half, y + half],
  [x - half, y - half],
];

const geojson = (
  features: readonly { readonly properties: object; readonly type: string; readonly coordinates: unknown }[],
): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ properties, type, coordinates }) => ({
      type: 'Feature',
      properties,
      geometry: { type, coordinates },
    })),
  });

export const SMALL_COUNTY = `hyalite-county: 1
id: small
name: { zh: 小县, en: Small county }
provenance: synthetic
survey: { crs: EPSG:4527, verticalDatum: "1985", geoidSeparation: -8 }
base: { minZoom: 8, maxZoom: 10 }
sources:
  - { kind: boundary, file: boundary.geojson, crs: EPSG:4326 }
  - { kind: towns, file: towns.geojson, crs: EPSG:4326 }
  - { kind: mines, file: mines.csv }
  - { kind: mine-history, file: history.csv }
  - { kind: mine-facts, file: facts.csv }
  - { kind: mining-rights, file: rights.geojson, crs: EPSG:4326 }
  - { kind: mine-features, file: features.geojson, crs: EPSG:4326 }
  - { kind: sites, sites: tailings-pond, file: ponds.csv }
`;

/** Files of the smallest county that has one of everything; two mines. */
export const SMALL_FILES: Readonly<Record<string, string>> = {
  'county.yaml': SMALL_COUNTY,
  'boundary.geojson': geojson([
    { properties: { name: '小县' }, type: 'Polygon', coordinates: [ring(117.2, 35.3, 0.1)] },
  ]),
  'towns.geojson': geojson([
    { properties: { id: 'east', name: '东镇' }, type: 'Polygon', coordinates: [ring(117.25, 35.3, 0.05)] },
  ]),
  'mines.csv': `矿山编号,矿山名称,乡镇,经度,纬度,矿山类型,矿山规模,状态,安全等级,风险等级,资料齐全的类别
KS-01,甲矿,东镇,117.24,35.3,地下金属矿,小型,生产,B,重大,全部
KS-02,乙矿,,117.249,35.3,煤矿,,,,,矿权、采空区
`,
  'history.csv': '矿山编号,起始日期,状态,安全等级\nKS-01,2024/1/5,生产,B\nKS-01,2022年3月,停产,\n',
  'facts.csv':
    '矿山编号,事项,事件,值\nKS-01,keyPlaceCameraPercent,,62\nKS-01,positioningOnline,,是\nKS-01,,emergencyDrill,2026-04-01\nKS-02,shiftPeople,,\n',
  'rights.geojson': geojson(
    [117.24, 117.249].map((x, i) => ({
      properties: { 矿山编号: `KS-0${i + 1}`, 下限标高: -300, 上限标高: 100, 有效期至: '2030-12-31' },
      type: 'Polygon',
      coordinates: [ring(x, 35.3, 0.004)],
    })),
  ),
  'features.geojson': geojson([
    {
      properties: {
        编号: 'G1',
        矿山编号: 'KS-01',
        类别: '采空区',
        底标高: -120,
        顶标高: -100,
        查明手段: '实测',
        是否积水: '否',
      },
      type: 'Polygon',
      coordinates: [ring(117.2455, 35.3, 0.0015)],
    },
  ]),
  'ponds.csv':
    '编号,名称,乡镇,经度,纬度,等别,使用状态,坝高,头顶库,风险等级_四色,所属矿山\nW1,甲矿尾矿库,东镇,117.23,35.31,四等,运行,32.5,是,较大,KS-01\n',
};

/** Writes the small county, with some of its files changed. @returns the path of its county.yaml */
export const writeSmallCounty = async (
  folder: string,
  changed: Readonly<Record<string, string>> = {},
): Promise<string> => {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries({ ...SMALL_FILES, ...changed }))
    await writeFile(join(folder, name), text);
  return join(folder, 'county.yaml');
};
