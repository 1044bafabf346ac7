import { expect, it } from 'vitest';
import { presenceOf } from '../../../../domain/contracts/live/entity.ts';
import type { DeviceMark } from '../../mine-view.ts';
import { deviceRows } from './device-rows.ts';
import { callsForHelp, isPlaced, isUrgent, kindIndex } from './entity-rows.ts';

const mark = (patch: Partial<DeviceMark>): DeviceMark => ({
  id: 'd',
  kind: 'camera',
  enu: [1.234, -5, 0],
  azimuth: null,
  state: 'working',
  alarmed: false,
  ...patch,
});

it('says place, direction and state of a device in the columns of moving things', () => {
  const rows = deviceRows([mark({ azimuth: 90 }), mark({ state: 'failing', alarmed: true, kind: 'reader' })]);
  expect([...rows.position.slice(0, 3)]).toEqual([123, -500, 0]);
  expect(rows.heading[0]).toBe(64);
  expect(presenceOf(rows.state[1]!)).toBe('stale');
  expect([...rows.state].map(isUrgent)).toEqual([false, true]);
});

it('never takes a device for a person who calls for help, and shows one of unknown state', () => {
  for (const kind of ['camera', 'reader', 'slope', 'anything'])
    for (const state of ['working', 'failing', 'silent', 'unknown'] as const) {
      const bits = deviceRows([mark({ kind, state })]).state[0]!;
      expect(callsForHelp(bits)).toBe(false);
      expect(isPlaced(bits)).toBe(true);
      expect(kindIndex(bits)).toBe(2);
    }
});
