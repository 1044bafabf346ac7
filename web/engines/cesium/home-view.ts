import type { CatalogLayer, EnuBox } from '../../../domain/contracts/catalog.ts';
import type { CameraPose } from '../mine-view.ts';
import { cameraAxes, MAX_PITCH } from './camera-pose.ts';
import { add, dot, scale, subtract, type Vec3 } from './vector.ts';

/** From the south-east, a little above: shows plan, depth and north at once, as mine block diagrams are drawn. */
const HOME_HEADING = 330;
const HOME_PITCH = -28;

/** Share of the picture's half width and height a framed box may fill. */
const FILLED = 0.9;

export const cornersOf = (box: EnuBox): Vec3[] =>
  [0, 1, 2, 3, 4, 5, 6, 7].map((corner) => [
    corner & 1 ? box.max[0] : box.min[0],
    corner & 2 ? box.max[1] : box.min[1],
    corner & 4 ? box.max[2] : box.min[2],
  ]);

const middleOf = (points: readonly Vec3[]): Vec3 =>
  [0, 1, 2].map((axis) => {
    const along = points.map((p) => p[axis]!);
    return (Math.min(...along) + Math.max(...along)) / 2;
  }) as unknown as Vec3;

/** Metres; a point is framed as if it were this far across. */
const SMALLEST = 10;

/** Rounds of moving the target to the middle of the picture; near things count for more than their distance says. */
const CENTRING_ROUNDS = 6;

/**
 * The pose that shows these points (ENU metres as drawn) whole from this side: the least range at which all of them
 * lie inside the picture, and the target in the middle of what is seen of them.
 */
export function framing(
  points: readonly Vec3[],
  heading: number,
  pitch: number,
  tanHalfHeight: number,
  aspect: number,
): CameraPose {
  const axes = cameraAxes(heading, pitch);
  const half = { right: tanHalfHeight * aspect, up: tanHalfHeight };
  const rangeFor = (target: Vec3): number =>
    points.reduce((range, point) => {
      const arm = subtract(point, target);
      const across = Math.abs(dot(arm, axes.right)) / (half.right * FILLED);
      const upward = Math.abs(dot(arm, axes.up)) / (half.up * FILLED);
      return Math.max(range, Math.max(across, upward) - dot(arm, axes.direction));
    }, SMALLEST / tanHalfHeight);
  let target = middleOf(points);
  let range = rangeFor(target);
  for (let round = 0; round < CENTRING_ROUNDS; round++) {
    for (const side of ['right', 'up'] as const) {
      const seen = points.map((point) => {
        const arm = subtract(point, target);
        return dot(arm, axes[side]) / (range + dot(arm, axes.direction));
      });
      const middle = (Math.min(...seen) + Math.max(...seen)) / 2;
      target = add(target, scale(axes[side], middle * range));
    }
    range = rangeFor(target);
  }
  return { target, heading, pitch, range };
}

/** Groups that make up the mine itself; ground, water and strata reach far beyond it, and so do holes. */
const MINE_GROUPS: ReadonlySet<CatalogLayer['group']> = new Set(['ore', 'workings', 'goafs']);

/**
 * Points (true ENU) the home view frames: of the mine's own layers that are shown at the start where it has workings,
 * of those and the boreholes where it has none, else of all that is shown, else of the whole extent. What is switched
 * off later does not count: home is a place one can rely on.
 */
export function homePoints(
  layers: readonly Pick<CatalogLayer, 'group' | 'extent' | 'hull' | 'shownAtStart'>[],
  extent: EnuBox,
): readonly Vec3[] {
  const shown = layers.filter(({ shownAtStart }) => shownAtStart);
  const own = shown.filter(({ group }) => MINE_GROUPS.has(group));
  const explored = [...own, ...shown.filter(({ group }) => group === 'boreholes')];
  const framed = own.some(({ group }) => group === 'workings') ? own : explored.length > 0 ? explored : shown;
  const points = framed.flatMap((layer) =>
    layer.hull && layer.hull.length > 0 ? layer.hull : cornersOf(layer.extent),
  );
  return points.length > 0 ? points : cornersOf(extent);
}

/** The mine's home view. */
export const homeView = (points: readonly Vec3[], tanHalfHeight: number, aspect: number): CameraPose =>
  framing(points, HOME_HEADING, HOME_PITCH, tanHalfHeight, aspect);

/** Looks north, level, from where the present pose looks. */
export const levelled = (pose: CameraPose): CameraPose => ({ ...pose, heading: 0, pitch: 0 });

/** Looks down with north up, as a plan does. */
export const planOf = (pose: CameraPose): CameraPose => ({ ...pose, heading: 0, pitch: -MAX_PITCH });
