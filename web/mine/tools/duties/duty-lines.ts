import type { HotWorkClass } from '../../../../domain/contracts/hot-work.ts';
import type { SurveyCoverage } from '../../../../domain/contracts/survey-coverage.ts';
import { dashes } from '../../../../domain/drive-on/along-line.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import type { PlanPolygon } from '../../../../domain/geometry/plan-polygon.ts';
import type { Overlay } from '../../../engines/mine-view.ts';
import { crosses, type Rgb, rgbOf, type Stroke, strokesOverlay } from '../scene-strokes.ts';
import type { OpenDuties } from './duties-store.ts';
import type { WaysFrom } from './ways-from.ts';

const WIDTH = 5;
const WRONG = rgbOf('#c2255c');
const CALM = rgbOf('#2f9e6e');
const PLAN = rgbOf('#8a63d2');
const UNKNOWN = rgbOf('#8b97a3');

const around = (polygon: PlanPolygon, up: number): Vec3[][] =>
  polygon.map((ring) => [...ring, ring[0]!].map(([east, north]): Vec3 => [east, north, up]));

const along = (line: readonly Vec3[], rgb: Rgb, stroke = Infinity, gap = 0): Stroke[] =>
  dashes(line, 0, lengthOf(line), stroke, gap).map(([a, b]) => [a, b, rgb]);

const lengthOf = (line: readonly Vec3[]): number =>
  line.slice(1).reduce((sum, b, i) => sum + Math.hypot(...b.map((v, k) => v - line[i]![k]!)), 0);

/** Plan whole, surveyed dashed, gaps with crosses; at one height, for they are areas in plan. */
export const coverageLines = (
  { facts }: OpenDuties,
  coverage: readonly SurveyCoverage[],
  up: number,
): Overlay | null => {
  const gaps = coverage.flatMap((one) => one.gaps.flatMap(({ rings }) => around(rings, up)));
  return strokesOverlay(
    [
      ...(facts.plan ?? [])
        .flatMap(({ polygons }) => polygons.flatMap((one) => around(one, up)))
        .flatMap((ring) => along(ring, PLAN)),
      ...(facts.surveyed ?? [])
        .flatMap(({ polygons }) => polygons.flatMap((one) => around(one, up)))
        .flatMap((ring) => along(ring, CALM, 12, 8)),
      ...gaps.flatMap((ring) => [...along(ring, WRONG), ...crosses(ring, 0, lengthOf(ring), WRONG)]),
    ],
    WIDTH,
  );
};

const WAY_LOOKS: readonly (readonly [Rgb, stroke: number, gap: number])[] = [
  [CALM, Infinity, 0],
  [PLAN, 9, 6],
];

/** Exits as uprights; with them the two ways out of a chosen place, or, where none is, roadways with fewer than two, with crosses. */
export const escapeLines = ({ duties, network }: OpenDuties, from: WaysFrom | null): Overlay | null => {
  const report = duties.escape;
  if (!report || !network) return null;
  const exits = report.exits.map(({ at: [x, y, z] }): Stroke => [[x, y, z], [x, y, z + EXIT_MARK], CALM]);
  if (from) {
    const [x, y, z] = from.at;
    const ways = from.ways.flatMap(({ line }, i) => along(line, ...WAY_LOOKS[i]!));
    return strokesOverlay([...ways, [[x, y, z], [x, y, z + START_MARK], WRONG], ...exits], WIDTH + 2);
  }
  const single = new Set(report.singleEdges.map(({ edge }) => edge));
  return strokesOverlay(
    [
      ...network.edges
        .filter(({ id }) => single.has(id))
        .flatMap(({ line }) => [...along(line, WRONG), ...crosses(line, 0, lengthOf(line), WRONG)]),
      ...exits,
    ],
    WIDTH,
  );
};
/** Metres. */
const EXIT_MARK = 60;
const START_MARK = 25;

const CLASS_LOOKS: Readonly<Record<HotWorkClass | 'unknown', readonly [Rgb, stroke: number, gap: number]>> = {
  I: [WRONG, Infinity, 0],
  II: [PLAN, 5, 2.5],
  III: [CALM, 5, 2.5],
  unknown: [UNKNOWN, 1.2, 2],
};
const CIRCLE_SIDES = 48;

/** Each roadway in its class of hot work, and the circle of each collar. */
export const hotWorkLines = ({ duties, network }: OpenDuties): Overlay | null => {
  const { hotWork } = duties;
  if (!hotWork || !network) return null;
  const edges = new Map(network.edges.map((edge) => [edge.id, edge]));
  return strokesOverlay(
    [
      ...hotWork.stretches.flatMap(({ edge, from, to, class: one }): Stroke[] => {
        const found = edges.get(edge);
        if (!found) return [];
        const [rgb, stroke, gap] = CLASS_LOOKS[one ?? 'unknown'];
        return dashes(found.line, from, to, stroke, gap).map(([a, b]) => [a, b, rgb]);
      }),
      ...hotWork.circles.flatMap(({ at: [x, y, z], radius }): Stroke[] => {
        const point = (i: number): Vec3 => {
          const turn = (2 * Math.PI * i) / CIRCLE_SIDES;
          return [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius, z + 1];
        };
        return Array.from({ length: CIRCLE_SIDES }, (_, i) => [point(i), point(i + 1), WRONG]);
      }),
    ],
    WIDTH,
  );
};
