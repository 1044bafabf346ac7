import type { LiveManifest } from '../../domain/contracts/live/live-manifest.ts';
import { liveManifestSchema } from '../../domain/contracts/live/live-manifest.ts';
import type { LiveSetup } from '../../domain/contracts/live/setup.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { createMineFrame } from '../../domain/frame/mine-frame.ts';
import { createSurveySystem } from '../../domain/frame/survey-system.ts';
import { degrees, metres } from '../../domain/units/quantities.ts';
import { buildNetwork } from '../../domain/workings/network.ts';
import type { SimulatedMine, Vec3 } from './simulated-mine.ts';

/** A mine of two levels with a shaft, a ramp, a raise and a closed roadway, and one of everything that reports. */

const name = (text: string) => ({ zh: text, en: text });
const way = (id: string, type: string, ...points: readonly Vec3[]) => ({
  id,
  type,
  line: points.map((p) => enu(...p)),
  width: 4,
  height: 3.8,
});

const NETWORK = buildNetwork(
  [
    way('L1', 'drift', [0, 0, -100], [200, 0, -100], [400, 50, -100], [600, 50, -99]),
    way('L2', 'drift', [0, 0, -160], [200, -20, -160], [500, 0, -159]),
    way(
      'RAMP',
      'ramp',
      [-150, 400, 0],
      [100, 400, -37],
      [300, 250, -75],
      [400, 50, -100],
      [700, -100, -145],
      [500, 0, -159],
    ),
    way('RAISE', 'raise', [200, 0, -100], [200, -20, -160]),
    way('CLOSED', 'drift', [600, 50, -99], [700, 60, -99]),
  ],
  metres(0.05),
);

const SHIFTS = [
  { id: 'A', start: '00:00', end: '08:00' },
  { id: 'B', start: '08:00', end: '16:00' },
  { id: 'C', start: '16:00', end: '00:00' },
];
const DEVICES: LiveSetup['devices'] = [
  { id: 'R-1', kind: 'reader', name: name('r'), enu: [100, 0, -98], range: 350 },
  { id: 'R-2', kind: 'reader', name: name('r'), enu: [500, 50, -98], range: 350 },
  { id: 'R-3', kind: 'reader', name: name('r'), enu: [300, 0, -158], range: 400 },
  { id: 'R-4', kind: 'reader', name: name('r'), enu: [100, 350, -30], range: 350 },
  { id: 'R-5', kind: 'reader', name: name('r'), enu: [20, 30, 0], range: 350 },
  { id: 'CAM-1', kind: 'camera', name: name('c'), enu: [560, 50, -97], range: 60 },
  { id: 'CAM-2', kind: 'camera', name: name('c'), enu: [10, 0, -98], range: 60 },
  { id: 'HOIST', kind: 'hoist', name: name('h'), enu: [0, 0, 0] },
  { id: 'SUMP', kind: 'water', name: name('w'), enu: [20, 0, -164] },
  { id: 'HOLE', kind: 'water', name: name('w'), enu: [600, 50, -99] },
  { id: 'PUMP', kind: 'pump', name: name('p'), enu: [10, 0, -160] },
  { id: 'AIR', kind: 'air', name: name('a'), enu: [500, 0, -157] },
  { id: 'POWER', kind: 'power', name: name('e'), enu: [5, 0, -160] },
  { id: 'BELT', kind: 'belt', name: name('b'), enu: [100, 0, -160] },
  { id: 'SEAL', kind: 'seal', name: name('s'), enu: [650, 55, -97] },
  { id: 'S-1', kind: 'slope', name: name('s'), enu: [-300, 0, 10] },
  { id: 'S-2', kind: 'slope', name: name('s'), enu: [-400, 0, 60] },
  { id: 'S-3', kind: 'slope', name: name('s'), enu: [-300, 300, 10] },
  { id: 'RAIN', kind: 'slope', name: name('s'), enu: [-350, 0, 60] },
  { id: 'CRACK', kind: 'slope', name: name('s'), enu: [-400, 10, 60] },
];
const placed = (id: string, at: Vec3) => ({ id, name: name(id), enu: [...at] as [number, number, number] });

const SETUP: LiveSetup = {
  mine: 'test-mine',
  provenance: 'synthetic',
  timeZone: '+08:00',
  presence: { staleAfter: 10, lostAfter: 60, readerSilentAfter: 30 },
  devices: DEVICES,
  workPlaces: [
    { ...placed('W-1', [590, 50, -99.05]), radius: 30, main: true },
    { ...placed('W-2', [450, -3.3, -159.2]), radius: 30, main: true },
    { ...placed('LAMPS', [30, 40, 0]), radius: 20, main: false },
  ],
  keyPlaces: [
    { ...placed('ST-1', [0, 0, -100]), kind: 'shaft-station', radius: 5 },
    { ...placed('ST-2', [0, 0, -160]), kind: 'shaft-station', radius: 5 },
    { ...placed('PUMPS', [10, -1, -160]), kind: 'pump-room', radius: 5 },
  ],
  restrictedZones: [{ id: 'Z', name: name('Z'), enu: null, radius: null, roadways: ['CLOSED'] }],
  shifts: SHIFTS,
  thresholds: [],
  slopes: [
    { id: 'SL-1', name: name('SL'), kind: 'slope', stations: ['S-1', 'S-2'], rain: 'RAIN', outline: [] },
    { id: 'SL-2', name: name('SL'), kind: 'slope', stations: ['S-3'], outline: [] },
  ],
  rules: { 'hyalite-rules': 1, county: 'test', rules: [], cameraCoverage: [], slopeHeights: [] },
};

const MANIFEST: LiveManifest = liveManifestSchema.parse({
  'hyalite-live': 1,
  mine: 'test-mine',
  county: 'test',
  provenance: 'synthetic',
  rules: 'rules.yaml',
  gateways: [
    { id: 'GW-1', name: name('1') },
    { id: 'GW-2', name: name('2') },
  ],
  restrictedZones: [{ id: 'Z', name: name('Z'), roadways: ['CLOSED'], allowedTeams: ['safety'] }],
  shifts: SHIFTS,
});

const ROLES = ['凿岩工', '安全员', '水泵工', '班长', '铲装工', '支护工'];

export const testMine = (people = 30): SimulatedMine => ({
  manifest: MANIFEST,
  setup: SETUP,
  network: NETWORK,
  people: Array.from({ length: people }, (_, i) => ({
    tag: `P-${i + 1}`,
    team: i % 10 === 9 ? '地面' : `T${i % 3}`,
    role: ROLES[i % ROLES.length]!,
    shift: SHIFTS[i % 3]!.id,
  })),
  vehicles: [
    { tag: 'V-1', type: '铲运机' },
    { tag: 'V-2', type: '井下卡车' },
    { tag: 'V-3', type: '挖掘机' },
  ],
  frame: createMineFrame({
    survey: createSurveySystem({
      proj: '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=39500000 +y_0=0 +ellps=GRS80 +units=m +no_defs',
      axes: 'x-north-y-east',
      units: 'metre',
    }),
    geoidSeparation: metres(-8.4),
    origin: { longitude: degrees(117.154), latitude: degrees(35.319), ellipsoidHeight: metres(150) },
  }),
});
