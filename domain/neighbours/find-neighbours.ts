import {
  NEIGHBOUR_CHECKS,
  type NeighbourCheck,
  type NeighbourFinding,
  type NeighbourRule,
  type NeighbourRules,
  type NeighboursReport,
} from '../contracts/neighbours.ts';
import { mineClusters } from './mine-clusters.ts';
import { type MineRecord, type PlacedFeature, placeFeatures } from './mine-features.ts';
import { NEED_NUMBER, neighbourGaps } from './neighbour-gaps.ts';
import { mayEnclose } from './open-mesh.ts';
import { bothPlusMinus, measureBodies, pairFindings } from './pair-findings.ts';
import { sharedFindings } from './shared-findings.ts';
import { subsidenceQuestion } from './subsidence-question.ts';

/**
 * Which mines of a county endanger each other, and what shows it. All shapes are in one frame of the county, metres.
 * @param lookWithin metres: what cannot be judged (no number configured, no ± known) is listed up to here; gaps say the rest
 * @throws RangeError where two mines or features have one id, or a shape is nowhere
 */
export function findNeighbours(
  county: string,
  mines: readonly MineRecord[],
  rules: NeighbourRules,
  lookWithin: number,
): NeighboursReport {
  onlyOneOfEach(mines);
  const rights = placeFeatures(mines, ['right']);
  const workings = placeFeatures(mines, ['working']);
  const goafs = placeFeatures(mines, ['goaf']);
  const closedShafts = placeFeatures(mines, ['closed-shaft']);
  const water = [...placeFeatures(mines, ['aquifer', 'fault']), ...closedShafts];
  // A shaft out of use is a working all the same, whether it holds water or not.
  const ways = [...workings, ...closedShafts];
  const hollows = [...ways, ...goafs];
  const orebodies = placeFeatures(mines, ['orebody']);
  const bodies: Partial<
    Record<NeighbourCheck, readonly [readonly PlacedFeature[], readonly PlacedFeature[]]>
  > = {
    'rights-distance': [rights, rights],
    contiguous: [rights, rights],
    'workings-distance': [ways, ways],
    'connected-workings': [hollows, hollows],
    'goafs-distance': [goafs, goafs],
    'workings-goaf-distance': [ways, goafs],
    'goaf-across-boundary': [goafs, rights],
  };
  const findings: NeighbourFinding[] = [];
  const configured = new Set<NeighbourCheck>();
  const ask = (check: NeighbourCheck, rule: NeighbourRule | null): void => {
    const bound = rule?.value ?? (NEED_NUMBER.has(check) ? null : 0);
    if (bound !== null) configured.add(check);
    const pair = bodies[check];
    const plusMinus = bothPlusMinus(rules);
    if (pair)
      findings.push(
        ...pairFindings(
          mines,
          {
            check,
            rule,
            bound,
            of: pair,
            box: ({ box }) => box,
            measure: measureBodies,
            plusMinus,
            mayEnclose,
            ...(check === 'connected-workings' ? { asks: isWayInto } : {}),
          },
          rules,
          lookWithin,
        ),
      );
    else if (check === 'subsidence-overlap')
      findings.push(...pairFindings(mines, subsidenceQuestion(mines, goafs, rule, rules), rules, lookWithin));
    else if (check === 'shared-water-path')
      findings.push(
        ...sharedFindings(mines, { check, rule, bound, things: water, near: hollows }, rules, lookWithin),
      );
    else if (check === 'shared-orebody')
      findings.push(
        ...sharedFindings(mines, { check, rule, bound, things: orebodies, near: rights }, rules, lookWithin),
      );
  };
  for (const check of [...Object.keys(bodies), ...OTHERS] as NeighbourCheck[]) {
    const active = rules.rules.filter((rule) => rule.check === check && rule.active);
    for (const rule of active.length > 0 ? active : [null]) ask(check, rule);
  }
  return {
    format: 'hyalite-neighbours/1',
    county,
    mines: mines.map(({ id }) => id),
    lookWithin,
    findings: findings.sort(inOrder),
    gaps: neighbourGaps(mines, rules, configured),
    clusters: mineClusters(findings),
  };
}

/** Goafs that meet are told as goafs; that a working leads into one is what connects it. */
const isWayInto = (a: PlacedFeature, b: PlacedFeature): boolean =>
  a.feature.kind !== 'goaf' || b.feature.kind !== 'goaf';

/** By check, then what is found before what is unknown, the nearest first. */
const inOrder = (a: NeighbourFinding, b: NeighbourFinding): number =>
  NEIGHBOUR_CHECKS.indexOf(a.check) - NEIGHBOUR_CHECKS.indexOf(b.check) ||
  Number(b.answer === 'found') - Number(a.answer === 'found') ||
  a.proofs[0]!.distance - b.proofs[0]!.distance ||
  (a.id < b.id ? -1 : 1);

const OTHERS: readonly NeighbourCheck[] = ['subsidence-overlap', 'shared-water-path', 'shared-orebody'];

function onlyOneOfEach(mines: readonly MineRecord[]): void {
  const ids = new Set<string>();
  const features = new Map<string, string>();
  for (const { id, features: all } of mines) {
    if (ids.has(id)) throw new RangeError(`mine ${id} is given twice; give each mine once`);
    ids.add(id);
    for (const feature of all) {
      const other = features.get(feature.id);
      if (other !== undefined)
        throw new RangeError(
          `feature ${feature.id} is of mine ${other} and of mine ${id}; put the mine before the id`,
        );
      features.set(feature.id, id);
    }
  }
}
