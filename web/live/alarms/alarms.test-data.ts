import type { Alarm } from '../../../domain/contracts/live/alarm.ts';

export const testAlarm = (number: number, o: Partial<Alarm> = {}): Alarm => ({
  id: `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  mine: 'a',
  cursor: number,
  kind: 'over-number',
  urgency: 'alarm',
  warning: null,
  subject: { type: 'place', id: 'p', name: 'Stope 3' },
  place: 'Stope 3',
  enu: null,
  judged: null,
  rule: { id: 'r', jurisdiction: 'j', clause: 'c', status: 's' },
  raisedAt: 1000 * number,
  clearedAt: null,
  acknowledged: null,
  closeBy: null,
  escalatedAt: null,
  synthetic: false,
  ...o,
});
