import { cavitySolids, faultSheet, ORE_PARTS, oreSolid } from './bodies.ts';
import { qingshiHoles } from './boreholes.ts';
import type { Geology } from './geology.ts';
import { goafPolygon, STOPES, stopeSolid } from './goafs.ts';
import { hazardFiles } from './hazard-areas.ts';
import { addHoleSamples } from './hole-samples.ts';
import { addQingshiLive } from './live-qingshi.ts';
import { fromStrike, type Plan, TILE } from './place.ts';
import { placesCsv, qingshiPlaces } from './places.ts';
import { ROADWAY_TYPES } from './roadway.ts';
import { boreholeFiles, type Files, goafRecord, recordsCsv } from './tables.ts';
import { CELL } from './terrain.ts';
import { gravelAquifer, pondFeature, riverReaches, waterTableSheet } from './water.ts';
import { makeWorkings } from './workings.ts';
import { geoTiff } from './write-geotiff.ts';
import { csv, easting, geoJson, northing, obj } from './write-text.ts';

/** Everything the underground iron mine's folder holds, by path. */

/** Corners of the mining right in strike coordinates, and its heights. */
const RIGHT: readonly (readonly [number, number])[] = [
  [-790, -470],
  [-610, -490],
  [-90, -430],
  [610, -400],
  [870, -130],
  [840, 250],
  [240, 380],
  [-420, 350],
  [-780, 150],
];
export const QINGSHI_RIGHT = { upper: 100, lower: -340 } as const;

