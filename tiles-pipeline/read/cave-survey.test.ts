import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCaveSurvey } from './cave-survey.ts';
import { NO_SURVEY_DATA, refusal, SKIP_REASON, SURVEY_DATA, tempFiles } from './temp-files.test-kit.ts';

const write = tempFiles();
const options = { source: 'survey' };
const PELL = `${SURVEY_DATA}02-wheal-pell/pell.3d`;

const point = (x: number, y: number, z: number): Buffer => {
  const bytes = Buffer.alloc(12);
  [x, y, z].forEach((value, i) => {
    bytes.writeInt32LE(value, 4 * i);
  });
  return bytes;
};
const text = (value: string): Buffer => Buffer.from(value, 'utf8');
const header = (version = 'v8', flags = 0): Buffer =>
  Buffer.concat([text(`Survex 3D Image File\n${version}\nmine\0EPSG:4527\0.\n@1\n`), Buffer.from([flags])]);
const survey = (...parts: (Buffer | number)[]): Promise<string> =>
  write(
    's.3d',
    Buffer.concat([
      header(),
      ...parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part)),
    ]),
  );

describe('readCaveSurvey', () => {
  it('reads moves, legs, stations, label edits, flags, and skips what it need not know', async () => {
    const file = await survey(
      0x0f,
      point(0, 0, 0),
      0x10,
      0x11,
      Buffer.alloc(2),
      0x12,
      Buffer.alloc(3),
      0x13,
      Buffer.alloc(4),
      0x40,
      0x03,
      text('a.b'),
      point(100, 0, 0),
      // drops one, adds one
      0x44,
      0x11,
      text('c'),
      point(100, 250, -50),
      0x20 | 0x40 | 0x01,
      point(0, 0, 1),
      0x1f,
      Buffer.alloc(20),
      0x30,
      0x00,
      0x00,
      0x00,
      Buffer.alloc(8),
      0x32,
      0x00,
      0x00,
      0x00,
      Buffer.alloc(16),
      // long form: drops 3, adds 300
      0x82,
      0x00,
      0x03,
      0xff,
      Buffer.from([0x2c, 0x01, 0, 0]),
      text('x'.repeat(300)),
      point(1, 2, 3),
      0x00,
      0x00,
    );
    const { title, crs, legs, stations } = await readCaveSurvey(file, options);
    expect([title, crs]).toEqual(['mine', 'EPSG:4527']);
    expect(legs).toEqual([
      { from: [0, 0, 0], to: [1, 0, 0], label: 'a.b', splay: false, surface: false, duplicate: false },
      { from: [1, 0, 0], to: [1, 2.5, -0.5], label: 'a.c', splay: true, surface: false, duplicate: false },
      { from: [1, 2.5, -0.5], to: [0, 0, 0.01], label: 'a.c', splay: false, surface: true, duplicate: false },
    ]);
    expect(stations).toEqual([{ name: 'x'.repeat(300), at: [0.01, 0.02, 0.03], flags: 2 }]);
  });

  it('refuses older versions, extended elevations, other files, and names the byte of a cut', async () => {
    const at = async (bytes: Uint8Array) => readCaveSurvey(await write('x.3d', bytes), options);
    expect(await refusal(() => at(header('v7')))).toMatchObject({ code: 'survex-old', value: 'v7' });
    expect(await refusal(() => at(header('v8', 0x80)))).toMatchObject({ code: 'survex-extended' });
    expect(await refusal(() => at(text('solid stl')))).toMatchObject({ code: 'file-damaged' });
    const file = await survey(0x0f, point(0, 0, 0), 0x40, 0x01, text('a'), point(1, 1, 1), 0x00, 0x00);
    const whole = await readFile(file);
    for (let length = 1; length < whole.length; length += 1) {
      expect(await refusal(() => at(whole.subarray(0, length)))).toMatchObject({
        code: 'file-truncated',
        params: { offset: length },
      });
    }
    expect(await refusal(async () => readCaveSurvey(await survey(0x2a), options))).toMatchObject({
      code: 'file-damaged',
    });
    // drops more label than there is
    expect(
      await refusal(async () => readCaveSurvey(await survey(0x40, 0x10, point(0, 0, 0)), options)),
    ).toMatchObject({
      code: 'file-damaged',
    });
  });
});

describe.skipIf(NO_SURVEY_DATA)(`Wheal Pell ${SKIP_REASON}`, () => {
  it("agrees with Survex's own dump in every leg and station", async () => {
    const { legs, stations, crs } = await readCaveSurvey(PELL, options);
    const dump = (await readFile(`${SURVEY_DATA}02-wheal-pell/pell.dump3d.txt`, 'utf8')).split('\n');
    const metres = (values: readonly (number | null)[]): string =>
      values.map((value) => value!.toFixed(2)).join(' ');
    const expectedLegs: string[] = [];
    const expectedStations: string[] = [];
    let from = '';
    for (const row of dump) {
      const match = /^(MOVE|LINE|NODE) (\S+ \S+ \S+)(?: \[(.*?)\](.*))?$/u.exec(row);
      if (!match) continue;
      const [, kind, at, label = '', flags = ''] = match;
      if (kind === 'NODE') expectedStations.push(`${at} ${label}`);
      if (kind === 'LINE') expectedLegs.push(`${from} → ${at} ${label} ${flags.includes('SPLAY')}`);
      if (kind !== 'NODE') from = at!;
    }
    const ours = legs.map((leg) => `${metres(leg.from)} → ${metres(leg.to)} ${leg.label} ${leg.splay}`);
    expect(ours).toEqual(expectedLegs);
    expect(stations.map(({ at, name }) => `${metres(at)} ${name}`)).toEqual(expectedStations);
    expect(legs).toHaveLength(847);
    expect(legs.filter((leg) => leg.splay)).toHaveLength(581);
    expect(legs.filter((leg) => !leg.splay)).toHaveLength(266);
    expect(crs).toBe('epsg:27700');
  });
});
