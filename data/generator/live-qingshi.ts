import { type Crew, peopleCsv, SHIFTS, times, vehiclesCsv } from './live-people.ts';
import { DEMO_SETTING, gridAzimuth, type LiveYaml, liveYaml, surveyKeys } from './live-yaml.ts';
import type { Vec3 } from './place.ts';
import type { Place } from './places.ts';
import type { Roadway } from './roadway.ts';
import { englishRoadway } from './roadway-names.ts';
import type { Files } from './tables.ts';
import type { Workings } from './workings.ts';

/** The live side of the underground iron mine: who reports from where, and what is asked of it. */

type Item<K extends keyof LiveYaml> = NonNullable<LiveYaml[K]> extends readonly (infer T)[] ? T : never;
type Device = Item<'devices'>;

const CREWS: readonly Crew[] = [
  { team: '采矿一队', roles: ['班长', ...times(4, '凿岩工'), ...times(4, '铲装工'), ...times(3, '支护工')] },
  { team: '采矿二队', roles: ['班长', ...times(4, '凿岩工'), ...times(4, '铲装工'), ...times(3, '支护工')] },
  { team: '掘进队', roles: ['班长', ...times(5, '掘进工'), ...times(2, '支护工'), ...times(2, '探放水工')] },
  { team: '运输队', roles: [...times(4, '皮带工'), ...times(2, '信号工')] },
  { team: '机电队', roles: [...times(2, '水泵工'), ...times(2, '电工'), '维修工'] },
  { team: '通风队', roles: times(3, '通风工') },
  { team: '爆破班', roles: times(2, '爆破员') },
  { team: '安全科', roles: times(2, '安全员') },
  {
    team: '地面',
    roles: ['调度员', '提升机司机', '矿灯管理员', ...times(2, '机修工'), '仓库管理员', '化验员', '司机'],
  },
];

const VEHICLES = [
  ['1号铲运机', '采矿一队', '铲运机'],
  ['2号铲运机', '采矿一队', '铲运机'],
  ['3号铲运机', '采矿二队', '铲运机'],
  ['4号铲运机', '采矿二队', '铲运机'],
  ['1号井下卡车', '运输队', '井下卡车'],
  ['2号井下卡车', '运输队', '井下卡车'],
  ['3号井下卡车', '运输队', '井下卡车'],
  ['4号井下卡车', '运输队', '井下卡车'],
  ['1号人车', '运输队', '人车'],
  ['2号人车', '运输队', '人车'],
  ['1号服务车', '机电队', '服务车'],
  ['炸药运输车', '爆破班', '炸药运输车'],
] as const;

/** Roadway and share of each camera, in the order of places.ts, and where its picture comes from. */
const CAMERAS: readonly (readonly [roadway: string, share: number, en: string, stream?: Device['stream']])[] =
  [
    ['L50-MT', 1, '-50 m shaft station camera', hls('sxt-01')],
    ['L110-MT', 1, '-110 m shaft station camera', hls('sxt-02')],
    ['L170-MT', 1, '-170 m shaft station camera', hls('sxt-03')],
    ['L170-BF', 1, '-170 m pump room camera', hls('sxt-04')],
    ['L170-BD', 1, '-170 m substation camera'],
    ['L170-PD', 1, 'Belt head camera', hls('sxt-06')],
    ['L170-PD', 0, 'Belt tail camera'],
    ['L110-BZ', 1, '-110 m explosives store camera', { type: 'gb28181', address: '34020000001320000008' }],
    ['XPD', 0.04, 'Ramp portal camera', hls('sxt-09')],
    ['XPD', 0.5, 'Ramp camera', { type: 'whep', address: 'sxt-10' }],
    ['L50-FJ', 0.5, '-50 m ventilation crosscut camera'],
    ['L170-FJ', 0.5, '-170 m ventilation crosscut camera'],
    ['F148-FD', 0.5, '-148 m sublevel camera', hls('sxt-13')],
    ['F88-FD', 0.5, '-88 m sublevel camera'],
  ];

function hls(name: string): NonNullable<Device['stream']> {
  return { type: 'hls', address: `/streams/demo/${name}/index.m3u8` };
}

