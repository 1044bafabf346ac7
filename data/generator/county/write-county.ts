import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { wgs84ToGcj02 } from '../../../domain/frame/gcj02.ts';
import type { Plan, Vec3 } from '../place.ts';
import { makeWorkings } from '../workings.ts';
import { demoGeology } from '../write-demo.ts';
import { type CsvCell, csv, easting, encode, northing } from '../write-text.ts';
import { countyHazards } from './county-hazards.ts';
import { countyMajors, hiddenOfMines } from './county-majors.ts';
import { type CountyMine, countyMines } from './county-mines.ts';
import { toDegrees } from './county-place.ts';
import { countySites, RISK_WORDS } from './county-sites.ts';
import type { DrawnFeature } from './drawn-feature.ts';
import { makeCountyGround, reliefTiff, riverLines, roadLines, waters } from './lie-of-the-land.ts';
import { disasterGrades, mineFacts } from './mine-facts.ts';
import { countyFeatures } from './mine-features.ts';
import { FIELDS } from './mine-list.ts';
import { countyRing, TOWNS, townRings } from './towns.ts';

/**
 * Writes the demo county's files: `node data/generator/county/write-county.ts [--seed N] [--out DIR]`.
 * county.yaml is written by hand and only copied, when another folder is asked for.
 */
export const COUNTY_SEED = 7;
const DATA = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const FOLDER = 'yunxiu-county';

type Files = Map<string, Uint8Array>;
type Properties = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Coordinates = readonly number[] | readonly Coordinates[];
interface Drawn {
  readonly properties: Properties;
  readonly type: 'Point' | 'LineString' | 'Polygon';
  readonly coordinates: Coordinates;
}

/** GeoJSON in degrees, one feature a line. */
const geoJson = (features: readonly Drawn[]): Uint8Array =>
  encode(
    `{"type":"FeatureCollection","features":[\n${features
      .map(({ properties, type, coordinates }) =>
        JSON.stringify({ type: 'Feature', properties, geometry: { type, coordinates } }),
      )
      .join(',\n')}\n]}\n`,
    'utf-8',
  );

const closedRing = (ring: readonly Plan[]): number[][] => {
  const degrees = ring.map(toDegrees);
  return [...degrees, degrees[0]!];
};

const TYPE_WORDS = {
  'underground-metal': '地下金属矿',
  'underground-coal': '煤矿',
  'underground-nonmetal': '地下非金属矿',
  'open-pit': '露天矿',
  tailings: '尾矿库',
  exploration: '探矿权',
} as const;
const SIZE_WORDS = { large: '大型', medium: '中型', small: '小型' } as const;
const STATE_WORDS = {
  producing: '生产',
  construction: '基建',
  suspended: '停产',
  closed: '关闭',
  unknown: null,
} as const;
const WARNING_WORDS = { red: '红', orange: '橙', yellow: '黄', blue: '蓝' } as const;
const KIND_WORDS = {
  right: '矿权',
  working: '巷道',
  goaf: '采空区',
  aquifer: '含水层',
  fault: '断层',
  'closed-shaft': '废弃井筒',
  orebody: '矿体',
} as const;
const METHOD_WORDS = {
  survey: '实测',
  drilling: '钻探',
  geophysics: '物探',
  geochemistry: '化探',
  document: '资料',
} as const;
const yesNo = (value: boolean | null | undefined): string | null =>
  value === null || value === undefined ? null : value ? '是' : '否';

const registerTable = (mines: readonly CountyMine[]): Uint8Array =>
  csv(
    [
      '矿山编号',
      '矿山名称',
      '英文名',
      '乡镇',
      '经度',
      '纬度',
      '矿山类型',
      '矿山规模',
      '状态',
      '安全等级',
      '风险等级',
      '预警等级',
      '企业名称',
      '包保领导',
      '包保领导职务',
      '开采矿种',
      '地表最高标高',
      '标高误差',
      '资料齐全的类别',
    ],
    mines.map((mine): CsvCell[] => [
      mine.id,
      mine.zh,
      mine.en,
      mine.town?.zh ?? null,
      ...toDegrees(mine.at),
      TYPE_WORDS[mine.type],
      mine.size && SIZE_WORDS[mine.size],
      STATE_WORDS[mine.state],
      mine.grade,
      mine.risk && RISK_WORDS[mine.risk],
      mine.warning && WARNING_WORDS[mine.warning],
      mine.owner,
      mine.leader?.name ?? null,
      mine.leader?.office ?? null,
      mine.minerals.join('、') || null,
      mine.ground?.highest ?? null,
      mine.ground?.plusMinus ?? null,
      mine.recorded === null
        ? '全部'
        : mine.recorded.map((kind) => KIND_WORDS[kind as keyof typeof KIND_WORDS]).join('、'),
    ]),
  );

