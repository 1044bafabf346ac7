import type { Box3 } from '../../geometry/bounds.ts';
import type { TriangleMesh } from '../../geometry/triangle-mesh.ts';
import type { GeologicalBody, GeologicalModel } from '../geological-model.ts';
import { curtainFrame, curtainSection, type PlanPoint } from '../section/curtain.ts';
import { levelPlan } from '../section/level-plan.ts';
import { type CutPlane, cutMesh } from '../section/mesh-cut.ts';
import type { Section, SectionBody, SectionFrame } from '../section/section.ts';
import { planBeyondGrid, ringsBeyondGrid } from './beyond-grid.ts';
import { type CutHole, cutHoles, type HoleInterval } from './cut-holes.ts';
import { type CutOpening, lineInOpening, ringInOpening } from './cut-opening.ts';
import { lineInRectangle } from './line-in-rectangle.ts';
import { type BoxSlice, boxCorners, type PlaneSlice, type Slice, towards } from './slice.ts';
import { straightened } from './straightened.ts';

/** What a mine is cut of. */
export interface CutSubject {
  /** Where the mine lies; faces of planes and levels end at it. */
  readonly extent: Box3;
  /** null: nobody knows which rock lies where. */
  readonly model: GeologicalModel | null;
  readonly bodies: readonly GeologicalBody[];
  readonly holes: readonly HoleInterval[];
  /** All the rock below the ground as one closed mesh; used where no model reaches. null: the ground is not known. */
  readonly rock: TriangleMesh | null;
}

/** One face of the cut: a section that ends at its opening. */
export interface CutFace extends Pick<Section, 'frame' | 'areas' | 'bodies'> {
  /** Rock of which nothing more is known; closed, even-odd. */
  readonly unknown: readonly Float64Array[];
  /** Boreholes near it, laid into it. */
  readonly holes: readonly CutHole[];
}

const ALL_HEIGHTS = [-1e6, 1e6] as const;

/** The faces a slice opens. A plane and a line have one, a box six; none where it misses the mine. */
export const cutFaces = (slice: Slice, subject: CutSubject): CutFace[] => {
  switch (slice.kind) {
    case 'plane': {
      const line = planeLine(slice, subject.extent);
      return line ? [curtainFace(line, ALL_HEIGHTS, subject)] : [];
    }
    case 'line':
      return [curtainFace(slice.line, ALL_HEIGHTS, subject)];
    case 'level': {
      const { min, max } = subject.extent;
      const opening: CutOpening = { s: [min[0], max[0]], t: [min[1], max[1]] };
      return [levelFace({ origin: [0, 0, slice.up], right: [1, 0, 0], up: [0, 1, 0] }, opening, subject)];
    }
    case 'box':
      return boxFaces(slice, subject);
  }
};

/** Where a plane crosses the mine's extent, in its own direction; null where it does not. */
export const planeLine = (
  { at, azimuth }: Pick<PlaneSlice, 'at' | 'azimuth'>,
  { min, max }: Box3,
): readonly [PlanPoint, PlanPoint] | null => {
  const direction = towards(azimuth);
  const within = lineInRectangle(at, direction, [
    [min[0], max[0]],
    [min[1], max[1]],
  ]);
  if (!within) return null;
  const point = (along: number): PlanPoint => [at[0] + along * direction[0], at[1] + along * direction[1]];
  return [point(within[0]), point(within[1])];
};

const curtainFace = (
  line: readonly PlanPoint[],
  heights: readonly [number, number],
  { model, bodies, holes, rock }: CutSubject,
): CutFace => {
  const frame = curtainFrame(line);
  const { areas, bodies: met } = curtainSection(line, model, bodies);
  const unknown = rock ? rockOfCurtain(frame, rock, model) : [];
  return inOpening(
    { frame, areas, bodies: met, unknown, holes: cutHoles(frame, holes) },
    { s: [0, frame.length], t: heights },
  );
};

