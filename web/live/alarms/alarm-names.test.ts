import { expect, test } from 'vitest';
import { placeIsSubject, subjectName } from './alarm-names.ts';
import { NO_LIVE_SETUP, testAlarm } from './alarms.test-data.ts';

const setup = {
  ...NO_LIVE_SETUP,
  devices: [
    {
      id: 'SXT-1',
      kind: 'camera',
      name: { zh: '破碎站摄像机', en: 'Crusher camera' },
      enu: [0, 0, 0] as [number, number, number],
    },
  ],
};

test('a device is called as the reader’s language calls it; a person by the own name', () => {
  const camera = testAlarm(1, { subject: { type: 'device', id: 'SXT-1', name: '破碎站摄像机' } });
  expect(subjectName(camera, setup, 'en')).toBe('Crusher camera');
  expect(subjectName(camera, null, 'en')).toBe('破碎站摄像机');
  const person = testAlarm(2, { subject: { type: 'entity', id: 'SXT-1', name: '李某' } });
  expect(subjectName(person, setup, 'en')).toBe('李某');
  expect(subjectName(testAlarm(3, { subject: { type: 'place', id: 'X', name: null } }), setup, 'en')).toBe(
    'X',
  );
});

test('a silent gateway is called by its English name as well', () => {
  const gateways = [{ id: 'GW-1', name: { zh: '斜坡道网关', en: 'Ramp gateway' } }];
  const silent = testAlarm(4, { subject: { type: 'device', id: 'GW-1', name: '斜坡道网关' } });
  expect(subjectName(silent, { ...setup, gateways }, 'en')).toBe('Ramp gateway');
});

test('a place is not said twice', () => {
  expect(placeIsSubject(testAlarm(1))).toBe(true);
  expect(placeIsSubject(testAlarm(1, { place: 'Ramp' }))).toBe(false);
  expect(placeIsSubject(testAlarm(1, { place: null }))).toBe(false);
});
