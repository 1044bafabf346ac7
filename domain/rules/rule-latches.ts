import type { Alarm, AlarmKind } from '../contracts/live/alarm.ts';
import type { Judgement, RuleFinding } from './finding.ts';
import { type Latch, newLatch, stepLatch } from './latch.ts';
import type { MineWatch } from './mine-watch.ts';
import type { RunningRule } from './running-rule.ts';

/** What makes two findings the same one: rule, kind, subject and the place it is about. */
export const findingKey = (
  ruleId: string,
  kind: AlarmKind,
  subject: Pick<Alarm['subject'], 'type' | 'id'>,
  scope: string | null | undefined,
): string => `${ruleId} ${kind} ${subject.type} ${subject.id} ${scope ?? ''}`;

export const alarmKey = ({ rule, kind, subject, scope }: Alarm): string =>
  findingKey(rule.id, kind, subject, scope);

export type LatchNews =
  | {
      readonly type: 'raise';
      readonly key: string;
      readonly rule: RunningRule;
      readonly finding: RuleFinding;
      readonly since: number;
    }
  | { readonly type: 'hold'; readonly key: string; readonly rule: RunningRule; readonly finding: RuleFinding }
  | { readonly type: 'clear'; readonly key: string };

export interface RuleLatches {
  /** Judges one picture by every rule and tells what changed; `hold` says what still stands, with its value of now. */
  step(rules: readonly RunningRule[], watch: MineWatch): LatchNews[];
  /** An alarm that stood before a restart: it is not raised again, and only a denial clears it. */
  restore(alarm: Alarm): void;
}

interface Held {
  readonly latch: Latch;
  readonly subject: string;
  readonly type: Alarm['subject']['type'];
  readonly scope: string | null;
  /** Picture it was last found in. */
  seen: number;
}

const groupKey = (ruleId: string, kind: AlarmKind): string => `${ruleId} ${kind}`;

export interface RuleLatchOptions {
  /** Whether what stands under this key may be cleared now; what may not keeps waiting. */
  mayClear(key: string): boolean;
  /** So many subjects of the rule could not be judged in this picture. */
  onTooRough?(rule: RunningRule, subjects: number): void;
  /** A check failed on this picture: nothing is known of its findings, the other rules go on. */
  onBroken(rule: RunningRule, error: unknown): void;
}

export const createRuleLatches = ({ mayClear, onBroken, onTooRough }: RuleLatchOptions): RuleLatches => {
  const groups = new Map<string, Map<string, Held>>();
  const groupOf = (ruleId: string, kind: AlarmKind): Map<string, Held> => {
    const key = groupKey(ruleId, kind);
    const known = groups.get(key);
    if (known) return known;
    const group = new Map<string, Held>();
    groups.set(key, group);
    return group;
  };
  const judged = (rule: RunningRule, watch: MineWatch): Judgement | null => {
    try {
      return rule.judge(watch);
    } catch (error) {
      onBroken(rule, error);
      return null;
    }
  };
  let last: number | null = null;
  let picture = 0;
  return {
    restore: (alarm) => {
      const { kind, rule, subject, scope = null, raisedAt } = alarm;
      groupOf(rule.id, kind).set(alarmKey(alarm), {
        latch: newLatch(true, raisedAt),
        subject: subject.id,
        type: subject.type,
        scope,
        seen: -1,
      });
    },
    step: (rules, watch) => {
      const { time } = watch.situation;
      const seconds = last === null ? 0 : (time - last) / 1000;
      last = time;
      picture++;
      const news: LatchNews[] = [];
      for (const rule of rules) {
        const judgement = judged(rule, watch);
        if (!judgement) continue;
        if (judgement.tooRough) onTooRough?.(rule, judgement.tooRough);
        const group = groupOf(rule.rule.id, rule.check);
        for (const finding of judgement.findings) {
          const { subject, scope } = finding;
          const key = findingKey(rule.rule.id, rule.check, subject, scope);
          let held = group.get(key);
          if (!held) {
            held = { latch: newLatch(), subject: subject.id, type: subject.type, scope, seen: -1 };
            group.set(key, held);
          }
          // Two findings of one key in one picture are one.
          if (held.seen === picture) continue;
          held.seen = picture;
          const event = stepLatch(held.latch, finding, seconds, time, rule);
          if (event === 'raise') news.push({ type: 'raise', key, rule, finding, since: held.latch.since });
          else if (held.latch.raised) news.push({ type: 'hold', key, rule, finding });
        }
        for (const [key, held] of group) {
          if (held.seen === picture) continue;
          const isReturned = held.type === 'entity' && watch.situation.isReturned?.(held.subject);
          const answer = isReturned || judgement.denies(held.subject, held.scope) ? 'denied' : null;
          const clearAfterSeconds =
            held.latch.raised && answer && !mayClear(key) ? Number.POSITIVE_INFINITY : rule.clearAfterSeconds;
          const { raiseAfterSeconds } = rule;
          const event = stepLatch(held.latch, answer, seconds, time, {
            raiseAfterSeconds,
            clearAfterSeconds,
          });
          if (event === 'clear') news.push({ type: 'clear', key });
          if (answer && !held.latch.raised) group.delete(key);
        }
      }
      return news;
    },
  };
};
