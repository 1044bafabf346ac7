import { type Body, meshBody } from '../clearance/body.ts';
import { createHeading } from '../clearance/heading.ts';
import {
  type DrivingDistance,
  type DrivingSettings,
  OBSTACLE_KINDS,
  type ObstacleKind,
} from '../contracts/driving.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import type { PlanPolygon } from '../geometry/plan-polygon.ts';
import { box } from '../geometry/sample-solids.test-kit.ts';
import { crossSection } from '../workings/cross-section.ts';
import type { DriveOnInput, PlannedHeading } from './drive-on.ts';
import type { Obstacle } from './obstacle.ts';

/** A straight level heading of 200 m to the east, 4 × 3 m, and what may lie about it. */

export const heading = (
  line: readonly Vec3[] = [
    [0, 0, 0],
    [200, 0, 0],
  ],
  id = 'H1',
): PlannedHeading => ({
  id,
  name: null,
  heading: createHeading(line, crossSection('rectangle', 4, 3, 'floor')),
});

/** A block across the way from one easting to another. */
export const block = (from: number, to: number): Body => meshBody(box([from, -30, -10], [to, 30, 10]), true);

export const surveyed: Obstacle['position'] = {
  method: 'survey',
  plusMinus: 0,
  source: 'test',
  standardDeviation: null,
};

export const obstacle = (parts: Partial<Obstacle> & Pick<Obstacle, 'body'>): Obstacle => ({
  id: 'G1',
  name: null,
  kind: 'goaf',
  water: 'dry',
  conductive: null,
  evidence: ['survey'],
  position: surveyed,
  ...parts,
});

export const rule = (kind: ObstacleKind, keep?: number, probe?: number): DrivingDistance => ({
  id: `RULE_${kind}`,
  obstacle: kind,
  ...(keep === undefined ? {} : { keep }),
  ...(probe === undefined ? {} : { probe }),
  coalOnly: false,
  clause: 'design 4.2',
  status: 'approved design',
});

export const settings = (parts: Partial<DrivingSettings> = {}): DrivingSettings => ({
  distances: [rule('goaf', 20, 50)],
  accuracies: [],
  noneOf: [],
  headingPlusMinus: { plusMinus: 0, clause: 'design 1', status: 'approved design' },
  ...parts,
});

const EVERY_KIND = OBSTACLE_KINDS.filter(
  (kind): kind is Obstacle['kind'] => kind !== 'flooded-goaf' && kind !== 'conductive-fault',
);
const EVERYWHERE: PlanPolygon = [
  [
    [-9e3, -9e3],
    [9e3, -9e3],
    [9e3, 9e3],
    [-9e3, 9e3],
  ],
];

/** Everything surveyed, and every kind of obstacle spoken of. */
export const scene = (parts: Partial<DriveOnInput> = {}): DriveOnInput => ({
  mine: 'm',
  mineType: 'underground-metal',
  revision: null,
  headings: [heading()],
  obstacles: [obstacle({ body: block(120, 180) })],
  settings: settings(),
  recorded: EVERY_KIND,
  surveyed: [EVERYWHERE],
  rules: [],
  ...parts,
});
