import { describe, expect, test } from 'vitest';
import type { RegisterMine } from '../contracts/county.ts';
import { type FoundOfMine, factsOfMine, NOTHING_FOUND } from './facts-of-mine.ts';

const TODAY = '2026-11-30';
type Told = Partial<Pick<RegisterMine, 'state' | 'history' | 'duties'>>;
const mine = (more: Told = {}): RegisterMine => ({
  ...{ id: 'm', name: { zh: '矿', en: 'mine' }, town: null, at: [0, 0], type: 'underground-metal' },
  ...{ grade: null, risk: null, warning: null, owner: null, leader: null, minerals: [], right: null },
  ...{
    ground: null,
    recorded: [],
    disasterGrades: {},
    disasterKinds: null,
    size: null,
    bundle: false,
    provenance: 'synthetic',
  },
  state: 'producing',
  history: [],
  duties: { facts: {}, events: {} },
  ...more,
});
const facts = (told: Told, found: Partial<FoundOfMine> = {}, on = TODAY) =>
  factsOfMine({
    ...{ mine: mine(told), found: { ...NOTHING_FOUND, ...found }, on, today: TODAY },
    register: { asOf: null, goodForDays: null },
  });
const of = (name: string, ...asked: Parameters<typeof facts>) => {
  const made = facts(...asked);
  const known = made.known.get(name);
  expect(made.facts.facts[name] ?? made.facts.events[name] ?? null).toBe(known?.value ?? null);
  return known;
};

test('of a mine nobody reports on nothing is known', () => {
  const { facts: known } = facts({});
  expect(known).toEqual({
    mine: 'm',
    type: 'underground-metal',
    size: null,
    state: 'producing',
    facts: {},
    events: {},
  });
});

describe('the register', () => {
  const told = { duties: { facts: { cameras: 40, seals: null }, events: { drill: '2026-08-01' } } };
  test('says what was reported, and that something was not', () => {
    expect(of('cameras', told)).toEqual({ value: 40, source: 'register', doubt: null });
    expect(of('seals', told)).toEqual({ value: null, source: 'register', doubt: 'not-reported' });
    expect(of('drill', told)?.value).toBe('2026-08-01');
  });

  test('of a past day says only what has a day', () => {
    expect(of('cameras', told, {}, '2026-09-01')).toEqual({
      ...{ value: null, source: 'register', doubt: 'not-of-that-day' },
    });
    expect(of('drill', told, {}, '2026-09-01')?.value).toBe('2026-08-01');
    expect(of('drill', told, {}, '2026-07-31')?.doubt).toBe('not-of-that-day');
  });

  test('holds nothing to be done on a day that is still to come, also looked at from after it', () => {
    const slip = { duties: { facts: {}, events: { drill: '2026-12-15' } } };
    for (const on of [undefined, '2026-12-31', '2026-09-01'])
      expect(of('drill', slip, {}, on)).toMatchObject({ value: null, doubt: 'not-of-that-day' });
  });

  test('of a day to come is taken as it is today', () => {
    expect(of('cameras', told, {}, '2026-12-31')?.value).toBe(40);
  });
});

describe('how long a mine is suspended', () => {
  const history: RegisterMine['history'] = [
    { from: '2020-01-01', state: 'producing', grade: 'B' },
    { from: '2026-02-15', state: 'suspended', grade: 'C' },
    { from: '2026-06-01', state: 'suspended', grade: 'D' },
  ];
  const suspended = { state: 'suspended' as const, history };
  test('is counted from its history, over a change of grade, and goes before what was reported', () => {
    const reported = { ...suspended, duties: { facts: { suspendedMonths: 2 }, events: {} } };
    expect(of('suspendedMonths', reported)).toEqual({ value: 9.5, source: 'history', doubt: null });
    expect(of('suspendedMonths', suspended, {}, '2026-05-15')?.value).toBe(3);
  });

  test('is not known without a history, and of one that produced nothing is said', () => {
    expect(of('suspendedMonths', { state: 'suspended' })).toBeUndefined();
    expect(of('suspendedMonths', suspended, {}, '2025-01-01')).toBeUndefined();
    expect(facts(suspended, {}, '2025-01-01').facts.state).toBe('producing');
  });
});

