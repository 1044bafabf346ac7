import { bodyDistance } from '../clearance/body-distance.ts';
import type {
  NeighbourDoubt,
  NeighbourFinding,
  NeighbourProof,
  NeighbourRule,
  NeighbourRules,
  Settles,
} from '../contracts/neighbours.ts';
import { joinedThings } from './joined-things.ts';
import {
  certainUpTo,
  type Held,
  type Judged,
  judgeDistance,
  judgedAsEnclosed,
  judgedAtMost,
  plusMinusOf,
  settlesPosition,
  speaksMore,
  speaksMoreUpTo,
} from './judge-distance.ts';
import { findingId, findingRule, onlyOnce, proofOf, settlesWater } from './make-finding.ts';
import type { MineRecord, PlacedFeature } from './mine-features.ts';
import { boxGap, forNearBoxes } from './near-pairs.ts';
import { mayEnclose } from './open-mesh.ts';
import { bothPlusMinus, reachOf } from './pair-findings.ts';

/** What several mines may share, and what of a mine it must be near to. */
export interface SharedQuestion {
  readonly check: 'shared-water-path' | 'shared-orebody';
  readonly rule: NeighbourRule | null;
  /** Metres; null: nobody has configured one, and what is near is listed as unknown. */
  readonly bound: number | null;
  readonly things: readonly PlacedFeature[];
  readonly near: readonly PlacedFeature[];
}

interface Touch {
  readonly proof: NeighbourProof;
  readonly judged: Judged;
  readonly thing: PlacedFeature;
  readonly other: PlacedFeature;
}

/**
 * Things that reach several mines, one finding a thing with a proof for each mine. Parts of one thing that mines record apart
 * count as one by `partOf`; what meets under two names may be one, which makes one more finding that nobody can judge. What is known to carry no water is no path; what nobody knows of is taken to carry it, and that is said.
 */
export function sharedFindings(
  mines: readonly MineRecord[],
  question: SharedQuestion,
  rules: Pick<NeighbourRules, 'accuracies'>,
  lookWithin: number,
): NeighbourFinding[] {
  const things =
    question.check === 'shared-orebody'
      ? question.things
      : question.things.filter((thing) => carriesWater(thing) !== false);
  const groups = touchesOf(mines, { ...question, things }, rules, lookWithin);
  const own = [...groups].flatMap(([name, touches]) => findingOf(mines, question, [name], touches, rules));
  // A shaft is whole: what two mines draw of one stands in both as a working.
  const parts = things.filter(({ feature }) => feature.kind !== 'closed-shaft');
  const joined = joinedThings(parts, nameOf, bothPlusMinus(rules), lookWithin);
  return [...own, ...joined.flatMap((names) => joinedFinding(mines, question, names, groups, rules))];
}

type Touches = ReadonlyMap<number, Touch>;

/** What mines would share, were things that meet one. Nothing where one of them tells it already. */
function joinedFinding(
  mines: readonly MineRecord[],
  question: SharedQuestion,
  names: readonly string[],
  groups: ReadonlyMap<string, Touches>,
  rules: Pick<NeighbourRules, 'accuracies'>,
): NeighbourFinding[] {
  const parts = names.flatMap((name) => groups.get(name) ?? []);
  const all = new Map<string, Map<number, Touch>>();
  for (const touches of parts)
    for (const touch of touches.values()) keepAs(all, 'all', touch, question.check);
  const touches = all.get('all') ?? new Map<number, Touch>();
  if (parts.some(({ size }) => size === touches.size)) return [];
  const things = new Set([...touches.values()].map(({ thing }) => thing.feature));
  return findingOf(mines, question, ['joined', names[0]!], touches, rules).map((finding) => ({
    ...finding,
    answer: 'unknown',
    certain: false,
    doubts: [...finding.doubts, 'same-body-unknown'],
    settles: onlyOnce([
      ...[...things].map(({ id, kind }): Settles => ({ do: 'name-whole', of: id, kind })),
      ...finding.settles,
    ]),
  }));
}

