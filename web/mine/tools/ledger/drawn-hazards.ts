import type { HazardPlace } from '../../../../domain/contracts/hazard.ts';
import { dashes } from '../../../../domain/drive-on/along-line.ts';
import type { GeographicPoint } from '../../../../domain/frame/coordinates.ts';
import type { MineFrame } from '../../../../domain/frame/mine-frame.ts';
import type { Vec3 } from '../../../../domain/geometry/bounds.ts';
import type { Corroboration } from '../../../../domain/hazards/cross-validation.ts';
import { degrees, metres } from '../../../../domain/units/quantities.ts';
import { crosses, type Rgb, type Stroke } from '../scene-strokes.ts';

/** Height of the ground at a place in plan, ENU up; null where nobody knows. */
export type GroundAt = (east: number, north: number) => number | null;

/** Drawn lines follow the ground by so many metres, and stand so many over it so that it does not swallow them. */
const STEP = 12;
const OVER_GROUND = 1.5;
/** Metres: a point is a pole with a cross on it. */
const POLE = 30;

/** A drawn place in the mine's frame: its lines on the ground, and where its sign stands. */
export interface DrawnHazard {
  readonly lines: readonly (readonly Vec3[])[];
  readonly at: Vec3;
}

/**
 * A place that was drawn on a map, laid on the ground of the mine; a map says nothing of depth. Where the ground is not known it lies at
 * `otherwise`.
 * @param otherwise ENU up, metres
 * @returns null for a feature of the model
 */
export const drawnHazard = (
  place: HazardPlace,
  frame: Pick<MineFrame, 'geographicToEnu'>,
  ground: GroundAt,
  otherwise: number,
): DrawnHazard | null => {
  const inPlan = ([longitude, latitude]: readonly [number, number]): readonly [number, number] => {
    const point: GeographicPoint = {
      longitude: degrees(longitude),
      latitude: degrees(latitude),
      ellipsoidHeight: metres(0),
    };
    const [east, north] = frame.geographicToEnu(point);
    return [east, north];
  };
  const onGround = (east: number, north: number): Vec3 => [
    east,
    north,
    (ground(east, north) ?? otherwise) + OVER_GROUND,
  ];
  const draped = (positions: readonly (readonly [number, number])[]): Vec3[] => {
    const corners = positions.map(inPlan);
    return corners.flatMap(([east, north], i) => {
      const [toEast, toNorth] = corners[i + 1] ?? [east, north];
      const steps = Math.max(1, Math.ceil(Math.hypot(toEast - east, toNorth - north) / STEP));
      return i === corners.length - 1
        ? [onGround(east, north)]
        : Array.from({ length: steps }, (_, k) =>
            onGround(east + ((toEast - east) * k) / steps, north + ((toNorth - north) * k) / steps),
          );
    });
  };
  switch (place.kind) {
    case 'feature':
      return null;
    case 'point': {
      const [east, north] = inPlan(place.at);
      const foot = onGround(east, north);
      const head: Vec3 = [east, north, foot[2] + POLE];
      return { lines: [[foot, head]], at: head };
    }
    case 'line': {
      const line = draped(place.line);
      return { lines: [line], at: line[Math.floor(line.length / 2)]! };
    }
    case 'polygon': {
      const rings = place.rings.map(draped);
      const outer = rings[0]!;
      const mean = (axis: number): number => outer.reduce((sum, p) => sum + p[axis]!, 0) / outer.length;
      return { lines: rings, at: onGround(mean(0), mean(1)) };
    }
  }
};

/** Stroke and gap, metres, by how well it is known. */
const DASHES: Readonly<Record<Corroboration, readonly [stroke: number, gap: number]>> = {
  proven: [Infinity, 0],
  inferred: [10, 8],
  contradicted: [Infinity, 0],
  unverified: [2.5, 6],
  refuted: [1.5, 14],
};

/** The lines of a drawn hazard: whole where proven, dashed where inferred, with crosses where contradicted. */
export const hazardStrokes = ({ lines }: DrawnHazard, status: Corroboration, colour: Rgb): Stroke[] =>
  lines.flatMap((line) => {
    const length = line
      .slice(1)
      .reduce((sum, b, i) => sum + Math.hypot(...b.map((v, k) => v - line[i]![k]!)), 0);
    const [stroke, gap] = DASHES[status];
    return [
      ...dashes(line, 0, length, stroke, gap).map(([a, b]): Stroke => [a, b, colour]),
      ...(status === 'contradicted' ? crosses(line, 0, length, colour) : []),
    ];
  });
