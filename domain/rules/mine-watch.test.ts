import { describe, expect, it } from 'vitest';
import type { GatewayState } from '../contracts/live/viewer.ts';
import { deviceSilent } from './device-silent.ts';
import { createMineWatch, currentReading } from './mine-watch.ts';
import { createPeopleWatch } from './people-watch.ts';
import { createPlaceMembership } from './place-membership.ts';
import {
  HOUR,
  MINUTE,
  MORNING,
  tinyGateway,
  tinyReading,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const seesAll = (...gateways: readonly GatewayState[]): boolean => {
  const people = createPeopleWatch(null, createPlaceMembership(null, []));
  const watch = createMineWatch({ people, network: null, gateways: ['g1'] });
  watch(tinySituation(MORNING, [], { gateways }));
  return watch(tinySituation(MORNING + 2 * MINUTE, [], { gateways })).seesAll;
};

describe('seesAll', () => {
  it('asks for every gateway that is listed, and for any other that has come since the start', () => {
    const heard = tinyGateway('g1', MORNING);
    expect(seesAll(heard)).toBe(true);
    expect(seesAll(heard, tinyGateway('of-last-year', 0, true))).toBe(true);
    expect(seesAll(heard, tinyGateway('g2', MORNING, true))).toBe(false);
    expect([seesAll(tinyGateway('g1', 0, true)), seesAll(tinyGateway('g1', 1, true)), seesAll()]).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('a reading', () => {
  const old = { ...tinyReading('c1', 'camera.online', true, MORNING - 3 * HOUR), receivedAt: MORNING };
  const ahead = { ...tinyReading('c2', 'camera.online', true, MORNING + HOUR), receivedAt: MORNING };

  it('that was true long ago says nothing of now, however late it comes in', () => {
    const watch = tinyWatcher()(tinySituation(MORNING, [], { readings: [old, ahead] }));
    expect(currentReading(watch, 'c1', 'camera.online')).toBeUndefined();
    expect(currentReading(watch, 'c2', 'camera.online')).toBe(ahead);
  });

  it('repeated for a dead device does not make it heard', () => {
    const watcher = tinyWatcher();
    watcher(tinySituation(MORNING - 3 * HOUR));
    const watch = watcher(tinySituation(MORNING + MINUTE, [], { readings: [old, ahead] }));
    const devices = ['c1', 'c2'].map((id) => ({ id, kind: 'camera', name: null, enu: null }));
    const judged = deviceSilent(watch, devices, 10);
    expect([judged.findings.map(({ subject }) => subject.id), judged.denies('c2', null)]).toEqual([
      ['c1'],
      true,
    ]);
  });
});
