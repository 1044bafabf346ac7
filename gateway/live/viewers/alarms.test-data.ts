import type { Alarm } from '../../../domain/contracts/live/alarm.ts';

export const alarmOf = (number: string): Alarm => ({
  id: `0198c5a0-0000-7000-8000-${number.padStart(12, '0')}`,
  mine: 'qingshi-iron',
  cursor: 0,
  kind: 'sos',
  urgency: 'sos',
  warning: null,
  subject: { type: 'entity', id: `T${number}`, name: null },
  place: null,
  enu: null,
  judged: null,
  rule: { id: 'sos', jurisdiction: 'test', clause: 'test', status: 'test' },
  raisedAt: 1_790_000_000_000,
  clearedAt: null,
  acknowledged: null,
  closeBy: null,
  escalatedAt: null,
  synthetic: true,
});
