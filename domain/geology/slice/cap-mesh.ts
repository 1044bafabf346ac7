import { BODY_ORDER, BODY_STYLES } from '../../drawing/body-styles.ts';
import { patternOfNames, ROCK_PATTERNS, type RockPattern } from '../../drawing/rock-patterns.ts';
import type { Vec3 } from '../../geometry/bounds.ts';
import type { StratumUnit } from '../geological-model.ts';
import { evenOddPolygons } from '../section/even-odd.ts';
import { pieceAt, type SectionFrame } from '../section/section.ts';
import { unitDeviation } from '../unit-deviation.ts';
import { areaCells } from './area-cells.ts';
import { contactDashes } from './contact-dashes.ts';
import type { CutFace, CutSubject } from './cut-faces.ts';
import { createColumn } from './growing-column.ts';
import { trianglesOf } from './polygon-triangles.ts';

/** What a place of a cap shows: index of a body, of a unit or of a borehole's interval, or rock nobody knows. */
export type CapPart =
  | { readonly kind: 'body'; readonly body: number }
  | { readonly kind: 'unit'; readonly unit: number }
  | { readonly kind: 'hole'; readonly interval: number }
  | { readonly kind: 'unknown' };

/** How a place is filled besides its colour; the numbers are those of the shader `cap-pattern.glsl`. */
export const CAP_PATTERNS = { plain: 0, unknown: 1, void: 2, water: 3, ore: 4 } as const;
/** From here on the patterns of rocks, in the order of ROCK_PATTERNS. */
export const FIRST_ROCK_PATTERN = 16;

/** A filled cut as triangles, true ENU metres in doubles. What lies over something else has a higher rank. */
export interface CapMesh {
  /** 3 a vertex. */
  readonly positions: Float64Array;
  /** 2 a vertex: metres along the face and up it, for patterns that stay where they are. */
  readonly places: Float32Array;
  /** 1 a vertex: 0 the rock, 1… the bodies in the order they are drawn in. */
  readonly ranks: Uint8Array;
  /** 4 a vertex: sRGB, and one of CAP_PATTERNS. */
  readonly fills: Uint8Array;
  /** 4 a vertex: sRGB of the pattern's strokes, and 255 where the face stands upright, 0 where it is level. */
  readonly inks: Uint8Array;
  /** 1 a vertex: standard deviation of the model, metres; −1 where what is drawn is not modelled. */
  readonly deviations: Float32Array;
  /** Standard deviation up to which the model counts as certain, metres. */
  readonly certainBelow: number;
  /** sRGB that shows between the hatching of what is not certain. */
  readonly paper: readonly [number, number, number];
  readonly indices: Uint32Array;
  /** 1 a triangle: its part. */
  readonly partOf: Uint32Array;
  readonly parts: readonly CapPart[];
  /** Indices of bodies that have a line here and no fill: faults as drawn, planned headings. */
  readonly outlined: readonly number[];
  /** Outlines: 3 a vertex, two indices a piece, and sRGB with opacity. */
  readonly lines: CapLines;
  /** Axes of the boreholes: from afar a hole is thinner than a pixel, a line is not. */
  readonly holes: CapLines;
}

export interface CapLines {
  readonly positions: Float64Array;
  readonly indices: Uint32Array;
  readonly colours: Uint8Array;
}

/** What no rock's colour may look like: grey with strokes, as light as the picture around it. */
export const UNKNOWN_FILLS = {
  light: { colour: '#dde1e4', ink: '#a9b1b8' },
  dark: { colour: '#39414a', ink: '#5b6670' },
} as const;
const BETWEEN_UNITS = '#4a4f55';
const ROCK_INK = '#3a3a3a';
/** Metres; of rock whose deviation the model does not say. */
const UNSURE = 1e6;
/** Over all bodies: a hole says what is there, wherever it goes. */
const HOLE_RANK = 1 + BODY_ORDER.length;
/** Metres; about as thick as its tube. */
const HOLE_HALF_WIDTH = 2.5;

