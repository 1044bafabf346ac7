import { describe, expect, it } from 'vitest';
import { testAlarm } from '../alarms/alarms.test-data.ts';
import { momentInput, momentText, readMomentInput, shortMomentText } from '../moment-text.ts';
import { alarmTicks, markedTimes, shareOf } from './timeline-scale.ts';

const at = (text: string) => Date.parse(text);

describe('the timeline', () => {
  it.each([
    ['2026-11-22T20:03:00+08:00', '2026-11-22T21:03:00+08:00', '20:10 20:20 20:30 20:40 20:50 21:00'],
    ['2026-11-22T05:00:00+08:00', '2026-11-23T05:00:00+08:00', '06:00 12:00 18:00 00:00'],
  ])('marks round times of the mine’s own clock from %s', (from, to, wanted) => {
    const times = markedTimes(at(from), at(to), 7, '+08:00');
    expect(times.map((time) => momentText(time, '+08:00').slice(11, 16)).join(' ')).toBe(wanted);
  });

  it('never marks more than asked for', () => {
    for (const hours of [0.2, 1, 8, 24, 24 * 30])
      expect(
        markedTimes(at('2026-01-01T00:00:00Z'), at('2026-01-01T00:00:00Z') + hours * 3_600_000, 7, '+08:00')
          .length,
      ).toBeLessThanOrEqual(8);
  });

  it('puts near alarms into one tick, which is grave where one is', () => {
    const alarms = [10, 11, 500, 2000].map((raisedAt, i) =>
      testAlarm(i, { raisedAt, warning: raisedAt === 11 ? 'red' : null }),
    );
    expect(alarmTicks(alarms, 0, 1000, 0.01)).toEqual([
      { share: 0.01, grave: true, count: 2 },
      { share: 0.5, grave: false, count: 1 },
    ]);
  });

  it('keeps shares within the bar', () => {
    expect([shareOf(-5, 0, 10), shareOf(5, 0, 10), shareOf(50, 0, 10), shareOf(1, 5, 5)]).toEqual([
      0, 0.5, 1, 1,
    ]);
  });
});

describe('moments', () => {
  it('are told by the mine’s clock, the day only where it differs', () => {
    const time = at('2026-11-22T20:00:05Z');
    expect(momentText(time, '+08:00')).toBe('2026-11-23 04:00:05');
    expect(momentText(time, '-03:30')).toBe('2026-11-22 16:30:05');
    expect(shortMomentText(time, at('2026-11-22T22:00:00Z'), '+08:00')).toBe('04:00:05');
    expect(shortMomentText(time, at('2026-11-24T22:00:00Z'), '+08:00')).toBe('11-23 04:00');
  });

  it('are written into and read out of a field by the mine’s clock', () => {
    const time = at('2026-11-22T20:00:00Z');
    expect(momentInput(time, '+08:00')).toBe('2026-11-23T04:00');
    expect(readMomentInput('2026-11-23T04:00', '+08:00')).toBe(time);
    for (const text of ['', '2026-11-23', '2026-13-41T04:00'])
      expect(readMomentInput(text, '+08:00')).toBeNull();
  });
});
