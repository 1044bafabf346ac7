import { describe, expect, it } from 'vitest';
import { ruleList } from './rule-list.ts';
import { createRunningRules } from './running-rules.ts';
import { tinyDevice, tinyMine, tinyWorkPlace } from './tiny-rule-mine.test-kit.ts';

const list = (
  manifest: Record<string, unknown>,
  rules: Record<string, unknown>[],
  faults?: Parameters<typeof ruleList>[2],
) => {
  const made = tinyMine(manifest, rules);
  const running = createRunningRules({
    ...made,
    mine: { type: 'underground-metal', state: 'producing', seesWorkPlaces: true },
  });
  return ruleList(running, made.manifest, faults);
};
const source = '矿长';

describe('the list of all rules', () => {
  it('holds every rule of the county once, with why it does not run', () => {
    const rules = [
      { id: 'SOS', check: 'sos' },
      { id: 'OVERSTAY', check: 'overstay' },
      { id: 'OPEN_PIT', check: 'overstay', value: 5, mineTypes: ['open-pit'] },
    ];
    expect(list({}, rules).map(({ id, reason, needs }) => [id, reason, needs])).toEqual([
      ['SOS', null, null],
      ['OVERSTAY', 'no-number', 'live.yaml settings.overstayMinutes'],
      ['OPEN_PIT', 'other-mine-type', null],
    ]);
  });

  it('says whose each number is', () => {
    const workPlaces = [
      tinyWorkPlace('a', 0, 9, { maxPersons: 3 }),
      tinyWorkPlace('b', 200, 9, { maxPersons: 8 }),
      tinyWorkPlace('c', 400, 9),
    ];
    const settings = { source, overstayMinutes: 600, stillMinutes: 30, aloneMetres: 50 };
    const rules = [
      { id: 'OVER', check: 'over-number' },
      { id: 'NINE', check: 'over-number', value: 9 },
      { id: 'STAY', check: 'overstay' },
      { id: 'STILL', check: 'still-alone', value: 10 },
      { id: 'CO', check: 'reading-threshold', metric: 'air.co', op: '>=', value: 24, unit: 'ppm' },
    ];
    const listed = list({ workPlaces, settings, devices: [tinyDevice('k', 'air')] }, rules);
    const bounds = Object.fromEntries(listed.map((rule) => [rule.id, rule.bounds]));
    expect(bounds.OVER).toEqual([
      { kind: 'persons', op: null, value: 3, upTo: 8, unit: 'person', from: 'mine' },
    ]);
    expect(bounds.NINE).toMatchObject([{ value: 9, upTo: null, from: 'rule' }]);
    expect(bounds.STAY).toMatchObject([{ kind: 'underground', value: 600, from: 'mine' }]);
    expect(bounds.STILL).toMatchObject([
      { kind: 'still', value: 10, from: 'rule' },
      { kind: 'alone', value: 50, from: 'mine' },
    ]);
    expect(bounds.CO).toMatchObject([{ kind: 'value', op: '>=', value: 24, unit: 'ppm', from: 'rule' }]);
  });

  it("holds the mine's own thresholds, and what the program does where the county says nothing", () => {
    const own = { jurisdiction: '本矿', clause: '—', status: 'mine setting' };
    const thresholds = [
      { id: 'sump', metric: 'water.level', op: '>=', value: 3, unit: 'm', ...own },
      { id: 'fast', metric: 'slope.speed-24h', op: '>=', value: 10, unit: 'mm/d', ...own },
    ];
    const switchedOff = [{ id: 'SOS', check: 'sos', active: false }];
    expect(
      list({ thresholds }, switchedOff).map((one) => [one.origin, one.id, one.check, one.reason]),
    ).toEqual([
      ['program', 'SOS', 'sos', null],
      ['county', 'SOS', 'sos', 'not-active'],
      ['mine', 'sump', 'reading-threshold', null],
      ['mine', 'fast', 'slope-warning', null],
    ]);
  });

  it('does not call a rule running whose judgement failed', () => {
    const [rule] = list({}, [{ id: 'SOS', check: 'sos' }], { broken: new Map([['SOS', 'TypeError: x']]) });
    expect([rule!.reason, rule!.needs]).toEqual(['broken', 'TypeError: x']);
    const [rough] = list({}, [{ id: 'SOS', check: 'sos' }], { tooRough: new Map([['SOS', 3]]) });
    expect([rough!.reason, rough!.tooRough]).toEqual([null, 3]);
  });
});
