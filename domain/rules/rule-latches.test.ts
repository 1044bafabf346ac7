import { describe, expect, it } from 'vitest';
import type { RuleFinding } from './finding.ts';
import { alarmKey, createRuleLatches, findingKey } from './rule-latches.ts';
import type { RunningRule } from './running-rule.ts';
import { tinyAlarm } from './tiny-alarm.test-kit.ts';
import { MORNING, SECOND, tinySituation, tinyWatcher } from './tiny-rule-mine.test-kit.ts';

const finding = (scope: string | null): RuleFinding => ({
  subject: { type: 'entity', id: 'a', name: '人a' },
  scope,
  place: scope,
  enu: null,
  judged: null,
  since: null,
});

/** A rule that finds one person in the zones a picture is given, and denies all others. */
const zoneRule = (id: string, zonesAt: (second: number) => string[] | 'broken'): RunningRule => ({
  rule: { id, jurisdiction: '—', clause: '—', status: 'test' },
  check: 'restricted-zone',
  urgency: 'alarm',
  warning: null,
  raiseAfterSeconds: 2,
  clearAfterSeconds: 3,
  judge: ({ situation }) => {
    const zones = zonesAt((situation.time - MORNING) / SECOND);
    if (zones === 'broken') throw new Error('no such zone');
    return { findings: zones.map(finding), denies: () => true };
  },
});

const run = (
  rules: readonly RunningRule[],
  seconds: number,
  latches = createRuleLatches({ mayClear: () => true, onBroken: () => {} }),
) => {
  const watch = tinyWatcher();
  const told: string[] = [];
  for (let s = 0; s <= seconds; s++)
    for (const { type, key } of latches.step(rules, watch(tinySituation(MORNING + s * SECOND))))
      if (type !== 'hold') told.push(`${s} ${type} ${key.split(' ').at(-1)}`);
  return told;
};

describe('createRuleLatches', () => {
  it('takes one person in two zones for two findings, each with its own time', () => {
    const rule = zoneRule('Z', (s) => (s < 5 ? ['north'] : s < 10 ? ['north', 'south'] : ['south']));
    expect(run([rule], 20)).toEqual(['2 raise north', '7 raise south', '12 clear north']);
  });

  it('lets the other rules go on where one is broken, and keeps what the broken one had raised', () => {
    const broken: string[] = [];
    const latches = createRuleLatches({
      mayClear: () => true,
      onBroken: ({ rule }, error) => broken.push(`${rule.id} ${String(error)}`),
    });
    const rules = [zoneRule('B', (s) => (s < 5 ? ['north'] : 'broken')), zoneRule('Z', () => ['south'])];
    expect(run(rules, 9, latches)).toEqual(['2 raise north', '2 raise south']);
    expect([broken.length, broken[0]]).toEqual([5, 'B Error: no such zone']);
  });

  it('holds what may not be cleared, and clears it at once when it may', () => {
    let may = false;
    const latches = createRuleLatches({ mayClear: () => may, onBroken: () => {} });
    const rule = zoneRule('Z', (s) => {
      may = s >= 15;
      return s < 5 ? ['north'] : [];
    });
    expect(run([rule], 20, latches)).toEqual(['2 raise north', '15 clear north']);
  });

  it('does not raise again what stood before a restart', () => {
    const latches = createRuleLatches({ mayClear: () => true, onBroken: () => {} });
    const alarm = tinyAlarm({
      kind: 'restricted-zone',
      scope: 'north',
      rule: { ...tinyAlarm({}).rule, id: 'Z' },
    });
    expect(alarmKey(alarm)).toBe(findingKey('Z', 'restricted-zone', { type: 'entity', id: 'a' }, 'north'));
    latches.restore(alarm);
    expect(run([zoneRule('Z', (s) => (s < 10 ? ['north'] : []))], 20, latches)).toEqual(['12 clear north']);
  });
});
