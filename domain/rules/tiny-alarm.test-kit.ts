import type { Alarm } from '../contracts/live/alarm.ts';

export const tinyAlarm = (part: Partial<Alarm>): Alarm => ({
  id: '01900000-0000-7000-8000-000000000000',
  mine: 'tiny',
  cursor: 1,
  kind: 'sos',
  urgency: 'alarm',
  warning: null,
  subject: { type: 'entity', id: 'a', name: '人a' },
  place: null,
  enu: null,
  judged: null,
  rule: { id: 'SOS', jurisdiction: '—', clause: '—', status: 'test' },
  raisedAt: 1,
  clearedAt: null,
  acknowledged: null,
  closeBy: null,
  escalatedAt: null,
  synthetic: true,
  ...part,
});
