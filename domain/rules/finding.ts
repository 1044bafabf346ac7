import type { Alarm, Urgency, WarningLevel } from '../contracts/live/alarm.ts';

/** Something a rule does not allow, at one moment. */
export interface RuleFinding {
  readonly subject: Alarm['subject'];
  /** Id of the place the finding is about besides its subject; null where the subject alone says it. */
  readonly scope: string | null;
  /** Name of where it happened. */
  readonly place: string | null;
  /** ENU metres. */
  readonly enu: readonly [number, number, number] | null;
  readonly judged: Alarm['judged'];
  /** Where it is more or less urgent than its rule says. */
  readonly urgency?: Urgency;
  /** ms; when it became true, where that is known better than by the time of the picture. */
  readonly since: number | null;
}

/**
 * What one check says of one picture. It has three answers, not two: `findings` holds, `denies` is known not to hold,
 * and of everything else nothing is known (a lost person, a device that reports no more), which changes no alarm.
 */
export interface Judgement {
  readonly findings: readonly RuleFinding[];
  denies(subjectId: string, scope: string | null): boolean;
  /** So many subjects should have been judged and could not be: what is known of them is too rough. */
  readonly tooRough?: number;
}

/** A finding another part of the program made, of a rule that this part only raises and clears. */
export interface ReadyFinding extends RuleFinding {
  readonly check: 'slope-warning' | 'slope-forecast';
  /** slope-warning: id of the threshold in live.yaml that was passed. */
  readonly threshold: string | null;
  readonly warning: WarningLevel | null;
}