export const qingshiFiles = (geology: Geology, seed: number): Files => {
  const files: Files = new Map();
  const workings = makeWorkings(geology);
  const holes = qingshiHoles(geology, seed);
  boreholeFiles(files, holes, 'xlsx');
  addHoleSamples(files, geology, holes, seed);

  const of = (form: string) => STOPES.filter((plan) => plan.form === form);
  files.set('goafs/实测采空区.obj', obj(of('scanned').map((plan) => stopeSolid(geology, seed, plan))));
  files.set(
    'goafs/实测采空区.csv',
    recordsCsv(
      of('scanned').map((plan) => goafRecord(plan, null)),
      'gb18030',
    ),
  );
  for (const [form, file] of [
    ['surveyed', '采空区平面'],
    ['geophysics', '物探推断采空区'],
  ] as const)
    files.set(
      `goafs/${file}.geojson`,
      geoJson(
        of(form)
          .map((plan) => goafPolygon(geology, seed, plan))
          .map(({ plan, ring, thickness }) => ({
            properties: goafRecord(plan, thickness),
            geometry: { type: 'Polygon', ring },
          })),
      ),
    );
  files.set('workings/采场.obj', obj(of('active').map((plan) => stopeSolid(geology, seed, plan))));
  files.set(
    'workings/采场.csv',
    recordsCsv(
      of('active').map((plan) => ({
        编号: plan.id,
        名称: goafRecord(plan, null)['名称']!,
        中段: goafRecord(plan, null)['中段']!,
        采矿方法: '分段空场嗣后充填',
        联络道: accessOf(plan.id, plan.panel, plan.slot),
      })),
      'utf-8-bom',
    ),
  );

  files.set(
    'workings/巷道.geojson',
    geoJson(
      workings.roadways.map((way) => ({
        properties: {
          编号: way.id,
          名称: way.name,
          类型: ROADWAY_TYPES[way.type],
          中段: way.level,
          支护: way.support,
          竣工年份: way.year,
        },
        geometry: { type: 'LineString', line: way.line },
      })),
    ),
  );
  files.set(
    'workings/计划掘进.geojson',
    geoJson(
      workings.planned.map((way) => ({
        properties: {
          编号: way.id,
          名称: way.name,
          类型: '计划掘进',
          开工: way.start,
          完工: way.end,
          目的: way.purpose,
        },
        geometry: { type: 'LineString', line: way.line },
      })),
    ),
  );
  files.set(
    'workings/井筒.csv',
    csv(
      [
        '井筒编号',
        '井筒名称',
        'X',
        'Y',
        '井口标高',
        '井底标高',
        '净直径',
        '用途',
        '状态',
        '建成年份',
        '查明手段',
      ],
      workings.shafts.map((s) => [
        s.id,
        s.name,
        northing(s.at[1]),
        easting(s.at[0]),
        s.top.toFixed(3),
        s.bottom.toFixed(1),
        s.diameter,
        s.use,
        s.state,
        s.year,
        s.state === '在用' ? '实测' : '老图调访',
      ]),
      'gb18030',
    ),
  );
  hazardFiles(files);
  const places = qingshiPlaces(workings, geology);
  files.set('workings/重要部位.csv', placesCsv(places));
  addQingshiLive(files, workings, places);

  files.set('geology/矿体.obj', obj(ORE_PARTS.map((part) => oreSolid(geology, part))));
  files.set(
    'geology/矿体.csv',
    recordsCsv(
      ORE_PARTS.map((part) => ({
        编号: part.id,
        名称: `${part.lens}号矿体${part.block}段`,
        全铁品位: part.grade,
        断块: part.block,
      })),
      'utf-8-bom',
    ),
  );
  files.set('geology/断层.obj', obj(geology.faults.map((fault) => faultSheet(geology, fault))));
  files.set(
    'geology/断层.csv',
    recordsCsv(
      [
        {
          编号: 'F1',
          名称: 'F1正断层',
          断距: 30,
          倾角: 70,
          倾向: 28,
          导水性: 'conductive',
          查明手段: '钻探+物探',
        },
        { 编号: 'F2', 名称: 'F2正断层', 断距: 36, 倾角: 66, 倾向: 232, 导水性: 'unknown', 查明手段: '物探' },
      ],
      'utf-8-bom',
    ),
  );
  const cavities = cavitySolids(geology, ([x]) => x < TILE);
  files.set('geology/溶洞.obj', obj(cavities));
  files.set(
    'geology/溶洞.csv',
    recordsCsv(
      geology.cavities
        .filter((c) => c.centre[0] < TILE)
        .map((c, i) => ({
          编号: c.id,
          名称: `${c.id}溶洞`,
          充填: c.level === null ? 'dry' : 'water',
          水位: c.level,
          查明手段: i % 2 === 0 ? '钻探+物探' : '物探',
        })),
      'utf-8-bom',
    ),
  );
  files.set('water/地表水.geojson', geoJson([...riverReaches(), pondFeature(geology)]));
  files.set('water/含水层.obj', obj([{ name: 'Q-AQ1', ...gravelAquifer(geology) }], 2));
  files.set(
    'water/含水层.csv',
    recordsCsv(
      [{ 编号: 'Q-AQ1', 名称: '第四系砂砾石孔隙含水层', 类型: 'aquifer', 渗透系数: 18.5, 查明手段: '钻探' }],
      'utf-8-bom',
    ),
  );
  files.set('water/潜水面.obj', obj([{ name: 'WT-2025', ...waterTableSheet(geology) }], 2));
  files.set(
    'mining-right.geojson',
    rightFile(
      RIGHT.map(([s, t]) => fromStrike(s, t)),
      'C-QS-2019-0001',
      '青石铁矿采矿权',
      QINGSHI_RIGHT,
    ),
  );
  files.set('terrain.tif', geoTiff(geology.ground.grid, 0, TILE / CELL));
  return files;
};

const accessOf = (id: string, panel: string, slot: number): string =>
  `F${panel === 'B' ? 88 : panel === 'C' ? 148 : id}-JL${String(slot + 1).padStart(2, '0')}`;

export const rightFile = (
  corners: readonly Plan[],
  id: string,
  name: string,
  heights: { upper: number; lower: number },
): Uint8Array =>
  geoJson([
    {
      properties: {
        许可证号: id,
        名称: name,
        上限标高: heights.upper,
        下限标高: heights.lower,
        有效期至: '2034-12-31',
      },
      geometry: { type: 'Polygon', ring: [...corners, corners[0]!] },
    },
  ]);
