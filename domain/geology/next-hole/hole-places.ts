import type { Vec3 } from '../../geometry/bounds.ts';
import { columnAt } from '../column.ts';
import type { GeologicalModel } from '../geological-model.ts';
import type { Place, UnitPlace } from './rank-next-holes.ts';

/** How a block of the model was moved, and which surfaces hold for it. */
export interface MovedBlock {
  readonly moved: Vec3;
  readonly family: number;
}

/**
 * A place as the kriged surfaces know it: for each unit whose base the column meets there, the family of the block it is met in and
 * its plan before the faults moved that block.
 * @param displaced by unit: false where the faults did not move it
 */
export const placeAt = (
  model: GeologicalModel,
  blocks: readonly MovedBlock[],
  displaced: readonly boolean[],
  east: number,
  north: number,
): Place => {
  const place: (UnitPlace | null)[] = model.units.map(() => null);
  for (const { unit, block, baseKind } of columnAt(model, east, north)) {
    const moved = blocks[block];
    if (unit < 0 || baseKind !== 'contact' || !moved) continue;
    place[unit] = displaced[unit]
      ? { family: moved.family, x: east - moved.moved[0], y: north - moved.moved[1] }
      : { family: 0, x: east, y: north };
  }
  return place;
};

/** Places along lines, at their corners and no farther apart than `step` metres in plan. */
export const placesAlong = (
  lines: readonly (readonly Vec3[])[],
  step: number,
): { readonly line: number; readonly east: number; readonly north: number }[] =>
  lines.flatMap((points, line) =>
    points.flatMap((point, i) => {
      const before = points[i - 1];
      if (!before) return [{ line, east: point[0], north: point[1] }];
      const pieces = Math.max(1, Math.ceil(Math.hypot(point[0] - before[0], point[1] - before[1]) / step));
      return Array.from({ length: pieces }, (_, k) => {
        const f = (k + 1) / pieces;
        return {
          line,
          east: before[0] + f * (point[0] - before[0]),
          north: before[1] + f * (point[1] - before[1]),
        };
      });
    }),
  );

/** Nodes of a square grid within `around` metres of any of the places, south to north. */
export const gridAroundPlaces = (
  places: readonly { readonly east: number; readonly north: number }[],
  step: number,
  around: number,
): { readonly east: number; readonly north: number }[] => {
  const found: { east: number; north: number }[] = [];
  if (places.length === 0) return found;
  const of = (pick: (...all: number[]) => number, name: 'east' | 'north') =>
    pick(...places.map((place) => place[name]));
  const start = (name: 'east' | 'north') => Math.ceil((of(Math.min, name) - around) / step) * step;
  for (let north = start('north'); north <= of(Math.max, 'north') + around; north += step)
    for (let east = start('east'); east <= of(Math.max, 'east') + around; east += step)
      if (places.some((place) => Math.hypot(place.east - east, place.north - north) <= around))
        found.push({ east, north });
  return found;
};
