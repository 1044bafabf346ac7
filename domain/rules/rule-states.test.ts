import { describe, expect, it } from 'vitest';
import { ALARM_KINDS } from '../contracts/live/alarm.ts';
import { isComputed, type RuleMine, ruleStates } from './rule-states.ts';
import { tinyDevice, tinyMine, tinyWorkPlace } from './tiny-rule-mine.test-kit.ts';

const mine: RuleMine = {
  type: 'underground-metal',
  state: 'producing',
  hasRoadways: true,
  seesWorkPlaces: true,
};
const why = (
  rule: Record<string, unknown>,
  manifest: Record<string, unknown> = {},
  about: Partial<RuleMine> = {},
) => {
  const made = tinyMine(manifest, [{ id: 'R', ...rule }]);
  const [state] = ruleStates(made.book, made.manifest, { ...mine, ...about });
  return state!.running ? 'running' : `${state!.reason}: ${state!.needs}`;
};
const source = '矿长';

describe('ruleStates', () => {
  const rect = {
    check: 'over-number',
    value: 9,
    onlyRectification: true,
    mineStates: ['suspended', 'unknown'],
  };
  it('asks for nine people only in suspended mines under rectification', () => {
    const workPlaces = [tinyWorkPlace('face', 100, 30)];
    expect(why(rect, { workPlaces, rectification: true })).toBe('other-mine-state: null');
    expect(why(rect, { workPlaces }, { state: 'suspended' })).toBe(
      'not-rectification: live.yaml rectification',
    );
    expect(why(rect, { workPlaces, rectification: true }, { state: 'suspended' })).toBe('running');
    expect(why(rect, { rectification: true }, { state: 'suspended' })).toBe(
      'no-places: live.yaml workPlaces',
    );
  });

  it('does not run a rule without its number, and says where the number belongs', () => {
    const settings = {
      source,
      overstayMinutes: 480,
      notOutMinutes: 30,
      stillMinutes: 10,
      aloneMetres: 50,
      deviceSilentMinutes: 10,
    };
    const shifts = [{ id: '白班', start: '06:00', end: '14:00' }];
    const devices = [tinyDevice('p1', 'pump')];
    for (const [check, missing] of [
      ['overstay', 'overstayMinutes'],
      ['not-out', 'notOutMinutes'],
      ['still-alone', 'stillMinutes'],
      ['device-silent', 'deviceSilentMinutes'],
    ] as const) {
      expect(why({ check }, { settings, shifts, devices })).toBe('running');
      expect(why({ check }, { settings: { ...settings, [missing]: undefined }, shifts, devices })).toBe(
        `no-number: live.yaml settings.${missing}`,
      );
    }
    expect(why({ check: 'still-alone' }, { settings: { source, stillMinutes: 10 } })).toBe(
      'no-number: live.yaml settings.aloneMetres',
    );
    expect(why({ check: 'not-out' }, { settings })).toBe('no-shifts: live.yaml shifts');
    expect(why({ check: 'over-number' }, { workPlaces: [tinyWorkPlace('face', 1, 1)] })).toBe(
      'no-number: live.yaml workPlaces[].maxPersons',
    );
  });

  it('does not judge a change over a window nobody has named', () => {
    const change = {
      check: 'reading-change',
      metric: 'water.inflow',
      op: '>=',
      value: 20,
      change: 'percent',
    };
    const devices = [tinyDevice('w1', 'water')];
    expect(why(change, { devices })).toBe('no-window: live.yaml settings.changeWindowMinutes.R');
    expect(why(change, { devices, settings: { source, changeWindowMinutes: { R: 60 } } })).toBe('running');
    expect(why({ ...change, windowMinutes: 60 }, { devices })).toBe('running');
    expect(why({ ...change, windowMinutes: 60 })).toBe('no-devices: live.yaml devices (water)');
    expect(why({ ...change, metric: 'water.colour' }, { devices })).toBe('no-metric: rules metric');
  });

  it('does not hold a bound in one unit against readings in another', () => {
    const co = { check: 'reading-threshold', metric: 'air.co', op: '>=', value: 30 };
    const devices = [tinyDevice('s1', 'air')];
    expect(why({ ...co, unit: 'mg/m3' }, { devices })).toBe('wrong-unit: rules R unit: mg/m3, air.co: ppm');
    expect([why({ ...co, unit: 'ppm' }, { devices }), why(co, { devices })]).toEqual(['running', 'running']);
    const change = { ...co, check: 'reading-change', windowMinutes: 60 };
    expect(why({ ...change, change: 'percent', unit: '%' }, { devices })).toBe('running');
    expect(why({ ...change, change: 'absolute', unit: '%' }, { devices })).toMatch(/^wrong-unit/);
  });

  it('does not call work places watched while nobody knows which cameras look at them', () => {
    const blind = { check: 'work-place-blind' };
    const made = { workPlaces: [tinyWorkPlace('face', 100, 30)], devices: [tinyDevice('c1', 'camera')] };
    expect(why(blind, made)).toBe('running');
    expect(why(blind, made, { seesWorkPlaces: false })).toMatch(/^no-coverage: live.yaml devices/);
    expect(why(blind, { ...made, devices: [] })).toMatch(/^no-devices/);
  });

  it('keeps what is only for reference, and what is for other mines, from running', () => {
    expect(why({ check: 'sos', active: false })).toBe('not-active: null');
    expect(why({ check: 'sos', mineTypes: ['open-pit'] })).toBe('other-mine-type: null');
    expect(why({ check: 'lost-underground' }, {}, { hasRoadways: false })).toBe('no-roadways: null');
  });

  it('has an answer for every kind of check', () => {
    for (const check of ALARM_KINDS) expect(why({ check })).toMatch(/^(running|no-)/);
  });
});

describe('isComputed', () => {
  it('tells what devices report from what is worked out', () => {
    expect(['slope.speed-24h', 'slope.crack', 'air.co'].map(isComputed)).toEqual([true, false, false]);
  });
});
