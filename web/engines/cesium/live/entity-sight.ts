import { type CutRegion, isCutAway } from '../../../../domain/geology/slice/cut-region.ts';
import type { CameraPose } from '../../mine-view.ts';
import { cameraAxes, cameraPosition } from '../camera-pose.ts';
import type { Vec3 } from '../vector.ts';
import { type EntityRows, isPlaced, isUrgent, kindIndex, LEAP_CM, mixedPosition } from './entity-rows.ts';
import { FIGURE_WIDTH, MOST, markRadius, TRUE_HEIGHT } from './mark-size.ts';

/** The picture as the processor can calculate it. */
export interface EntitySight {
  /** As drawn (exaggerated ENU metres). */
  readonly pose: CameraPose;
  readonly tanHalfHeight: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly exaggeration: number;
  /** Metres; the height that exaggeration leaves in place. */
  readonly pivotUp: number;
  /** What is cut open; null: nothing. */
  readonly slice: CutRegion | null;
}

/** Where a thing is on the screen. */
export interface Seen {
  /** CSS pixels from the top left: middle of what is drawn. */
  x: number;
  y: number;
  /** Metres ahead of the eye. */
  depth: number;
  /** CSS pixels: half the drawn height, and half the width. */
  radius: number;
  halfWidth: number;
}

export const nothingSeen = (): Seen => ({ x: 0, y: 0, depth: 0, radius: 0, halfWidth: 0 });

export type Project = (rows: EntityRows, row: number, share: number, out: Seen) => boolean;

const NEAREST = 0.2;

/** Whether a thing is not drawn because the mine is cut open where it is; who calls for attention always is. */
export const isSlicedAway = (slice: CutRegion, state: number, at: Vec3): boolean =>
  !isUrgent(state) && isCutAway(slice, at);

/** Projects one thing after another; false for what is behind the eye or cut away. Knows nothing of what hides what. */
export function projector(sight: EntitySight): Project {
  const { pose, width, height, exaggeration, pivotUp, slice } = sight;
  const { direction, right, up } = cameraAxes(pose.heading, pose.pitch);
  const [eyeE, eyeN, eyeU] = cameraPosition(pose);
  const focus = height / (2 * sight.tanHalfHeight);
  const at: [number, number, number] = [0, 0, 0];
  return (rows, row, share, out) => {
    mixedPosition(rows, row, share, at);
    if (slice && isSlicedAway(slice, rows.state[row]!, at)) return false;
    const kind = kindIndex(rows.state[row]!);
    const e = at[0] - eyeE;
    const n = at[1] - eyeN;
    const u = pivotUp + (at[2] - pivotUp) * exaggeration + TRUE_HEIGHT[kind]! / 2 - eyeU;
    const depth = e * direction[0] + n * direction[1] + u * direction[2];
    if (depth < NEAREST) return false;
    const scale = focus / depth;
    out.x = width / 2 + (e * right[0] + n * right[1]) * scale;
    out.y = height / 2 - (e * up[0] + n * up[1] + u * up[2]) * scale;
    out.depth = depth;
    const mark = markRadius(scale, kind);
    out.radius = Math.max(mark, (TRUE_HEIGHT[kind]! / 2) * scale);
    out.halfWidth = out.radius > mark ? Math.max(mark, out.radius * FIGURE_WIDTH[kind]!) : mark;
    return true;
  };
}

/**
 * CSS pixels a metre covers at the point of a box that is nearest to the eye along its line of sight; nothing in the box
 * is larger. @param box two opposite corners, as drawn
 */
export function largestScale(sight: EntitySight, box: readonly [Vec3, Vec3]): number {
  const { direction } = cameraAxes(sight.pose.heading, sight.pose.pitch);
  const eye = cameraPosition(sight.pose);
  let depth = 0;
  for (let axis = 0; axis < 3; axis++)
    depth += Math.min(
      (box[0][axis]! - eye[axis]!) * direction[axis]!,
      (box[1][axis]! - eye[axis]!) * direction[axis]!,
    );
  return sight.height / (2 * sight.tanHalfHeight * Math.max(depth, NEAREST));
}

/** CSS pixels around a mark that still count as hit. */
const REACH = 4;
/** Share of a mark's radius within which it is met squarely: there the nearer of two wins, beside it the closer. */
const SQUARE = 0.8;