const GATEWAYS = [
  { id: 'GW-L50', name: { zh: '-50m中段网关', en: '-50 m level gateway' } },
  { id: 'GW-L110', name: { zh: '-110m中段网关', en: '-110 m level gateway' } },
  { id: 'GW-L170', name: { zh: '-170m中段网关', en: '-170 m level gateway' } },
  { id: 'GW-FD', name: { zh: '分段网关', en: 'Sublevels gateway' } },
  { id: 'GW-XPD', name: { zh: '斜坡道与地面网关', en: 'Ramp and surface gateway' } },
];

export const addQingshiLive = (files: Files, workings: Workings, places: readonly Place[]): void => {
  const way = (id: string): Roadway => {
    const found = workings.roadways.find((roadway) => roadway.id === id);
    if (!found) throw new Error(`no roadway ${id}`);
    return found;
  };
  const vertex = (id: string, share: number): number => Math.round(share * (way(id).line.length - 1));
  const on = (id: string, share: number, above = 0) => {
    const p = way(id).line[vertex(id, share)]!;
    return surveyKeys([p[0], p[1], p[2] + above]);
  };
  const device = (id: string, kind: Device['kind'], zh: string, en: string, at: Partial<Device>): Device => ({
    id,
    kind,
    name: { zh, en },
    ...at,
  });

  /** Readers hang on the gateway of their level. */
  const gatewayAt = (level: string): string =>
    level === '' ? 'GW-XPD' : ['-50', '-110', '-170'].includes(level) ? `GW-L${level.slice(1)}` : 'GW-FD';
  const levelOf = (name: string): string =>
    workings.roadways.find((roadway) => roadway.name === name)?.level ?? '';
  const readers = places
    .filter(({ type }) => type === 'station')
    .map(({ id, name, on: where }) =>
      device(id, 'reader', name, `Positioning station ${Number(id.slice(3))}`, {
        place: id,
        gateway: gatewayAt(levelOf(where)),
        range: 350,
      }),
    );
  readers.push(
    device('JZ-35', 'reader', '井口矿灯房基站', 'Lamp room station', {
      place: 'ZD-13',
      gateway: 'GW-XPD',
      range: 350,
    }),
  );
  const cameras = CAMERAS.map(([roadway, share, en, stream], i): Device => {
    const { id, name } = places.filter(({ type }) => type === 'camera')[i]!;
    const { line } = way(roadway);
    const at = vertex(roadway, share);
    // At its end a camera looks back into the roadway, elsewhere onward along it.
    const azimuth = gridAzimuth(line[at]!, line[at === line.length - 1 ? at - 1 : at + 1]!);
    const view = { azimuth, tilt: -10, hfov: 80, vfov: 50, range: 60 };
    return device(id, 'camera', name, en, {
      place: id,
      gateway: gatewayAt(way(roadway).level),
      ...view,
      ...(stream ? { stream } : {}),
    });
  });
  const air = (id: string, zh: string, en: string, roadway: string, share: number): Device =>
    device(id, 'air', `${zh}气体与风速`, `Air, ${en}`, {
      ...on(roadway, share, 2.2),
      gateway: gatewayAt(way(roadway).level),
    });
  const shaft = (id: string): Vec3 => {
    const found = workings.shafts.find((row) => row.id === id)!;
    return [...found.at, found.top];
  };
  const headingStart = (id: string) => surveyKeys(workings.planned.find((way) => way.id === id)!.line[0]!);
  const devices: Device[] = [
    ...readers,
    ...cameras,
    air('KQ-01', '-50m风井联络巷', '-50 m ventilation crosscut', 'L50-FJ', 0.8),
    air('KQ-02', '-110m上盘回风巷', '-110 m return airway', 'L110-HF', 0.5),
    air('KQ-03', '-170m上盘回风巷', '-170 m return airway', 'L170-HF', 0.5),
    air('KQ-04', '-88m分段巷', '-88 m sublevel', 'F88-FD', 0.8),
    air('KQ-05', '-130m分段巷', '-130 m sublevel', 'F130-FD', 0.5),
    air('KQ-06', '-148m分段巷', '-148 m sublevel', 'F148-FD', 0.8),
    device('SW-01', 'water', '-170m主水仓水位', 'Main sump level', { place: 'ZD-03', gateway: 'GW-L170' }),
    device('SW-02', 'water', '-170m副水仓水位', 'Second sump level', {
      ...on('L170-SC2', 1),
      gateway: 'GW-L170',
    }),
    device('SW-03', 'water', '-50m西翼探放水孔', 'Probe hole, -50 m west wing', {
      ...headingStart('JH-01'),
      gateway: 'GW-L50',
    }),
    device('DY-01', 'power', '-170m中央变电所', '-170 m substation', { place: 'ZD-02', gateway: 'GW-L170' }),
    device('DY-02', 'power', '地面变电所', 'Surface substation', { place: 'ZD-13', gateway: 'GW-XPD' }),
    device('TS-01', 'hoist', '主井提升机', 'Main shaft hoist', { place: 'CK-ZJ', gateway: 'GW-XPD' }),
    device('SB-01', 'pump', '1号主排水泵', 'Main pump 1', { place: 'ZD-01', gateway: 'GW-L170' }),
    device('SB-02', 'pump', '2号主排水泵', 'Main pump 2', { place: 'ZD-01', gateway: 'GW-L170' }),
    device('SB-03', 'pump', '3号主排水泵（备用）', 'Main pump 3 (spare)', {
      place: 'ZD-01',
      gateway: 'GW-L170',
    }),
    device('PD-01', 'belt', '-170m皮带', '-170 m belt', { place: 'ZD-05', gateway: 'GW-L170' }),
    device('FT-01', 'seal', '1号老井电子封条', 'Seal of old shaft 1', {
      ...surveyKeys(shaft('LJ1')),
      gateway: 'GW-XPD',
    }),
    device('FT-02', 'seal', '2号老井电子封条', 'Seal of old shaft 2', {
      ...surveyKeys(shaft('LJ2')),
      gateway: 'GW-XPD',
    }),
    device('FT-03', 'seal', '-70m老采空区联络道封条', 'Seal, access to the old goaf at -70 m', {
      ...on('F70-JL05', 1),
      gateway: 'GW-FD',
    }),
  ];

  const key = (id: string, kind: Item<'keyPlaces'>['kind'], zh: string, en: string, at: object) => ({
    ...{ id, kind, name: { zh, en } },
    ...at,
  });
  const keyPlaces = [
    key('ZD-01', 'pump-room', '-170m中央水泵房', '-170 m pump room', { place: 'ZD-01' }),
    key('ZD-05', 'belt-head', '皮带机头', 'Belt head', { place: 'ZD-05' }),
    key('ZD-06', 'belt-tail', '皮带机尾', 'Belt tail', { place: 'ZD-06' }),
    key('ZD-10', 'shaft-station', '-50m主井马头门', '-50 m shaft station', { place: 'ZD-10' }),
    key('ZD-11', 'shaft-station', '-110m主井马头门', '-110 m shaft station', { place: 'ZD-11' }),
    key('ZD-12', 'shaft-station', '-170m主井马头门', '-170 m shaft station', { place: 'ZD-12' }),
    ...([50, 110, 170] as const).flatMap((z) => [
      key(`JC-${z}`, 'shaft-bottom-yard', `-${z}m井底车场`, `-${z} m shaft-bottom yard`, on(`L${z}-CC`, 0.5)),
      key(`XH-${z}`, 'signal-chamber', `-${z}m信号室`, `-${z} m signal chamber`, on(`L${z}-MT`, 1)),
      key(`ZDS-${z}`, 'production-level', `-${z}m生产中段`, `-${z} m production level`, on(`L${z}-YM`, 0.5)),
    ]),
    key('CJ-88', 'mining-area', '-88m采掘区', '-88 m mining area', on('F88-JL11', 0.5)),
    key('CJ-148', 'mining-area', '-148m采掘区', '-148 m mining area', on('F148-JL09', 0.5)),
    key('CJ-170', 'mining-area', '-170m东翼掘进区', '-170 m east wing', on('L170-YM', 1)),
    key('DH-01', 'hot-work-area', '皮带机头动火点', 'Hot work at the belt head', on('L170-PD', 0.96)),
  ];

  const work = (id: string, zh: string, en: string, at: object, main = true) => ({
    ...{ id, name: { zh, en } },
    ...at,
    ...{ radius: 25, main },
  });
  const stope = (id: string, name: string, roadway: string) =>
    work(id, `${name}采场`, `Stope ${name}`, { ...on(roadway, 1), maxPersons: 30 });
  const heading = (id: string, zh: string, en: string, main: boolean) =>
    work(id, zh, en, headingStart(id), main);
  const workPlaces = [
    stope('CC-B10', 'B10', 'F88-JL11'),
    stope('CC-C6', 'C6', 'F148-JL07'),
    stope('CC-C8', 'C8', 'F148-JL09'),
    stope('CC-C12', 'C12', 'F148-JL13'),
    work('ZH-148', '-148m分段巷支护点', 'Support works, -148 m sublevel', on('F148-FD', 0.57)),
    work('ZH-88', '-88m分段巷撬毛点', 'Scaling works, -88 m sublevel', on('F88-FD', 0.55)),
    heading('JH-02', '斜坡道延深', 'Ramp to -230 m', true),
    heading('JH-03', '-170m东翼探矿巷', '-170 m east exploration drift', true),
    heading('JH-04', '-170m西翼运输巷', '-170 m west haulage drift', true),
    heading('JH-05', '-110m上盘探水巷', '-110 m probing drift', false),
    heading('JH-06', '-110m 5号穿脉延长', '-110 m crosscut 5, extension', false),
    work('KDF', '矿灯房', 'Lamp room', { place: 'ZD-13', surface: true }, false),
  ];

  const air60 = { jurisdiction: '全国', clause: '矿安〔2023〕60号', status: 'public copy' };
  files.set(
    'live.yaml',
    liveYaml({
      'hyalite-live': 1,
      mine: 'qingshi-iron',
      county: 'yunxiu',
      provenance: 'synthetic',
      timeZone: '+08:00',
      rules: '../rules/yunxiu.yaml',
      presence: { staleAfter: 10, lostAfter: 60, readerSilentAfter: 30 },
      people: { file: 'live/people.csv' },
      vehicles: { file: 'live/vehicles.csv' },
      gateways: GATEWAYS,
      devices,
      workPlaces,
      keyPlaces,
      restrictedZones: [
        {
          id: 'XZ-01',
          name: { zh: '-70m老采空区联络道', en: 'Access to the old goaf, -70 m' },
          roadways: ['F70-JL04', 'F70-JL05', 'F70-JL07'],
          allowedTeams: ['安全科'],
        },
        {
          id: 'XZ-02',
          name: { zh: '-110m炸药库', en: 'Explosives store, -110 m' },
          roadways: ['L110-BZ'],
          place: 'ZD-04',
          radius: 15,
          allowedTeams: ['爆破班'],
        },
      ],
      roadwayNames: Object.fromEntries(workings.roadways.map((way) => [way.id, englishRoadway(way)])),
      shifts: [...SHIFTS],
      settings: {
        overstayMinutes: 600,
        notOutMinutes: 60,
        stillMinutes: 30,
        deviceSilentMinutes: 5,
        aloneMetres: 50,
        source: '演示设定（虚构矿山，不作依据）',
      },
      thresholds: [
        { id: 'CO-24', metric: 'air.co', op: '>=', value: 24, unit: 'ppm', hysteresis: 2, ...air60 },
        { id: 'NOX-25', metric: 'air.nox', op: '>=', value: 2.5, unit: 'ppm', hysteresis: 0.3, ...air60 },
        {
          ...{ id: 'SC-LEVEL', metric: 'water.level', devices: ['SW-01', 'SW-02'], op: '>=' as const },
          ...{ value: -171.5, unit: 'm', hysteresis: 0.1, warning: 'yellow' as const, ...DEMO_SETTING },
        },
      ],
    }),
  );
  files.set('live/people.csv', peopleCsv(CREWS, 'QS-'));
  files.set('live/vehicles.csv', vehiclesCsv(VEHICLES, 'QSV-'));
};
