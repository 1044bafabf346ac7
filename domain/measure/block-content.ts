import { columnAt, UNKNOWN } from '../geology/column.ts';
import type { GeologicalBody, GeologicalModel } from '../geology/geological-model.ts';
import type { GroundField } from '../geology/ground-field.ts';
import { heightAt } from '../geology/horizon-height.ts';
import { bodyVolumeIn, type Prism } from './body-volume.ts';
import { forPieces, planArea, quadraturePlaces } from './plan-pieces.ts';
import { cellsFor } from './volume-between.ts';

/** What a block of the mine holds, m³. Air, strata and unknown fill it; bodies lie within them and may lie in each other. */
export interface BlockContent {
  readonly total: number;
  /** Over the ground. */
  readonly air: number;
  /** By unit of the column; bodies in it are not taken off. Units without any are left out. */
  readonly units: readonly { readonly unit: number; readonly volume: number }[];
  /** Rock of which nobody knows the unit, and space of which nobody knows whether it is rock. */
  readonly unknown: number;
  /** By index in the list of bodies; those it does not meet are left out. */
  readonly bodies: readonly { readonly body: number; readonly volume: number }[];
  /** Bodies near it with open edges: they have no inside, so nobody can say how much of them is in it. */
  readonly open: readonly number[];
}

export interface BlockSubject {
  readonly model: GeologicalModel | null;
  readonly ground: GroundField | null;
  readonly bodies: readonly GeologicalBody[];
}

/** Cells looked at: a column through several faults takes a tenth of a millisecond. */
const MOST_COLUMN_CELLS = 8_000;
/** Without any grid the block itself is the cell. */
const NO_GRID = 50;
/** Less than this is a body's touch, not its content, m³. */
const TOUCH = 1e-3;

/** Bodies exactly; strata as exact as three columns a triangle of the model's grid see them. */
export const blockContent = (prism: Prism, subject: BlockSubject): BlockContent => ({
  ...rockIn(prism, subject),
  ...bodiesIn(prism, subject.bodies),
});

const bodiesIn = (prism: Prism, bodies: readonly GeologicalBody[]): Pick<BlockContent, 'bodies' | 'open'> => {
  const met: { body: number; volume: number }[] = [];
  const open: number[] = [];
  for (const [body, { mesh, closed }] of bodies.entries()) {
    if (!mayMeet(prism, mesh.positions)) continue;
    if (!closed) {
      open.push(body);
      continue;
    }
    const volume = bodyVolumeIn(mesh, prism);
    if (volume > TOUCH) met.push({ body, volume });
  }
  return { bodies: met, open };
};

const mayMeet = ({ ring, low, high }: Prism, p: Float64Array): boolean => {
  const range = (values: readonly number[]): readonly [number, number] => [
    Math.min(...values),
    Math.max(...values),
  ];
  const sides = [range(ring.map(([e]) => e)), range(ring.map(([, n]) => n)), [low, high]] as const;
  return sides.every(([least, most], axis) => {
    let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let i = axis; i < p.length; i += 3) {
      min = Math.min(min, p[i]!);
      max = Math.max(max, p[i]!);
    }
    return min < most && max > least;
  });
};

const rockIn = (
  { ring, low, high }: Prism,
  { model, ground }: BlockSubject,
): Omit<BlockContent, 'bodies' | 'open'> => {
  const grid = model?.grid ?? ground?.grid ?? { east: ring[0]![0], north: ring[0]![1], cell: NO_GRID };
  const span = (axis: 0 | 1): number =>
    Math.max(...ring.map((p) => p[axis])) - Math.min(...ring.map((p) => p[axis]));
  const cells = cellsFor(grid, span(0) * span(1), MOST_COLUMN_CELLS);
  const units = new Map<number, number>();
  let [total, air, unknown] = [0, 0, 0];
  const height = high - low;
  const within = (from: number, to: number): number => Math.max(0, Math.min(high, to) - Math.max(low, from));
  const column = (share: number, east: number, north: number): void => {
    total += share * height;
    const top = groundAt(model, ground, east, north);
    if (Number.isNaN(top)) {
      unknown += share * height;
      return;
    }
    const open = within(top, Number.POSITIVE_INFINITY);
    air += share * open;
    let known = 0;
    for (const part of model ? columnAt(model, east, north) : []) {
      if (part.unit === UNKNOWN) continue;
      // The terrain is finer than the model's ground, and rules.
      const length = within(part.base, Math.min(part.top, top));
      if (length === 0) continue;
      units.set(part.unit, (units.get(part.unit) ?? 0) + share * length);
      known += length;
    }
    unknown += share * Math.max(0, height - open - known);
  };
  forPieces(ring, cells, (piece) => {
    const share = planArea(piece) / 3;
    for (const [east, north] of quadraturePlaces(piece)) column(share, east, north);
  });
  return {
    total,
    air,
    unknown,
    units: [...units].map(([unit, volume]) => ({ unit, volume })).sort((a, b) => a.unit - b.unit),
  };
};

const groundAt = (
  model: GeologicalModel | null,
  ground: GroundField | null,
  east: number,
  north: number,
): number => {
  if (ground) return heightAt(ground.grid, ground.up, east, north);
  return model ? heightAt(model.grid, model.ground.up, east, north) : Number.NaN;
};