/** None where fewer than two mines reach it, or all are one owner's. */
function findingOf(
  mines: readonly MineRecord[],
  question: SharedQuestion,
  names: readonly string[],
  touches: Touches,
  rules: Pick<NeighbourRules, 'accuracies'>,
): NeighbourFinding[] {
  const reached = [...touches.values()];
  if (reached.length < 2) return [];
  const verdict = question.check === 'shared-orebody' ? byOwners(mines, reached) : byWater(reached);
  if (!verdict) return [];
  const sure = reached.filter((touch) => isSure(touch, question.check));
  const certain = isSharedBy(mines, sure, question.check);
  const mineIds = reached.map(({ other }) => mines[other.mine]!.id).toSorted();
  const doubts = new Set<NeighbourDoubt>(reached.flatMap(({ judged }) => judged.doubt ?? []));
  for (const { doubt } of verdict) doubts.add(doubt);
  const found =
    reached.filter(({ judged }) => judged.answer === 'found').length >= 2 && !doubts.has('owner-unknown');
  return [
    {
      id: findingId(question.check, question.rule, names),
      check: question.check,
      mines: mineIds,
      answer: found ? ('found' as const) : ('unknown' as const),
      certain: certain && found,
      doubts: [...doubts],
      rule: findingRule(question.rule),
      bound: question.bound,
      drawAngles: [],
      proofs: reached
        .map((touch): NeighbourProof => {
          const answer = touch.judged.answer === 'found' ? 'found' : 'unknown';
          return { ...touch.proof, judged: { answer, certain: isSure(touch, question.check) } };
        })
        .sort((a, b) => (a.there.mine < b.there.mine ? -1 : 1)),
      settles: onlyOnce([
        ...(doubts.has('distance-not-configured')
          ? [{ do: 'configure-distance' as const, of: question.check, kind: null }]
          : []),
        ...verdict.map(({ settles }) => settles),
        ...reached.flatMap(({ judged, thing, other }) =>
          settlesPosition(judged.doubt, [thing.feature, other.feature], rules),
        ),
        ...reached.flatMap(({ proof }) => settlesWater(proof)),
      ]),
    },
  ];
}

const isSurePath = (thing: PlacedFeature, check: SharedQuestion['check']): boolean =>
  check === 'shared-orebody' || carriesWater(thing) === true;

const isSure = ({ judged, thing }: Touch, check: SharedQuestion['check']): boolean =>
  judged.answer === 'found' && judged.certain && isSurePath(thing, check);

const heldOf = (touch: Touch, check: SharedQuestion['check']): Held => ({
  answer: touch.judged.answer,
  certain: isSure(touch, check),
  distance: touch.proof.distance,
});

/** The surest alone settle it: a mine further off that may reach it too takes nothing from what they share. */
const isSharedBy = (
  mines: readonly MineRecord[],
  sure: readonly Touch[],
  check: SharedQuestion['check'],
): boolean =>
  check === 'shared-orebody'
    ? new Set(sure.flatMap(({ other }) => mines[other.mine]!.owner ?? [])).size > 1
    : sure.length > 1;

