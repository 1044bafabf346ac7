import { blockOfDistances, faultDistance } from '../fault-side.ts';
import type { GeologicalBody, GeologicalModel } from '../geological-model.ts';
import { heightAt } from '../horizon-height.ts';
import { cutMesh } from './mesh-cut.ts';
import type { SectionArea, SectionBody, SectionContact, SectionFault } from './section.ts';
import { type LinePart, type SweptPolygon, sweep } from './sweep.ts';

/** What a level cut through the mine shows; coordinates are east and north, ENU metres. */
export interface LevelPlan {
  readonly up: number;
  readonly areas: readonly SectionArea[];
  /** Where bases of units reach the level. */
  readonly contacts: readonly SectionContact[];
  readonly faults: readonly SectionFault[];
  readonly bodies: readonly SectionBody[];
}

/** Unit and block at a point: −1 where not known; null above the ground and outside the model. */
export const unitAt = (
  model: GeologicalModel,
  east: number,
  north: number,
  up: number,
): { readonly unit: number; readonly block: number } | null => {
  const ground = heightAt(model.grid, model.ground.up, east, north);
  if (!(up <= ground && up >= model.floor)) return null;
  const block = blockOfDistances(
    model,
    Float64Array.from(model.faults, (fault) => faultDistance(fault, east, north, up)),
  );
  if (block < 0) return { unit: -1, block };
  const { bases } = model.blocks[block]!;
  let unsure = false;
  for (let unit = 0; unit < bases.length; unit++) {
    const base = heightAt(model.grid, bases[unit]!.up, east, north);
    if (Number.isNaN(base)) {
      if (unit === bases.length - 1 && !unsure) return { unit, block };
      unsure = true;
      continue;
    }
    if (up > base) return { unit: unsure ? -1 : unit, block };
    unsure = false;
  }
  return { unit: -1, block };
};

interface RowPart extends LinePart {
  readonly unit: number;
  readonly block: number;
  /** What its western end is. */
  readonly border: Border | null;
}

/** The base of a unit and how sure it is, or a fault; by index. */
type Border =
  | { readonly kind: 'contact'; readonly of: number; readonly deviation: number }
  | { readonly kind: 'fault'; readonly of: number };

/** What parts two neighbours of a row at (east, north): null where it is neither a contact nor a fault. */
const borderOf = (
  { blocks, grid }: GeologicalModel,
  a: Pick<RowPart, 'unit' | 'block'>,
  b: Pick<RowPart, 'unit' | 'block'>,
  [east, north, up]: readonly [number, number, number],
): Border | null => {
  if (a.block < 0 || b.block < 0) return null;
  if (a.block !== b.block) {
    const [one, other] = [blocks[a.block]!.sides, blocks[b.block]!.sides];
    const of = one.findIndex((side, fault) => side * other[fault]! < 0);
    return of < 0 ? null : { kind: 'fault', of };
  }
  const { bases } = blocks[a.block]!;
  const known = a.unit < 0 || b.unit < 0 ? Math.max(a.unit, b.unit) : Math.min(a.unit, b.unit);
  // What is not known may lie under a known unit, or over it, down to the base of the one before.
  const candidates = a.unit < 0 || b.unit < 0 ? [known, known - 1] : [known];
  const off = (unit: number): number => {
    const height = unit < 0 ? Number.NaN : heightAt(grid, bases[unit]!.up, east, north);
    return Number.isNaN(height) ? Number.POSITIVE_INFINITY : Math.abs(height - up);
  };
  const of = candidates.reduce((best, unit) => (off(unit) < off(best) ? unit : best));
  return off(of) === Number.POSITIVE_INFINITY
    ? null
    : { kind: 'contact', of, deviation: heightAt(grid, bases[of]!.deviation, east, north) };
};

/** Metres to which a boundary is found along a row. */
const TOLERANCE = 1e-3;

