import { expect, test } from 'vitest';
import { hangLogs } from './hang-logs.ts';
import { contactsOfLog } from './log-contacts.ts';
import { sampleLog } from './sample-logs.test-kit.ts';

const rows = (base: number) => [['clay', 0, base] as const, ['schist', base, 60] as const];
const given = (log: ReturnType<typeof sampleLog>) => ({ log, contacts: contactsOfLog(log) });
const HIGH = given(sampleLog('high', rows(8), 120));
const LOW = given(sampleLog('low', rows(20), 100));
const UNKNOWN = given(sampleLog('unknown', rows(5), null));

test('by elevation, like heights are at one level of the panel, and a depth leads back', () => {
  const [high, low] = hangLogs([HIGH, LOW], { on: 'elevation' });
  expect([high!.y(0), low!.y(0)]).toEqual([-120, -100]);
  expect(high!.y(20)).toBe(low!.y(0));
  expect(low!.depthAt(-70)).toBeCloseTo(30, 9);
  expect(low!.depthAt(-120)).toBeNull();
});

test('a hole whose height is not known hangs at the top and says that it does not hang as asked', () => {
  const [, unknown] = hangLogs([HIGH, UNKNOWN], { on: 'elevation' });
  expect(unknown).toMatchObject({ hung: false, top: -120 });
  expect(hangLogs([HIGH, UNKNOWN], { on: 'depth' }).every(({ hung }) => hung)).toBe(true);
});

test('by a contact, it lies at nought in every hole that has it, without heights as well', () => {
  const hung = hangLogs([HIGH, LOW, UNKNOWN], { on: 'contact', key: 'clay|schist' });
  expect(hung.map(({ y }, i) => y([8, 20, 5][i]!))).toEqual([0, 0, 0]);
  const without = given(sampleLog('ore', [['ore', 0, 30]]));
  expect(hangLogs([HIGH, without], { on: 'contact', key: 'clay|schist' })[1]).toMatchObject({
    hung: false,
    top: -8,
  });
});

test('an inclined hole is as long in the panel as it is deep', () => {
  const log = { ...HIGH.log, path: Float64Array.of(0, 0, 0, 120, 60, 30, 0, 68) };
  const [hung] = hangLogs([{ log, contacts: [] }], { on: 'elevation' });
  expect(hung!.base - hung!.top).toBeCloseTo(52, 9);
  expect(hung!.depthAt(-94)).toBeCloseTo(30, 9);
});
