import { blockOfDistances, faultDistance } from '../fault-side.ts';
import type { GeologicalBody, GeologicalModel } from '../geological-model.ts';
import { heightAt } from '../horizon-height.ts';
import { cutMesh } from './mesh-cut.ts';
import type { SectionArea, SectionBody } from './section.ts';
import { type LinePart, sweep } from './sweep.ts';

/** What a level cut through the mine shows; coordinates are east and north, ENU metres. */
export interface LevelPlan {
  readonly up: number;
  readonly areas: readonly SectionArea[];
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
}

/** Metres to which a boundary is found along a row. */
const TOLERANCE = 1e-3;

/** Units of one row from west to east; listed from high east to low, as the sweep wants them. */
const rowParts = (model: GeologicalModel, north: number, up: number): RowPart[] => {
  const { grid } = model;
  const at = (east: number) => unitAt(model, east, north, up);
  const keyOf = (found: ReturnType<typeof at>) => (found ? `${found.unit}/${found.block}` : '');
  const parts: RowPart[] = [];
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
  return parts.reverse();
};

/** Everything at one elevation: units, bodies; a plan as mines draw one for each level. */
export const levelPlan = (
  up: number,
  model: GeologicalModel | null,
  bodies: readonly GeologicalBody[],
): LevelPlan => ({
  up,
  areas: model ? levelAreas(model, up) : [],
  bodies: bodies.flatMap(({ mesh, closed }, body) => {
    const cut = cutMesh(mesh, { origin: [0, 0, up], right: [1, 0, 0], up: [0, 1, 0] });
    const rings = closed ? cut.rings : [];
    const lines = closed
      ? cut.lines
      : [...cut.lines, ...cut.rings.map((ring) => Float64Array.of(...ring, ring[0]!, ring[1]!))];
    return rings.length + lines.length > 0 ? [{ body, rings, lines }] : [];
  }),
});

const levelAreas = (model: GeologicalModel, up: number): SectionArea[] => {
  const { grid } = model;
  const places = Array.from({ length: grid.rows * 2 - 1 }, (_, k) => grid.north + (k * grid.cell) / 2);
  return sweep(places, (north) => rowParts(model, north, up)).map(({ parts, ring }) => ({
    unit: parts[0]!.unit,
    block: parts[0]!.block,
    // The sweep goes north and its parts lie along the east: turned round.
    ring: ring.map((_, i) => ring[i ^ 1]!),
  }));
};
