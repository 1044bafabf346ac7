import { expect, it } from 'vitest';
import { ruleGroup } from './rule-groups.ts';

it.each([
  [null, null, 'running'],
  ['no-number', 'live.yaml settings.overstayMinutes', 'lacking'],
  ['no-roadways', null, 'lacking'],
  ['broken', 'TypeError', 'lacking'],
  ['other-mine-type', null, 'elsewhere'],
  ['not-active', null, 'elsewhere'],
] as const)('%s with %s is %s', (reason, needs, group) => {
  expect(ruleGroup({ reason, needs })).toBe(group);
});
