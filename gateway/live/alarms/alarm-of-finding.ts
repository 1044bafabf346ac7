import { type Alarm, URGENCIES, type Urgency } from '../../../domain/contracts/live/alarm.ts';
import { type CloseOut, closeBy } from '../../../domain/rules/escalation.ts';
import type { ReadyFinding, RuleFinding } from '../../../domain/rules/finding.ts';
import type { RunningRule } from '../../../domain/rules/running-rule.ts';

/** Coordinates with more than millimetres say nothing and cost room. */
const rounded = (enu: RuleFinding['enu']): Alarm['enu'] =>
  enu && [round(enu[0]), round(enu[1]), round(enu[2])];
const round = (metres: number): number => Math.round(metres * 1000) / 1000;

/** A new alarm; its cursor is given when it is put into the log. */
export const alarmOfFinding = (o: {
  readonly id: string;
  readonly mine: string;
  readonly rule: RunningRule;
  readonly finding: RuleFinding & Partial<Pick<ReadyFinding, 'warning'>>;
  readonly since: number;
  readonly closeOut: CloseOut | null;
  readonly synthetic: boolean;
}): Alarm => {
  const { id, mine, rule, finding, since, closeOut, synthetic } = o;
  return {
    id,
    mine,
    cursor: 0,
    kind: rule.check,
    urgency: finding.urgency ?? rule.urgency,
    warning: finding.warning ?? rule.warning,
    subject: finding.subject,
    place: finding.place,
    ...(finding.scope !== null && { scope: finding.scope }),
    enu: rounded(finding.enu),
    judged: finding.judged,
    rule: rule.rule,
    raisedAt: since,
    clearedAt: null,
    acknowledged: null,
    closeBy: closeBy(since, closeOut),
    escalatedAt: null,
    synthetic,
  };
};

/** A judged value is told anew when it is worse by this share of its bound. */
const WORSE_SHARE = 0.05;

/** Below zero: graver. */
export const compareUrgency = (a: Urgency, b: Urgency): number => URGENCIES.indexOf(a) - URGENCIES.indexOf(b);

/**
 * The alarm grown graver: it wants a new answer, for who answered for an empty place has not answered for the people in
 * it. The answer until then stays in its record.
 */
export const risenAlarm = (alarm: Alarm, urgency: Urgency, at: number): Alarm => ({
  ...alarm,
  urgency,
  acknowledged: null,
  risen: [...(alarm.risen ?? []), { at, from: alarm.urgency, acknowledged: alarm.acknowledged }],
});

/**
 * The alarm with what the finding says now: where, and the worst value so far; null where nothing worth telling changed.
 */
export const refreshedAlarm = (alarm: Alarm, finding: RuleFinding): Alarm | null => {
  const old = alarm.judged;
  const now = finding.judged;
  const beyond = (value: number, bound: number): number => Math.abs(value - bound);
  const isWorse =
    old !== null &&
    now !== null &&
    beyond(now.value, now.bound) > beyond(old.value, old.bound) + Math.abs(now.bound) * WORSE_SHARE;
  const hasMoved = finding.place !== null && finding.place !== alarm.place;
  if (!isWorse && !hasMoved) return null;
  return {
    ...alarm,
    ...(isWorse && { judged: now }),
    ...(hasMoved && { place: finding.place, enu: rounded(finding.enu) }),
  };
};
