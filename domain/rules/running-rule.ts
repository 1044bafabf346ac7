import type { Alarm, AlarmKind, Urgency, WarningLevel } from '../contracts/live/alarm.ts';
import type { Reading } from '../contracts/live/viewer.ts';
import type { Judgement } from './finding.ts';
import type { LatchTimes } from './latch.ts';
import type { MineWatch } from './mine-watch.ts';

/** A rule put to work in one mine. */
export interface RunningRule extends LatchTimes {
  readonly rule: Alarm['rule'];
  readonly check: AlarmKind;
  readonly urgency: Urgency;
  readonly warning: WarningLevel | null;
  judge(watch: MineWatch): Judgement;
  /** Readings of before the start it needs to judge at once; left out where it looks at now only. */
  readonly past?: {
    readonly metric: string;
    readonly minutes: number;
    seed(readings: readonly Reading[]): void;
  };
}
