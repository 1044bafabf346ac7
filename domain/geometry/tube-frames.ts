import type { Vec3 } from './bounds.ts';

/** A straight piece of a line with the directions its section is drawn in. */
export interface TubeSegment {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly length: number;
  /** Unit vectors, at right angles: along, right of it, and up from it. */
  readonly direction: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
}

/** Shorter than this is no segment, metres. */
const NO_LENGTH = 1e-6;
/**
 * Steeper than this (horizontal share of the direction, sin 5°) a line has no heading worth following: the wobble of
 * a surveyed shaft would spin its section about.
 */
const STEEP = 0.087;

/**
 * Segments of a line with their frames. `upright`: right is level, except in shafts, which keep the right of what comes
 * before them, or of what follows at the start of a line. `transport`: the frame turns with the bends and never rolls.
 */
export function tubeSegments(
  line: readonly Vec3[],
  frame: 'upright' | 'transport',
): { segments: TubeSegment[]; skipped: number } {
  const bare: { from: Vec3; to: Vec3; length: number; direction: Vec3 }[] = [];
  let from = line[0];
  let skipped = 0;
  for (const to of line.slice(1)) {
    const v = sub(to, from!);
    const length = Math.hypot(...v);
    if (!(length > NO_LENGTH)) {
      skipped++;
      continue;
    }
    bare.push({ from: from!, to, length, direction: scale(v, 1 / length) });
    from = to;
  }
  if (bare.length === 0) return { segments: [], skipped };

  const heading = (d: Vec3): Vec3 | undefined =>
    Math.hypot(d[0], d[1]) > STEEP ? unit([d[1], -d[0], 0]) : undefined;
  const first = bare[0]!.direction;
  const lead = bare.map((s) => heading(s.direction)).find((right) => right !== undefined) ?? EAST;
  let right = squared(frame === 'upright' ? lead : (heading(first) ?? EAST), first);
  let previous = first;
  const segments = bare.map((segment): TubeSegment => {
    const { direction } = segment;
    const level = frame === 'upright' ? heading(direction) : undefined;
    right = level ?? squared(transport(right, previous, direction), direction);
    previous = direction;
    return { ...segment, right, up: cross(right, direction) };
  });
  return { segments, skipped };
}

const EAST: Vec3 = [1, 0, 0];

const sub = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const scale = (a: Vec3, f: number): Vec3 => [a[0] * f, a[1] * f, a[2] * f];
const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const unit = (a: Vec3): Vec3 => scale(a, 1 / Math.hypot(...a));

/** The part of `a` at right angles to `direction`, as a unit vector; any other right angle where `a` runs along it. */
function squared(a: Vec3, direction: Vec3): Vec3 {
  const across = sub(a, scale(direction, dot(a, direction)));
  if (Math.hypot(...across) > 1e-6) return unit(across);
  return squared(Math.abs(direction[1]) < 0.9 ? [0, 1, 0] : [0, 0, 1], direction);
}

/** Turns a vector by the smallest rotation that takes one direction to the next (Rodrigues). */
function transport(v: Vec3, from: Vec3, to: Vec3): Vec3 {
  const axis = cross(from, to);
  const cosine = dot(from, to);
  if (cosine < -1 + 1e-12) return v;
  const turned = cross(axis, v);
  const along = dot(axis, v) / (1 + cosine);
  return [
    v[0] * cosine + turned[0] + axis[0] * along,
    v[1] * cosine + turned[1] + axis[1] * along,
    v[2] * cosine + turned[2] + axis[2] * along,
  ];
}
