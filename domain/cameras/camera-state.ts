import type { Reading } from '../contracts/live/viewer.ts';
import { READING_CURRENT_MINUTES } from '../rules/mine-situation.ts';

/**
 * How a camera is, by what was last heard of it. `silent`: nothing for longer than agreed, whatever it said last;
 * `unknown`: never heard, or the moment to judge by is not known.
 */
export const CAMERA_STATES = ['online', 'obstructed', 'offline', 'silent', 'unknown'] as const;
export type CameraState = (typeof CAMERA_STATES)[number];

export interface CameraStatus {
  readonly state: CameraState;
  /** Seconds since it was last heard; null where it never was. */
  readonly age: number | null;
}

type Heard = Pick<Reading, 'value' | 'at'>;

/**
 * By the same bound as alarms: the panel and the alarm queue must not tell two truths.
 * @param online,obstructed the latest readings `camera.online` and `camera.obstructed`
 * @param now ms, the time of the picture on the screen: in the past when the past is shown
 * @param currentMinutes a reading older than this says nothing about now: LiveSetup.readingCurrentMinutes
 */
export function cameraStatus(o: {
  readonly online: Heard | undefined;
  readonly obstructed: Heard | undefined;
  readonly now: number | null;
  readonly currentMinutes: number | undefined;
}): CameraStatus {
  const { online, obstructed, now, currentMinutes = READING_CURRENT_MINUTES } = o;
  const silentAfter = currentMinutes * 60;
  const heard = Math.max(online?.at ?? -Infinity, obstructed?.at ?? -Infinity);
  if (now === null || heard === -Infinity) return { state: 'unknown', age: null };
  const age = Math.max(0, (now - heard) / 1000);
  if (age > silentAfter) return { state: 'silent', age };
  if (online?.value === false) return { state: 'offline', age };
  // Not said to be online: a camera is not called working on the strength of another reading.
  if (online?.value !== true || now - online.at > silentAfter * 1000) return { state: 'unknown', age };
  return { state: obstructed?.value === true ? 'obstructed' : 'online', age };
}
