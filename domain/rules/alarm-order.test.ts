import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alarm, URGENCIES } from '../contracts/live/alarm.ts';
import { compareAlarms, isOpen } from './alarm-order.ts';
import { tinyAlarm } from './tiny-alarm.test-kit.ts';

const answered = { at: 1, by: '值班长', note: '' };

describe('compareAlarms', () => {
  it('puts sos before alarm before notice, the unanswered first, the escalated first, the newest first', () => {
    const alarm = (id: string, part: Partial<Alarm>) => tinyAlarm({ id, ...part });
    const sorted = [
      alarm('old notice', { urgency: 'notice', raisedAt: 1 }),
      alarm('answered sos', { urgency: 'sos', raisedAt: 9, acknowledged: answered }),
      alarm('old alarm', { raisedAt: 1 }),
      alarm('answered alarm', { raisedAt: 9, acknowledged: answered }),
      alarm('new alarm', { raisedAt: 2 }),
      alarm('escalated alarm', { raisedAt: 0, escalatedAt: 8 }),
      alarm('sos', { urgency: 'sos', raisedAt: 1 }),
    ].sort(compareAlarms);
    expect(sorted.map(({ id }) => id)).toEqual([
      'sos',
      'answered sos',
      'escalated alarm',
      'new alarm',
      'old alarm',
      'answered alarm',
      'old notice',
    ]);
  });

  it('is one order for any queue, whatever order it came in', () => {
    const anyAlarm = fc
      .record({
        id: fc.uuid(),
        urgency: fc.constantFrom(...URGENCIES),
        raisedAt: fc.nat(3),
        escalatedAt: fc.constantFrom(null, 4),
        acknowledged: fc.constantFrom(null, answered),
      })
      .map(tinyAlarm);
    fc.assert(
      fc.property(fc.array(anyAlarm, { maxLength: 30 }), fc.nat(), (alarms, turn) => {
        const turned = [...alarms.slice(turn % 7), ...alarms.slice(0, turn % 7)];
        expect(turned.sort(compareAlarms)).toEqual([...alarms].sort(compareAlarms));
      }),
    );
  });
});

describe('isOpen', () => {
  it('closes what is both over and answered', () => {
    expect(isOpen(tinyAlarm({}))).toBe(true);
    expect(isOpen(tinyAlarm({ clearedAt: 2 }))).toBe(true);
    expect(isOpen(tinyAlarm({ acknowledged: answered }))).toBe(true);
    expect(isOpen(tinyAlarm({ acknowledged: answered, clearedAt: 2 }))).toBe(false);
  });
});
