import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTITY_STATE, PRESENCES, presenceOf } from '../../../domain/contracts/live/entity.ts';
import { testAlarm } from '../alarms/alarms.test-data.ts';
import { readingKey } from '../live-store.ts';
import type { NewsMessage } from '../wire/worker-talk.ts';
import { alarmAt, alarmsAt, maySayLater } from './alarms-at.ts';
import { testEntry, testFrame } from './frames.test-data.ts';
import { growOld } from './grow-old.ts';
import { createPastData } from './past-data.ts';
import { rowOfHandle } from './row-of-handle.ts';
import { NO_PRESENT, takeNews } from './take-news.ts';

const bounds = { staleAfter: 10, lostAfter: 60 };

describe('a picture that stands still', () => {
  it('never makes anybody fresher or younger, and never ends a call for help', () => {
    const entity = fc.record({
      handle: fc.nat(1e6),
      presence: fc.constantFrom(...PRESENCES),
      sos: fc.boolean(),
      age: fc.nat(10_000_000),
    });
    fc.assert(
      fc.property(fc.array(entity), fc.nat(100_000), (entities, seconds) => {
        const before = testFrame(entities);
        const after = growOld(before, seconds, bounds);
        for (let row = 0; row < entities.length; row++) {
          const [was, is] = [before.entities.state[row]!, after.entities.state[row]!];
          expect(PRESENCES.indexOf(presenceOf(is))).toBeGreaterThanOrEqual(
            PRESENCES.indexOf(presenceOf(was)),
          );
          expect(after.entities.age[row]).toBeGreaterThanOrEqual(before.entities.age[row]!);
          expect(is & ENTITY_STATE.SOS).toBe(was & ENTITY_STATE.SOS);
        }
      }),
    );
  });

  it('takes its green lights off at the bounds', () => {
    const frame = testFrame([
      { handle: 1, age: 2 },
      { handle: 2, presence: 'unknown' },
    ]);
    const presencesIn = (seconds: number) =>
      [...growOld(frame, seconds, bounds).entities.state].map((state) => presenceOf(state));
    expect(presencesIn(7)).toEqual(['fresh', 'unknown']);
    expect(presencesIn(8)).toEqual(['stale', 'unknown']);
    expect(presencesIn(58)).toEqual(['lost', 'unknown']);
    expect(growOld(frame, 8, bounds).time).toBe(frame.time + 8000);
    expect(presenceOf(frame.entities.state[0]!)).toBe('fresh');
  });
});

describe('an alarm as it stood', () => {
  const alarm = testAlarm(1, {
    raisedAt: 100,
    escalatedAt: 150,
    clearedAt: 200,
    acknowledged: { at: 300, by: 'Li', note: '' },
  });
  it('knows nothing of what came later', () => {
    expect(alarmAt(alarm, 99)).toBeNull();
    expect(alarmAt(alarm, 149)).toMatchObject({ escalatedAt: null, clearedAt: null, acknowledged: null });
    expect(alarmAt(alarm, 250)).toMatchObject({ escalatedAt: 150, clearedAt: 200, acknowledged: null });
    expect(alarmAt(alarm, 300)).toEqual(alarm);
    const answer = { at: 120, by: 'Li', note: '' };
    const risen = { ...alarm, risen: [{ at: 140, from: 'notice' as const, acknowledged: answer }] };
    const stood = [130, 145].map((time) => alarmAt(risen, time)!);
    expect(stood).toMatchObject([
      { urgency: 'notice', acknowledged: answer },
      { urgency: 'alarm', acknowledged: null },
    ]);
    const judged = { ...alarm, judged: { value: 80, bound: 24, unit: 'ppm' } };
    // Over by 200: the worst value of it all is not of after 250, and may be of after 149.
    const later = [149, 250].map((time) => maySayLater(alarmAt(judged, time)!, true));
    expect([...later, maySayLater(alarmAt(judged, 149)!, false)]).toEqual([true, false, false]);
    expect(alarmsAt([alarm, testAlarm(2, { raisedAt: 500 })], 400).size).toBe(1);
  });
});