const rgb = (colour: string): readonly [number, number, number] => {
  const value = Number.parseInt(colour.slice(1, 7), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

interface Paint {
  readonly rank: number;
  readonly fill: readonly [number, number, number];
  readonly ink: readonly [number, number, number];
  readonly pattern: number;
  /** Metres at a place of the cut; left out: it is not modelled. */
  readonly deviation?: (s: number, t: number) => number;
}

const unknownPaint = (theme: keyof typeof UNKNOWN_FILLS): Paint => ({
  rank: 0,
  fill: rgb(UNKNOWN_FILLS[theme].colour),
  ink: rgb(UNKNOWN_FILLS[theme].ink),
  pattern: CAP_PATTERNS.unknown,
});

/** The faces of a cut as one mesh: rock, then bodies over it, and the outlines of all. */
export const capMesh = (
  faces: readonly CutFace[],
  { bodies, model, holes }: Pick<CutSubject, 'bodies' | 'model' | 'holes'>,
  theme: keyof typeof UNKNOWN_FILLS,
  /** Standard deviation up to which the model counts as certain, metres. */
  certainBelow: number,
): CapMesh => {
  const out = createCapWriter();
  const nobodyKnows = unknownPaint(theme);
  const fillOf = (model?.units ?? []).map((unit): Paint => {
    const pattern = unitPattern(unit);
    return {
      rank: 0,
      fill: rgb(unit.colour),
      ink: rgb(pattern ? ROCK_INK : unit.colour),
      pattern: pattern ? FIRST_ROCK_PATTERN + ROCK_PATTERNS.indexOf(pattern) : CAP_PATTERNS.plain,
    };
  });
  for (const face of faces) {
    const isLevel = face.frame.pieces[0]!.plane.up[2] === 0;
    out.face(isLevel);
    const at = placer(face.frame);
    for (const polygon of evenOddPolygons(face.unknown))
      out.polygon(at, polygon, nobodyKnows, { kind: 'unknown' });
    for (const ring of face.unknown) out.line(at, ring, true, UNKNOWN_FILLS[theme].ink);
    for (const { unit, block, ring } of face.areas) {
      const paint = fillOf[unit];
      if (!model || !paint || block < 0) {
        out.polygon(at, [ring], paint ?? nobodyKnows, paint ? { kind: 'unit', unit } : { kind: 'unknown' });
        out.line(at, ring, true, BETWEEN_UNITS);
        continue;
      }
      const sureness = (s: number, t: number) => unitDeviation(model, { unit, block }, ...at(s, t));
      const deviation = (s: number, t: number): number => {
        const { deviation: metres } = sureness(s, t);
        return Number.isNaN(metres) ? UNSURE : metres;
      };
      for (const cell of areaCells(ring, model.grid.cell * (isLevel ? 2 : 1), isLevel))
        out.polygon(at, [cell], { ...paint, deviation }, { kind: 'unit', unit });
      for (const line of contactDashes(ring, sureness, certainBelow))
        out.line(at, line, false, BETWEEN_UNITS);
    }
    for (const { body, rings, lines } of face.bodies) {
      const { kind, colour } = bodies[body]!;
      const style = BODY_STYLES[kind];
      const fill = style.fill(colour);
      if (fill?.colour) {
        const paint: Paint = {
          rank: 1 + BODY_ORDER.indexOf(kind),
          fill: rgb(fill.colour),
          ink: rgb(fill.patternColour ?? fill.colour),
          pattern: patternOf(fill.pattern),
        };
        for (const polygon of evenOddPolygons(rings)) out.polygon(at, polygon, paint, { kind: 'body', body });
      }
      for (const ring of rings) out.line(at, ring, true, style.stroke.colour);
      for (const line of lines) out.line(at, line, false, style.stroke.colour);
      if (!fill?.colour) out.outlined(body);
    }
    for (const { interval, line } of face.holes) {
      const colour = rgb(holes[interval]!.colour);
      const paint: Paint = { rank: HOLE_RANK, fill: colour, ink: colour, pattern: CAP_PATTERNS.plain };
      for (const ribbon of ribbons(line, HOLE_HALF_WIDTH))
        out.polygon(at, [ribbon], paint, { kind: 'hole', interval });
      out.hole(at, line, holes[interval]!.colour);
    }
  }
  return { ...out.finish(), certainBelow, paper: rgb(UNKNOWN_FILLS[theme].colour) };
};

/** Each piece of a line as a rectangle about it; a piece without length as a square. */
const ribbons = (line: Float64Array, half: number): Float64Array[] => {
  const found: Float64Array[] = [];
  for (let i = 2; i < line.length; i += 2) {
    const [s0, t0, s1, t1] = [line[i - 2]!, line[i - 1]!, line[i]!, line[i + 1]!];
    const length = Math.hypot(s1 - s0, t1 - t0);
    // Seen along its axis a hole is a point, and is drawn as large as it is wide.
    const grow = length < half ? half : 0;
    const [es, et] = length > 1e-6 ? [(s1 - s0) / length, (t1 - t0) / length] : [1, 0];
    const corner = (s: number, t: number, along: number, across: number): readonly [number, number] => [
      s + es * along - et * across,
      t + et * along + es * across,
    ];
    found.push(
      Float64Array.from(
        [
          corner(s0, t0, -grow, -half),
          corner(s1, t1, grow, -half),
          corner(s1, t1, grow, half),
          corner(s0, t0, -grow, half),
        ].flat(),
      ),
    );
  }
  return found;
};

/** The pattern of the rock that stands for a unit; null where its names call for none. */
export const unitPattern = ({
  lithology,
  name,
}: Pick<StratumUnit, 'lithology' | 'name'>): RockPattern | null =>
  patternOfNames(lithology, name.zh, name.en);

const patternOf = (name: string | undefined): number =>
  name === 'void' || name === 'water' || name === 'ore' ? CAP_PATTERNS[name] : CAP_PATTERNS.plain;

type Place = (s: number, t: number) => Vec3;

const placer = (frame: SectionFrame): Place => {
  const only = frame.pieces.length === 1 ? frame.pieces[0]! : null;
  return (s, t) => {
    const { from, plane } = only ?? pieceAt(frame, s);
    const { origin, right, up } = plane;
    const along = s - from;
    return [
      origin[0] + along * right[0] + t * up[0],
      origin[1] + along * right[1] + t * up[1],
      origin[2] + along * right[2] + t * up[2],
    ];
  };
};

const keyOf = (part: CapPart): string => {
  switch (part.kind) {
    case 'body':
      return `b${part.body}`;
    case 'unit':
      return `u${part.unit}`;
    case 'hole':
      return `h${part.interval}`;
    case 'unknown':
      return '?';
  }
};

const createCapWriter = () => {
  const positions = createColumn(Float64Array);
  const places = createColumn(Float32Array);
  const ranks = createColumn(Uint8Array);
  const fills = createColumn(Uint8Array);
  const inks = createColumn(Uint8Array);
  const indices = createColumn(Uint32Array);
  const partOf = createColumn(Uint32Array);
  const deviations = createColumn(Float32Array);
  let upright = 255;
  const lines = createLineWriter();
  const axes = createLineWriter();
  const parts: CapPart[] = [];
  const outlined = new Set<number>();
  const byKey = new Map<string, number>();
  const numberOf = (part: CapPart): number => {
    const key = keyOf(part);
    const known = byKey.get(key);
    if (known !== undefined) return known;
    byKey.set(key, parts.length);
    return parts.push(part) - 1;
  };
  return {
    /** What follows lies in a face of this sort. */
    face(isLevel: boolean): void {
      upright = isLevel ? 0 : 255;
    },
    polygon(at: Place, rings: readonly Float64Array[], paint: Paint, part: CapPart): void {
      const first = positions.length() / 3;
      const { rank, fill, ink, pattern, deviation } = paint;
      for (const ring of rings)
        for (let i = 0; i < ring.length; i += 2) {
          const [e, n, u] = at(ring[i]!, ring[i + 1]!);
          positions.add(e, n, u);
          places.add(ring[i]!, ring[i + 1]!);
          ranks.add(rank);
          fills.add(fill[0], fill[1], fill[2], pattern);
          inks.add(ink[0], ink[1], ink[2], upright);
          deviations.add(deviation ? deviation(ring[i]!, ring[i + 1]!) : -1);
        }
      const triangles = trianglesOf(rings);
      const number = numberOf(part);
      for (let i = 0; i < triangles.length; i += 3) {
        indices.add(first + triangles[i]!, first + triangles[i + 1]!, first + triangles[i + 2]!);
        partOf.add(number);
      }
    },
    line: lines.add,
    hole: (at: Place, points: Float64Array, colour: string): void => axes.add(at, points, false, colour),
    outlined(body: number): void {
      outlined.add(body);
    },
    finish: (): Omit<CapMesh, 'certainBelow' | 'paper'> => ({
      positions: positions.all(),
      places: places.all(),
      ranks: ranks.all(),
      fills: fills.all(),
      inks: inks.all(),
      deviations: deviations.all(),
      indices: indices.all(),
      partOf: partOf.all(),
      parts,
      outlined: [...outlined],
      lines: lines.all(),
      holes: axes.all(),
    }),
  };
};

const createLineWriter = () => {
  const positions = createColumn(Float64Array);
  const indices = createColumn(Uint32Array);
  const colours = createColumn(Uint8Array);
  return {
    add(at: Place, points: Float64Array, closed: boolean, colour: string): void {
      const first = positions.length() / 3;
      const count = points.length / 2;
      const [red, green, blue] = rgb(colour);
      for (let i = 0; i < count; i++) {
        const [e, n, u] = at(points[i * 2]!, points[i * 2 + 1]!);
        positions.add(e, n, u);
        colours.add(red, green, blue, 255);
        if (i > 0) indices.add(first + i - 1, first + i);
      }
      if (closed && count > 2) indices.add(first + count - 1, first);
    },
    all: (): CapLines => ({
      positions: positions.all(),
      indices: indices.all(),
      colours: colours.all(),
    }),
  };
};
