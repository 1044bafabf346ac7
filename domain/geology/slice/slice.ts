import type { PlanPoint } from '../section/curtain.ts';

/**
 * How the mine is cut open in 3D. ENU metres and true heights, whatever the picture exaggerates; degrees clockwise from
 * north. `flipped` takes the other side away: of a plane or line usually what lies to the right of its direction (so one looks
 * at it with its beginning on the left), of a level what lies above, of a box what lies outside.
 */
export type Slice = PlaneSlice | BoxSlice | LineSlice | LevelSlice;
export type SliceKind = Slice['kind'];

/** A vertical plane through a point; `azimuth` is the direction it runs in. */
export interface PlaneSlice {
  readonly kind: 'plane';
  readonly at: PlanPoint;
  readonly azimuth: number;
  readonly flipped: boolean;
}

/** An upright box; `length` lies along `azimuth`, `width` across it. */
export interface BoxSlice {
  readonly kind: 'box';
  readonly centre: PlanPoint;
  readonly azimuth: number;
  readonly length: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
  readonly flipped: boolean;
}

/** A vertical curtain along a line drawn on the ground; at least two corners. */
export interface LineSlice {
  readonly kind: 'line';
  readonly line: readonly PlanPoint[];
  readonly flipped: boolean;
}

/** Everything above a level. */
export interface LevelSlice {
  readonly kind: 'level';
  readonly up: number;
  readonly flipped: boolean;
}

/** Corners a drawn line may have: the link and the shader hold as many. */
export const MOST_CORNERS = 20;

/** Unit vector east, north of a compass direction. */
export const towards = (azimuth: number): PlanPoint => {
  const angle = (azimuth * Math.PI) / 180;
  return [Math.sin(angle), Math.cos(angle)];
};

/** Corners of a box in plan: from its back left over its front left to the right, clockwise seen along its azimuth. */
export const boxCorners = ({
  centre,
  azimuth,
  length,
  width,
}: BoxSlice): readonly [PlanPoint, PlanPoint, PlanPoint, PlanPoint] => {
  const [ae, an] = towards(azimuth);
  const corner = (along: number, across: number): PlanPoint => [
    centre[0] + (along * ae * length + across * an * width) / 2,
    centre[1] + (along * an * length - across * ae * width) / 2,
  ];
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
};
