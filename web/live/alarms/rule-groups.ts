import type { ListedRule } from '../../../domain/contracts/live/rule-list.ts';

/** What a dispatcher must know first: which rules are silent for want of something. */
export const RULE_GROUPS = ['lacking', 'running', 'elsewhere'] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/** `elsewhere`: meant for other mines or states, or switched off in the county's file; nothing is amiss. */
export const ruleGroup = ({ reason, needs }: Pick<ListedRule, 'reason' | 'needs'>): RuleGroup => {
  if (reason === null) return 'running';
  return needs === null && reason !== 'no-roadways' ? 'elsewhere' : 'lacking';
};
