import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';

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

/** A live side with nothing in it. */
export const NO_LIVE_SETUP: LiveSetup = {
  mine: 'a',
  provenance: 'synthetic',
  timeZone: '+08:00',
  presence: { staleAfter: 10, lostAfter: 60, readerSilentAfter: 30 },
  devices: [],
  workPlaces: [],
  keyPlaces: [],
  restrictedZones: [],
  shifts: [],
  thresholds: [],
  slopes: [],
  rules: { 'hyalite-rules': 1, county: 'c', rules: [], cameraCoverage: [], slopeHeights: [] },
};
