import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand';
import type { LiveSetup } from '../../../domain/contracts/live/setup.ts';
import type { LiveScene } from '../../engines/mine-view.ts';
import { testAlarm } from '../alarms/alarms.test-data.ts';
import { type LiveState, NO_LIVE, readingKey } from '../live-store.ts';
import { testEntry, testFrame, testRoster } from '../picture/frames.test-data.ts';
import { rowOfHandle } from '../picture/row-of-handle.ts';
import { type DeviceSituation, deviceState } from './device-marks.ts';
import { labelText, linkScene, mixPeriod } from './scene-link.ts';
import { trackOverlay } from './track-overlay.ts';

const T0 = 1_800_000_000_000;

describe('the state of a device', () => {
  const camera = { id: 'C', kind: 'camera' };
  const reading = (value: boolean) =>
    new Map([
      [
        readingKey('C', 'camera.online'),
        { device: 'C', metric: 'camera.online', value, at: T0, receivedAt: T0 },
      ],
    ]);
  const situation = (o: Partial<DeviceSituation> = {}): DeviceSituation => ({
    readings: reading(true),
    alarms: new Map(),
    now: T0 + 1000,
    known: true,
    ...o,
  });
  const raised = (kind: 'device-silent' | 'camera-offline', clearedAt: number | null = null) => {
    const alarm = testAlarm(1, { kind, clearedAt, subject: { type: 'device', id: 'C', name: null } });
    return new Map([[alarm.id, alarm]]);
  };

  it.each([
    ['working', T0, {}],
    ['failing', T0, { readings: reading(false) }],
    ['unknown', null, { readings: new Map() }],
    ['unknown', T0, { known: false }],
    ['unknown', T0, { now: null }],
    ['silent', T0, { now: T0 + 16 * 60_000 }],
    ['silent', T0, { alarms: raised('device-silent') }],
    ['failing', T0, { alarms: raised('camera-offline') }],
    ['working', T0, { alarms: raised('camera-offline', T0) }],
  ] as const)('is %s (case %#)', (wanted, newest, o) => {
    expect(deviceState(camera, newest, situation(o))).toBe(wanted);
  });

  it('leaves a slope station, which may report once a day, more time', () => {
    const now = T0 + 10 * 3_600_000;
    expect(deviceState({ id: 'S', kind: 'slope' }, T0, situation({ now }))).toBe('working');
  });
});

describe('the period of a movement', () => {
  const live = { mode: 'live' } as const;
  const frame = (time: number, source: 'live' | 'history' = 'live') => testFrame([], { time, source });
  it.each([
    ['the time between two pictures', frame(T0 + 1000), frame(T0), live, 1000],
    ['nothing over a gap', frame(T0 + 30_000), frame(T0), live, 0],
    ['nothing from now to then', frame(T0, 'history'), frame(T0), live, 0],
    ['nothing back in time', frame(T0 - 1000), frame(T0), live, 0],
    [
      'shorter at faster play',
      frame(T0 + 15_000, 'history'),
      frame(T0, 'history'),
      { mode: 'history', time: T0, speed: 60 } as const,
      250,
    ],
    [
      'nothing at a seek',
      frame(T0 + 1000, 'history'),
      frame(T0, 'history'),
      { mode: 'history', time: T0, speed: 0 } as const,
      0,
    ],
  ])('is %s', (_, after, before, clock, wanted) => {
    expect(mixPeriod({ frame: after, clock }, before)).toBe(wanted);
  });
});

describe('the scene', () => {
  it('is told what changed, and is empty after', () => {
    const calls: unknown[][] = [];
    const scene = new Proxy({} as LiveScene, {
      get:
        (_target, name) =>
        (...args: unknown[]) =>
          void calls.push([name, ...args]),
    });
    const store = createStore<LiveState>(() => NO_LIVE);
    const end = linkScene(scene, store, () => null);
    calls.length = 0;
    const frame = testFrame([{ handle: 1 }]);
    store.setState({ frame });
    store.setState({ now: 5 });
    store.setState({ selected: { type: 'entity', handle: 1 } });
    store.setState({ following: true });
    store.setState({ following: false });
    expect(calls).toEqual([
      ['setFrame', frame, 0],
      ['setSelectedEntity', { type: 'entity', handle: 1 }],
      ['follow', { type: 'entity', handle: 1 }],
      ['follow', null],
    ]);
    calls.length = 0;
    end();
    store.setState({ now: 6, frame: null });
    expect(calls).toEqual([
      ['setFrame', null, 0],
      ['setDevices', []],
      ['setSelectedEntity', null],
    ]);
  });

  it('labels by name, with the age of who is not fresh, never by a handle', () => {
    const frame = testFrame([{ handle: 1 }, { handle: 2, presence: 'lost', age: 90 }, { handle: 3 }]);
    const state: LiveState = {
      ...NO_LIVE,
      frame,
      roster: testRoster([testEntry(1), testEntry(2), testEntry(3, { name: null })]),
      setup: { devices: [{ id: 'C', name: { zh: '甲', en: 'A' } }] } as unknown as LiveSetup,
    };
    const words = {
      deviceName: (name: { en: string }) => name.en,
      unnamed: 'tag',
      ago: (s: number) => `${s} s`,
    };
    const label = (handle: number) =>
      labelText({ type: 'entity', handle }, state, words, (one) => rowOfHandle(frame, one));
    expect([1, 2, 3, 4].map(label)).toEqual(['Name 1', 'Name 2 · 90 s', 'tag T-3', 'tag']);
    expect(labelText({ type: 'device', id: 'C' }, state, words, () => -1)).toBe('A');
    expect(labelText({ type: 'device', id: 'X' }, state, words, () => -1)).toBeNull();
  });
});

describe('a track', () => {
  const rgb = [1, 2, 3] as const;
  it('is drawn in metres through rock, fainter where it is old, and broken where nobody could have walked', () => {
    const overlay = trackOverlay(
      {
        time: [0, 1000, 2000, 500_000, 501_000],
        position: [0, 0, 0, 100, 0, 0, 200, 0, 0, 300, 0, 0, 90_000, 0, 0],
      },
      rgb,
    )!;
    expect([...overlay.indices]).toEqual([0, 1, 1, 2]);
    expect(overlay.positions[3]).toBe(1);
    expect(overlay.throughRock).toBe(true);
    expect(overlay.colours[3]).toBeLessThan(overlay.colours[19]!);
  });
  it('is nothing where nothing was kept', () => {
    expect(trackOverlay({ time: [], position: [] }, rgb)).toBeNull();
    expect(trackOverlay({ time: [1], position: [0, 0, 0] }, rgb)).toBeNull();
    expect(trackOverlay({ time: [0, 1e9], position: [0, 0, 0, 1, 0, 0] }, rgb)).toBeNull();
  });
});
