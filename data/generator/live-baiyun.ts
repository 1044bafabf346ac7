import type { Geology } from './geology.ts';
import { type Crew, peopleCsv, SHIFTS, times, vehiclesCsv } from './live-people.ts';
import { DEMO_SETTING, gridAzimuth, type LiveYaml, liveYaml, surveyKeys } from './live-yaml.ts';
import { DUMP, haulRoad, PIT } from './open-pit.ts';
import { distance, type Plan, toMillimetre, type Vec3 } from './place.ts';
import type { Place } from './places.ts';
import { gradientNoise } from './random.ts';
import type { Files } from './tables.ts';
import { geoJson } from './write-text.ts';

/** The live side of the open-pit limestone mine: slopes, rain, sump, trucks. */

type Item<K extends keyof LiveYaml> = NonNullable<LiveYaml[K]> extends readonly (infer T)[] ? T : never;
type Device = Item<'devices'>;

/** Lower limit of the mining right: to this height the walls are designed. */
const DESIGN_FLOOR = 120;

const CREWS: readonly Crew[] = [
  { team: '采剥队', roles: ['班长', ...times(2, '挖掘机司机'), '穿孔工'] },
  { team: '边坡巡查组', roles: times(2, '巡查员') },
  { team: '地面', roles: ['调度员', '水泵工'] },
];

const VEHICLES = [
  ...[1, 2, 3, 4, 5, 6].map((nth) => [`${nth}号矿用卡车`, '采剥队', '矿用卡车'] as const),
  ['1号挖掘机', '采剥队', '挖掘机'],
  ['2号挖掘机', '采剥队', '挖掘机'],
  ['洒水车', '采剥队', '洒水车'],
] as const;

/** Angle of each line of stations from the pit's centre (places.ts) and of the walls without any. */
const WALLS = [
  { id: 'PD-1', angle: 0.05, line: 1, name: { zh: '东帮边坡', en: 'East wall' } },
  { id: 'PD-2', angle: 0.35, line: 2, name: { zh: '东北帮南段边坡', en: 'North-east wall, south part' } },
  { id: 'PD-3', angle: 0.75, line: 3, name: { zh: '东北帮北段边坡', en: 'North-east wall, north part' } },
  { id: 'PD-4', angle: 1.25, line: 4, name: { zh: '北帮边坡', en: 'North wall' } },
  { id: 'PD-5', angle: -1.0, line: null, name: { zh: '南帮边坡', en: 'South wall' } },
  { id: 'PD-6', angle: 3.1, line: null, name: { zh: '西帮边坡', en: 'West wall' } },
] as const;
const HALF_WIDTH = 0.13;
const RAY_STEP = 2;

