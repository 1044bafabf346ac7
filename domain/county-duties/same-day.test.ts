import { expect, test } from 'vitest';
import { tinyAlarm } from '../rules/tiny-alarm.test-kit.ts';
import { closedSameDay } from './same-day.ts';

test('closed out is cleared and acknowledged by the end of the day; today’s are not judged yet', () => {
  const acknowledged = (at: number) => ({ at, by: '值班长', note: '' });
  const alarms = [
    tinyAlarm({ closeBy: 100, clearedAt: 50, acknowledged: acknowledged(99) }),
    tinyAlarm({ closeBy: 100, clearedAt: 50, acknowledged: acknowledged(101) }),
    tinyAlarm({ closeBy: 100, clearedAt: null, acknowledged: acknowledged(60) }),
    tinyAlarm({ closeBy: 100, clearedAt: 50 }),
    tinyAlarm({ closeBy: 200, clearedAt: null }),
    tinyAlarm({ closeBy: null, clearedAt: null }),
  ];
  expect(closedSameDay(alarms, 150)).toEqual({ all: 4, sameDay: 1 });
  expect(closedSameDay([], 150)).toEqual({ all: 0, sameDay: 0 });
});
