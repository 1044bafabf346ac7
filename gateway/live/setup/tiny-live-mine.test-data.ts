import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { enu } from '../../../domain/frame/coordinates.ts';
import { metres } from '../../../domain/units/quantities.ts';
import { buildNetwork } from '../../../domain/workings/network.ts';

/** A bundle with two roadways that cross and two places, and a live.yaml with one of everything, in a new folder. */

const CATALOG: Catalog = {
  format: 'hyalite-bundle/1',
  mineId: 'tiny',
  revision: 'r1',
  name: { zh: '小矿', en: 'Tiny mine' },
  type: 'underground-metal',
  state: 'producing',
  provenance: 'synthetic',
  survey: {
    crs: 'EPSG:4527',
    crsName: 'CGCS2000 / 3-degree Gauss-Kruger zone 39',
    proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
    units: 'metre',
    axes: 'x-north-y-east',
    verticalDatum: '1985',
    geoidSeparation: { metres: -8.4, source: 'manifest' },
  },
  frame: {
    origin: { longitude: 117.154, latitude: 35.319, ellipsoidHeight: -88.4 },
    enuToEcef: new Array(16).fill(0),
  },
  extent: { min: [0, 0, 0], max: [1, 1, 1] },
  layers: [],
  sources: [],
  findings: [],
  network: { file: 'network.json', nodes: 5, edges: 4, components: 1, length: 400 },
  places: { file: 'places.geojson', count: 2 },
};

const way = (id: string, from: readonly [number, number, number], to: readonly [number, number, number]) => ({
  id,
  line: [enu(...from), enu(0, 0, 0), enu(...to)],
  type: 'drift',
  width: 4,
  height: 3.8,
});

export const TINY_NETWORK = buildNetwork(
  [way('R-1', [-100, 0, 0], [100, 0, 0]), way('R-2', [0, -100, 0], [0, 100, 0])],
  metres(0.05),
);

const place = (id: string, at: readonly number[]) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [117, 35, 0] },
  properties: { id, name: id, type: 'key-place', source: 'places', enu: at, elevation: 0, attributes: {} },
});

const name = (text: string) => `{ zh: ${text}, en: ${text} }`;

export const TINY_LIVE_YAML = `hyalite-live: 1
mine: tiny
county: yunxiu
provenance: synthetic
rules: rules.yaml
people: { file: people.csv }
vehicles: { file: vehicles.csv }
gateways:
  - { id: GW-1, name: ${name('网关')} }
devices:
  - { id: JZ-1, kind: reader, name: ${name('读卡站')}, place: P-1, range: 80 }
  - { id: CAM-1, kind: camera, name: ${name('摄像机')}, place: P-2, azimuth: 90, tilt: -10, hfov: 80, vfov: 50, range: 60 }
  - { id: W-1, kind: water, name: ${name('水仓')}, e: 39513700.5, n: 3910000.25, h: -50 }
workPlaces:
  - { id: WP-1, name: ${name('采场')}, place: P-1, radius: 20 }
keyPlaces:
  - { id: KP-1, name: ${name('泵房')}, kind: pump-room, place: P-2 }
restrictedZones:
  - { id: Z-1, name: ${name('老巷')}, roadways: [R-2], allowedTeams: [通风队] }
shifts:
  - { id: 早班, start: "00:00", end: "08:00" }
thresholds:
  - { id: TH-1, metric: water.level, devices: [W-1], op: ">=", value: -49, unit: m, jurisdiction: 本矿, clause: 演示, status: 演示设定 }
`;

export const TINY_RULES = `hyalite-rules: 1
county: yunxiu
rules: []
`;
export const TINY_PEOPLE =
  '标签,姓名,班组,工种,班次\r\nT-1,甲一,通风队,通风工,早班\r\nT-2,乙二,采矿一队,,\r\n';
export const TINY_VEHICLES = '标签,名称,班组,类型\nV-1,1号铲运机,运输队,铲运机\n';

/** @returns the folders for loadLiveMine; `change` replaces files by name before they are written (null: left out) */
export const writeTinyLiveMine = async (
  change: Readonly<Record<string, string | Uint8Array | null>> = {},
): Promise<{ root: string; liveFolder: string; bundleFolder: string }> => {
  const root = await mkdtemp(join(tmpdir(), 'hyalite-live-'));
  const [liveFolder, bundleFolder] = [join(root, 'live', 'tiny'), join(root, 'bundles', 'tiny')];
  await mkdir(liveFolder, { recursive: true });
  await mkdir(bundleFolder, { recursive: true });
  const write = async (folder: string, file: string, content: string) => {
    const wanted = file in change ? change[file] : content;
    if (wanted != null) await writeFile(join(folder, file), wanted);
  };
  await write(liveFolder, 'live.yaml', TINY_LIVE_YAML);
  await write(liveFolder, 'rules.yaml', TINY_RULES);
  await write(liveFolder, 'people.csv', TINY_PEOPLE);
  await write(liveFolder, 'vehicles.csv', TINY_VEHICLES);
  await write(bundleFolder, 'catalog.json', JSON.stringify(CATALOG));
  await write(bundleFolder, 'network.json', JSON.stringify(TINY_NETWORK));
  const places = {
    type: 'FeatureCollection',
    features: [place('P-1', [50, 0, 0]), place('P-2', [0, 50, 2])],
  };
  await write(bundleFolder, 'places.geojson', JSON.stringify(places));
  return { root, liveFolder, bundleFolder };
};
