import { describe, expect, it } from 'vitest';
import type { LiveSetup } from '../contracts/live/setup.ts';
import { type CameraState, cameraStatus } from './camera-state.ts';
import { coverage } from './coverage.ts';
import { camerasByWorkPlace, coverageTable } from './coverage-table.ts';
import { createSurroundings } from './line-of-sight.ts';
import { cameraAt, keyPlaceAt, networkOf, workPlaceAt } from './small-mine.test-kit.ts';

const network = networkOf({
  A: [
    [0, 0, 0],
    [50, 0, 0],
    [100, 0, 0],
  ],
  B: [
    [50, 0, 0],
    [50, 60, 0],
  ],
});
const rules: LiveSetup['rules'] = {
  'hyalite-rules': 1,
  county: 'test',
  rules: [],
  slopeHeights: [],
  cameraCoverage: [
    { id: 'K50', of: 'key-places', percent: 50, jurisdiction: 'test', clause: '1', status: 'test' },
    { id: 'W100', of: 'main-work-places', percent: 100, jurisdiction: 'test', clause: '2', status: 'test' },
  ],
};
const setup: Pick<LiveSetup, 'devices' | 'keyPlaces' | 'workPlaces' | 'rules'> = {
  devices: [
    cameraAt('K1', [1, 0, 2.5], 90, { range: 60 }),
    cameraAt('K2', [99, 0, 2.5], 270, { range: 80 }),
    cameraAt('K3', [50, 5, 2.5], 0, { hfov: undefined }),
    { id: 'R1', kind: 'reader', name: { zh: 'R1', en: 'R1' }, enu: [1, 0, 1] },
  ],
  keyPlaces: [
    keyPlaceAt('pump', [20, 0, 0]),
    keyPlaceAt('head', [80, 0, 0], 'belt-head'),
    keyPlaceAt('tail', [50, 40, 0], 'belt-tail'),
    keyPlaceAt('away', [500, 0, 0], 'belt-tail'),
  ],
  workPlaces: [
    workPlaceAt('face', [50, 50, 0]),
    workPlaceAt('drift', [40, 0, 0]),
    workPlaceAt('minor', [99, 0, 0], { main: false }),
  ],
  rules,
};
const surroundings = createSurroundings(network);
const table = coverageTable(surroundings, setup);
const states = (all: Record<string, CameraState>) => new Map(Object.entries(all));

describe('coverage table', () => {
  it('names the cameras that look at each place, and says null for a place that is nowhere', () => {
    expect(table.keyPlaces).toEqual([
      { id: 'pump', cameras: ['K1', 'K2'] },
      { id: 'head', cameras: ['K2'] },
      { id: 'tail', cameras: [] },
      { id: 'away', cameras: null },
    ]);
    expect(table.workPlaces.map(({ cameras }) => cameras)).toEqual([[], ['K1', 'K2'], ['K2']]);
    expect(table.cameras.map(({ camera }) => camera)).toEqual(['K1', 'K2', 'K3']);
    expect(table.cameras[2]!.missing).toEqual(['hfov']);
  });

  it('gives the alarm rule its cameras by work place, and leaves out what nobody can judge', () => {
    const places = [...setup.workPlaces, workPlaceAt('away', [900, 0, 0])];
    const by = camerasByWorkPlace(coverageTable(surroundings, { ...setup, workPlaces: places }));
    expect([...by]).toEqual([
      ['face', []],
      ['drift', ['K1', 'K2']],
      ['minor', ['K2']],
    ]);
  });

  it('asks a place for its own point, not for the far end of its length', () => {
    const far = coverageTable(surroundings, {
      ...setup,
      keyPlaces: [keyPlaceAt('level', [50, 50, 0], 'production-level', 60)],
      workPlaces: [workPlaceAt('face', [50, 50, 0], { radius: 60 })],
    });
    expect(far.workPlaces[0]!.cameras).toEqual([]);
    expect(far.keyPlaces[0]!.cameras).toEqual([]);
  });

  it('a place beyond a wall is not seen though it is near to what is', () => {
    const wall = networkOf({
      A: [
        [0, 0, 0],
        [100, 0, 0],
      ],
      C: [
        [0, 6, 0],
        [100, 6, 0],
      ],
    });
    const seen = coverageTable(createSurroundings(wall), {
      ...setup,
      keyPlaces: [keyPlaceAt('behind', [50, 6, 0], 'pump-room', 10)],
      workPlaces: [],
    });
    expect(seen.keyPlaces[0]!.cameras).toEqual([]);
  });
});

