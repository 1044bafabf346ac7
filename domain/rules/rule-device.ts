import type { Alarm } from '../contracts/live/alarm.ts';
import type { RuleFinding } from './finding.ts';

/** A device or field gateway as findings name it. */
export interface RuleDevice {
  readonly id: string;
  readonly kind: string;
  readonly name: string | null;
  /** ENU metres; null: nobody said where it stands. */
  readonly enu: readonly [number, number, number] | null;
}

export const deviceFinding = (
  device: RuleDevice,
  since: number | null,
  judged: Alarm['judged'] = null,
): RuleFinding => ({
  subject: { type: 'device', id: device.id, name: device.name },
  scope: null,
  place: device.name,
  enu: device.enu,
  judged,
  since,
});
