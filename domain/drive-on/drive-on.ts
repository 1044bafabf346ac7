import type { Heading } from '../clearance/heading.ts';
import {
  type ChainageRange,
  chainagesWithin,
  type HeadingDistance,
  leastDistance,
} from '../clearance/heading-clearance.ts';
import {
  DRIVE_ANSWERS,
  DRIVE_REASONS,
  type DriveAnswer,
  type DriveOn,
  type DriveReason,
  type DriveReasonCode,
  type DriveRule,
  type DriveStretch,
  type HeadingAnswer,
  type PositionDoubt,
} from '../contracts/drive-on.ts';
import type { DrivingDistance, DrivingSettings } from '../contracts/driving.ts';
import { RECORDED_KINDS } from '../contracts/hazard-source.ts';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import type { MineType } from '../contracts/manifest.ts';
import type { PlanPolygon } from '../geometry/plan-polygon.ts';
import { inrushCoefficient } from './inrush-coefficient.ts';
import { isProven, isVoid, judgedAs, type Obstacle } from './obstacle.ts';
import { positionDoubt } from './position-doubt.ts';
import { proposeFan } from './probe-fan.ts';
import { cutStretches, outside } from './stretches.ts';
import { chainagesInPlan } from './surveyed.ts';
import { waterHead } from './water-head.ts';

export interface PlannedHeading {
  readonly id: string;
  readonly name: string | null;
  /** createHeading of its planned line and section. */
  readonly heading: Heading;
}

export interface DriveOnInput {
  readonly mine: string;
  readonly mineType: MineType;
  /** Of the data the obstacles come from, for the record; null: not known. */
  readonly revision: string | null;
  readonly headings: readonly PlannedHeading[];
  readonly obstacles: readonly Obstacle[];
  /** Kinds that are in the survey files or are said to be nowhere. Where any other lies nobody knows: absence proves nothing. */
  readonly recorded: readonly Obstacle['kind'][];
  readonly settings: DrivingSettings;
  /** What has been surveyed for hidden hazards, in plan; null: nobody said, so nothing has been. */
  readonly surveyed: readonly PlanPolygon[] | null;
  /** Of the county (rule book, `layout`): inrush coefficients are held beside them, for reference. */
  readonly rules: readonly LayoutRule[];
}

/**
 * May we drive on? Each heading is cut where an answer changes, and each stretch carries every reason for its answer,
 * worst first. Distances are judged less all that positions may be off. Nothing is filled in: a distance the mine has not
 * configured, a position of unknown accuracy, a kind of obstacle that nobody speaks of, or ground that nobody surveyed, makes
 * the answer "unknown". The same input gives the same answer.
 */
export function driveOn(input: DriveOnInput): DriveOn {
  const judged = input.obstacles
    .toSorted((a, b) => byText(a.id, b.id))
    .map((obstacle) => judgeObstacle(obstacle, input));
  return {
    format: 'hyalite-drive-on/1',
    mine: input.mine,
    revision: input.revision,
    surveyKnown: input.surveyed !== null,
    headings: input.headings.map((planned) => answerHeading(planned, judged, input)),
  };
}

/** What is the same of an obstacle for all headings. */
interface JudgedObstacle {
  readonly obstacle: Obstacle;
  readonly as: NonNullable<DriveReason['obstacle']>;
  readonly doubt: PositionDoubt;
  readonly rules: readonly DrivingDistance[];
  readonly references: readonly DrivingDistance[];
}

function judgeObstacle(obstacle: Obstacle, { settings, mineType }: DriveOnInput): JudgedObstacle {
  const { kind, taken } = judgedAs(obstacle);
  const rules = settings.distances.filter((rule) => rule.obstacle === kind);
  const counts = (rule: DrivingDistance): boolean => !rule.coalOnly || mineType === 'underground-coal';
  return {
    obstacle,
    as: { id: obstacle.id, name: obstacle.name, kind, taken },
    doubt: positionDoubt(obstacle.position, settings),
    rules: rules.filter(counts),
    references: rules.filter((rule) => !counts(rule)),
  };
}

/** A reason and where it holds, before it is known how near the obstacle comes there. */
interface Claim {
  readonly answer: DriveAnswer;
  readonly code: DriveReasonCode;
  readonly of: JudgedObstacle | null;
  readonly bound: number | null;
  readonly rule: DriveRule | null;
  readonly missing: DriveReason['missing'];
  readonly kinds: DriveReason['kinds'];
  readonly ranges: readonly ChainageRange[];
}