describe('what the gateway found', () => {
  test('cameras and alarms go before what was reported', () => {
    const told = {
      duties: { facts: { keyPlaceCameraPercent: 90, alarmsClosedSameDayPercent: 100 }, events: {} },
    };
    const found = { cameras: { keyPlaces: 33.333, workPlaces: null }, alarms: { all: 3, sameDay: 2 } };
    expect(of('keyPlaceCameraPercent', told, found)).toMatchObject({ value: 33.33, source: 'cameras' });
    expect(of('workPlaceCameraPercent', told, found)).toBeUndefined();
    expect(of('alarmsClosedSameDayPercent', told, found)).toMatchObject({ value: 66.67, source: 'alarms' });
  });

  test('what its live side says goes before what was reported, and not into the past', () => {
    const told = { duties: { facts: { slopeNetworked: true }, events: {} } };
    const found = { live: { slopeNetworked: false, designSlopeHeight: 211 } };
    expect(of('slopeNetworked', told, found)).toEqual({ value: false, source: 'live', doubt: null });
    expect(of('designSlopeHeight', told, found, '2026-09-01')).toBeUndefined();
  });

  test('the ledger of a mine that never wrote a hazard down proves nothing', () => {
    const surveys = { signed: null, unsigned: 0 };
    const ledger = { hazards: { open: 3, withoutFiveFixed: 0, uncorroborated: 2 }, surveys };
    expect(of('hazardsUncorroborated', {}, { ledger })).toMatchObject({ value: 2, source: 'ledger' });
    expect(of('hazardsWithoutFiveFixed', {}, { ledger }, '2026-09-01')?.value).toBe(0);
    expect(of('hazardsWithoutFiveFixed', {}, { ledger: { hazards: null, surveys } })).toEqual({
      ...{ value: null, source: 'ledger', doubt: 'no-hazard-recorded' },
    });
  });

  test('a monthly survey counts when its report is signed', () => {
    const ledger = (signed: string | null, unsigned: number) => ({
      ledger: { hazards: null, surveys: { signed, unsigned } },
    });
    expect(of('majorHazardSurvey', {}, ledger('2026-11-10', 0))).toMatchObject({
      ...{ value: '2026-11-10', source: 'ledger' },
    });
    expect(of('majorHazardSurvey', {}, ledger(null, 1))?.doubt).toBe('not-signed');
    expect(of('majorHazardSurvey', {}, ledger(null, 0))).toBeUndefined();
  });

  test('no alarm is no proof that alarms are closed out', () => {
    expect(of('alarmsClosedSameDayPercent', {}, { alarms: { all: 0, sameDay: 0 } })).toEqual({
      ...{ value: null, source: 'alarms', doubt: 'nothing-to-judge' },
    });
    const told = { duties: { facts: { alarmsClosedSameDayPercent: 90 }, events: {} } };
    expect(of('alarmsClosedSameDayPercent', told, { alarms: { all: 0, sameDay: 0 } })?.value).toBe(90);
  });

  test('a plan counts when its paper is signed', () => {
    const reported = { duties: { facts: {}, events: { asBuiltPlan: '2026-09-01' } } };
    const newer = { plans: { signed: '2026-10-01', unsigned: 0 } };
    expect(of('asBuiltPlan', reported, newer)).toMatchObject({ value: '2026-10-01', source: 'plans' });
    const older = { plans: { signed: '2026-08-01', unsigned: 1 } };
    expect(of('asBuiltPlan', reported, older)).toMatchObject({ value: '2026-09-01', source: 'register' });
    expect(of('asBuiltPlan', {}, { plans: { signed: null, unsigned: 2 } })?.doubt).toBe('not-signed');
    expect(of('asBuiltPlan', {}, { plans: { signed: null, unsigned: 0 } })).toBeUndefined();
  });

  test('a survey said to be done is doubted where the mine’s own plan shows ground nobody surveyed', () => {
    const done = (hazardSurvey: string) => ({ duties: { facts: {}, events: { hazardSurvey } } });
    const gap = { survey: { percent: 63.2 } };
    expect(of('hazardSurvey', done('2026-08-01'), gap)).toEqual({
      ...{ value: null, source: 'register', doubt: 'model-says-otherwise' },
    });
    expect(of('nextYearSurveyedPercent', done('2026-08-01'), gap)?.value).toBe(63.2);
    // Last year's survey was of another year's ground.
    expect(of('hazardSurvey', done('2025-08-01'), gap)?.value).toBe('2025-08-01');
    expect(of('hazardSurvey', done('2026-08-01'), { survey: { percent: 100 } })?.value).toBe('2026-08-01');
    expect(of('hazardSurvey', done('2026-08-01'), { survey: { percent: null } })?.value).toBe('2026-08-01');
  });
});

test('what the register reported longer ago than the county holds it for true is not known, and undated it never is', () => {
  const reported = mine({
    duties: { facts: { positioningOnline: true }, events: { emergencyDrill: '2026-04-01' } },
  });
  const told = (register: { asOf: string | null; goodForDays: number | null }, on = TODAY) => {
    const { facts: known } = factsOfMine({
      mine: reported,
      found: NOTHING_FOUND,
      on,
      today: TODAY,
      register,
    });
    return [known.facts['positioningOnline'], known.events['emergencyDrill']];
  };
  expect(told({ asOf: '2020-01-01', goodForDays: null })).toEqual([true, '2026-04-01']);
  expect(told({ asOf: TODAY, goodForDays: 90 })).toEqual([true, '2026-04-01']);
  // What was done stays done on its day, however old the file.
  expect(told({ asOf: '2020-01-01', goodForDays: 90 })).toEqual([null, '2026-04-01']);
  expect(told({ asOf: null, goodForDays: 90 })).toEqual([null, '2026-04-01']);
  expect(told({ asOf: TODAY, goodForDays: 90 }, '2036-11-30')).toEqual([null, '2026-04-01']);
});
