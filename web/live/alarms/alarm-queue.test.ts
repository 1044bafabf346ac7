import { describe, expect, it } from 'vitest';
import { alarmQueue, alarmStage, isGrave } from './alarm-queue.ts';
import { noteHeard, soundFor } from './alarm-sound.ts';
import { testAlarm } from './alarms.test-data.ts';

const answer = { at: 1, by: 'Li', note: '' };

describe('the alarm queue', () => {
  it('holds what still asks for an answer, calls for help first', () => {
    const queue = alarmQueue([
      testAlarm(1, { urgency: 'notice' }),
      testAlarm(2, { clearedAt: 9, acknowledged: answer }),
      testAlarm(3, { acknowledged: answer }),
      testAlarm(4, { clearedAt: 9 }),
      testAlarm(5, { urgency: 'sos', kind: 'sos' }),
    ]);
    expect(queue.map(({ cursor, ...one }) => [cursor, alarmStage({ cursor, ...one })])).toEqual([
      [5, 'open'],
      [4, 'cleared'],
      [3, 'answered'],
      [1, 'open'],
    ]);
  });

  it('keeps SOS and red in the banner until somebody answers, cleared or not', () => {
    expect(isGrave(testAlarm(1, { urgency: 'sos', clearedAt: 5 }))).toBe(true);
    expect(isGrave(testAlarm(1, { warning: 'red' }))).toBe(true);
    expect(isGrave(testAlarm(1, { warning: 'red', acknowledged: answer }))).toBe(false);
    expect(isGrave(testAlarm(1, { warning: 'orange' }))).toBe(false);
  });
});

describe('the sound of alarms', () => {
  const map = (...alarms: ReturnType<typeof testAlarm>[]) => new Map(alarms.map((one) => [one.id, one]));
  const one = testAlarm(1);
  const grave = testAlarm(2, { urgency: 'sos' });

  it('is heard once for what is new, graver where one is grave', () => {
    expect(soundFor(map(one), new Set())).toBe('plain');
    expect(soundFor(map(one), new Set([one.id]))).toBeNull();
    expect(soundFor(map(one, grave), new Set([one.id]))).toBe('grave');
  });

  it('is heard once more when the end of the day nears and nobody has answered', () => {
    const heard = new Set<string>();
    noteHeard(map(one), heard);
    const escalated = { ...one, escalatedAt: 9 };
    expect(soundFor(map(escalated), heard)).toBe('escalated');
    expect(soundFor(map(escalated, grave), heard)).toBe('grave');
    expect(soundFor(map({ ...escalated, acknowledged: answer }), heard)).toBeNull();
    noteHeard(map(escalated), heard);
    expect(soundFor(map(escalated), heard)).toBeNull();
  });

  it('is heard anew when an alarm becomes graver, answered before or not', () => {
    const heard = new Set<string>();
    noteHeard(map({ ...one, urgency: 'notice', acknowledged: answer }), heard);
    const risen = { ...one, risen: [{ at: 5, from: 'notice' as const, acknowledged: answer }] };
    expect(soundFor(map(risen), heard)).toBe('plain');
    noteHeard(map(risen), heard);
    expect(soundFor(map(risen), heard)).toBeNull();
  });

  it('is silent for what is answered or was over before anybody heard it', () => {
    expect(
      soundFor(map({ ...one, acknowledged: answer }, { ...testAlarm(3), clearedAt: 5 }), new Set()),
    ).toBeNull();
  });
});