function answerHeading(
  { id, name, heading }: PlannedHeading,
  judged: readonly JudgedObstacle[],
  { settings, surveyed, recorded, rules }: DriveOnInput,
): HeadingAnswer {
  const whole = { from: 0, to: heading.length };
  const silent = RECORDED_KINDS.filter((kind) => !recorded.includes(kind));
  const claims = [
    ...judged.flatMap((one) => claimsOf(heading, one, one.rules, false)),
    unseen('not-surveyed', outside(whole, chainagesInPlan(heading, surveyed ?? []))),
    ...(silent.length > 0 ? [unseen('kind-not-recorded', [whole], silent)] : []),
  ];
  const held = claims.flatMap((claim) => claim.ranges.map((range) => ({ claim, ...range })));
  const stretches = cutStretches(heading.length, held).map(({ from, to, holding }): DriveStretch => {
    const active = [...new Set(holding.map((i) => held[i]!.claim))];
    const reasons = oneOfAKind(worstFirst(active.map((claim) => reasonOf(heading, claim, { from, to }))));
    return {
      from,
      to,
      answer: worst(reasons.map(({ answer }) => answer)),
      reasons,
      unproven: unprovenOf(active),
    };
  });
  const references = judged.flatMap((one) =>
    claimsOf(heading, one, one.references, true).flatMap((claim) =>
      claim.ranges.map((range) => reasonOf(heading, claim, range)),
    ),
  );
  const firstHeld = stretches.find(({ answer }) => answer !== 'drive');
  const toProbe = stretches.find(({ answer }) => answer === 'probe-first');
  return {
    heading: id,
    name,
    length: heading.length,
    answer: worst(stretches.map(({ answer }) => answer)),
    clearTo: firstHeld ? firstHeld.from : heading.length,
    stretches,
    references: worstFirst(references),
    inrush: judged.flatMap(({ obstacle }) => inrushCoefficient(heading, obstacle, rules) ?? []),
    fan:
      toProbe && settings.probing
        ? proposeFan(
            heading,
            toProbe.from,
            judged.map(({ obstacle, doubt }) => ({ obstacle, plusMinus: doubt.metres })),
            settings.probing,
          )
        : null,
  };
}

/** All an obstacle has to say of a heading; `onlyRules`: nothing but what the given rules say. */
function claimsOf(
  heading: Heading,
  of: JudgedObstacle,
  rules: readonly DrivingDistance[],
  onlyRules: boolean,
): Claim[] {
  const { obstacle, as, doubt } = of;
  const whole = { from: 0, to: heading.length };
  // A border is measured from within; that one is inside it is asked separately.
  const body = as.kind === 'mining-right' ? { ...obstacle.body, closed: false } : obstacle.body;
  const off = doubt.metres ?? 0;
  const within = (distance: number): ChainageRange[] => chainagesWithin(heading, body, distance + off);
  const claims: Claim[] = [];
  const claim = (
    answer: DriveAnswer,
    code: DriveReasonCode,
    ranges: readonly ChainageRange[],
    more: Partial<Pick<Claim, 'bound' | 'rule' | 'missing'>> = {},
  ): void => {
    if (ranges.length > 0)
      claims.push({ answer, code, of, bound: null, rule: null, missing: [], kinds: [], ...more, ranges });
  };
  // Beyond the border it no longer matters how near it is.
  const beyond =
    as.kind === 'mining-right'
      ? outside(whole, chainagesWithin(heading, { ...obstacle.body, closed: true }, 0))
      : [];
  const stops: ChainageRange[] = [...beyond];
  for (const rule of rules) {
    const said = { rule: ruleOf(rule) };
    // A distance of 0 says that it may be driven through.
    const near = rule.keep ? minus(within(rule.keep), beyond) : [];
    stops.push(...near);
    claim('stop', 'too-near', near, { ...said, bound: rule.keep ?? null });
    if (rule.probe)
      claim('probe-first', 'near', minus(within(rule.probe), [...near, ...beyond]), {
        ...said,
        bound: rule.probe,
      });
  }
  if (onlyRules) return claims;
  if (isVoid(as.kind)) claim('stop', 'pierces', within(0));
  if (as.kind === 'mining-right') claim('stop', 'outside-right', [...beyond, ...minus(within(0), beyond)]);
  const missing = (['keep', 'probe'] as const).filter((key) =>
    rules.every((rule) => rule[key] === undefined),
  );
  if (missing.length > 0) claim('unknown', 'distance-not-configured', [whole], { missing });
  // Where it stops anyway it does not matter how much nearer it may be.
  if (doubt.metres === null) claim('unknown', 'position-unknown', outside(whole, stops));
  return claims;
}