/** Of a mine with a model only what lies beyond its grid: within it, the model itself says what it does not know. */
const rockOfCurtain = (
  { pieces }: SectionFrame,
  rock: TriangleMesh,
  model: GeologicalModel | null,
): Float64Array[] =>
  pieces.flatMap((piece) => {
    const { from, to, plane } = piece;
    const opening: CutOpening = { s: [0, to - from], t: ALL_HEIGHTS };
    const rings = cutMesh(rock, plane).rings.flatMap(
      (ring) => ringInOpening(straightened(ring), opening) ?? [],
    );
    const unknown = model ? ringsBeyondGrid(rings, piece, model.grid) : rings;
    return unknown.map((ring) => ring.map((value, i) => (i % 2 ? value : value + from)));
  });

const rockOfLevel = (up: number, rock: TriangleMesh, model: GeologicalModel | null): Float64Array[] => {
  const { rings } = cutMesh(rock, { origin: [0, 0, up], right: [1, 0, 0], up: [0, 1, 0] });
  const plan = rings.map(straightened);
  return model ? planBeyondGrid(plan, model.grid) : plan;
};

/** `plane` is level; its axes may be turned. */
const levelFace = (
  plane: CutPlane,
  opening: CutOpening,
  { model, bodies, holes, rock }: CutSubject,
): CutFace => {
  const { origin, right, up } = plane;
  const own = (ring: Float64Array): Float64Array =>
    ring.map((_, i) => {
      const k = i - (i % 2);
      const axis = i % 2 ? up : right;
      return (ring[k]! - origin[0]) * axis[0] + (ring[k + 1]! - origin[1]) * axis[1];
    });
  const frame = { pieces: [{ from: 0, to: opening.s[1], plane }], length: opening.s[1] };
  const plan = levelPlan(origin[2], model, bodies);
  return inOpening(
    {
      frame,
      areas: plan.areas.map((area) => ({ ...area, ring: own(area.ring) })),
      bodies: plan.bodies.map(({ body, rings, lines }) => ({
        body,
        rings: rings.map(own),
        lines: lines.map(own),
      })),
      unknown: rock ? rockOfLevel(origin[2], rock, model).map(own) : [],
      holes: cutHoles(frame, holes),
    },
    opening,
  );
};

const boxFaces = (box: BoxSlice, subject: CutSubject): CutFace[] => {
  const corners = boxCorners(box);
  const heights = [Math.min(box.low, box.high), Math.max(box.low, box.high)] as const;
  // Walked clockwise, so that each wall is seen from outside with its beginning on the right: the cap has no back.
  const walls = corners.map((corner, i) => curtainFace([corner, corners[(i + 1) % 4]!], heights, subject));
  const [ae, an] = towards(box.azimuth);
  const [e, n] = corners[0];
  const opening: CutOpening = { s: [0, box.width], t: [0, box.length] };
  const levels = heights.map((height) =>
    levelFace({ origin: [e, n, height], right: [an, -ae, 0], up: [ae, an, 0] }, opening, subject),
  );
  return [...walls, ...levels];
};

const inOpening = (face: CutFace, opening: CutOpening): CutFace => {
  const rings = (all: readonly Float64Array[]) =>
    all.flatMap((ring) => {
      const part = ringInOpening(ring, opening);
      return part ? [part] : [];
    });
  return {
    frame: face.frame,
    areas: face.areas.flatMap((area) => rings([area.ring]).map((ring) => ({ ...area, ring }))),
    bodies: face.bodies.flatMap((met): SectionBody[] => {
      const [inner, lines] = [rings(met.rings), met.lines.flatMap((line) => lineInOpening(line, opening))];
      return inner.length + lines.length > 0 ? [{ body: met.body, rings: inner, lines }] : [];
    }),
    unknown: rings(face.unknown),
    holes: face.holes.flatMap(({ interval, line }) =>
      lineInOpening(line, opening).map((part) => ({ interval, line: part })),
    ),
  };
};
