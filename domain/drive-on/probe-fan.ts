import { lineBody } from '../clearance/body.ts';
import { bodyDistance } from '../clearance/body-distance.ts';
import { type Heading, type HeadingPiece, lineHeading, middleAt } from '../clearance/heading.ts';
import { chainagesWithin } from '../clearance/heading-clearance.ts';
import type { ProbeFan, ProbeHole } from '../contracts/drive-on.ts';
import type { DrivingSettings } from '../contracts/driving.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { isProven, isVoid, judgedAs, type Obstacle } from './obstacle.ts';
import { waterHead } from './water-head.ts';

export interface ProbedObstacle {
  readonly obstacle: Obstacle;
  /** Metres it may be off; null: not known, then only a hit proves it. */
  readonly plusMinus: number | null;
}

/**
 * Holes drilled from the face at a chainage: one along the middle, a ring that comes out `cover` metres around the section
 * `ahead` metres on, and one at every unproven obstacle within that reach. Each says what it would prove, and what known
 * void or water it runs into: a hole is not left out for that, but nobody drills it unawares.
 */
export function proposeFan(
  heading: Heading,
  face: number,
  obstacles: readonly ProbedObstacle[],
  probing: NonNullable<DrivingSettings['probing']>,
): ProbeFan {
  const { ahead, overlap, cover, holes, jurisdiction, clause, status } = probing;
  const collar = middleAt(heading, Math.min(face, heading.length));
  const targets: { aim: ProbeHole['aim']; at: Vec3 }[] = [
    { aim: 'middle', at: ringPoint(heading, face + ahead, 0, 0) },
  ];
  for (let i = 0; i < holes; i++)
    targets.push({ aim: 'ring', at: ringPoint(heading, face + ahead, (2 * Math.PI * i) / holes, cover) });
  for (const { obstacle } of obstacles) {
    if (!wantsProof(obstacle)) continue;
    const found = bodyDistance(lineBody([collar], 0), obstacle.body, ahead);
    // From inside an obstacle there is no direction to it, and no need of one.
    if (found && found.distance > 0) targets.push({ aim: 'obstacle', at: found.there });
  }
  const provenTo = face + ahead;
  return {
    face,
    provenTo,
    nextFace: Math.max(face, provenTo - overlap),
    holes: targets.map(({ aim, at }, i) => hole(i + 1, aim, collar, at, obstacles)),
    rule: { id: 'PROBING', jurisdiction: jurisdiction ?? '—', clause, status, coalOnly: false },
  };
}

/** A border is what a document says; no hole proves it. */
const wantsProof = ({ kind, evidence }: Obstacle): boolean => kind !== 'mining-right' && !isProven(evidence);

/** A point `cover` metres outside the section at a chainage, in a direction across it; past the end the line runs on. */
function ringPoint(heading: Heading, chainage: number, angle: number, cover: number): Vec3 {
  const piece =
    heading.pieces.find(({ start, length }) => chainage <= start + length) ?? heading.pieces.at(-1)!;
  const middle = faceMiddle(heading, piece, chainage);
  if (cover === 0) return middle;
  const [right, up] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.max(
    ...heading.section.map(([r, u]) => Math.hypot(r - middleOf(heading)[0], u - middleOf(heading)[1])),
  );
  const out = reach + cover;
  return [0, 1, 2].map(
    (k) => middle[k]! + (piece.right[k]! * right + piece.up[k]! * up) * out,
  ) as unknown as Vec3;
}

const middleOf = ({ section }: Heading): readonly [number, number] => [
  section.reduce((sum, [right]) => sum + right / section.length, 0),
  section.reduce((sum, [, up]) => sum + up / section.length, 0),
];

function faceMiddle(heading: Heading, piece: HeadingPiece, chainage: number): Vec3 {
  const [r, u] = middleOf(heading);
  const along = chainage - piece.start;
  return [0, 1, 2].map(
    (k) => piece.from[k]! + piece.direction[k]! * along + piece.right[k]! * r + piece.up[k]! * u,
  ) as unknown as Vec3;
}

function hole(
  number: number,
  aim: ProbeHole['aim'],
  collar: Vec3,
  at: Vec3,
  obstacles: readonly ProbedObstacle[],
): ProbeHole {
  const run: Vec3 = [at[0] - collar[0], at[1] - collar[1], at[2] - collar[2]];
  const length = Math.hypot(...run);
  const line = lineHeading([collar, at]);
  const body = lineBody([collar, at], 0);
  const pierces = obstacles.flatMap(({ obstacle }) => {
    const holdsWater = obstacle.water !== 'dry';
    if (!isVoid(judgedAs(obstacle).kind) && !holdsWater) return [];
    const first = chainagesWithin(line, obstacle.body, 0)[0];
    if (!first) return [];
    const height = collar[2] + (run[2] * first.from) / length;
    return [{ obstacle: obstacle.id, at: first.from, to: first.to, water: waterHead(obstacle, height) }];
  });
  return {
    number,
    aim,
    collar: [...collar],
    end: [...at],
    azimuth: ((Math.atan2(run[0], run[1]) * 180) / Math.PI + 360) % 360,
    dip: (Math.atan2(run[2], Math.hypot(run[0], run[1])) * 180) / Math.PI,
    length,
    proves: obstacles
      .filter(
        ({ obstacle, plusMinus }) =>
          wantsProof(obstacle) &&
          // A hole that is aimed at it ends on its surface, to rounding.
          bodyDistance(body, obstacle.body, (plusMinus ?? 0) + 1e-6) !== null,
      )
      .map(({ obstacle }) => obstacle.id),
    pierces: pierces.sort((a, b) => a.at - b.at),
  };
}
