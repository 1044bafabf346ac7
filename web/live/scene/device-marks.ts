import type { Alarm } from '../../../domain/contracts/live/alarm.ts';
import type { LiveSetup, SetupDevice } from '../../../domain/contracts/live/setup.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import type { DeviceMark } from '../../engines/mine-view.ts';
import { readingKey } from '../live-store.ts';

/** After this silence nothing is claimed of a device any more, whatever rule watches it. Slopes may report daily. */
const SILENT_AFTER_MS = 15 * 60_000;
const SLOPE_SILENT_AFTER_MS = 25 * 3_600_000;

/** Values by which a device says that it does not do its work. */
const FAULTS: readonly { readonly metric: string; readonly faulty: boolean }[] = [
  { metric: 'camera.online', faulty: false },
  { metric: 'camera.obstructed', faulty: true },
];

export interface DeviceSituation {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly alarms: ReadonlyMap<string, Alarm>;
  readonly now: number | null;
  /** False: the readings and alarms of the moment are not known, so neither is the state of any device. */
  readonly known: boolean;
}

/** What is known of a device's state; never better than its newest word allows. */
export const deviceState = (
  device: Pick<SetupDevice, 'id' | 'kind'>,
  newest: number | null,
  o: DeviceSituation,
): DeviceMark['state'] => {
  if (!o.known || o.now === null) return 'unknown';
  for (const { subject, kind, clearedAt } of o.alarms.values()) {
    if (subject.type !== 'device' || subject.id !== device.id || clearedAt !== null) continue;
    if (kind === 'device-silent' || kind === 'silent-reader') return 'silent';
    if (kind === 'camera-offline') return 'failing';
  }
  if (newest === null) return 'unknown';
  const limit = device.kind === 'slope' ? SLOPE_SILENT_AFTER_MS : SILENT_AFTER_MS;
  if (o.now - newest > limit) return 'silent';
  const failing = FAULTS.some(
    ({ metric, faulty }) => o.readings.get(readingKey(device.id, metric))?.value === faulty,
  );
  return failing ? 'failing' : 'working';
};

/** Newest reading of each device, ms of receipt. */
export const newestByDevice = (readings: Iterable<Reading>): Map<string, number> => {
  const newest = new Map<string, number>();
  for (const { device, at } of readings)
    newest.set(device, Math.max(newest.get(device) ?? Number.NEGATIVE_INFINITY, at));
  return newest;
};

export const deviceMarks = (setup: LiveSetup, o: DeviceSituation): DeviceMark[] => {
  const newest = newestByDevice(o.readings.values());
  const alarmed = new Set(
    [...o.alarms.values()]
      .filter(({ subject, clearedAt }) => subject.type === 'device' && clearedAt === null)
      .map(({ subject }) => subject.id),
  );
  return setup.devices.map((device) => ({
    id: device.id,
    kind: device.kind,
    enu: device.enu,
    azimuth: device.azimuth ?? null,
    state: deviceState(device, newest.get(device.id) ?? null, o),
    alarmed: alarmed.has(device.id),
  }));
};