const minus = (ranges: readonly ChainageRange[], less: readonly ChainageRange[]): ChainageRange[] =>
  ranges.flatMap((range) =>
    outside(
      range,
      less.filter(({ to }) => to > range.from),
    ),
  );

/** What no obstacle says, because nobody looked. */
const unseen = (
  code: 'not-surveyed' | 'kind-not-recorded',
  ranges: readonly ChainageRange[],
  kinds: readonly Obstacle['kind'][] = [],
): Claim => ({
  answer: 'unknown',
  code,
  of: null,
  bound: null,
  rule: null,
  missing: [],
  kinds: [...kinds],
  ranges,
});

const ruleOf = ({ id, jurisdiction, clause, status, coalOnly }: DrivingDistance): DriveRule => ({
  id,
  jurisdiction: jurisdiction ?? '—',
  clause,
  status,
  coalOnly,
});

function reasonOf(heading: Heading, claim: Claim, stretch: ChainageRange): DriveReason {
  const { answer, code, of, bound, rule, missing, kinds } = claim;
  if (!of)
    return {
      ...{ answer, code, obstacle: null, distance: null, plusMinus: null, judged: null },
      ...{ bound, rule, missing, kinds, nearest: null, water: null },
    };
  const border = of.as.kind === 'mining-right';
  const body = border ? { ...of.obstacle.body, closed: false } : of.obstacle.body;
  const found = leastDistance(heading, body, stretch) as HeadingDistance;
  const distance = code === 'outside-right' ? 0 : found.distance;
  return {
    answer,
    code,
    obstacle: of.as,
    distance,
    plusMinus: of.doubt,
    judged: of.doubt.metres === null ? null : Math.max(0, distance - of.doubt.metres),
    bound,
    rule,
    missing,
    kinds,
    nearest: { chainage: found.chainage, here: [...found.here], there: [...found.there] },
    water: waterHead(of.obstacle, found.here[2]),
  };
}

const rank = (answer: DriveAnswer): number => DRIVE_ANSWERS.indexOf(answer);

const worst = (answers: readonly DriveAnswer[]): DriveAnswer =>
  answers.reduce<DriveAnswer>((a, b) => (rank(b) > rank(a) ? b : a), 'drive');

/** The worst answer first; of the same the graver reason, then the nearer obstacle, then by name. */
const worstFirst = (reasons: readonly DriveReason[]): DriveReason[] =>
  reasons.toSorted(
    (a, b) =>
      rank(b.answer) - rank(a.answer) ||
      DRIVE_REASONS.indexOf(a.code) - DRIVE_REASONS.indexOf(b.code) ||
      (a.judged ?? a.distance ?? 0) - (b.judged ?? b.distance ?? 0) ||
      byText(a.obstacle?.id ?? '', b.obstacle?.id ?? '') ||
      byText(a.rule?.id ?? '', b.rule?.id ?? ''),
  );

/** A distance that is not configured is missing once for each kind of obstacle: the nearest stands for all. */
function oneOfAKind(reasons: readonly DriveReason[]): DriveReason[] {
  const said = new Set<string>();
  return reasons.filter(({ code, obstacle }) => {
    if (code !== 'distance-not-configured' || !obstacle) return true;
    const first = !said.has(obstacle.kind);
    said.add(obstacle.kind);
    return first;
  });
}

/** The same order on every machine: localeCompare goes by the machine's language. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const unprovenOf = (claims: readonly Claim[]): DriveStretch['unproven'] => {
  const obstacles = new Set(
    claims.flatMap(({ of, code }) => (of && code !== 'distance-not-configured' ? [of.obstacle] : [])),
  );
  return [...obstacles]
    .filter(({ evidence }) => !isProven(evidence))
    .map(({ id, evidence }) => ({ obstacle: id, methods: [...evidence] }))
    .sort((a, b) => byText(a.obstacle, b.obstacle));
};
