import type { Vec3 } from '../../geometry/bounds.ts';
import { boundingBox, type TriangleMesh } from '../../geometry/triangle-mesh.ts';
import { type ColumnPart, columnAt } from '../column.ts';
import type { GeologicalBody, GeologicalModel } from '../geological-model.ts';
import { heightAt } from '../horizon-height.ts';
import { clipLine, clipRing, cutMesh } from './mesh-cut.ts';
import type {
  Section,
  SectionArea,
  SectionBody,
  SectionContact,
  SectionFault,
  SectionFrame,
  SectionPiece,
} from './section.ts';
import { type LinePart, type SweptPolygon, sweep } from './sweep.ts';

/** East and north, ENU metres. */
export type PlanPoint = readonly [east: number, north: number];

/**
 * The frame of a vertical cut along a line in plan; s is the way along it, t is ENU up.
 * @throws RangeError where the line has no length
 */
export const curtainFrame = (line: readonly PlanPoint[]): SectionFrame => {
  const pieces: SectionPiece[] = [];
  let s = 0;
  for (let i = 1; i < line.length; i++) {
    const [[e0, n0], [e1, n1]] = [line[i - 1]!, line[i]!];
    const length = Math.hypot(e1 - e0, n1 - n0);
    if (length === 0) continue;
    pieces.push({
      from: s,
      to: s + length,
      plane: { origin: [e0, n0, 0], right: [(e1 - e0) / length, (n1 - n0) / length, 0], up: [0, 0, 1] },
    });
    s += length;
  }
  if (pieces.length === 0) throw new RangeError('a section line needs two points apart from each other');
  return { pieces, length: s };
};

/**
 * A vertical section along a line in plan.
 * @param model null: the mine has no stratigraphic model, and only its bodies are cut
 */
export const curtainSection = (
  line: readonly PlanPoint[],
  model: GeologicalModel | null,
  bodies: readonly GeologicalBody[],
): Section => {
  const frame = curtainFrame(line);
  return { frame, ...(model ? strata(frame, model) : NO_STRATA), bodies: cutBodies(frame, bodies) };
};

const NO_STRATA = { areas: [], contacts: [], faults: [], ground: [] };

interface SweptPart extends LinePart {
  readonly column: ColumnPart;
}

const planAt = ({ from, plane }: SectionPiece, s: number): PlanPoint => [
  plane.origin[0] + (s - from) * plane.right[0],
  plane.origin[1] + (s - from) * plane.right[1],
];

/** Where the line crosses the grid's lines, and half way between: bilinear heights are curved inside a cell. */
const samplePlaces = (frame: SectionFrame, { grid }: GeologicalModel): number[] => {
  const places = new Set<number>([0, frame.length]);
  for (const { from, to, plane } of frame.pieces) {
    places.add(from);
    const [e, n] = plane.origin;
    const [de, dn] = plane.right;
    for (const [start, rate, first, count] of [
      [e, de, grid.east, grid.columns],
      [n, dn, grid.north, grid.rows],
    ] as const) {
      if (Math.abs(rate) < 1e-12) continue;
      for (let k = 0; k < count; k++) {
        const s = from + (first + k * grid.cell - start) / rate;
        if (s > from && s < to) places.add(s);
      }
    }
  }
  const sorted = [...places].sort((a, b) => a - b);
  return sorted.flatMap((s, i) => (i === 0 ? [s] : [(sorted[i - 1]! + s) / 2, s]));
};

const strata = (frame: SectionFrame, model: GeologicalModel): Omit<Section, 'frame' | 'bodies'> => {
  const places = samplePlaces(frame, model);
  let piece = 0;
  const scan = (s: number): SweptPart[] => {
    while (piece > 0 && s < frame.pieces[piece]!.from) piece--;
    while (piece < frame.pieces.length - 1 && s > frame.pieces[piece]!.to) piece++;
    return columnAt(model, ...planAt(frame.pieces[piece]!, s)).map((column) => ({
      key: `${column.unit}/${column.block}`,
      high: column.top,
      low: column.base,
      column,
    }));
  };
  const polygons = sweep(places, scan);
  const areas = polygons.map(({ parts, ring }): SectionArea => {
    const { unit, block } = parts[0]!.column;
    return { unit, block, ring };
  });
  return {
    areas,
    contacts: polygons.flatMap(contactsOf),
    faults: polygons.flatMap(faultsOf),
    ground: groundLines(frame, model, places),
  };
};

