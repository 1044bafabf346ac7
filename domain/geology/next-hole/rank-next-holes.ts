import { baseCertainty, type CertaintyBasis } from './base-certainty.ts';

/** A surface that was kriged: of one unit, for one family of blocks. */
export interface KrigedBase extends CertaintyBasis {
  readonly unit: number;
  readonly family: number;
}

/** Where a place lies among the surfaces of a unit: which family holds there, and its plan before the faults. */
export interface UnitPlace {
  readonly family: number;
  readonly x: number;
  readonly y: number;
}

/** By unit; null: nothing is known there of its base. */
export type Place = readonly (UnitPlace | null)[];

export interface NextHoleQuestion {
  readonly bases: readonly KrigedBase[];
  /** By unit: `thickness` adds the doubt of the base above. */
  readonly methods: readonly ('elevation' | 'thickness')[];
  /** Places along planned headings. */
  readonly targets: readonly Place[];
  readonly candidates: readonly Place[];
}

/** What one hole more would change. Arrays are by unit. */
export interface HoleGain {
  /** Mean over the targets of the fall of the standard deviation of the unit's base, metres; NaN where it is known at no target. */
  readonly meanDrop: readonly number[];
  /** The target where it falls most, and from what to what; null: nowhere. */
  readonly best: readonly ({
    readonly target: number;
    readonly before: number;
    readonly after: number;
  } | null)[];
}

/**
 * How much surer each unit's base would be at the targets with a vertical hole at each candidate, drilled through all of them.
 * The kriging variance depends on where values are and not on what they are, so it can be computed before anybody drills
 * (R. Webster, M. A. Oliver, Geostatistics for Environmental Scientists, 2nd ed. 2007, §8.6). In the order of the candidates.
 * @param progress told how many candidates are done
 */
export const holeGains = (
  { bases, methods, targets, candidates }: NextHoleQuestion,
  progress?: (done: number) => void,
): HoleGain[] => {
  const byPlace = new Map(bases.map((base) => [`${base.unit} ${base.family}`, base]));
  const familiesOf = (unit: number) => bases.filter((base) => base.unit === unit).map(({ family }) => family);
  const own = (deviation: ReturnType<typeof baseCertainty> | undefined, at: UnitPlace): number =>
    deviation ? deviation(at.x, at.y) : Number.NaN;
  const before = methods.map((_, unit) => {
    const certainties = new Map(
      familiesOf(unit).map((family) => [family, baseCertainty(byPlace.get(`${unit} ${family}`)!)]),
    );
    return targets.map((target) => {
      const at = target[unit];
      return at ? own(certainties.get(at.family), at) : Number.NaN;
    });
  });
  const totalBefore = totals(before, methods);
  return candidates.map((candidate, index): HoleGain => {
    const after = methods.map((_, unit) => {
      const drilled = candidate[unit];
      const base = drilled && byPlace.get(`${unit} ${drilled.family}`);
      if (!drilled || !base) return before[unit]!;
      const certainty = baseCertainty(base, [drilled]);
      return targets.map((target, t) => {
        const at = target[unit];
        return at?.family === drilled.family ? certainty(at.x, at.y) : before[unit]![t]!;
      });
    });
    const totalAfter = totals(after, methods);
    progress?.(index + 1);
    return gainOf(totalBefore, totalAfter);
  });
};

/** Standard deviations of the bases themselves, by unit and target: of thicknesses, with those of the base above. */
const totals = (
  own: readonly (readonly number[])[],
  methods: readonly ('elevation' | 'thickness')[],
): number[][] => {
  const found: number[][] = [];
  methods.forEach((method, unit) => {
    const above = found[unit - 1];
    found.push(
      own[unit]!.map((value, t) =>
        // The ground above the first unit is taken as surveyed.
        method === 'thickness' ? Math.hypot(above ? above[t]! : 0, value) : value,
      ),
    );
  });
  return found;
};

const gainOf = (before: readonly (readonly number[])[], after: readonly (readonly number[])[]): HoleGain => {
  const meanDrop: number[] = [];
  const best: HoleGain['best'][number][] = [];
  before.forEach((values, unit) => {
    let [sum, count, most] = [0, 0, 0];
    let found: HoleGain['best'][number] = null;
    values.forEach((value, target) => {
      const next = after[unit]![target]!;
      if (!Number.isFinite(value) || !Number.isFinite(next)) return;
      sum += value - next;
      count++;
      if (value - next > most) {
        most = value - next;
        found = { target, before: value, after: next };
      }
    });
    meanDrop.push(count > 0 ? sum / count : Number.NaN);
    best.push(found);
  });
  return { meanDrop, best };
};

/** A candidate with what it gains for the units asked for, most first; those that gain nothing are left out. */
export const rankedHoles = (
  gains: readonly HoleGain[],
  units: readonly number[],
): readonly { readonly candidate: number; readonly drop: number }[] =>
  gains
    .map(({ meanDrop }, candidate) => {
      const known = units.map((unit) => meanDrop[unit]!).filter(Number.isFinite);
      return { candidate, drop: known.length > 0 ? known.reduce((a, b) => a + b, 0) / known.length : 0 };
    })
    .filter(({ drop }) => drop > LEAST_DROP)
    .sort((a, b) => b.drop - a.drop || a.candidate - b.candidate);

/** Of ranked candidates those that stand no nearer than `apart` metres to a better one: neighbours tell nearly the same. */
export const spacedHoles = <T extends { readonly candidate: number }>(
  ranked: readonly T[],
  places: readonly { readonly east: number; readonly north: number }[],
  apart: number,
): T[] => {
  const chosen: T[] = [];
  for (const one of ranked) {
    const { east, north } = places[one.candidate]!;
    const near = chosen.some(({ candidate }) => {
      const other = places[candidate]!;
      return Math.hypot(other.east - east, other.north - north) < apart;
    });
    if (!near) chosen.push(one);
  }
  return chosen;
};

/** Metres: logs are written to the centimetre. */
const LEAST_DROP = 0.01;
