import { rm } from 'node:fs/promises';
import { afterAll, expect, it } from 'vitest';
import { liveSetupSchema } from '../../../domain/contracts/live/setup.ts';
import { enu } from '../../../domain/frame/coordinates.ts';
import { loadLiveMine } from './live-mine.ts';
import { frameAzimuth } from './mine-bundle.ts';
import { LiveSetupError } from './setup-problem.ts';
import { TINY_LIVE_YAML, TINY_PEOPLE, writeTinyLiveMine } from './tiny-live-mine.test-data.ts';

const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

const load = async (change: Parameters<typeof writeTinyLiveMine>[0] = {}) => {
  const { root, ...folders } = await writeTinyLiveMine(change);
  roots.push(root);
  return loadLiveMine(folders);
};
const refusal = async (change: Parameters<typeof writeTinyLiveMine>[0]): Promise<LiveSetupError> => {
  const error = await load(change).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(LiveSetupError);
  return error as LiveSetupError;
};
const yaml = (from: string | RegExp, to: string) => {
  const changed = TINY_LIVE_YAML.replace(from, to);
  expect(changed).not.toBe(TINY_LIVE_YAML);
  return { 'live.yaml': changed };
};

it('puts devices and places into the frame, and keeps people out of the set-up', async () => {
  const live = await load();
  expect(liveSetupSchema.safeParse(live.setup).success).toBe(true);
  expect(live.warnings).toEqual([]);
  expect(live.setup.devices.map(({ id, enu: at }) => [id, at])).toMatchObject([
    ['JZ-1', [50, 0, 0]],
    ['CAM-1', [0, 50, 2]],
    ['W-1', expect.anything()],
  ]);
  const at = live.setup.devices[2]!.enu;
  const back = live.frame.enuToSurvey(enu(...at));
  expect([back.easting, back.northing, back.height].map((v) => v.toFixed(3))).toEqual([
    '39513700.500',
    '3910000.250',
    '-50.000',
  ]);
  expect(live.people).toEqual([
    { tag: 'T-1', name: '甲一', team: '通风队', role: '通风工', shift: '早班' },
    { tag: 'T-2', name: '乙二', team: '采矿一队', role: null, shift: null },
  ]);
  expect(live.vehicles).toEqual([{ tag: 'V-1', name: '1号铲运机', team: '运输队', type: '铲运机' }]);
  expect(live.network!.edges).toHaveLength(4);
  expect(live.mine).toEqual({ type: 'underground-metal', state: 'producing' });
  const told = JSON.stringify(live.setup);
  for (const { name, tag } of live.people) {
    expect(told).not.toContain(name);
    expect(told).not.toContain(`"${tag}"`);
  }
});

it('turns grid azimuths by the convergence of the grid', async () => {
  const live = await load();
  // 0.154° east of the central meridian at 35.319° north: grid north lies sin(35.319°) × 0.154° east of true north,
  // and the frame's north is true north at its origin. (Gauss-Krüger convergence, first term.)
  const convergence = 0.154 * Math.sin((35.319 * Math.PI) / 180);
  const camera = live.setup.devices.find(({ id }) => id === 'CAM-1')!;
  expect(camera.azimuth! - 90).toBeCloseTo(convergence, 3);
  expect(frameAzimuth(live.frame, enu(0, 0, 0), 0)).toBeCloseTo(convergence, 3);
  expect(frameAzimuth(live.frame, enu(0, 0, 0), 359.999)).toBeCloseTo(convergence - 0.001, 3);
});

it('reads people with a byte order mark, and eastings with or without the zone number', async () => {
  const live = await load({ 'people.csv': `\uFEFF${TINY_PEOPLE}` });
  expect(live.people).toHaveLength(2);
  expect(live.surveyPoint(39_513_700, 1, 2)).toEqual({ easting: 39_513_700, northing: 1, height: 2 });
});

