import { cavitySolids, softInterlayerSheet } from './bodies.ts';
import { baiyunHoles } from './boreholes.ts';
import { type Geology, SOFT_INTERLAYER_THICKNESS } from './geology.ts';
import { addBaiyunLive } from './live-baiyun.ts';
import { type Plan, TILE } from './place.ts';
import { baiyunPlaces, placesCsv } from './places.ts';
import { rightFile } from './qingshi.ts';
import { boreholeFiles, type Files, recordsCsv } from './tables.ts';
import { CELL } from './terrain.ts';
import { pitSump } from './water.ts';
import { geoTiff } from './write-geotiff.ts';
import { geoJson, obj } from './write-text.ts';

/** Everything the open-pit limestone mine's folder holds, by path. */

const RIGHT: readonly Plan[] = [
  [5300, 1480],
  [5640, 1420],
  [6180, 1440],
  [6560, 1700],
  [6640, 2140],
  [6500, 2460],
  [6020, 2560],
  [5480, 2480],
  [5290, 2080],
];

export const baiyunFiles = (geology: Geology, seed: number): Files => {
  const files: Files = new Map();
  boreholeFiles(files, baiyunHoles(geology, seed), 'csv');
  const voids = cavitySolids(geology, ([x]) => x >= TILE);
  const [underFloor, inWall] = [voids.filter((v) => v.name === 'K6'), voids.filter((v) => v.name === 'K7')];
  files.set('goafs/岩溶采空区.obj', obj(underFloor.map((mesh) => ({ ...mesh, name: 'KG-01' }))));
  files.set(
    'goafs/岩溶采空区.csv',
    recordsCsv(
      [
        {
          编号: 'KG-01',
          名称: '坑底下老岩溶采空区',
          形成年份: 1976,
          充填状态: '未充填',
          积水水位: 105.5,
          查明手段: '钻探+声呐扫描',
        },
      ],
      'gb18030',
    ),
  );
  files.set('geology/溶洞.obj', obj(inWall));
  files.set('geology/软弱夹层.obj', obj([softInterlayerSheet(geology)], 2));
  files.set(
    'geology/软弱夹层.csv',
    recordsCsv(
      [{ 编号: 'SI-1', 名称: '泥灰岩软弱夹层', 厚度: SOFT_INTERLAYER_THICKNESS, 内摩擦角: 16.5, 黏聚力: 18 }],
      'utf-8-bom',
    ),
  );
  files.set('water/集水坑.geojson', geoJson([pitSump(geology)]));
  const places = baiyunPlaces(geology);
  files.set('places.csv', placesCsv(places));
  addBaiyunLive(files, geology, seed, places);
  files.set(
    'mining-right.geojson',
    rightFile(RIGHT, 'C-BY-2021-0002', '白云石灰岩矿采矿权', { upper: 400, lower: 120 }),
  );
  files.set('terrain.tif', geoTiff(geology.ground.grid, TILE / CELL, (2 * TILE) / CELL));
  return files;
};
