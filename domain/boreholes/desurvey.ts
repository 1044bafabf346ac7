import type { SurveyPoint } from '../frame/coordinates.ts';
import { type Degrees, type Metres, metres } from '../units/quantities.ts';

/**
 * Minimum curvature: between two stations the hole is an arc of a circle that leaves along the first direction
 * and arrives along the second. Formulas: S. J. Sawaryn, J. L. Thorogood, "A Compendium of Directional Calculations
 * Based on the Minimum Curvature Method", SPE 84246, SPE Drilling & Completion 20 (2005), 24–36.
 */
export interface SurveyStation {
  /** Along the hole from the collar. */
  readonly depth: Metres;
  /** Clockwise from grid north. */
  readonly azimuth: Degrees;
  /** Negative down: −90 is straight down. */
  readonly dip: Degrees;
}

export type Direction = readonly [east: number, north: number, up: number];

export interface DesurveyedHole {
  readonly totalDepth: Metres;
  /**
   * Place at a depth along the hole. Deeper than the hole it runs straight on.
   * @throws RangeError where the depth is negative or not a number
   */
  at(depth: Metres): SurveyPoint;
  /** Unit direction of drilling at a depth. @throws RangeError as `at` */
  tangentAt(depth: Metres): Direction;
  /** Depths between which the hole is one arc: 0, every station in the hole, the total depth. */
  readonly breakpoints: readonly Metres[];
  /** Radians the hole turns between two depths, all bends added. */
  bendBetween(from: Metres, to: Metres): number;
  /** `from`, `to` and the depths between them at which straight pieces stay within `chordError` metres of the arc. */
  depthsBetween(from: Metres, to: Metres, chordError: Metres): readonly Metres[];
}

interface Piece {
  readonly from: number;
  /** Length along the hole; the last piece has no end. */
  readonly length: number;
  readonly start: Direction;
  readonly t1: Direction;
  readonly t2: Direction;
  /** Angle between t1 and t2, radians. */
  readonly bend: number;
}

/** Nearer to a full turn back than this the arc has no plane. */
const TURN_BACK_SLACK = 1e-6;
/** Below this bend the arc is its chord to the last digit, and its formula divides by nothing. */
const STRAIGHT_BEND = 1e-12;

/**
 * @param o.collar in metres; where the survey system is geographic, desurvey from (0, 0, 0) and add the result in ENU
 * @param o.stations rising depths. None: straight down. The first one's direction holds from the collar, the last one's
 *   to the end; stations below `totalDepth` still bend the hole above it
 * @throws RangeError naming the depth of a station out of order, repeated, negative, not a number, or turned straight back
 */
export function desurvey(o: {
  collar: SurveyPoint;
  stations: readonly SurveyStation[];
  totalDepth: Metres;
}): DesurveyedHole {
  if (!(o.totalDepth >= 0 && Number.isFinite(o.totalDepth)))
    throw new RangeError(`total depth ${o.totalDepth} is not a depth`);
  const pieces = arcs(o.stations);
  const { collar } = o;

  const pieceAt = (depth: number): Piece => {
    if (!(depth >= 0 && Number.isFinite(depth))) throw new RangeError(`depth ${depth} is not on the hole`);
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle]!.from <= depth) low = middle;
      else high = middle - 1;
    }
    return pieces[low]!;
  };

  const bendBetween = (from: Metres, to: Metres): number => {
    let sum = 0;
    for (const piece of pieces) {
      if (piece.bend === 0) continue;
      const inside = Math.min(to, piece.from + piece.length) - Math.max(from, piece.from);
      if (inside > 0) sum += (piece.bend * inside) / piece.length;
    }
    return sum;
  };

  const breakpoints = [
    ...new Set([0, ...o.stations.map((s) => s.depth).filter((d) => d < o.totalDepth), o.totalDepth]),
  ].map(metres);

  return {
    totalDepth: o.totalDepth,
    breakpoints,
    bendBetween,
    at(depth) {
      const piece = pieceAt(depth);
      const [east, north, up] = along(piece, depth - piece.from);
      return {
        easting: metres(collar.easting + east),
        northing: metres(collar.northing + north),
        height: metres(collar.height + up),
      };
    },
    tangentAt(depth) {
      const piece = pieceAt(depth);
      return tangent(piece, depth - piece.from);
    },
    depthsBetween(from, to, chordError) {
      const stops = [from, ...breakpoints.filter((d) => d > from && d < to), to];
      const depths: Metres[] = [from];
      for (let i = 1; i < stops.length; i++) {
        const [a, b] = [stops[i - 1]!, stops[i]!];
        const bend = bendBetween(a, b);
        // Sagitta of one of n equal pieces: (length / bend) · (1 − cos(bend / 2n)) ≈ length · bend / 8n².
        const n = Math.max(1, Math.ceil(Math.sqrt(((b - a) * bend) / (8 * chordError))));
        for (let k = 1; k < n; k++) depths.push(metres(a + ((b - a) * k) / n));
        depths.push(b);
      }
      return depths;
    },
  };
}