describe('the present', () => {
  it('keeps the newest reading, whatever order they come in', () => {
    const reading = (at: number, value: number) => ({
      device: 'd',
      metric: 'air.co',
      value,
      at,
      receivedAt: at,
    });
    const after = [reading(20, 2), reading(10, 1)].reduce(
      (present, one) => takeNews(present, { type: 'readings', mine: 'a', readings: [one] }),
      NO_PRESENT,
    );
    expect(after.readings.get(readingKey('d', 'air.co'))?.value).toBe(2);
  });

  it('merges changes of alarms by cursor; a whole list takes away open ones it does not hold', () => {
    const [one, two] = [testAlarm(1), testAlarm(2)];
    let present = takeNews(NO_PRESENT, {
      type: 'alarms',
      mine: 'a',
      cursor: 2,
      whole: true,
      alarms: [one, two],
    });
    const answered = { ...one, cursor: 3, acknowledged: { at: 1, by: 'Li', note: '' } };
    present = takeNews(present, { type: 'alarms', mine: 'a', cursor: 3, whole: false, alarms: [answered] });
    present = takeNews(present, { type: 'alarms', mine: 'a', cursor: 3, whole: false, alarms: [one] });
    expect(present.alarms.get(one.id)).toBe(answered);
    present = takeNews(present, { type: 'alarms', mine: 'a', cursor: 9, whole: true, alarms: [two] });
    expect([...present.alarms.keys()]).toEqual([two.id]);
    expect(present.alarmsKnown).toBe(true);
  });

  it('replaces the roster as a whole', () => {
    const roster = (handles: number[]): NewsMessage => ({
      type: 'roster',
      mine: 'a',
      synthetic: true,
      entities: handles.map((h) => testEntry(h)),
      spots: [],
    });
    const present = takeNews(takeNews(NO_PRESENT, roster([1, 2])), roster([2, 3]));
    expect([...present.roster.keys()]).toEqual([2, 3]);
    expect(present.synthetic).toBe(true);
  });
});

describe('data of the past', () => {
  const HOUR = 3_600_000;
  const start = () => {
    const asked: string[] = [];
    let changes = 0;
    const past = createPastData({
      fetchAlarms: async (from, to) => {
        asked.push(`alarms ${from / HOUR}-${to / HOUR}`);
        return {
          alarms: [testAlarm(1, { raisedAt: 10.2 * HOUR, clearedAt: 10.4 * HOUR })],
          more: from === 10 * HOUR,
        };
      },
      fetchReadings: async (at) => {
        asked.push(`readings ${at / HOUR}`);
        return [{ device: 'd', metric: 'air.co', value: at, at, receivedAt: at }];
      },
      now: () => 12 * HOUR,
      changed: () => void changes++,
    });
    return { past, asked, changes: () => changes };
  };
  const settle = async () => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };

  it('is not known until it is there, and then as it stood', async () => {
    const { past, asked, changes } = start();
    expect(past.alarms(10.3 * HOUR)).toBeNull();
    past.want(10.3 * HOUR, 0);
    past.want(10.3 * HOUR, 0);
    expect(past.readings(10.3 * HOUR)).toBeNull();
    await settle();
    expect(asked.filter((one) => one.startsWith('alarms'))).toEqual(['alarms 10-11']);
    expect(changes()).toBeGreaterThanOrEqual(2);
    expect([...past.alarms(10.3 * HOUR)!.values()][0]).toMatchObject({ clearedAt: null });
    expect(past.alarms(10.1 * HOUR)!.size).toBe(0);
    expect([past.alarmsCut(10.1 * HOUR), past.alarmsCut(11.1 * HOUR)]).toEqual([true, false]);
    expect(past.readings(10.3 * HOUR)!.size).toBe(1);
  });

  it('takes readings for those of the moment for ten seconds, and never for an earlier one', async () => {
    const { past } = start();
    const at = 10 * HOUR;
    past.want(at, 0);
    await settle();
    expect(past.readings(at + 10_000)).not.toBeNull();
    expect(past.readings(at + 10_001)).toBeNull();
    expect(past.readings(at - 1)).toBeNull();
  });
});

describe('the row of a handle', () => {
  it('is found in its frame only', () => {
    const frame = testFrame([{ handle: 7 }, { handle: 3 }]);
    expect([rowOfHandle(frame, 3), rowOfHandle(frame, 8), rowOfHandle(null, 3)]).toEqual([1, -1, -1]);
  });
});
