import type { Bilingual } from '../contracts/bilingual.ts';
import { enu } from '../frame/coordinates.ts';
import type { MineFrame } from '../frame/mine-frame.ts';
import { bodiesOnLine } from './bodies-on-line.ts';
import { type BoundaryKind, columnAt, UNKNOWN } from './column.ts';
import type { BodyKind, GeologicalBody, GeologicalModel } from './geological-model.ts';

/** A stretch of the hole through one unit, or through what nobody knows. Depths from the ground, elevations above the height datum. */
export interface VirtualStretch {
  /** null: not known. */
  readonly unit: { readonly id: string; readonly name: Bilingual; readonly colour: string } | null;
  readonly from: number;
  readonly to: number;
  readonly baseElevation: number;
  readonly baseKind: BoundaryKind;
  /** Standard deviation of the base, metres; null where it is no contact, or not known. */
  readonly deviation: number | null;
  /** The fault at the base, where it is one. */
  readonly fault: Bilingual | null;
}

/** A body that the hole would go through: ore, a goaf, a cavity … as it is drawn. */
export interface VirtualBody {
  readonly layerId: string;
  readonly featureId: string;
  readonly kind: BodyKind;
  readonly name: Bilingual;
  readonly colour: string;
  readonly from: number;
  readonly to: number;
}

/** What a vertical hole from the ground would meet by the model. */
export interface VirtualHole {
  readonly east: number;
  readonly north: number;
  /** Of the ground above the height datum, and its standard deviation; 0: surveyed. */
  readonly elevation: number;
  readonly groundDeviation: number | null;
  /** From the ground to the model's floor; below it nothing is said. */
  readonly stretches: readonly VirtualStretch[];
  readonly bodies: readonly VirtualBody[];
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/**
 * Sinks a hole at (east, north), ENU metres; null where the model does not know the ground: outside its grid, or where no terrain
 * and no collar says how high it is. Unknown stretches are parts of their own.
 */
export const virtualHole = (
  model: GeologicalModel,
  bodies: readonly GeologicalBody[],
  frame: Pick<MineFrame, 'enuToSurvey'>,
  east: number,
  north: number,
): VirtualHole | null => {
  const parts = columnAt(model, east, north);
  const ground = parts[0]?.top;
  if (ground === undefined) return null;
  const elevationOf = (up: number): number => frame.enuToSurvey(enu(east, north, up)).height;
  const floor = parts.at(-1)!.base;
  const node =
    Math.round((north - model.grid.north) / model.grid.cell) * model.grid.columns +
    Math.round((east - model.grid.east) / model.grid.cell);
  return {
    east,
    north,
    elevation: elevationOf(ground),
    groundDeviation: known(model.ground.deviation[node] ?? Number.NaN),
    stretches: parts.map(({ unit, top, base, baseKind, baseDeviation, baseFault }): VirtualStretch => {
      const met = unit === UNKNOWN ? null : model.units[unit]!;
      return {
        unit: met && { id: met.id, name: met.name, colour: met.colour },
        from: ground - top,
        to: ground - base,
        baseElevation: elevationOf(base),
        baseKind,
        deviation: baseKind === 'contact' ? known(baseDeviation) : null,
        fault: baseFault >= 0 ? model.faults[baseFault]!.name : null,
      };
    }),
    bodies: bodiesOnLine(bodies, east, north)
      .filter(({ top, base }) => base < ground && top > floor)
      .map(({ body, top, base }): VirtualBody => {
        const { layerId, featureId, kind, name, colour } = bodies[body]!;
        return { layerId, featureId, kind, name, colour, from: Math.max(0, ground - top), to: ground - base };
      }),
  };
};