function arcs(stations: readonly SurveyStation[]): Piece[] {
  const down: Direction = [0, 0, -1];
  const pieces: Piece[] = [];
  let start: Direction = [0, 0, 0];
  let depth = 0;
  let t1 = stations[0] ? direction(stations[0]) : down;
  for (const station of stations) {
    if (!Number.isFinite(station.depth + station.azimuth + station.dip) || station.depth < 0)
      throw new RangeError(
        `station at depth ${station.depth} cannot be used: azimuth ${station.azimuth}, dip ${station.dip}`,
      );
    const first = station === stations[0];
    if (!first && station.depth <= depth)
      throw new RangeError(`station at depth ${station.depth} does not follow the one at ${depth}`);
    const t2 = direction(station);
    const bend = angleBetween(t1, t2);
    if (bend > Math.PI - TURN_BACK_SLACK)
      throw new RangeError(`hole turns straight back at depth ${station.depth}`);
    if (station.depth > depth) {
      const piece: Piece = {
        from: depth,
        length: station.depth - depth,
        start,
        t1,
        t2,
        bend: bend < STRAIGHT_BEND ? 0 : bend,
      };
      pieces.push(piece);
      start = along(piece, piece.length);
    }
    depth = station.depth;
    t1 = t2;
  }
  pieces.push({ from: depth, length: Infinity, start, t1, t2: t1, bend: 0 });
  return pieces;
}

const direction = ({ azimuth, dip }: SurveyStation): Direction => {
  const a = (azimuth * Math.PI) / 180;
  const d = (dip * Math.PI) / 180;
  return [Math.sin(a) * Math.cos(d), Math.cos(a) * Math.cos(d), Math.sin(d)];
};

/** Keeps its digits at small angles, where the arc cosine of the dot product does not. */
const angleBetween = (a: Direction, b: Direction): number =>
  2 *
  Math.atan2(
    Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]),
    Math.hypot(a[0] + b[0], a[1] + b[1], a[2] + b[2]),
  );

const mix = (a: Direction, p: number, b: Direction, q: number): Direction => [
  a[0] * p + b[0] * q,
  a[1] * p + b[1] * q,
  a[2] * p + b[2] * q,
];

/** Direction at `s` metres into the piece: the great circle from t1 to t2. */
const tangent = (piece: Piece, s: number): Direction => {
  if (piece.bend === 0) return piece.t1;
  const turned = (piece.bend * s) / piece.length;
  const sine = Math.sin(piece.bend);
  return mix(piece.t1, Math.sin(piece.bend - turned) / sine, piece.t2, Math.sin(turned) / sine);
};

/** Integral of `tangent` from 0 to s, with differences of cosines written as products to keep their digits. */
const along = (piece: Piece, s: number): Direction => {
  if (piece.bend === 0) return mix(piece.start, 1, piece.t1, s);
  const half = (piece.bend * s) / piece.length / 2;
  const scale = (2 * Math.sin(half) * piece.length) / (piece.bend * Math.sin(piece.bend));
  const run = mix(piece.t1, scale * Math.sin(piece.bend - half), piece.t2, scale * Math.sin(half));
  return mix(piece.start, 1, run, 1);
};
