import type { EnuPoint } from '../frame/coordinates.ts';
import type { Vec3 } from './bounds.ts';
import { triangulateOutline } from './plane-triangulation.ts';
import type { TriangleMesh } from './triangle-mesh.ts';
import { type TubeSegment, tubeSegments } from './tube-frames.ts';

export interface TubeOptions {
  /** `upright`: the floor stays level across (roadways); `transport`: no roll about the line (boreholes). */
  readonly frame: 'upright' | 'transport';
  /** Closes both ends; default true. */
  readonly caps?: boolean;
}

export interface Tube extends TriangleMesh {
  /** Whether the mesh encloses a volume: capped, and the line had at least one segment. */
  readonly closed: boolean;
  /** Segments of no length that were left out. */
  readonly skippedSegments: number;
}

/** Outline across a line, metres from it: to the right and up, looking along the line. Simple, three points or more. */
export type Section = readonly (readonly [right: number, up: number])[];

/** Regular polygon of `sides` corners on a circle about the line. */
export const circleSection = (radius: number, sides: number): Section =>
  Array.from({ length: sides }, (_, i) => {
    const angle = (2 * Math.PI * i) / sides;
    return [radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });

/** Sharper than this (cosine of half the turn) a mitre would reach out further than twice the section. */
const MITRE_LIMIT = 0.5;
/** Rings whose corners agree within this share of the section are one. */
const SAME_RING = 1e-9;

/**
 * Sweeps a section along a line into a tube, facing outward, watertight by construction: every ring has the same
 * corners, joined to the next ring all round. Bends are mitred; where a mitre would reach too far (sharp turn, short
 * segment) both segments end square and their ends are joined. A line without length gives an empty, open mesh.
 * @throws RangeError where the section has fewer than three points
 */
export function sweepTube(line: readonly EnuPoint[], section: Section, o: TubeOptions): Tube {
  if (section.length < 3) throw new RangeError(`section of ${section.length} points encloses nothing`);
  const { segments, skipped } = tubeSegments(line, o.frame);
  if (segments.length === 0)
    return {
      positions: new Float64Array(),
      indices: new Uint32Array(),
      closed: false,
      skippedSegments: skipped,
    };
  const outline = sectionArea(section) > 0 ? section : section.toReversed();
  const reach = Math.max(...outline.map(([right, up]) => Math.hypot(right, up)));
  const rings: Float64Array[] = [];
  const addRing = (ring: Float64Array): void => {
    const last = rings.at(-1);
    const same = last?.every((value, i) => Math.abs(value - ring[i]!) <= SAME_RING * reach);
    if (!same) rings.push(ring);
  };
  segments.forEach((segment, i) => {
    const before = segments[i - 1];
    const after = segments[i + 1];
    addRing(ringAt(segment.from, segment, outline, before && mitre(before, segment, reach)));
    addRing(ringAt(segment.to, segment, outline, after && mitre(segment, after, reach)));
  });
  const caps = o.caps ?? true;
  return {
    positions: join(rings),
    indices: stitch(rings.length, outline, caps),
    closed: caps,
    skippedSegments: skipped,
  };
}

/**
 * The outside of a tube round one bend: from the square end of a segment over the mitre, where there is one, to the
 * square start of the next. On the inner side of the bend it folds back into the segments.
 * @param outline counter-clockwise
 */
export function bendMesh(before: TubeSegment, after: TubeSegment, outline: Section): TriangleMesh {
  const reach = Math.max(...outline.map(([right, up]) => Math.hypot(right, up)));
  const plane = mitre(before, after, reach);
  const rings = [
    ringAt(before.to, before, outline, undefined),
    ...(plane ? [ringAt(before.to, before, outline, plane)] : []),
    ringAt(after.from, after, outline, undefined),
  ];
  return { positions: join(rings), indices: stitch(rings.length, outline, true) };
}

/** m²; positive where the outline runs counter-clockwise. */
export const sectionArea = (section: Section): number =>
  section.reduce((sum, [x, y], i) => {
    const [u, v] = section[(i + 1) % section.length]!;
    return sum + (x * v - u * y) / 2;
  }, 0);

const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** Normal of the plane that halves a bend; undefined where the segments should end square. */
function mitre(a: TubeSegment, b: TubeSegment, reach: number): Vec3 | undefined {
  const sum: Vec3 = [
    a.direction[0] + b.direction[0],
    a.direction[1] + b.direction[1],
    a.direction[2] + b.direction[2],
  ];
  const length = Math.hypot(...sum);
  const cosHalf = length / 2;
  if (cosHalf < MITRE_LIMIT) return undefined;
  const overhang = (reach * Math.sqrt(Math.max(0, 1 - cosHalf * cosHalf))) / cosHalf;
  if (overhang > Math.min(a.length, b.length) / 2) return undefined;
  return [sum[0] / length, sum[1] / length, sum[2] / length];
}

/** Section corners at a point, slid along the segment onto the mitre plane, 3 doubles a corner. */
function ringAt(at: Vec3, segment: TubeSegment, outline: Section, plane: Vec3 | undefined): Float64Array {
  const { direction: d, right, up } = segment;
  const ring = new Float64Array(outline.length * 3);
  outline.forEach(([r, u], i) => {
    const off: Vec3 = [right[0] * r + up[0] * u, right[1] * r + up[1] * u, right[2] * r + up[2] * u];
    const slide = plane ? -dot(off, plane) / dot(d, plane) : 0;
    for (let k = 0; k < 3; k++) ring[i * 3 + k] = at[k]! + off[k]! + d[k]! * slide;
  });
  return ring;
}

function join(rings: readonly Float64Array[]): Float64Array {
  const size = rings[0]!.length;
  const positions = new Float64Array(rings.length * size);
  rings.forEach((ring, i) => {
    positions.set(ring, i * size);
  });
  return positions;
}

function stitch(rings: number, outline: Section, caps: boolean): Uint32Array {
  const corners = outline.length;
  const indices: number[] = [];
  for (let ring = 0; ring + 1 < rings; ring++)
    for (let j = 0; j < corners; j++) {
      const a = ring * corners + j;
      const b = ring * corners + ((j + 1) % corners);
      indices.push(b, a, a + corners, b, a + corners, b + corners);
    }
  if (caps) {
    const edges = outline.flatMap((_, i) => [i, (i + 1) % corners]);
    const { triangles } = triangulateOutline(outline.flat(), edges);
    const end = (rings - 1) * corners;
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
      indices.push(a, b, c, end + a, end + c, end + b);
    }
  }
  return Uint32Array.from(indices);
}