/** Units of one row from west to east; listed from high east to low, as the sweep wants them. */
const rowParts = (model: GeologicalModel, north: number, up: number): RowPart[] => {
  const { grid } = model;
  const at = (east: number) => unitAt(model, east, north, up);
  const keyOf = (found: ReturnType<typeof at>) => (found ? `${found.unit}/${found.block}` : '');
  const parts: Omit<RowPart, 'border'>[] = [];
  let from: number = grid.east;
  let now = at(from);
  const close = (east: number): void => {
    if (now && east > from) parts.push({ key: keyOf(now), low: from, high: east, ...now });
    from = east;
  };
  const walk = (
    low: number,
    atLow: ReturnType<typeof at>,
    high: number,
    atHigh: ReturnType<typeof at>,
  ): void => {
    if (keyOf(atLow) === keyOf(atHigh)) return;
    if (high - low <= TOLERANCE) {
      close((low + high) / 2);
      now = atHigh;
      return;
    }
    const middle = (low + high) / 2;
    const between = at(middle);
    walk(low, atLow, middle, between);
    walk(middle, between, high, atHigh);
  };
  const half = grid.cell / 2;
  let before = now;
  for (let k = 1; k <= (grid.columns - 1) * 2; k++) {
    const east = grid.east + k * half;
    const found = at(east);
    walk(east - half, before, east, found);
    before = found;
  }
  close(grid.east + (grid.columns - 1) * grid.cell);
  return parts
    .map((part, i): RowPart => {
      const west = parts[i - 1];
      const meets = west && west.high === part.low;
      return { ...part, border: meets ? borderOf(model, west, part, [part.low, north, up]) : null };
    })
    .reverse();
};

/** Everything at one elevation: units, bodies; a plan as mines draw one for each level. */
export const levelPlan = (
  up: number,
  model: GeologicalModel | null,
  bodies: readonly GeologicalBody[],
): LevelPlan => ({
  up,
  ...(model ? levelStrata(model, up) : { areas: [], contacts: [], faults: [] }),
  bodies: bodies.flatMap(({ mesh, closed }, body) => {
    const cut = cutMesh(mesh, { origin: [0, 0, up], right: [1, 0, 0], up: [0, 1, 0] });
    const rings = closed ? cut.rings : [];
    const lines = closed
      ? cut.lines
      : [...cut.lines, ...cut.rings.map((ring) => Float64Array.of(...ring, ring[0]!, ring[1]!))];
    return rings.length + lines.length > 0 ? [{ body, rings, lines }] : [];
  }),
});

const levelStrata = (
  model: GeologicalModel,
  up: number,
): Pick<LevelPlan, 'areas' | 'contacts' | 'faults'> => {
  const { grid } = model;
  const places = Array.from({ length: grid.rows * 2 - 1 }, (_, k) => grid.north + (k * grid.cell) / 2);
  const polygons = sweep(places, (north) => rowParts(model, north, up));
  const borders = polygons.flatMap(bordersOf);
  return {
    areas: polygons.map(({ parts, ring }) => ({
      unit: parts[0]!.unit,
      block: parts[0]!.block,
      // The sweep goes north and its parts lie along the east: turned round.
      ring: ring.map((_, i) => ring[i ^ 1]!),
    })),
    contacts: borders.flatMap(({ kind, of, block, line, deviation }) =>
      kind === 'contact' ? [{ unit: of, block, line, deviation }] : [],
    ),
    faults: borders.flatMap(({ kind, of, line }) => (kind === 'fault' ? [{ fault: of, line }] : [])),
  };
};

interface BorderLine {
  readonly kind: Border['kind'];
  readonly of: number;
  readonly block: number;
  readonly line: Float64Array;
  readonly deviation: Float64Array;
}

/** The western ends of a polygon's rows as lines, each of one contact or fault. */
const bordersOf = ({ at, parts }: SweptPolygon<RowPart>): BorderLine[] => {
  const lines: BorderLine[] = [];
  let from = 0;
  const same = (a: Border | null, b: Border | null): boolean => a?.kind === b?.kind && a?.of === b?.of;
  for (let i = 1; i <= parts.length; i++) {
    if (i < parts.length && same(parts[i]!.border, parts[from]!.border)) continue;
    const { border, block } = parts[from]!;
    const run = parts.slice(from, i);
    if (border && run.length > 1)
      lines.push({
        kind: border.kind,
        of: border.of,
        block,
        line: Float64Array.from(run.flatMap(({ low }, k) => [low, at[from + k]!])),
        deviation: Float64Array.from(run, (part) =>
          part.border?.kind === 'contact' ? part.border.deviation : Number.NaN,
        ),
      });
    from = i;
  }
  return lines;
};