const features3 = (features: readonly DrawnFeature[]): Uint8Array =>
  geoJson(
    features.map(({ shape, ...feature }): Drawn => {
      const heights = 'line' in shape ? {} : { 底标高: shape.bottom, 顶标高: shape.top };
      const own =
        'line' in shape
          ? { 半径: shape.radius }
          : 'trace' in shape
            ? { 倾角: shape.dip, 倾向: shape.dipDirection }
            : {};
      const properties: Properties = {
        编号: feature.id,
        矿山编号: feature.mine,
        类别: KIND_WORDS[feature.kind],
        名称: feature.zh,
        英文名: feature.en,
        ...heights,
        ...own,
        查明手段: feature.method && METHOD_WORDS[feature.method],
        误差: feature.plusMinus,
        是否积水: yesNo(feature.holdsWater),
        水位标高: feature.waterLevel,
        是否导水: yesNo(feature.conductive),
        同属: feature.partOf,
        形成日期: feature.from,
        消除日期: feature.to,
      };
      if ('line' in shape)
        return {
          properties,
          type: 'LineString',
          coordinates: shape.line.map(([x, y, z]) => [...toDegrees([x, y]), z]),
        };
      if ('trace' in shape)
        return { properties, type: 'LineString', coordinates: shape.trace.map(toDegrees) };
      return { properties, type: 'Polygon', coordinates: [closedRing(shape.ring)] };
    }),
  );