/** CSS pixels beside its middle at which no mark is hit, whatever its kind. */
const MOST_REACH = MOST + REACH;
/** Metres: half the greatest height of a figure, and half its greatest extent. */
const TALLEST = Math.max(...TRUE_HEIGHT) / 2;
const WIDEST = TALLEST * Math.max(...FIGURE_WIDTH);

export interface Hit {
  readonly row: number;
  /** Metres ahead of the eye. */
  readonly depth: number;
  /** Smaller is better; comparable between calls for the same point. */
  readonly score: number;
}

/**
 * The thing one means at a canvas point (CSS pixels), null where there is none within reach: the selected before those
 * that call for attention before all others; among equals what is met squarely, and of those the nearest to the eye.
 */
export function entityAt(
  sight: EntitySight,
  rows: EntityRows,
  share: number,
  x: number,
  y: number,
  selectedRow: number,
): Hit | null {
  const project = projector(sight);
  const seen = nothingSeen();
  const { pose, width, height, exaggeration, pivotUp } = sight;
  const { direction, right, up } = cameraAxes(pose.heading, pose.pitch);
  const [dE, dN, dU] = direction;
  const [rE, rN, rU] = right;
  const [uE, uN, uU] = up;
  const eye = cameraPosition(pose);
  const [eyeE, eyeN] = eye;
  const eyeU = eye[2] - pivotUp * (1 - exaggeration);
  const focus = height / (2 * sight.tanHalfHeight);
  const [offX, offY] = [x - width / 2, height / 2 - y];
  const { count, position, positionBefore, state: states } = rows;
  const back = (1 - share) * 0.01;
  let best: Hit | null = null;
  for (let row = 0, i = 0; row < count; row++, i += 3) {
    const nowE = position[i]!;
    const nowN = position[i + 1]!;
    const nowU = position[i + 2]!;
    // Who leaps is not mixed: such a one is looked at exactly.
    const wentE = nowE - positionBefore[i]!;
    const wentN = nowN - positionBefore[i + 1]!;
    const wentU = nowU - positionBefore[i + 2]!;
    if (Math.abs(wentE) <= LEAP_CM && Math.abs(wentN) <= LEAP_CM && Math.abs(wentU) <= LEAP_CM) {
      const e = nowE * 0.01 - wentE * back - eyeE;
      const n = nowN * 0.01 - wentN * back - eyeN;
      const u = (nowU * 0.01 - wentU * back) * exaggeration - eyeU;
      const depth = e * dE + n * dN + u * dU;
      // Height of a figure counts towards what it may cover, and may bring it before the eye.
      if (depth < NEAREST - TALLEST) continue;
      const near = MOST_REACH * (depth + TALLEST) + (WIDEST + TALLEST) * focus + Math.abs(offX) * TALLEST;
      if (Math.abs((e * rE + n * rN + u * rU) * focus - offX * depth) > near) continue;
      const nearY = MOST_REACH * (depth + TALLEST) + (WIDEST + TALLEST) * focus + Math.abs(offY) * TALLEST;
      if (Math.abs((e * uE + n * uN + u * uU) * focus - offY * depth) > nearY) continue;
    }
    const state = states[row]!;
    if (!isPlaced(state) || !project(rows, row, share, seen)) continue;
    const dy = Math.abs(seen.y - y);
    if (dy > seen.radius + REACH) continue;
    const dx = Math.abs(seen.x - x);
    if (dx > seen.halfWidth + REACH) continue;
    const kind = kindIndex(state);
    // A figure is narrower (a lorry: wider) than it is high.
    const halfWidth =
      seen.radius > markRadius(1e9, kind) ? seen.radius * (kind === 0 ? 0.45 : 1) : seen.radius;
    const off = Math.hypot(dx / halfWidth, dy / seen.radius);
    if (off > 1 + REACH / Math.min(halfWidth, seen.radius)) continue;
    const rank = row === selectedRow ? 0 : isUrgent(state) ? 1 : 2;
    const square = off <= SQUARE;
    // Depths are below 10⁶ m: one rank outweighs any, and so does squarely met or not.
    const score = rank * 1e8 + (square ? seen.depth : 1e7 + off * 1e5);
    if (!best || score < best.score) best = { row, depth: seen.depth, score };
  }
  return best;
}
