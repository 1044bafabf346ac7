import { expect, test } from 'vitest';
import { positioningNetworked, sealsClosed } from './live-duties.ts';

const heard = (gateway: string) => ({ gateway, lastReceivedAt: 5, silent: false });
const silent = (gateway: string) => ({ gateway, lastReceivedAt: 5, silent: true });
const notYet = (gateway: string) => ({ gateway, lastReceivedAt: 0, silent: false });
const stations = [
  { id: 'JZ-01', gateway: 'G1' },
  { id: 'JZ-02', gateway: 'G2' },
];

test('positioning is networked where the gateway of every station is heard, and of no other', () => {
  expect(positioningNetworked(stations, [heard('G1'), heard('G2'), silent('WATER')])).toBe(true);
  expect(positioningNetworked(stations, [heard('G1'), silent('G2'), heard('WATER')])).toBe(false);
});

test('it is not told before each was heard, nor where nobody says through what a station reports', () => {
  expect(positioningNetworked(stations, [heard('G1'), notYet('G2')])).toBeNull();
  expect(positioningNetworked(stations, [heard('G1')])).toBeNull();
  expect(positioningNetworked([{ id: 'JZ-01' }], [heard('G1')])).toBeNull();
  expect(positioningNetworked([], [heard('WATER')])).toBeNull();
});

const seals = [{ id: 'FT-01' }, { id: 'FT-02' }];
const read = (device: string, value: boolean, at: number) => ({ device, value, at });

test('seals are closed where all were heard to be, lately; one open is enough, whenever it was heard', () => {
  expect(sealsClosed(seals, [read('FT-01', true, 9), read('FT-02', true, 8)], 5)).toBe(true);
  expect(sealsClosed(seals, [read('FT-01', true, 9), read('FT-02', false, 1)], 5)).toBe(false);
  expect(sealsClosed(seals, [read('FT-01', true, 9), read('FT-02', true, 1)], 5)).toBeNull();
  expect(sealsClosed(seals, [read('FT-01', true, 9)], 5)).toBeNull();
  expect(sealsClosed([], [], 5)).toBeNull();
});