const wrong: readonly (readonly [string, () => Parameters<typeof writeTinyLiveMine>[0], string])[] = [
  [
    'a place the bundle has not',
    () => yaml('place: P-1, range', 'place: P-9, range'),
    'tiny/live.yaml:11 [devices[0].place] «P-9»: the bundle has no such place',
  ],
  [
    'one id for two things',
    () => yaml('id: KP-1', 'id: JZ-1'),
    '[keyPlaces[0].id] «JZ-1»: devices[0] has this id already',
  ],
  [
    'a gateway that is none',
    () => yaml('place: P-1, range', 'gateway: GW-9, place: P-1, range'),
    '[devices[0].gateway] «GW-9»: there is no such gateway',
  ],
  ['nowhere', () => yaml('place: P-1, radius', 'radius'), '[workPlaces[0]]'],
  [
    'swapped axes',
    () => yaml('e: 39513700.5, n: 3910000.25', 'n: 39513700.5, e: 3910000.25'),
    '[devices[2]]',
  ],
  [
    'a place and coordinates',
    () => yaml('place: P-1, range', 'place: P-1, e: 1, range'),
    'leave one of the two out',
  ],
  [
    'an unknown key',
    () => yaml('range: 80', 'rnage: 80'),
    '[devices[0].rnage] «80»: this key is not known here',
  ],
  ['a missing key', () => yaml('county: yunxiu\n', ''), '[county]: it is missing; expected'],
  ['a wrong value', () => yaml('tilt: -10', 'tilt: -100'), '[devices[1].tilt] «-100»: expected: ≥ -90'],
  ['not YAML', () => yaml('gateways:', 'gateways: ]'), 'not valid YAML'],
  ['another mine', () => yaml('mine: tiny', 'mine: other'), '«other»: the bundle is of the mine tiny'],
  [
    'another county',
    () => yaml('county: yunxiu', 'county: elsewhere'),
    'the rule file is of the county yunxiu',
  ],
  [
    'a time of day that is none',
    () => yaml('start: "00:00"', 'start: "29:75"'),
    '«29:75»: expected: a time of day from 00:00 to 23:59',
  ],
  [
    'an offset that is none',
    () => yaml('provenance:', "timeZone: '+99:99'\nprovenance:"),
    '«+99:99»: expected: an offset from UTC like +08:00',
  ],
  [
    'people lost before they are stale',
    () => yaml('provenance:', 'presence: { staleAfter: 60, lostAfter: 10 }\nprovenance:'),
    '[presence.lostAfter] «10»: nobody can be lost before they are stale',
  ],
  [
    'an archive that ends before it begins',
    () => yaml('provenance:', 'retention: { liveDays: 3, archiveDays: 1 }\nprovenance:'),
    '[retention.archiveDays] «1»: positions stay in the database for 3 days already',
  ],
  ['no rule file', () => ({ 'rules.yaml': null }), 'tiny/rules.yaml: there is no such file'],
  ['no bundle', () => ({ 'catalog.json': null }), 'build the bundle'],
  ['a unit that is not the metric’s', () => yaml('unit: m,', 'unit: mm,'), 'water.level is always in m'],
  [
    'a metric that is none',
    () => yaml('metric: water.level', 'metric: water.lavel'),
    'there is no such metric',
  ],
  [
    'a threshold on a device of another kind',
    () => yaml('devices: [W-1]', 'devices: [CAM-1]'),
    'this device is a camera',
  ],
  [
    'an unknown roadway',
    () => yaml('roadways: [R-2]', 'roadways: [R-9]'),
    '«R-9»: the network has no such roadway',
  ],
  ['an empty zone', () => yaml('roadways: [R-2]', 'roadways: []'), 'this zone holds nothing'],
  [
    'one tag worn twice',
    () => ({ 'people.csv': `${TINY_PEOPLE}T-1,丙三,通风队,,\n` }),
    'tiny/people.csv:4 [标签] «T-1»: this tag is already given at tiny/people.csv:2',
  ],
  [
    'one tag for a person and a vehicle',
    () => ({ 'vehicles.csv': '标签,名称,班组,类型\nT-2,车,,\n' }),
    'tiny/people.csv:3',
  ],
  [
    'a tag no message can bear',
    () => ({ 'people.csv': '标签,姓名,班组,工种,班次\n甲,乙,,,\n' }),
    'at most 64 letters',
  ],
  [
    'a missing column',
    () => ({ 'people.csv': '标签,班组,工种,班次\n' }),
    '[姓名] «标签,班组,工种,班次»: this column is missing',
  ],
  [
    'a table in another encoding',
    () => ({ 'people.csv': new Uint8Array([0xb1, 0xea, 0xc7, 0xa9, 0x0a]) }),
    'it is not UTF-8',
  ],
];
for (const [what, change, says] of wrong)
  it(`refuses ${what}, and says where and how to mend it`, async () => {
    const error = await refusal(change());
    expect(error.message).toContain(says);
    for (const { mend } of error.problems) expect(mend.length).toBeGreaterThan(5);
  });

it('tells all faults at once', async () => {
  const error = await refusal({ ...yaml('place: P-1, range', 'place: P-9, range'), 'rules.yaml': null });
  expect(error.problems).toHaveLength(2);
});

it('warns of teams and shifts that nobody is of', async () => {
  const { warnings } = await load(yaml('allowedTeams: [通风队]', 'allowedTeams: [机电队]'));
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('[restrictedZones[0].allowedTeams[0]] «机电队»: nobody is of this team');
  const shifts = await load(yaml('id: 早班', 'id: 中班'));
  expect(shifts.warnings[0]).toContain('shifts that are not here: 早班');
});