/** Stretches of a polygon's base that are of one sort, as lines. */
const runs = <T>(
  { at, parts }: SweptPolygon<SweptPart>,
  belongs: (part: ColumnPart) => boolean,
  make: (line: Float64Array, columns: readonly ColumnPart[]) => T,
): T[] => {
  const found: T[] = [];
  let line: number[] = [];
  let columns: ColumnPart[] = [];
  const end = () => {
    if (columns.length > 1) found.push(make(Float64Array.from(line), columns));
    line = [];
    columns = [];
  };
  parts.forEach(({ column }, i) => {
    if (!belongs(column)) {
      end();
      return;
    }
    line.push(at[i]!, column.base);
    columns.push(column);
  });
  end();
  return found;
};

const contactsOf = (polygon: SweptPolygon<SweptPart>): SectionContact[] =>
  runs(
    polygon,
    ({ baseKind, unit }) => baseKind === 'contact' && unit >= 0,
    (line, columns) => ({
      unit: columns[0]!.unit,
      block: columns[0]!.block,
      line,
      deviation: Float64Array.from(columns, ({ baseDeviation }) => baseDeviation),
    }),
  );

const faultsOf = (polygon: SweptPolygon<SweptPart>): SectionFault[] => {
  const indices = new Set(polygon.parts.map(({ column }) => column.baseFault));
  return [...indices].flatMap((fault) =>
    fault < 0
      ? []
      : runs(
          polygon,
          ({ baseFault }) => baseFault === fault,
          (line) => ({ fault, line }),
        ),
  );
};

const groundLines = (
  frame: SectionFrame,
  model: GeologicalModel,
  places: readonly number[],
): Float64Array[] => {
  const lines: Float64Array[] = [];
  let line: number[] = [];
  const end = () => {
    if (line.length > 2) lines.push(Float64Array.from(line));
    line = [];
  };
  for (const s of places) {
    const piece = frame.pieces.find(({ to }) => s <= to) ?? frame.pieces.at(-1)!;
    const up = heightAt(model.grid, model.ground.up, ...planAt(piece, s));
    if (Number.isNaN(up)) end();
    else line.push(s, up);
  }
  end();
  return lines;
};

const boxes = new WeakMap<TriangleMesh, ReturnType<typeof boundingBox>>();
const boxOf = (mesh: TriangleMesh) => {
  const known = boxes.get(mesh) ?? boundingBox(mesh);
  boxes.set(mesh, known);
  return known;
};

/** Whether the box reaches to both sides of the piece's plane, and to between its ends. */
const mayMeet = ({ from, to, plane }: SectionPiece, mesh: TriangleMesh): boolean => {
  const { min, max } = boxOf(mesh);
  const { origin, right } = plane;
  const normal: Vec3 = [right[1], -right[0], 0];
  let [near, far, first, last] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const e of [min[0], max[0]])
    for (const n of [min[1], max[1]]) {
      const d = (e - origin[0]) * normal[0] + (n - origin[1]) * normal[1];
      const s = (e - origin[0]) * right[0] + (n - origin[1]) * right[1];
      near = Math.min(near, d);
      far = Math.max(far, d);
      first = Math.min(first, s);
      last = Math.max(last, s);
    }
  return near <= 0 && far >= 0 && last >= 0 && first <= to - from;
};

const cutBodies = (frame: SectionFrame, bodies: readonly GeologicalBody[]): SectionBody[] =>
  bodies.flatMap(({ mesh, closed }, body) => {
    const rings: Float64Array[] = [];
    const lines: Float64Array[] = [];
    for (const piece of frame.pieces) {
      if (!mayMeet(piece, mesh)) continue;
      const cut = cutMesh(mesh, piece.plane);
      const length = piece.to - piece.from;
      for (const ring of cut.rings) {
        // The outline of an open body is a line even where it comes back to its beginning.
        if (closed) pushIf(rings, clipRing(ring, 0, length), piece.from);
        else
          for (const part of clipLine(Float64Array.of(...ring, ring[0]!, ring[1]!), 0, length))
            pushIf(lines, part, piece.from);
      }
      for (const open of cut.lines)
        for (const part of clipLine(open, 0, length)) pushIf(lines, part, piece.from);
    }
    return rings.length + lines.length > 0 ? [{ body, rings, lines }] : [];
  });

/** Adds a line, moved along s from its piece's beginning to the section's. */
const pushIf = (to: Float64Array[], line: Float64Array | null, from: number): void => {
  if (!line) return;
  for (let i = 0; i < line.length; i += 2) line[i] = line[i]! + from;
  to.push(line);
};