/** By thing, then by mine: where it comes nearest for certain, else where it comes nearest. */
function touchesOf(
  mines: readonly MineRecord[],
  { check, things, near, bound }: SharedQuestion,
  rules: Pick<NeighbourRules, 'accuracies'>,
  lookWithin: number,
): Map<string, Map<number, Touch>> {
  const off = bothPlusMinus(rules);
  const groups = new Map<string, Map<number, Touch>>();
  const touch = (thing: PlacedFeature, other: PlacedFeature, within: number, isFound: boolean): void => {
    const plusMinus = off(thing, other);
    const near = bodyDistance(thing.body(), other.body(), within);
    // Where the faces are near enough to be found, what is enclosed adds nothing.
    const isNear = near !== null && judgeDistance(near.distance, plusMinus, bound).answer === 'found';
    const isOpen = !isFound && !isNear && mayEnclose(thing, other, plusMinus);
    const found = near ?? (isOpen ? bodyDistance(thing.body(), other.body()) : null);
    if (!found) return;
    const alone = judgedAtMost(judgeDistance(found.distance, plusMinus, bound), thing.feature, other.feature);
    const judged = isOpen ? judgedAsEnclosed(near && alone) : alone;
    if (judged.answer === 'denied') return;
    const proof = proofOf(mines, thing, other, { ...found, ground: null }, plusMinus);
    keep(groups, { proof, judged, thing, other }, check);
  };
  // A mine's own closed shaft is a way into it, wherever its other workings are recorded.
  for (const thing of things)
    if (thing.feature.kind === 'closed-shaft') {
      const at = bodyDistance(thing.body(), thing.body())!;
      const proof = proofOf(mines, thing, thing, { ...at, distance: 0, ground: null }, 0);
      const own: Touch = {
        proof: { ...proof, water: proof.water.slice(0, 1) },
        judged: { answer: 'found', certain: true, doubt: null },
        thing,
        other: thing,
      };
      keep(groups, own, check);
    }
  const most = [...things, ...near].reduce(
    (sum, { feature }) => Math.max(sum, plusMinusOf(feature, rules) ?? 0),
    0,
  );
  const unknown = [...things, ...near].some(({ feature }) => plusMinusOf(feature, rules) === null);
  const furthest = Math.max(reachOf(bound, 2 * most, lookWithin), unknown ? lookWithin : 0);
  forNearBoxes(
    things.map(({ box }) => box),
    near.map(({ box }) => box),
    furthest,
    (i, j) => {
      const [thing, other] = [things[i]!, near[j]!];
      if (thing.feature === other.feature) return;
      const kept = groups.get(nameOf(thing))?.get(other.mine);
      const held = kept ? heldOf(kept, check) : null;
      const plusMinus = off(thing, other);
      const surely = isSurePath(thing, check)
        ? certainUpTo(plusMinus, bound, thing.feature, other.feature)
        : Number.NEGATIVE_INFINITY;
      const within = speaksMoreUpTo(held, surely, reachOf(bound, plusMinus, lookWithin));
      const isFound = held?.answer === 'found';
      // What already touches cannot come nearer, only be surer.
      if (isFound && held.distance === 0 && (held.certain || surely < 0)) return;
      if (boxGap(thing.box, other.box) <= within) touch(thing, other, within, isFound);
    },
  );
  return groups;
}

const nameOf = ({ feature: { id, kind, partOf } }: PlacedFeature): string =>
  partOf === null ? `${kind}/${id}` : `${kind}=${partOf}`;

const keep = (groups: Map<string, Map<number, Touch>>, touch: Touch, check: SharedQuestion['check']): void =>
  keepAs(groups, nameOf(touch.thing), touch, check);

function keepAs(
  groups: Map<string, Map<number, Touch>>,
  name: string,
  touch: Touch,
  check: SharedQuestion['check'],
): void {
  let group = groups.get(name);
  if (!group) {
    group = new Map();
    groups.set(name, group);
  }
  const held = group.get(touch.other.mine);
  if (!held || speaksMore(heldOf(touch, check), heldOf(held, check))) group.set(touch.other.mine, touch);
}

/** null: nobody knows. */
function carriesWater({ feature: { kind, water, conductive } }: PlacedFeature): boolean | null {
  if (kind === 'fault') return conductive;
  if (water === 'dry') return false;
  return water === 'unknown' ? null : true;
}

type Verdict = { readonly doubt: NeighbourDoubt; readonly settles: Settles }[];

function byWater(reached: readonly Touch[]): Verdict {
  return [...new Set(reached.map(({ thing }) => thing))]
    .filter((thing) => carriesWater(thing) === null)
    .map(({ feature: { id, kind } }) => ({
      doubt: 'carries-water-unknown',
      settles: { do: kind === 'fault' ? 'test-conductivity' : 'measure-water-level', of: id, kind },
    }));
}

/** null: all rights are one owner's. Owners nobody knows make it unknown, unless two others are known to differ. */
function byOwners(mines: readonly MineRecord[], reached: readonly Touch[]): Verdict | null {
  const owners = new Set(
    reached.flatMap(({ other, judged }) =>
      judged.answer === 'found' ? (mines[other.mine]!.owner ?? []) : [],
    ),
  );
  if (owners.size > 1) return [];
  const without = reached.filter(({ other }) => mines[other.mine]!.owner === null);
  const known = new Set(reached.flatMap(({ other }) => mines[other.mine]!.owner ?? []));
  if (without.length === 0) return known.size > 1 ? [] : null;
  return without.map(({ other }) => ({
    doubt: 'owner-unknown',
    settles: { do: 'state-owner', of: mines[other.mine]!.id, kind: null },
  }));
}
