import { describe, expect, it } from 'vitest';
import { createRunningRules } from './running-rules.ts';
import {
  MINUTE,
  MORNING,
  tinyDevice,
  tinyMine,
  tinyReading,
  tinySituation,
  tinyWorkPlace,
} from './tiny-rule-mine.test-kit.ts';

const make = (
  manifest: Record<string, unknown>,
  rules: Record<string, unknown>[],
  state = 'producing' as const,
) =>
  createRunningRules({
    ...tinyMine(manifest, rules),
    mine: { type: 'underground-metal', state, seesWorkPlaces: true },
  });
const own = { jurisdiction: '本矿', clause: '—', status: 'mine setting' };

describe('createRunningRules', () => {
  it('answers a call for help even where the county has no rule for it, or has switched it off', () => {
    for (const rules of [[], [{ id: 'SOS', check: 'sos', active: false }]]) {
      const [built, ...others] = make({}, rules).rules;
      expect([built!.check, built!.rule.status, others]).toEqual(['sos', 'built in', []]);
    }
    expect(make({}, [{ id: 'OURS', check: 'sos' }]).rules.map(({ rule }) => rule.id)).toEqual(['OURS']);
  });

  it("takes a mine's own thresholds as rules of the mine", () => {
    const { rules, watch } = make(
      {
        devices: [tinyDevice('w1', 'water', 10)],
        thresholds: [
          { id: 'sump', metric: 'water.level', op: '>=', value: 3, unit: 'm', warning: 'orange', ...own },
          { id: 'fast', metric: 'slope.speed-24h', op: '>=', value: 10, unit: 'mm/d', ...own },
        ],
      },
      [{ id: 'SOS', check: 'sos' }],
    );
    expect(rules.map(({ check, rule, warning }) => [check, rule.id, rule.status, warning])).toEqual([
      ['sos', 'SOS', 'test', null],
      ['reading-threshold', 'sump', 'mine setting', 'orange'],
      ['slope-warning', 'fast', 'mine setting', null],
    ]);
    const seen = watch(
      tinySituation(MORNING, [], { readings: [tinyReading('w1', 'water.level', 3, MORNING)] }),
    );
    expect(rules[1]!.judge(seen).findings).toMatchObject([
      { subject: { id: 'w1', name: 'w1' }, enu: [10, 0, 0] },
    ]);
  });

  it("judges each work place by the mine's own number where the rule has none", () => {
    const workPlaces = [tinyWorkPlace('face', 100, 30, { maxPersons: 1 }), tinyWorkPlace('yard', 600, 30)];
    const { rules, watch } = make({ workPlaces }, [
      { id: 'SOS', check: 'sos' },
      { id: 'OVER', check: 'over-number' },
    ]);
    const people = [100, 105, 600, 605, 610].map((x, i) => ({ tag: `n${i}`, x }));
    watch(tinySituation(MORNING, people));
    const { findings } = rules[1]!.judge(watch(tinySituation(MORNING + MINUTE, people)));
    expect(findings.map(({ subject, judged }) => [subject.id, judged?.value, judged?.bound])).toEqual([
      ['face', 2, 1],
    ]);
  });

  it('lists what does not run, and does not run it', () => {
    const { states, rules } = make({}, [{ id: 'OVERSTAY', check: 'overstay' }]);
    expect(states).toMatchObject([{ running: false, reason: 'no-number' }]);
    expect(rules.some(({ rule }) => rule.id === 'OVERSTAY')).toBe(false);
  });
});
