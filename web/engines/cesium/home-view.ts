import type { CatalogLayer, EnuBox } from '../../../domain/contracts/catalog.ts';
import type { CameraPose } from '../mine-view.ts';
import { cameraAxes, MAX_PITCH } from './camera-pose.ts';
import { dot, subtract, type Vec3 } from './vector.ts';

/** From the south-east, a little above: shows plan, depth and north at once, as mine block diagrams are drawn. */
const HOME_HEADING = 330;
const HOME_PITCH = -28;

/** Share of the picture's half width and height a framed box may fill. */
const FILLED = 0.9;

const corners = (box: EnuBox): Vec3[] =>
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

/**
 * The pose that shows these boxes (ENU metres as drawn) whole from this side: the least range at which all their
 * corners lie inside the picture. Boxes of layers, not one box around all: the corners of that one are mostly empty.
 */
export function framing(
  boxes: readonly EnuBox[],
  heading: number,
  pitch: number,
  tanHalfHeight: number,
  aspect: number,
): CameraPose {
  const axes = cameraAxes(heading, pitch);
  const points = boxes.flatMap(corners);
  const target = middleOf(points);
  let range = SMALLEST / tanHalfHeight;
  for (const point of points) {
    const arm = subtract(point, target);
    const across = Math.abs(dot(arm, axes.right)) / (tanHalfHeight * aspect * FILLED);
    const upward = Math.abs(dot(arm, axes.up)) / (tanHalfHeight * FILLED);
    range = Math.max(range, Math.max(across, upward) - dot(arm, axes.direction));
  }
  return { target, heading, pitch, range };
}

/** Groups that make up the mine itself; ground, water and strata reach far beyond it. */
const MINE_GROUPS: ReadonlySet<CatalogLayer['group']> = new Set(['boreholes', 'ore', 'workings', 'goafs']);

/**
 * Boxes (true ENU) the home view frames: the mine's own layers that are shown at the start, else all that are, else
 * the whole extent. What is switched off later does not count: home is a place one can rely on.
 */
export function homeBoxes(layers: readonly CatalogLayer[], extent: EnuBox): readonly EnuBox[] {
  const shown = layers.filter(({ shownAtStart }) => shownAtStart);
  const own = shown.filter(({ group }) => MINE_GROUPS.has(group));
  const framed = own.length > 0 ? own : shown;
  return framed.length > 0 ? framed.map((layer) => layer.extent) : [extent];
}

/** The mine's home view. */
export const homeView = (boxes: readonly EnuBox[], tanHalfHeight: number, aspect: number): CameraPose =>
  framing(boxes, HOME_HEADING, HOME_PITCH, tanHalfHeight, aspect);

/** Looks north, level, from where the present pose looks. */
export const levelled = (pose: CameraPose): CameraPose => ({ ...pose, heading: 0, pitch: 0 });

/** Looks down with north up, as a plan does. */
export const planOf = (pose: CameraPose): CameraPose => ({ ...pose, heading: 0, pitch: -MAX_PITCH });
