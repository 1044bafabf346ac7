import type {
  NeighbourAnswer,
  NeighbourCheck,
  NeighbourGap,
  NeighbourKind,
  NeighbourRules,
  NeighboursReport,
} from '../contracts/neighbours.ts';
import { plusMinusOf } from './judge-distance.ts';
import type { MineRecord } from './mine-features.ts';
import { drawAngleOf } from './subsidence-question.ts';

/** What each check must know of a mine before it can deny anything of it. */
export const CHECK_NEEDS: Readonly<Record<NeighbourCheck, readonly NeighbourKind[]>> = {
  'rights-distance': ['right'],
  contiguous: ['right'],
  'workings-distance': ['working', 'closed-shaft'],
  'connected-workings': ['working', 'closed-shaft', 'goaf'],
  'goafs-distance': ['goaf'],
  'workings-goaf-distance': ['working', 'closed-shaft', 'goaf'],
  'goaf-across-boundary': ['goaf', 'right'],
  'subsidence-overlap': ['goaf'],
  'shared-water-path': ['working', 'goaf', 'aquifer', 'fault', 'closed-shaft'],
  'shared-orebody': ['orebody', 'right'],
};

/** Checks that hold a distance against a number somebody must have configured; the others ask whether things meet. */
export const NEED_NUMBER: ReadonlySet<NeighbourCheck> = new Set([
  'rights-distance',
  'workings-distance',
  'goafs-distance',
  'workings-goaf-distance',
  'contiguous',
  'shared-water-path',
]);

/** @param configured checks that have a number */
export function neighbourGaps(
  mines: readonly MineRecord[],
  rules: NeighbourRules,
  configured: ReadonlySet<NeighbourCheck>,
): NeighbourGap[] {
  const checks = Object.keys(CHECK_NEEDS) as NeighbourCheck[];
  const gaps: NeighbourGap[] = checks
    .filter((check) => NEED_NUMBER.has(check) && !configured.has(check))
    .map((check) => ({ mine: null, check, settles: { do: 'configure-distance', of: check, kind: null } }));
  for (const mine of mines) {
    const recorded = new Set(mine.recorded);
    const unplaced = new Set(
      mine.features.filter((feature) => plusMinusOf(feature, rules) === null).map(({ kind }) => kind),
    );
    for (const check of checks) {
      for (const kind of CHECK_NEEDS[check]) {
        if (!recorded.has(kind))
          gaps.push({ mine: mine.id, check, settles: { do: 'record-kind', of: mine.id, kind } });
        if (unplaced.has(kind))
          gaps.push({ mine: mine.id, check, settles: { do: 'state-accuracy', of: mine.id, kind } });
      }
    }
    gaps.push(...subsidenceGaps(mine, rules));
    if (mine.owner === null)
      gaps.push({
        mine: mine.id,
        check: 'shared-orebody',
        settles: { do: 'state-owner', of: mine.id, kind: null },
      });
  }
  return gaps;
}

function subsidenceGaps(mine: MineRecord, rules: NeighbourRules): NeighbourGap[] {
  // A mine that is known to have no goaf pulls nothing down.
  if (mine.recorded.includes('goaf') && !mine.features.some(({ kind }) => kind === 'goaf')) return [];
  const missing: NeighbourGap['settles']['do'][] = [];
  if (!drawAngleOf(mine.id, rules)) missing.push('configure-draw-angle');
  if (mine.ground === null || mine.ground.plusMinus === null) missing.push('state-ground-height');
  return missing.map((todo) => ({
    mine: mine.id,
    check: 'subsidence-overlap',
    settles: { do: todo, of: mine.id, kind: null },
  }));
}

/** What a report says of two mines: a danger is denied only where it was looked for with all that takes. */
export function answerBetween(
  { findings, gaps, mines }: NeighboursReport,
  check: NeighbourCheck,
  a: string,
  b: string,
): NeighbourAnswer {
  const ours = findings.filter(
    (one) => one.check === check && one.mines.includes(a) && one.mines.includes(b),
  );
  if (ours.some(({ answer }) => answer === 'found')) return 'found';
  if (ours.length > 0 || !mines.includes(a) || !mines.includes(b)) return 'unknown';
  return gaps.some((gap) => gap.check === check && (gap.mine === null || gap.mine === a || gap.mine === b))
    ? 'unknown'
    : 'denied';
}