export const addBaiyunLive = (
  files: Files,
  geology: Geology,
  seed: number,
  places: readonly Place[],
): void => {
  const { ground } = geology;
  const at = ([x, y]: Plan): Vec3 => [x, y, ground.height(x, y)];
  const ray = (angle: number, r: number): Vec3 =>
    at([PIT.centre[0] + r * Math.cos(angle), PIT.centre[1] + r * Math.sin(angle)]);
  /** Toe and crest of the wall along a ray: the last point on the pit floor, and the first on ground never dug. */
  const wallAt = (angle: number): { toe: Vec3; crest: Vec3 } => {
    let r = 40;
    while (ray(angle, r)[2] < PIT.floor + 3) r += RAY_STEP;
    const toe = ray(angle, r - RAY_STEP);
    while (r < 700) {
      const p = ray(angle, r);
      if (Math.abs(p[2] - ground.natural(p[0], p[1])) < 0.05) break;
      r += RAY_STEP;
    }
    return { toe, crest: ray(angle, r) };
  };
  const heightAt = (angle: number): { current: number; design: number } => {
    const { crest } = wallAt(angle);
    return { current: Math.round(crest[2] - PIT.floor), design: Math.round(crest[2] - DESIGN_FLOOR) };
  };
  const outline = (angle: number): [number, number, number][] => {
    const angles = [-HALF_WIDTH, 0, HALF_WIDTH].map((turn) => angle + turn);
    const ring = [...angles.map((a) => wallAt(a).toe), ...angles.reverse().map((a) => wallAt(a).crest)];
    return ring.map((p) => {
      const { e, n, h } = surveyKeys(p);
      return [e, n, h];
    });
  };

  const device = (
    id: string,
    kind: Device['kind'],
    zh: string,
    en: string,
    where: Partial<Device>,
  ): Device => ({ id, kind, name: { zh, en }, ...where });
  const stations = places.filter(({ type }) => type === 'slope-station');
  const cameras = places.filter(({ type }) => type === 'camera');
  const crackAt = wallAt(WALLS[0].angle).crest;
  const devices: Device[] = [
    ...stations.map(({ id, name }) =>
      device(id, 'slope', name, `Slope station ${name.replace('边坡监测点', '')}`, {
        place: id,
        gateway: 'GW-BP',
      }),
    ),
    device('YL-01', 'slope', '雨量站', 'Rain gauge', { place: 'YL-01', gateway: 'GW-BP' }),
    device('LF-01', 'slope', '东帮坡顶裂缝计', 'Crack gauge, east crest', {
      ...surveyKeys(crackAt),
      gateway: 'GW-BP',
    }),
    ...cameras.map(({ id, name, at: where }, i) =>
      device(id, 'camera', name, `Pit camera ${i + 1}`, {
        place: id,
        gateway: 'GW-CK',
        azimuth: gridAzimuth(where, id === 'SXT-5' ? DUMP.centre : PIT.centre),
        ...{ tilt: -15, hfov: 80, vfov: 50, range: 600 },
        ...(i < 2 ? { stream: { type: 'hls', address: `/streams/demo/by-sxt-${i + 1}/index.m3u8` } } : {}),
      }),
    ),
    device('SW-01', 'water', '坑底集水坑水位', 'Pit sump level', {
      ...surveyKeys([...PIT.sump.centre, PIT.sump.level]),
      gateway: 'GW-CK',
    }),
    device('SB-01', 'pump', '集水坑排水泵', 'Sump pump', { place: 'ZD-01', gateway: 'GW-CK' }),
  ];

  const road = haulRoad(ground.natural, gradientNoise(seed + 21));
  /** A line over the ground with a vertex every 10 m. */
  const overGround = (...corners: readonly Plan[]): Vec3[] => {
    const line: Vec3[] = [];
    corners.slice(1).forEach((b, i) => {
      const a = corners[i]!;
      const steps = Math.max(1, Math.round(Math.hypot(b[0] - a[0], b[1] - a[1]) / 10));
      for (let k = line.length ? 1 : 0; k <= steps; k++)
        line.push(at([a[0] + ((b[0] - a[0]) * k) / steps, a[1] + ((b[1] - a[1]) * k) / steps]));
    });
    return line;
  };
  const plan = ([x, y]: readonly number[]): Plan => [toMillimetre(x!), toMillimetre(y!)];
  const thinned = road.filter((_, i) => i % 2 === 0 || i === road.length - 1).map(plan);
  const [bottom, top] = [thinned[0]!, thinned.at(-1)!];
  const place = (id: string): Plan => plan(places.find((each) => each.id === id)!.at);
  const loadingA: Plan = [PIT.centre[0] + 120, PIT.centre[1] + 40];
  const loadingB: Plan = [PIT.centre[0] - 60, PIT.centre[1] + 50];
  const crest = WALLS.filter(({ line }) => line !== null).map(({ angle }) => plan(wallAt(angle).crest));
  const ways: readonly (readonly [id: string, name: string, type: string, line: readonly Vec3[]])[] = [
    ['YS-1', '出入沟运输道路', 'haul-road', thinned.map(at)],
    ['YS-2', '坑底东装载点道路', 'haul-road', overGround(bottom, loadingA)],
    ['YS-3', '坑底西装载点道路', 'haul-road', overGround(bottom, loadingB)],
    ['YS-4', '破碎站道路', 'haul-road', overGround(top, place('ZD-02'))],
    ['YS-5', '集水坑便道', 'path', overGround(bottom, place('ZD-01'))],
    ['XC-1', '坡顶巡查路', 'path', overGround(place('ZD-02'), ...[...crest].reverse())],
  ];
  files.set(
    'live/ways.geojson',
    geoJson(
      ways.map(([id, name, type, line]) => ({
        properties: { 编号: id, 名称: name, 类型: type },
        geometry: { type: 'LineString', line: line.map((p): Vec3 => [p[0], p[1], toMillimetre(p[2])]) },
      })),
    ),
  );

  const work = (id: string, zh: string, en: string, where: object, main = false) => ({
    ...{ id, name: { zh, en } },
    ...where,
    ...{ radius: 40, main },
  });
  files.set(
    'live.yaml',
    liveYaml({
      'hyalite-live': 1,
      mine: 'baiyun-limestone',
      county: 'yunxiu',
      provenance: 'synthetic',
      timeZone: '+08:00',
      rules: '../rules/yunxiu.yaml',
      people: { file: 'live/people.csv' },
      vehicles: { file: 'live/vehicles.csv' },
      gateways: [
        { id: 'GW-BP', name: { zh: '边坡监测网关', en: 'Slope gateway' } },
        { id: 'GW-CK', name: { zh: '采坑网关', en: 'Pit gateway' } },
      ],
      devices,
      workPlaces: [
        work('PS', '破碎站', 'Crusher', { place: 'ZD-02' }, true),
        work('ZZ-A', '坑底东装载点', 'East loading point', surveyKeys(at(loadingA)), true),
        work('ZZ-B', '坑底西装载点', 'West loading point', surveyKeys(at(loadingB)), true),
        work('BF', '坑底集水坑泵站', 'Sump pump station', { place: 'ZD-01' }),
        work('XC', '东帮坡顶巡查点', 'Crest inspection point', surveyKeys(crackAt)),
      ],
      shifts: [...SHIFTS],
      settings: {
        overstayMinutes: 600,
        notOutMinutes: 60,
        stillMinutes: 30,
        deviceSilentMinutes: 5,
        aloneMetres: 100,
        source: '演示设定（虚构矿山，不作依据）',
      },
      thresholds: [
        {
          ...{ id: 'BP-SPEED', metric: 'slope.speed-24h', op: '>=' as const, value: 5, unit: 'mm/d' },
          ...{ hysteresis: 1, warning: 'yellow' as const, ...DEMO_SETTING },
        },
        {
          ...{ id: 'JSK-LEVEL', metric: 'water.level', devices: ['SW-01'], op: '>=' as const, value: 139 },
          ...{ unit: 'm', hysteresis: 0.1, warning: 'blue' as const, ...DEMO_SETTING },
        },
      ],
      slopes: [
        ...WALLS.map(({ id, angle, line, name }) => {
          const { current, design } = heightAt(angle);
          const own =
            line === null ? [] : stations.filter((s) => s.id.startsWith(`BP-${line}`)).map((s) => s.id);
          return {
            ...{ id, name, designHeight: design, currentHeight: current, stations: own },
            ...(line === null ? {} : { rain: 'YL-01' }),
            outline: outline(angle),
          };
        }),
        {
          id: 'PTC-1',
          kind: 'waste-dump' as const,
          name: { zh: '排土场边坡', en: 'Waste dump' },
          currentHeight: DUMP.lift * DUMP.lifts,
          outline: [],
        },
      ],
    }),
  );
  files.set('live/people.csv', peopleCsv(CREWS, 'BY-'));
  files.set('live/vehicles.csv', vehiclesCsv(VEHICLES, 'BYV-'));
  if (distance(at(bottom), at(top)) < 100) throw new Error('the haul road is shorter than the pit is deep');
};