/** Everything of the county's folder that is not written by hand, by path. */
export const countyFiles = (seed: number, geology = demoGeology(seed)): Files => {
  const files: Files = new Map();
  const { ground } = geology;
  const height = makeCountyGround(seed, ground);
  const rings = townRings();
  const border = countyRing(rings);
  const mines = countyMines(seed, rings, height);
  const workings = makeWorkings(geology);
  const drift = workings.roadways.find(({ id }) => id === 'L170-YM')!;
  const features = countyFeatures(mines, seed, height, drift.line.at(-1)! as Vec3);

  const name = { 名称: '云岫县（虚构）' };
  files.set(
    'boundary.geojson',
    geoJson([{ properties: name, type: 'Polygon', coordinates: [closedRing(border)] }]),
  );
  const shifted = closedRing(border).map(([x, y]) =>
    wgs84ToGcj02([x!, y!]).map((degrees) => Math.round(degrees * 1e6) / 1e6),
  );
  files.set(
    'boundary-gcj02.geojson',
    geoJson([{ properties: { ...name, 坐标系: 'GCJ-02' }, type: 'Polygon', coordinates: [shifted] }]),
  );
  files.set(
    'towns.geojson',
    geoJson(
      TOWNS.map(({ id, zh, en }, i) => ({
        properties: { 编号: id, 名称: zh, 英文名: en },
        type: 'Polygon' as const,
        coordinates: [closedRing(rings[i]!)],
      })),
    ),
  );
  files.set(
    'water.geojson',
    geoJson(
      waters(ground.pond.outline).map(({ zh, en, ring }) => ({
        properties: { 名称: zh, 英文名: en },
        type: 'Polygon' as const,
        coordinates: [closedRing(ring)],
      })),
    ),
  );
  for (const [file, lines] of [
    ['rivers', riverLines()],
    ['roads', roadLines()],
  ] as const)
    files.set(
      `${file}.geojson`,
      geoJson(
        lines.map(({ zh, en, class: kind, line }) => ({
          properties: { 名称: zh, 英文名: en, 等级: kind },
          type: 'LineString' as const,
          coordinates: line.map(toDegrees),
        })),
      ),
    );
  files.set(
    'places.geojson',
    geoJson([
      ...TOWNS.map(({ zh, en, at, isSeat }) => ({
        properties: { 名称: zh, 英文名: en, 等级: isSeat ? 'seat' : 'town' },
        type: 'Point' as const,
        coordinates: toDegrees(at),
      })),
      ...FIELDS.filter(({ type }) => type !== 'tailings' && type !== 'exploration').map(({ zh, en, at }) => ({
        properties: { 名称: zh, 英文名: en, 等级: 'field' },
        type: 'Point' as const,
        coordinates: toDegrees(at),
      })),
    ]),
  );
  files.set('relief.tif', reliefTiff(height));
  files.set('矿山台账.csv', registerTable(mines));
  files.set(
    '矿山沿革.csv',
    csv(
      ['矿山编号', '起始日期', '状态', '安全等级'],
      mines.flatMap(({ id, history }) =>
        history.map(({ from, state, grade }): CsvCell[] => [id, from, STATE_WORDS[state], grade]),
      ),
    ),
  );
  files.set(
    '履职事项.csv',
    csv(
      ['矿山编号', '事项', '事件', '值'],
      mines.flatMap((mine) =>
        mineFacts(mine, seed).map(({ fact, event, value }): CsvCell[] => [
          mine.id,
          fact ?? null,
          event ?? null,
          typeof value === 'boolean' ? yesNo(value) : value,
        ]),
      ),
    ),
  );
  files.set(
    '灾害等级.csv',
    csv(
      ['矿山编号', '灾害类别', '等级'],
      mines.flatMap((mine) =>
        disasterGrades(mine, seed).map(({ kind, grade }): CsvCell[] => [mine.id, kind, RISK_WORDS[grade]]),
      ),
    ),
  );
  files.set(
    '采矿权.geojson',
    geoJson(
      mines.flatMap(({ id, right }) =>
        right
          ? [
              {
                properties: {
                  矿山编号: id,
                  许可证号: right.id,
                  下限标高: right.lower,
                  上限标高: right.upper,
                  有效期至: right.validUntil,
                },
                type: 'Polygon' as const,
                coordinates: [closedRing(right.ring)],
              },
            ]
          : [],
      ),
    ),
  );
  files.set('井下要素.geojson', features3(features));
  for (const { file, headers, rows } of countySites(
    seed,
    mines,
    rings,
    (at) => easting(at[0], 1),
    (at) => northing(at[1], 1),
    height,
  ))
    files.set(file, csv(headers, rows, file.includes('排土场') ? 'gb18030' : 'utf-8-bom'));
  const ledger = countyHazards(seed, mines, features);
  files.set('hazards.json', oneALine(ledger));
  files.set('major-hazards.json', oneALine(countyMajors(seed, mines, hiddenOfMines(ledger))));
  files.set('SOURCE.md', encode(sourceNote(seed, files), 'utf-8'));
  return files;
};

const oneALine = (list: readonly unknown[]): Uint8Array =>
  encode(`[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`, 'utf-8');

const sourceNote = (seed: number, files: Files): string => `# Yunxiu county 云岫县: synthetic

**Synthetic. No such county, no such mines, no such people.** Nothing here was measured; do not plan by it.
**合成数据。** 云岫县及其矿山、企业、人员、隐患均属虚构，坐标只是借用的位置，与该处真实地物无关。

Written by \`node data/generator/county/write-county.ts --seed ${seed}\` (Apache-2.0, as the repository); the same seed gives the same
bytes. county.yaml is written by hand. The two mines with bundles (data/qingshi-iron, data/baiyun-limestone) lie in it, on one
relief. Unknown cells are empty on purpose.

GeoJSON is WGS 84 degrees, boundary-gcj02.geojson the same border in GCJ-02. Tables write X = north and Y = east of EPSG:4527.
Heights are metres on the 1985 datum.

${[...files].map(([path, bytes]) => `- ${path} (${bytes.length} bytes)`).join('\n')}
`;

export const writeCounty = (seed: number, out: string): number => {
  let total = 0;
  for (const [path, bytes] of countyFiles(seed)) {
    const target = join(out, FOLDER, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    total += bytes.length;
  }
  const manifest = join(DATA, FOLDER, 'county.yaml');
  if (resolve(out) !== DATA && existsSync(manifest)) copyFileSync(manifest, join(out, FOLDER, 'county.yaml'));
  return total;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(COUNTY_SEED) },
      out: { type: 'string', default: DATA },
    },
  });
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) {
    console.error(`--seed wants a whole number, not "${values.seed}"`);
    process.exit(2);
  }
  console.log(`${writeCounty(seed, values.out)} bytes written to ${values.out}`);
}
