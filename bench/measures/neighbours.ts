import { bodyDistance } from '../../domain/clearance/body-distance.ts';
import type { NeighbourCheck, NeighboursReport } from '../../domain/contracts/neighbours.ts';
import { findNeighbours } from '../../domain/neighbours/find-neighbours.ts';
import { type Held, judgeDistance, speaksMore } from '../../domain/neighbours/judge-distance.ts';
import { type MineRecord, type PlacedFeature, placeFeatures } from '../../domain/neighbours/mine-features.ts';
import { boxGap } from '../../domain/neighbours/near-pairs.ts';
import {
  bothPlusMinus,
  measureBodies,
  pairFindings,
  reachOf,
} from '../../domain/neighbours/pair-findings.ts';
import { withSubsidenceZones } from '../../domain/neighbours/with-subsidence-zones.ts';
import { type Bench, type Figure, figure, median } from '../figure.ts';
import { MADE_UP_RULES, madeUpCounty } from './neighbours-county.ts';

const RUNS = 3;
const MINES = 2000;
/** Metres. */
const LOOK_WITHIN = 100;
const BOUND = 50;
/** Pairs of zones that are outlined: the county's build does it of all, after they are found. */
const OUTLINED = 100;

/** CPU seconds of a piece of work; other people's work on the machine does not count. */
const cpu = <T>(work: () => T): { seconds: number; wall: number; result: T } => {
  const before = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, wall: (performance.now() - start) / 1000, result };
};

const off = bothPlusMinus(MADE_UP_RULES);

/** The workings of all mines by our tree of boxes: of each two mines its answer and distance. */
const byTree = (mines: readonly MineRecord[]): Map<string, string> => {
  const workings = placeFeatures(mines, ['working']);
  const found = pairFindings(
    mines,
    {
      check: 'workings-distance',
      rule: null,
      bound: BOUND,
      of: [workings, workings],
      box: ({ box }) => box,
      measure: measureBodies,
      plusMinus: off,
    },
    MADE_UP_RULES,
    LOOK_WITHIN,
  );
  return new Map(
    found.map(({ mines: pair, answer, proofs }) => [
      pair.join(' '),
      `${answer} ${proofs[0].distance.toFixed(6)}`,
    ]),
  );
};

/** The same by the box of every feature against that of every other. */
const byBoxes = (mines: readonly MineRecord[]): Map<string, string> => {
  const workings = placeFeatures(mines, ['working']);
  const worst = new Map<string, Held>();
  const look = (a: PlacedFeature, b: PlacedFeature): void => {
    const plusMinus = off(a, b);
    const reach = reachOf(BOUND, plusMinus, LOOK_WITHIN);
    if (boxGap(a.box, b.box) > reach) return;
    const measured = bodyDistance(a.body(), b.body(), reach);
    if (!measured) return;
    const judged = judgeDistance(measured.distance, plusMinus, BOUND);
    if (judged.answer === 'denied') return;
    const pair = [mines[a.mine].id, mines[b.mine].id].toSorted().join(' ');
    const held = worst.get(pair);
    const one: Held = { answer: judged.answer, certain: judged.certain, distance: measured.distance };
    if (!held || speaksMore(one, held)) worst.set(pair, one);
  };
  for (let i = 0; i < workings.length; i++)
    for (let j = i + 1; j < workings.length; j++)
      if (workings[i].mine !== workings[j].mine) look(workings[i], workings[j]);
  return new Map(
    [...worst].map(([pair, { answer, distance }]) => [pair, `${answer} ${distance.toFixed(6)}`]),
  );
};

const count = ({ findings }: NeighboursReport, ...checks: readonly NeighbourCheck[]): number =>
  findings.filter(({ check }) => checks.length === 0 || checks.includes(check)).length;

/** All that 2 000 mines do to one another. */
export const neighbours: Bench = {
  name: 'neighbours',
  about: `${MINES} mines of a made-up county against one another, every check, CPU of the main thread, median of ${RUNS}`,
  async run() {
    const mines = madeUpCounty(MINES);
    const all = Array.from({ length: RUNS }, () =>
      cpu(() => findNeighbours('nowhere', mines, MADE_UP_RULES, LOOK_WITHIN)),
    );
    const report = all[0].result;
    const tree = Array.from({ length: RUNS }, () => cpu(() => byTree(mines)));
    const boxes = Array.from({ length: RUNS }, () => cpu(() => byBoxes(mines)));
    const [ours, peers] = [tree[0].result, boxes[0].result];
    const differ = [...new Set([...ours.keys(), ...peers.keys()])].filter(
      (pair) => ours.get(pair) !== peers.get(pair),
    );
    const outlined = report.findings.filter(({ check }) => check === 'subsidence-overlap').slice(0, OUTLINED);
    const zones = Array.from({ length: RUNS }, () =>
      cpu(() => withSubsidenceZones({ ...report, findings: outlined }, mines, MADE_UP_RULES)),
    );
    const features = mines.reduce((sum, mine) => sum + mine.features.length, 0);
    const figures: Figure[] = [
      figure('neighbours', 'every check, from shapes to report', 's', median(all.map((r) => r.seconds))),
      figure('neighbours', 'the same, by the clock', 's', median(all.map((r) => r.wall))),
      figure('neighbours', 'workings against workings', 's', median(tree.map((r) => r.seconds)), {
        value: median(boxes.map((r) => r.seconds)),
        name: 'boxes of every two features',
      }),
      figure('neighbours', 'pairs of which these two answer differently', 'count', differ.length),
      figure(
        'neighbours',
        'zones of a pair, outlines and overlap',
        'ms',
        median(zones.map((r) => (r.seconds * 1000) / outlined.length)),
      ),
      figure('neighbours', 'features', 'count', features),
      figure('neighbours', 'findings', 'count', count(report)),
      figure('neighbours', 'pairs of rights', 'count', count(report, 'rights-distance')),
      figure('neighbours', 'pairs of workings', 'count', count(report, 'workings-distance')),
      figure('neighbours', 'zones of subsidence', 'count', count(report, 'subsidence-overlap')),
      figure(
        'neighbours',
        'shared water, ore',
        'count',
        count(report, 'shared-water-path', 'shared-orebody'),
      ),
      figure('neighbours', 'clusters', 'count', report.clusters.length),
    ];
    return figures;
  },
};