describe('coverage', () => {
  it('counts by verdict, and the counts add up', () => {
    const found = coverage(table, setup, states({ K1: 'online', K2: 'online' }));
    expect(found.keyPlaces.map(({ verdict }) => verdict)).toEqual(['seen', 'seen', 'blind', 'unknown']);
    expect(found.allKeyPlaces).toEqual({
      total: 4,
      seen: 2,
      obstructed: 0,
      failing: 0,
      blind: 1,
      unknown: 1,
      workingPercent: 50,
      installedPercent: 50,
    });
    expect(found.byKind['belt-tail']).toMatchObject({ total: 2, blind: 1, unknown: 1, workingPercent: 0 });
    expect(found.byKind['shaft-station']).toMatchObject({ total: 0, workingPercent: null });
    expect(found.mainWorkPlaces).toMatchObject({ total: 2, seen: 1, blind: 1, workingPercent: 50 });
    expect(found.rules.map(({ rule, met }) => [rule.id, met])).toEqual([
      ['K50', true],
      ['W100', false],
    ]);
  });

  it('a camera that is down, blocked, silent or never heard does not count as seeing', () => {
    for (const state of ['offline', 'silent', 'unknown'] as const) {
      const found = coverage(table, setup, states({ K1: state, K2: state }));
      expect(found.keyPlaces.map(({ verdict }) => verdict)).toEqual([
        'failing',
        'failing',
        'blind',
        'unknown',
      ]);
      expect(found.rules[0]).toMatchObject({ met: false, metInstalled: true });
    }
    expect(coverage(table, setup, states({})).allKeyPlaces.seen).toBe(0);
    const blocked = coverage(table, setup, states({ K1: 'online', K2: 'obstructed' }));
    expect(blocked.keyPlaces.map(({ verdict }) => verdict)).toEqual([
      'seen',
      'obstructed',
      'blind',
      'unknown',
    ]);
    expect(blocked.keyPlaces[0]!.working).toEqual(['K1']);
  });

  it('says of a rule about nothing neither that it is met nor that it is not', () => {
    const none = { ...setup, keyPlaces: [] };
    const found = coverage(coverageTable(surroundings, none), none, states({}));
    expect(found.rules[0]).toMatchObject({ met: null, metInstalled: null });
  });
});

describe('camera state', () => {
  const now = 1_000_000;
  const heard = (value: boolean, secondsAgo: number) => ({ value, at: now - secondsAgo * 1000 });
  const status = (online?: ReturnType<typeof heard>, obstructed?: ReturnType<typeof heard>) =>
    cameraStatus({ online, obstructed, now, currentMinutes: 0.5 });

  it.each([
    ['online', heard(true, 1), heard(false, 1)],
    ['online', heard(true, 1), undefined],
    ['obstructed', heard(true, 1), heard(true, 1)],
    ['offline', heard(false, 1), heard(true, 1)],
    ['silent', heard(true, 31), heard(false, 40)],
    ['silent', heard(false, 31), undefined],
    ['unknown', undefined, undefined],
    ['unknown', undefined, heard(false, 1)],
    ['unknown', heard(true, 31), heard(false, 1)],
  ] as const)('%s', (state, online, obstructed) => {
    expect(status(online, obstructed).state).toBe(state);
  });

  it('is unknown where the moment is not known, and tells the age', () => {
    expect(
      cameraStatus({ online: heard(true, 0), obstructed: undefined, now: null, currentMinutes: 0.5 }),
    ).toEqual({
      state: 'unknown',
      age: null,
    });
    expect(status(heard(true, 12)).age).toBe(12);
  });
});
