import type { LiveManifest, Threshold } from '../contracts/live/live-manifest.ts';
import type { Rule } from '../contracts/live/rule-book.ts';
import type { ListedRule, RuleBound, RuleBoundKind } from '../contracts/live/rule-list.ts';
import { isComputed, type RuleState } from './rule-states.ts';
import type { RunningRule } from './running-rule.ts';

type Bounds = (rule: Rule, manifest: LiveManifest) => readonly (RuleBound | null)[];

const bound = (
  kind: RuleBoundKind,
  unit: string,
  o: { readonly rule?: number | undefined; readonly mine?: number | undefined },
): RuleBound | null => {
  const value = o.rule ?? o.mine;
  if (value === undefined) return null;
  return { kind, op: null, value, upTo: null, unit, from: o.rule === undefined ? 'mine' : 'rule' };
};

/** One bound for all places that have a number, from the smallest to the largest. */
const ofPlaces = (
  kind: RuleBoundKind,
  unit: string,
  numbers: readonly (number | undefined)[],
): RuleBound | null => {
  const given = numbers.filter((one) => one !== undefined);
  if (given.length === 0) return null;
  const [value, most] = [Math.min(...given), Math.max(...given)];
  return { kind, op: null, value, upTo: most > value ? most : null, unit, from: 'mine' };
};

const reading = (rule: Rule): RuleBound | null => {
  const found = bound('value', rule.unit ?? '', { rule: rule.value });
  return found && { ...found, op: rule.op ?? null };
};

const none: Bounds = () => [];

/** By check: the numbers it is judged by, as domain/rules/running-rules.ts takes them. */
const BOUNDS: Readonly<Record<Rule['check'], Bounds>> = {
  sos: none,
  'unregistered-tag': none,
  'restricted-zone': none,
  'camera-offline': none,
  'work-place-blind': none,
  'seal-broken': none,
  'slope-warning': none,
  'slope-forecast': none,
  'over-number': (rule, { workPlaces }) => [
    bound('persons', 'person', { rule: rule.value }) ??
      ofPlaces(
        'persons',
        'person',
        workPlaces.map(({ maxPersons }) => maxPersons),
      ),
  ],
  overstay: (rule, { settings, workPlaces }) => [
    bound('underground', 'min', { rule: rule.value, mine: settings?.overstayMinutes }),
    ofPlaces(
      'in-place',
      'min',
      workPlaces.map(({ maxMinutes }) => maxMinutes),
    ),
  ],
  'still-alone': (rule, { settings }) => [
    bound('still', 'min', { rule: rule.value, mine: settings?.stillMinutes }),
    bound('alone', 'm', { mine: settings?.aloneMetres }),
  ],
  'not-out': (rule, { settings }) => [
    bound('after-shift', 'min', { rule: rule.value, mine: settings?.notOutMinutes }),
  ],
  'lost-underground': (_, { presence }) => [bound('lost-after', 's', { mine: presence.lostAfter })],
  'silent-reader': (rule, { presence }) => [
    bound('silent-after', 's', { rule: rule.value, mine: presence.readerSilentAfter }),
  ],
  'device-silent': (rule, { settings }) => [
    bound('silent-after', 'min', { rule: rule.value, mine: settings?.deviceSilentMinutes }),
  ],
  'reading-threshold': (rule) => [reading(rule)],
  'reading-change': (rule, { settings }) => [
    reading(rule),
    bound('window', 'min', { rule: rule.windowMinutes, mine: settings?.changeWindowMinutes?.[rule.id] }),
  ],
};

const ofCounty = ({ rule, reason, needs }: RuleState, manifest: LiveManifest): ListedRule => ({
  id: rule.id,
  origin: 'county',
  check: rule.check,
  urgency: rule.urgency,
  metric: rule.metric ?? null,
  jurisdiction: rule.jurisdiction,
  clause: rule.clause,
  status: rule.status,
  note: rule.note ?? null,
  bounds: BOUNDS[rule.check](rule, manifest).filter((one) => one !== null),
  reason,
  needs,
});

const ofMine = (threshold: Threshold): ListedRule => ({
  id: threshold.id,
  origin: 'mine',
  check: isComputed(threshold.metric) ? 'slope-warning' : 'reading-threshold',
  urgency: 'alarm',
  metric: threshold.metric,
  jurisdiction: threshold.jurisdiction,
  clause: threshold.clause,
  status: threshold.status,
  note: null,
  bounds: [
    {
      ...{ kind: 'value', op: threshold.op, value: threshold.value, upTo: null },
      ...{ unit: threshold.unit, from: 'mine' },
    },
  ],
  reason: null,
  needs: null,
});

const ofProgram = ({ rule, check, urgency }: RunningRule): ListedRule => ({
  ...rule,
  origin: 'program',
  ...{ check, urgency, metric: null, note: null, bounds: [], reason: null, needs: null },
});

/** What of the last picture kept rules from judging, by rule id. */
export interface RuleFaults {
  /** Their judgement failed, and why. */
  readonly broken?: ReadonlyMap<string, string>;
  /** So many of their subjects are known too roughly. */
  readonly tooRough?: ReadonlyMap<string, number>;
}

/**
 * Every rule of a mine with the numbers it is judged by: what the program does without any rule, the county's, running or
 * not, and the mine's own thresholds.
 */
export const ruleList = (
  { states, rules }: { readonly states: readonly RuleState[]; readonly rules: readonly RunningRule[] },
  manifest: LiveManifest,
  { broken, tooRough }: RuleFaults = {},
): ListedRule[] => {
  const others = new Set([
    ...states.filter(({ running }) => running).map(({ rule }) => rule.id),
    ...manifest.thresholds.map(({ id }) => id),
  ]);
  const listed = [
    ...rules.filter(({ rule }) => !others.has(rule.id)).map(ofProgram),
    ...states.map((state) => ofCounty(state, manifest)),
    ...manifest.thresholds.map(ofMine),
  ];
  return listed.map((one): ListedRule => {
    if (one.reason !== null) return one;
    const why = broken?.get(one.id);
    if (why !== undefined) return { ...one, reason: 'broken', needs: why };
    const subjects = tooRough?.get(one.id);
    return subjects === undefined ? one : { ...one, tooRough: subjects };
  });
};
